//! Words from an earlier answer in a later text.
//!
//! A text holds a mark like `[[1f-12]]`: the id of the question whose answer goes there. What
//! people typed goes in as text and is never read for marks or as HTML. What is long is cut (see
//! [`cut`](super::cut)).

use super::answer::{self, Answer};
use super::cut;
use super::id::{Author, Id, QuestionId};
use super::path::{Path, Step};
use super::plain_text::{is_right_to_left, isolated};
use super::response::{Answers, Asked};
use super::survey::Survey;
use super::words::Words;

/// Most characters of an answer that go into a text.
const LONGEST: usize = 120;

/// What stands for an answer that there is not.
const NO_ANSWER: &str = "…";
/// What stands between a name and the words to whom it is.
const COMMAS: [char; 2] = [',', '،'];

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they stand.
    Text(&'a str),
    /// The answer to this question.
    Answer(QuestionId),
}

/// The mark that stands for a question's answer.
pub fn mark(question: QuestionId) -> String {
    format!("[[{}]]", question.0)
}

/// The pieces of a text, in order.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut done = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let found = (bytes[at..].starts_with(b"[[")).then(|| read_mark(text, at + 2)).flatten();
        match found {
            None => at += 1,
            Some((question, end)) => {
                if let Some(before) = text.get(done..at).filter(|before| !before.is_empty()) {
                    pieces.push(Piece::Text(before));
                }
                pieces.push(Piece::Answer(question));
                (at, done) = (end, end);
            }
        }
    }
    if let Some(rest) = text.get(done..).filter(|rest| !rest.is_empty()) {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The id that stands at this byte, and where its mark ends.
fn read_mark(text: &str, start: usize) -> Option<(QuestionId, usize)> {
    let length = text.as_bytes()[start..].iter().take(24).position(|byte| *byte == b']')?;
    let end = start + length;
    if text.as_bytes().get(end + 1) != Some(&b']') {
        return None;
    }
    let mut parts = text.get(start..end)?.split('-');
    let author = Author(u32::from_str_radix(parts.next()?, 16).ok()?);
    let number = parts.next()?.parse().ok()?;
    parts.next().is_none().then_some((QuestionId(Id { author, number }), end + 2))
}

/// A text with the answers in it, as they read on this step. `…` stands for an answer that is not
/// there, so that the sentence still reads.
pub fn fill(
    text: &str,
    (survey, answers, path): (&Survey, &Answers, &Path),
    step: Step,
    words: &Words,
) -> String {
    let said = |id: QuestionId| {
        let place = survey.questions.iter().position(|question| question.id == id)?;
        let question = &survey.questions[place];
        let met = |round: &&u8| path.steps.contains(&Step { place, round: **round });
        // In its own section, an answer from another time round is about something else.
        let rounds = if path.share_section(place, step.place) { 1 } else { 2 };
        let round = *[step.round, 0][..rounds].iter().find(met)?;
        let answer = answers.get(Asked { question: id, round })?;
        let says = *answer != Answer::PreferNotToSay && answer.is_right(question);
        says.then(|| answer::in_words(question, answer, words).join(", "))
    };
    let mut filled = String::new();
    let pieces = pieces(text);
    for piece in &pieces {
        match piece {
            Piece::Text(words) if filled == NO_ANSWER && words.starts_with(COMMAS) => {
                // "…, where do you live?" addressed whoever has no name here.
                let mut letters = words.trim_start_matches(COMMAS).trim_start().chars();
                filled.clear();
                filled.extend(letters.next().map(|first| first.to_ascii_uppercase()));
                filled.extend(letters);
            }
            Piece::Text(words) => filled.push_str(words),
            Piece::Answer(id) => match said(*id) {
                None if filled.trim_end().ends_with(COMMAS) => {
                    filled.truncate(filled.trim_end().trim_end_matches(COMMAS).len());
                }
                None => filled.push_str(NO_ANSWER),
                Some(said) => filled.push_str(&isolated(&cut::start(&said, LONGEST))),
            },
        }
    }
    [direction_mark(&pieces, &filled), &filled].concat()
}

/// The direction of the words around the answers, as a mark that is not seen. Browsers take the
/// direction of a text from its first letter, even in an isolate. Empty where that is right.
fn direction_mark(pieces: &[Piece], filled: &str) -> &'static str {
    let words = pieces.iter().filter_map(|piece| match piece {
        Piece::Text(words) => Some(*words),
        Piece::Answer(_) => None,
    });
    let own = words.flat_map(str::chars).find(|c| c.is_alphabetic()).map(is_right_to_left);
    let taken = filled.chars().find(|c| c.is_alphabetic()).map(is_right_to_left);
    match own {
        Some(true) if taken == Some(false) => "\u{200f}",
        Some(false) if taken == Some(true) => "\u{200e}",
        _ => "",
    }
}

/// A text with `…` for each answer: what stands for all people, who each saw another one there.
pub fn without_answers(text: &str) -> String {
    let piece = |piece| match piece {
        Piece::Text(words) => words,
        Piece::Answer(_) => "…",
    };
    pieces(text).into_iter().map(piece).collect()
}

/// The question of a step, with answers in all its texts.
pub fn question(
    from: (&Survey, &Answers, &Path),
    step: Step,
    words: &Words,
) -> super::survey::Question {
    let mut question = from.0.questions[step.place].clone();
    let fill = |text: &mut String| {
        // Most texts have none.
        if text.contains('[') {
            *text = fill(text, from, step, words);
        }
    };
    fill(&mut question.text);
    fill(&mut question.hint);
    fill(&mut question.picture_alt);
    fill(&mut question.media_words);
    question.piles.iter_mut().for_each(fill);
    question.choices.iter_mut().for_each(|choice| fill(&mut choice.text));
    question
}
