//! Links: how a survey and a sealed response travel as text.
//!
//! A link is `<page>#<mark><code>`. The part behind `#` never reaches the host. The code is
//! base64url of 3 bytes of length, most significant first, and the body: so a link that was cut
//! short is told from one that was changed, and a code is found again in a message that broke it
//! over several lines. Marks use only letters, `-` and `.`.
//!
//! The body of a link to answers or notes is a packet. The body of a link to a survey, a review or a
//! draft is a deflated packet; deflating and inflating it is done in [`deflate`](super::deflate).
//!
//! Here is what the phones of participants and reviewers need: one link, in the page's own address.
//! Whole messages are the organiser's, and are in `message`.

mod gathered;
mod message;
mod pair;
mod travelled;

pub use gathered::{Gathered, parts};
pub use message::{
    Draft, find_answers, find_notes, has_mark, has_survey, is_from_others, read_drafts,
};
pub use pair::{is_pair, pair_fragment, read_pair};

use super::id::SurveyId;
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
/// Most characters of the number of an invitation. Far fewer than a response may hold.
const LONGEST_NUMBER: usize = 40;
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

/// What an address brings that somebody sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// A survey to answer.
    Survey,
    /// Somebody's sealed answers.
    Answers,
    /// A survey to check.
    Review,
    /// Somebody's sealed notes.
    Notes,
    /// A draft to work on.
    Draft,
    /// What makes a pair of two devices.
    Pair,
}

/// What this address brings, by the first mark in it, whether or not its code can be read. `None`
/// when there is no mark.
pub fn sent(address: &str) -> Option<Sent> {
    let text = plain(address);
    let kinds = [
        (SURVEY, Sent::Survey),
        (ANSWER, Sent::Answers),
        (REVIEW, Sent::Review),
        (NOTES, Sent::Notes),
        (DRAFT, Sent::Draft),
        (pair::PAIR, Sent::Pair),
    ];
    let found = kinds.iter().filter_map(|(mark, sent)| Some((place(&text, mark)?, *sent)));
    found.min_by_key(|(place, _)| *place).map(|(_, sent)| sent)
}

/// Why the draft in an address can't be read, as far as its letters tell.
pub fn draft_fault(address: &str) -> BadLink {
    read_one(address, DRAFT, &[]).err().unwrap_or(BadLink::Damaged)
}

/// The deflated packet in a survey link, or in its fragment.
pub fn read_survey(link: &str) -> Result<Vec<u8>, BadLink> {
    read_one(link, SURVEY, &[ANSWER])
}

/// What stands in a short link where a long one has the survey: the number of an invitation comes behind it too.
pub const SHORT: &str = "#.";

/// The number of the invitation that a survey link carries, behind a dot. Empty for most links, which are for
/// everybody. Other programs of ours read no further than the survey.
pub fn invited(fragment: &str) -> String {
    let text = plain(fragment);
    let number = text.as_bytes().split(|byte| *byte == b'.').nth(2).unwrap_or_default();
    let letters = number.iter().take_while(|byte| is_code(**byte)).take(LONGEST_NUMBER);
    letters.map(|byte| *byte as char).collect()
}

/// The deflated packet in a review link, or in its fragment.
pub fn read_review(link: &str) -> Result<Vec<u8>, BadLink> {
    read_one(link, REVIEW, &[SURVEY, ANSWER, NOTES, DRAFT])
}

/// Which survey the answers or notes in an address are for, or why they can't be read.
pub fn sealed_for(address: &str) -> Result<SurveyId, BadLink> {
    match sent(address) {
        Some(Sent::Answers) => {
            let packet = read_one(address, ANSWER, &[])?;
            Ok(SealedResponse::from_packet(&packet)?.survey)
        }
        Some(Sent::Notes) => {
            let packet = read_one(address, NOTES, &[])?;
            Ok(SealedNotes::from_packet(&packet)?.survey)
        }
        Some(_) => Err(BadLink::OtherKind),
        None => Err(BadLink::Missing),
    }
}

