//! Links: how a survey and a sealed response travel as text.
//!
//! A link is `<page>#<mark><code>`. The part behind `#` never reaches the host. The code is
//! base64url of 3 bytes of length, most significant first, and the body: so a link that was cut
//! short is told from one that was changed, and a code is found again in a message that broke it
//! over several lines. Marks use only letters, `-` and `.`, which no mail program rewrites.
//!
//! The body of a link to answers or notes is a packet. The body of a link to a survey, a review or a
//! draft is a packet that the browser has deflated; inflating it is not done here.

mod pair;

pub use pair::{is_pair, pair_fragment, read_pair};

use super::seal::{SealedNotes, SealedResponse};
use super::wire::{LARGEST_PACKET, Packet, Unreadable};
use base64ct::{Base64UrlUnpadded, Encoding};

/// Stands in front of a survey's code.
const SURVEY: &str = "ask-survey.";
/// Stands in front of a sealed response's code.
const ANSWER: &str = "ask-answer.";
/// Stands in front of an invitation's code.
const REVIEW: &str = "ask-review.";
/// Stands in front of the code of sealed notes.
const NOTES: &str = "ask-notes.";
/// Stands in front of a draft's code.
const DRAFT: &str = "ask-draft.";
/// Characters of a code that hold its length.
const LENGTH_CHARS: usize = 4;
/// Most bytes of a body. Far past what any message carries.
const LARGEST_BODY: usize = LARGEST_PACKET / 2;

/// Why a link could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BadLink {
    /// There is no code in it.
    Missing,
    /// The end is gone.
    CutShort,
    /// It was changed on the way.
    Damaged,
    /// Longer than anything we make.
    TooLarge,
    /// Made by a newer version of the app.
    Newer,
    /// A link to answers, where one to a survey should be, or the other way round.
    OtherKind,
}

impl From<Unreadable> for BadLink {
    fn from(why: Unreadable) -> Self {
        match why {
            Unreadable::Newer => BadLink::Newer,
            Unreadable::Damaged => BadLink::Damaged,
            Unreadable::TooLarge => BadLink::TooLarge,
        }
    }
}

/// The fragment of a survey link, without `#`, from the survey's deflated packet.
pub fn survey_fragment(deflated: &[u8]) -> String {
    fragment(SURVEY, deflated)
}

/// The fragment of an answer link, without `#`.
pub fn answer_fragment(sealed: &SealedResponse) -> String {
    fragment(ANSWER, &sealed.to_packet())
}

/// The fragment of a review link, without `#`, from the invitation's deflated packet.
pub fn review_fragment(deflated: &[u8]) -> String {
    fragment(REVIEW, deflated)
}

/// The fragment of a link to sealed notes, without `#`.
pub fn notes_fragment(sealed: &SealedNotes) -> String {
    fragment(NOTES, &sealed.to_packet())
}

/// The fragment of a link to a draft, without `#`, from the draft's deflated packet.
pub fn draft_fragment(deflated: &[u8]) -> String {
    fragment(DRAFT, deflated)
}

/// The deflated packet in a survey link, or in its fragment.
pub fn read_survey(link: &str) -> Result<Vec<u8>, BadLink> {
    match behind(link, SURVEY) {
        Some(code) => Code::read(code)?.on_one_line,
        None if behind(link, ANSWER).is_some() => Err(BadLink::OtherKind),
        None => Err(BadLink::Missing),
    }
}

/// The deflated packet in a review link, or in its fragment.
pub fn read_review(link: &str) -> Result<Vec<u8>, BadLink> {
    read_other(link, REVIEW)
}

/// The deflated packet in a link to a draft, or in its fragment.
pub fn read_draft(link: &str) -> Result<Vec<u8>, BadLink> {
    read_other(link, DRAFT)
}

fn read_other(link: &str, mark: &str) -> Result<Vec<u8>, BadLink> {
    let others = [SURVEY, ANSWER, REVIEW, NOTES, DRAFT];
    match behind(link, mark) {
        Some(code) => Code::read(code)?.on_one_line,
        None if others.iter().any(|other| link.contains(other)) => Err(BadLink::OtherKind),
        None => Err(BadLink::Missing),
    }
}

