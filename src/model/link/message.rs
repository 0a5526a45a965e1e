//! Finding what people sent in whole messages and files: a link, a mail, a chat, or many in a row.
//! Each mark is found however it was written on the way, and its code is read in a few ways until one
//! is right: packets carry a check, so a wrong reading is never taken for what was sent.
//!
//! Only the organiser's program reads messages, so nothing here weighs on a phone.

use super::pair::PAIR;
use super::travelled::{How, letters};
use super::{
    ANSWER, BadLink, DRAFT, LARGEST_BODY, LENGTH_CHARS, NOTES, REVIEW, SURVEY, code_chars, is_code,
    needed_chars, whole,
};
use crate::model::seal::{SealedNotes, SealedResponse};
use crate::model::wire::Packet;
use std::collections::BTreeSet;

/// So many characters of a code are nobody else's: they reach into what was drawn at random for it.
pub(super) const TELLING: usize = 64;

/// Two copies of one link stand no further apart than this: the address that a link leads to, and
/// the text that shows it.
const BESIDE: usize = 400;

/// A mark in a text.
struct Mark {
    /// Where it starts, and where its code does.
    start: u32,
    end: u32,
    kind: &'static str,
    /// How many times over Proofpoint wrote it.
    guards: u8,
}

/// A draft in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its deflated packet.
    pub deflated: Vec<u8>,
    /// What to say when it does not open: nothing tells whether this reading is right but opening it.
    pub otherwise: BadLink,
}

/// Every sealed response in a text: a link, a whole message, a file, or many of them in a row. In
/// their order, each once; empty when there is no mark of one. A copy that was cut short, as programs
/// show long links, is not told of when the whole one is there too.
pub fn find_answers(text: &str) -> Vec<Result<SealedResponse, BadLink>> {
    find(text, ANSWER)
}

/// Every reviewer's sealed notes in a text, in the same ways.
pub fn find_notes(text: &str) -> Vec<Result<SealedNotes, BadLink>> {
    find(text, NOTES)
}

/// The drafts that a text may hold, the likeliest first. There is at least one, or why not.
pub fn read_drafts(text: &str) -> Result<Vec<Draft>, BadLink> {
    let marks = marks(text);
    let drafts = (0..marks.len()).filter(|place| marks[*place].kind == DRAFT);
    let (mut found, mut why) = (Vec::new(), None);
    for place in drafts {
        let (line, readings) = readings(text, &marks, place);
        match whole(&line) {
            Ok(deflated) => found.push(Draft { deflated, otherwise: BadLink::Damaged }),
            Err(otherwise) => {
                why = why.or(Some(otherwise));
                let bodies = readings.filter_map(|(code, _)| whole(&code).ok());
                found.extend(bodies.map(|deflated| Draft { deflated, otherwise }));
            }
        }
    }
    if found.is_empty() { Err(why.unwrap_or_else(|| nothing_in(text))) } else { Ok(found) }
}

/// True when the text holds notes or a draft.
pub fn is_from_others(text: &str) -> bool {
    marks(text).iter().any(|mark| [NOTES, DRAFT].contains(&mark.kind))
}

/// True when the text holds a link to a survey, which people paste by mistake.
pub fn has_survey(text: &str) -> bool {
    marks(text).iter().any(|mark| mark.kind == SURVEY)
}

/// True when the text holds anything that somebody sent.
pub fn has_mark(text: &str) -> bool {
    !marks(text).is_empty()
}

/// Why there is nothing in a text of the kind that was looked for.
pub(super) fn nothing_in(text: &str) -> BadLink {
    if has_mark(text) { BadLink::OtherKind } else { BadLink::Missing }
}

/// One code as it was found: its characters, as far as they go, and what they say.
struct Piece<T> {
    start: u32,
    /// Where its first line ends.
    end: u32,
    code: String,
    says: Result<T, BadLink>,
}

pub(super) fn find<T: Packet>(text: &str, kind: &'static str) -> Vec<Result<T, BadLink>> {
    find_pieces(text, kind).into_iter().map(|piece| piece.says).collect()
}

