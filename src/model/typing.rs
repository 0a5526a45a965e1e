//! Typing in what people wrote on paper: the number of a paper, which keys pick what, and typing the same paper
//! twice to find slips.
//!
//! A paper that is being typed in is a [`Progress`], as a phone keeps one: its code is the number of the paper,
//! and its page is where the typing is. Who is asked what, and whether an answer is right, is decided by
//! [`walk`](super::walk), as on a phone.
//!
//! Absent: how it looks, and keeping it. What is typed in goes to the same inbox as what phones send.

pub mod keys;
pub mod twice;

use super::answer::{self, Wrong};
use super::id::ResponseId;
use super::inbox::Received;
use super::plain_text::without_controls;
use super::response::{Given, On, Progress, Response};
use super::survey::{Kind, Question, Survey};
use super::words::Words;

/// Most characters in the number of a paper.
pub const LONGEST_NUMBER: usize = 20;

/// Why a text is no number of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadNumber {
    /// Nothing is there.
    Empty,
    /// It is longer than [`LONGEST_NUMBER`].
    TooLong,
}

/// The number of a paper as it was typed, in one way of writing. It may have letters: "A 12".
///
/// # Errors
/// With why it is none.
pub fn paper_number(typed: &str) -> Result<String, BadNumber> {
    let typed = without_controls(typed);
    let number = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match number.chars().count() {
        0 => Err(BadNumber::Empty),
        1..=LONGEST_NUMBER => Ok(number),
        _ => Err(BadNumber::TooLong),
    }
}

/// True for the numbers of one paper, however they are written: "007" is 7, and "a12" is "A 12".
pub fn is_same_number(one: &str, other: &str) -> bool {
    let plain = |number: &str| {
        let bare: String = number.chars().filter(|c| !c.is_whitespace()).collect();
        let digits = bare.trim_start_matches('0');
        let is_number = !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit());
        if is_number { digits.to_owned() } else { bare.to_lowercase() }
    };
    plain(one) == plain(other)
}

/// What was typed in from paper, in the order in which it came in.
pub fn papers(received: &[Received]) -> impl Iterator<Item = &Received> {
    received.iter().filter(|one| one.response.given.on == On::Paper)
}

/// What was typed in from the paper with this number: the newest, where two computers did.
pub fn typed_before<'a>(received: &'a [Received], number: &str) -> Option<&'a Received> {
    papers(received).filter(|one| is_same_number(&one.response.given.code, number)).last()
}

/// A paper with this number that nobody has typed in. `id` is new.
pub fn new_paper(id: ResponseId, number: String) -> Progress {
    Progress { code: number, ..Progress::new(id) }
}

/// The same paper once more, from nothing: who types it a second time must not see the first.
pub fn once_more(first: &Received) -> Progress {
    let Response { id, revision, given, .. } = &first.response;
    Progress { sent: *revision, ..new_paper(*id, given.code.clone()) }
}

/// A paper that is half typed in, from nothing: with its number, and the second time it stays a second time.
pub fn start_over(progress: &Progress) -> Progress {
    let Progress { id, sent, code, .. } = progress;
    Progress { sent: *sent, ..new_paper(*id, code.clone()) }
}

/// True where a question can be left empty, so that what a paper says and no answer can be is no reason to stop: three
/// ticks where two are allowed, or a date without its year.
pub fn can_be_empty(question: &Question) -> bool {
    answer::wrong(question, None).is_none()
}

/// What is wrong with what was typed for a question, to who types it in. A date goes into one line here.
pub fn says(wrong: Wrong, kind: Kind, words: &Words) -> String {
    match wrong {
        Wrong::NotADate(_) | Wrong::NotAMonth(_) | Wrong::EmptyBox(_) => match kind {
            Kind::Month => "Type the month and the year as numbers, such as 3 1980.",
            _ => "Type the day, the month and the year as numbers, such as 5 3 1980.",
        }
        .to_owned(),
        wrong => wrong.says(words),
    }
}

/// True while a paper is typed in once more.
pub fn is_once_more(progress: &Progress) -> bool {
    progress.sent > 0
}

/// What a paper says that is kept apart from the rest, under a new id that tells nothing of the paper. Nothing of a
/// paper that is typed in once more: nobody can tell any more which answers were its own.
pub fn response_apart(survey: &Survey, progress: &Progress, id: ResponseId) -> Option<Response> {
    if !survey.keeps_some_apart() || is_once_more(progress) {
        return None;
    }
    Progress { apart: Some(id), ..progress.clone() }.finish_apart(survey)
}

/// What a paper says, for the inbox. It was typed in on this day, in days since 1970-01-01. `None` where the
/// person said no to taking part, or did not say yes.
pub fn response(survey: &Survey, progress: &Progress, day: u32) -> Option<Response> {
    let response = progress.finish(survey)?;
    let given = Given { on: On::Paper, day: Some(day), ..response.given };
    Some(Response { given, ..response })
}