/// Every sealed response in a text: a link, a whole message, a file, or many of them in a row.
/// In their order; empty when there is no mark of one.
pub fn find_answers(text: &str) -> Vec<Result<SealedResponse, BadLink>> {
    find(text, ANSWER)
}

/// Every reviewer's sealed notes in a text, in the same ways.
pub fn find_notes(text: &str) -> Vec<Result<SealedNotes, BadLink>> {
    find(text, NOTES)
}

fn find<T: Packet>(text: &str, mark: &str) -> Vec<Result<T, BadLink>> {
    let packet = |body: Vec<u8>| T::from_packet(&body).map_err(BadLink::from);
    let read = |code: &str| {
        let code = Code::read(code)?;
        let first = code.on_one_line.and_then(packet);
        match (first, code.over_lines) {
            (Err(BadLink::CutShort), Some(body)) => packet(body).map_err(|_| BadLink::CutShort),
            (result, _) => result,
        }
    };
    text.split(mark).skip(1).map(read).collect()
}

/// True when the text holds notes or a draft.
pub fn is_from_others(text: &str) -> bool {
    [NOTES, DRAFT].iter().any(|mark| text.contains(mark))
}

/// True when the text holds a link to a survey, which people paste by mistake.
pub fn has_survey(text: &str) -> bool {
    text.contains(SURVEY)
}

/// What comes behind the first mark. Not `split_once`: its search is made for long texts, and
/// would cost a phone 1 kB.
fn behind<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    let place = text.as_bytes().windows(mark.len()).position(|part| part == mark.as_bytes())?;
    text.get(place + mark.len()..)
}

fn fragment(mark: &str, body: &[u8]) -> String {
    let [_, length @ ..] = (body.len() as u32).to_be_bytes();
    let bytes: Vec<u8> = length.iter().chain(body).copied().collect();
    [mark, &Base64UrlUnpadded::encode_string(&bytes)].concat()
}

/// A code, read in the two ways that a message may carry it.
struct Code {
    on_one_line: Result<Vec<u8>, BadLink>,
    /// When one line was too short: with the following lines, as mail programs wrap them.
    over_lines: Option<Vec<u8>>,
}

impl Code {
    /// Reads a code from the start of a text, which may go on behind it.
    fn read(text: &str) -> Result<Self, BadLink> {
        let is_code = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let line: String =
            text.chars().take_while(is_code).take(code_chars(LARGEST_BODY)).collect();
        let needed = needed_chars(&line)?;
        if let Some(code) = needed.and_then(|needed| line.get(..needed)) {
            return Ok(Self { on_one_line: decode(code), over_lines: None });
        }
        // Mail wraps with a line break, with "=" before it, or with "> " behind it.
        let is_wrap = |c: &char| matches!(c, '\r' | '\n' | '=' | '>' | ' ' | '\t');
        let wrapped = text.chars().take_while(|c| is_code(c) || is_wrap(c)).filter(is_code);
        let joined: String = wrapped.take(code_chars(LARGEST_BODY)).collect();
        // It may have been wrapped within its length.
        let needed = needed.or_else(|| needed_chars(&joined).ok().flatten());
        let over_lines = needed.and_then(|needed| decode(joined.get(..needed)?).ok());
        Ok(Self { on_one_line: Err(BadLink::CutShort), over_lines })
    }
}

/// How many characters the code has, from its first 4. `None` when even those are missing.
fn needed_chars(line: &str) -> Result<Option<usize>, BadLink> {
    let Some(length) = line.get(..LENGTH_CHARS) else { return Ok(None) };
    let mut bytes = [0; 3];
    Base64UrlUnpadded::decode(length, &mut bytes).map_err(|_| BadLink::Damaged)?;
    let length = u32::from_be_bytes([0, bytes[0], bytes[1], bytes[2]]) as usize;
    if length > LARGEST_BODY { Err(BadLink::TooLarge) } else { Ok(Some(code_chars(length))) }
}

/// Characters of a code whose body has this many bytes.
fn code_chars(body: usize) -> usize {
    LENGTH_CHARS + (body * 4).div_ceil(3)
}

fn decode(code: &str) -> Result<Vec<u8>, BadLink> {
    let body = code.get(LENGTH_CHARS..).unwrap_or_default();
    Base64UrlUnpadded::decode_vec(body).map_err(|_| BadLink::Damaged)
}