/// Every sealed response in a text as [`find_answers`] has it, each with its code.
pub(super) fn pieces(
    text: &str,
) -> impl Iterator<Item = (String, Result<SealedResponse, BadLink>)> + use<> {
    find_pieces(text, ANSWER).into_iter().map(|piece| (piece.code, piece.says))
}

fn find_pieces<T: Packet>(text: &str, kind: &'static str) -> Vec<Piece<T>> {
    let marks = marks(text);
    let places = (0..marks.len()).filter(|place| marks[*place].kind == kind);
    let mut pieces: Vec<Piece<T>> = Vec::with_capacity(places.clone().count());
    pieces.extend(places.map(|place| read(text, &marks, place)));
    let is_told = told(text, &pieces);
    let told = pieces.into_iter().zip(is_told).filter(|(_, is_told)| *is_told);
    told.map(|(piece, _)| piece).collect()
}

/// Reads one code in each way until one is right.
fn read<T: Packet>(text: &str, marks: &[Mark], place: usize) -> Piece<T> {
    let packet = |body: Vec<u8>| T::from_packet(&body).map_err(BadLink::from);
    let Mark { start, end, .. } = marks[place];
    let (line, readings) = readings(text, marks, place);
    let says = whole(&line).and_then(packet);
    if matches!(says, Err(BadLink::CutShort)) {
        for (code, end) in readings {
            let says = whole(&code).and_then(packet);
            if matches!(says, Ok(_) | Err(BadLink::Newer)) {
                return Piece { start, end, code, says };
            }
        }
    }
    let needed = needed_chars(&line).ok().flatten().unwrap_or(line.len());
    let code = line.get(..needed).unwrap_or(&line).to_owned();
    Piece { start, end: end + code.len() as u32, code, says }
}

/// The characters behind a mark up to the first that is none of a code. And the other ways to read
/// on, should those be too few, each with where it ends.
fn readings<'a>(
    text: &'a str,
    marks: &[Mark],
    place: usize,
) -> (String, impl Iterator<Item = (String, u32)> + use<'a>) {
    let bytes = text.as_bytes();
    let Mark { end: start, guards, .. } = marks[place];
    let start = start as usize;
    let end = marks.get(place + 1).map_or(bytes.len(), |next| next.start as usize);
    // Proofpoint writes `-` and `_` in other ways, so there is no plain line.
    let line = if guards > 0 { &[] } else { &bytes[start..end] };
    let line = line.iter().take_while(|byte| is_code(**byte)).take(code_chars(LARGEST_BODY));
    let line = line.map(|byte| *byte as char).collect();
    let ways = [true, false].map(|is_quoted| How { is_quoted, guards });
    (line, ways.into_iter().map(move |how| read_on(bytes, start, end, how)))
}

/// As many characters as the code needs, with whatever stands between them left out.
fn read_on(text: &[u8], start: usize, end: usize, how: How) -> (String, u32) {
    let (mut code, mut needed, mut until) = (String::new(), LENGTH_CHARS, start);
    for letter in letters(text, start, end, how).filter(|letter| letter.byte != b'.') {
        code.push(letter.byte as char);
        until = letter.end;
        if code.len() == LENGTH_CHARS {
            needed = needed_chars(&code).ok().flatten().unwrap_or_default();
        }
        if code.len() >= needed {
            break;
        }
    }
    (code, until as u32)
}