fn read_one(link: &str, mark: &str, others: &[&str]) -> Result<Vec<u8>, BadLink> {
    let text = plain(link);
    match place(&text, mark) {
        Some(place) => whole(&text[place + mark.len()..]),
        None if others.iter().any(|other| self::place(&text, other).is_some()) => {
            Err(BadLink::OtherKind)
        }
        None => Err(BadLink::Missing),
    }
}

/// Where the first mark starts. Not `find`: its search is made for long texts, and would cost a phone
/// 1 kB.
fn place(text: &str, mark: &str) -> Option<usize> {
    text.as_bytes().windows(mark.len()).position(|part| part == mark.as_bytes())
}

/// The letters of one address, without what travel put between them: percent-encoding, also twice
/// over, invisible characters, other dashes and tags. What ends a code stays: `.` and `&`.
fn plain(address: &str) -> String {
    let mut letters = String::with_capacity(address.len());
    let mut rest = address.as_bytes();
    let mut last = 0_u32;
    let mut in_tag = false;
    while let [first, behind @ ..] = rest {
        let mut byte = *first;
        rest = behind;
        if byte == b'%' {
            while let [b'2', b'5', behind @ ..] = rest {
                rest = behind;
            }
            if let [high, low, behind @ ..] = rest
                && let Some(value) = hex(*high, *low)
            {
                byte = value;
                rest = behind;
            }
        }
        last = last << 8 | u32::from(byte);
        if is_dash(last) {
            byte = b'-';
        }
        match byte {
            b'<' => in_tag = true,
            b'>' => in_tag = false,
            _ if in_tag => {}
            b'.' | b'&' => letters.push(byte as char),
            _ if is_code(byte) => letters.push(byte as char),
            _ => {}
        }
    }
    letters
}

/// The value of two hexadecimal digits.
fn hex(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| (byte as char).to_digit(16);
    Some((digit(high)? << 4 | digit(low)?) as u8)
}

/// True when the last 3 bytes are a dash that some program puts in place of `-`: U+2010 to U+2015,
/// U+2212, U+FE63 and U+FF0D.
fn is_dash(last: u32) -> bool {
    matches!(last & 0xff_ffff, 0xe2_8090..=0xe2_8095 | 0xe2_8892 | 0xef_b9a3 | 0xef_bc8d)
}

fn is_code(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

fn fragment(mark: &str, body: &[u8]) -> String {
    let [_, length @ ..] = (body.len() as u32).to_be_bytes();
    let bytes: Vec<u8> = length.iter().chain(body).copied().collect();
    [mark, &Base64UrlUnpadded::encode_string(&bytes)].concat()
}

/// Reads a code from the start of a text, which may go on behind it.
fn whole(text: &str) -> Result<Vec<u8>, BadLink> {
    let line = &text[..text.bytes().take_while(|byte| is_code(*byte)).count()];
    match needed_chars(line)?.and_then(|needed| line.get(..needed)) {
        Some(code) => decode(code),
        None => Err(BadLink::CutShort),
    }
}

/// How many characters the code has, from its first 4. `None` when even those are missing.
fn needed_chars(line: &str) -> Result<Option<usize>, BadLink> {
    let Some(length) = line.get(..LENGTH_CHARS) else { return Ok(None) };
    let mut bytes = [0; 3];
    Base64UrlUnpadded::decode(length, &mut bytes).map_err(|_| BadLink::Damaged)?;
    let length = u32::from_be_bytes([0, bytes[0], bytes[1], bytes[2]]) as usize;
    match length > LARGEST_BODY {
        // A few letters that claim so much were changed on the way.
        true if line.len() <= LARGEST_BODY => Err(BadLink::Damaged),
        true => Err(BadLink::TooLarge),
        false => Ok(Some(code_chars(length))),
    }
}

/// Characters of a code whose body has this many bytes.
fn code_chars(body: usize) -> usize {
    LENGTH_CHARS + (body * 4).div_ceil(3)
}

fn decode(code: &str) -> Result<Vec<u8>, BadLink> {
    let body = code.get(LENGTH_CHARS..).unwrap_or_default();
    Base64UrlUnpadded::decode_vec(body).map_err(|_| BadLink::Damaged)
}