/// Which of them to tell of: of what came twice the first, and of a copy that was cut short only when
/// the whole one is not there too.
fn told<T>(text: &str, pieces: &[Piece<T>]) -> Vec<bool> {
    let wholes = pieces.iter().filter(|piece| piece.says.is_ok());
    let wholes: BTreeSet<&str> = wholes.map(|piece| piece.code.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut told = Vec::with_capacity(pieces.len());
    for (place, piece) in pieces.iter().enumerate() {
        let code = piece.code.as_str();
        let is_cut = matches!(piece.says, Err(BadLink::CutShort));
        let is_part = is_cut && wholes.range(code..).next().is_some_and(|w| w.starts_with(code));
        told.push(if piece.says.is_ok() || code.len() >= TELLING {
            !is_part && seen.insert(code)
        } else {
            // Whose it was can't be told from so few characters, but from where it stands.
            !(is_part && (is_shortened(text, piece) || is_beside(text, pieces, place)))
        });
    }
    told
}

/// True when a program showed only the start of it: "#ask-answer.AAB…".
fn is_shortened<T>(text: &str, piece: &Piece<T>) -> bool {
    let behind = text.get(piece.end as usize..).unwrap_or_default();
    let signs = ["…", "...", "[...", "[…", "&hellip;", "&#8230;", "%E2%80%A6", "=E2=80=A6"];
    signs.iter().any(|sign| behind.starts_with(sign))
}

/// True when it is the text of a link, or the address of one, beside the whole one:
/// `<a href="(whole)">(start)</a>`, `(start) <(whole)>` or `[(start)]((whole))`.
fn is_beside<T>(text: &str, pieces: &[Piece<T>], place: usize) -> bool {
    let is_link = |from: &Piece<T>, to: &Piece<T>| {
        let between = text.as_bytes().get(from.end as usize..to.start as usize);
        let marks_a_link = |byte: &u8| matches!(byte, b'<' | b'>' | b']');
        between.is_some_and(|between| between.len() <= BESIDE && between.iter().any(marks_a_link))
    };
    let piece = &pieces[place];
    let before = place.checked_sub(1).map(|place| &pieces[place]);
    before.is_some_and(|before| before.says.is_ok() && is_link(before, piece))
        || pieces.get(place + 1).is_some_and(|next| next.says.is_ok() && is_link(piece, next))
}

/// Every mark in a text, in their order.
fn marks(text: &str) -> Vec<Mark> {
    let text = text.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(step) = text[at..].iter().position(|byte| *byte == b'a') {
        let start = at + step;
        // Most words end here.
        let is_other =
            text.get(start + 1).is_some_and(|next| next.is_ascii_alphanumeric() && *next != b's');
        let mark = if is_other { None } else { mark_at(text, start) };
        at = mark.as_ref().map_or(start + 1, |mark| mark.end as usize);
        found.extend(mark);
    }
    found
}

/// The mark that starts here, in whatever way it is written.
fn mark_at(text: &[u8], start: usize) -> Option<Mark> {
    match mark_written(text, start, How { is_quoted: true, guards: 0 }) {
        Ok(mark) => mark,
        // Most of what begins like a mark is a word like "aspect", and all ways to write that are one.
        Err(letters) if !matches!(text.get(start + letters), Some(b'-' | b'=')) && letters < 3 => {
            None
        }
        Err(_) => [(false, 0), (true, 1), (true, 2)].into_iter().find_map(|(is_quoted, guards)| {
            mark_written(text, start, How { is_quoted, guards }).ok().flatten()
        }),
    }
}

/// The mark that starts here in this way, or how many letters are those of one.
fn mark_written(text: &[u8], start: usize, how: How) -> Result<Option<Mark>, usize> {
    let mut left = [SURVEY, ANSWER, REVIEW, NOTES, DRAFT, PAIR].map(Some);
    let mut count = 0;
    for letter in letters(text, start, text.len(), how) {
        for kind in &mut left {
            *kind = kind.filter(|kind| kind.as_bytes().get(count) == Some(&letter.byte));
        }
        let Some(kind) = left.iter().flatten().next() else { break };
        count += 1;
        if kind.len() == count {
            let is_prose = is_prose(&text[start..letter.end]);
            let (start, end) = (start as u32, letter.end as u32);
            return Ok((!is_prose).then_some(Mark { start, end, kind, guards: how.guards }));
        }
    }
    Err(count)
}

/// True for words that happen to be those of a mark: "what we ask - answer. Then …". Mail breaks
/// lines within a mark, but puts no space on one line.
fn is_prose(mark: &[u8]) -> bool {
    mark.contains(&b' ') && !mark.iter().any(|byte| matches!(byte, b'\n' | b'\r' | b'<'))
}
