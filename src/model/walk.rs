//! Walking through a survey, page by page: which page comes after a press, and which one a browser's step
//! leads to.
//!
//! A survey, its [`Path`] and a press go in, a [`Page`] comes out. A participant walks along their path. Who
//! tries a survey out does as well. A reviewer sees every page, whoever is asked it: see [`review`].
//!
//! Absent: which questions are on the path (see [`path`](super::path)), and who may see a page.

pub mod review;

use super::answer::{self, Wrong};
use super::left::{DONE, TAKEN};
use super::path::{Path, Step};
use super::response::{Answers, Asked};
use super::survey::{MOST_ROUNDS, Survey};

/// A page that somebody can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What the survey is.
    Welcome,
    /// A question, or a page between questions.
    Question(Step),
    /// All the answers, before they are sent.
    Check,
    /// The ways to send them.
    Send,
    /// They are sent: thanks, and what happens next.
    Done,
    /// Asks whether this is the person whose answers are on the phone.
    Who,
    /// The person said no to taking part.
    Ended,
    /// The answers were deleted.
    Deleted,
}

/// While one answer is changed from the check: the pages there were before, and those that the change has
/// brought up since. `None` while nothing is changed.
pub type Changing = Option<Vec<Step>>;

/// The numbers of the last pages, after those of `left`.
const CHECK: u32 = 0x7FFD;
const SEND: u32 = 0x7FFE;
const ENDED: u32 = 0x7FFF;

/// On from a question: to the next page, or to the check. While an answer is changed, only to what the change
/// has brought up.
pub fn next(path: &Path, step: Step, changing: Changing) -> (Page, Changing) {
    let next = match &changing {
        None => path.after(step),
        Some(known) => path.reachable().iter().copied().find(|next| !known.contains(next)),
    };
    let page = match next {
        _ if path.declined => Page::Ended,
        Some(next) => Page::Question(next),
        None => Page::Check,
    };
    let changing = changing.zip(next).map(|(mut known, next)| {
        known.push(next);
        known
    });
    (page, changing)
}

/// The page before this one.
pub fn before(path: &Path, page: Page) -> Page {
    match page {
        Page::Welcome | Page::Deleted | Page::Who => Page::Welcome,
        Page::Question(step) => path.before(step).map_or(Page::Welcome, Page::Question),
        Page::Check | Page::Ended => last(path),
        Page::Send | Page::Done => Page::Check,
    }
}

/// The last page that may be opened before the check.
pub fn last(path: &Path) -> Page {
    path.reachable().last().map_or(Page::Welcome, |step| Page::Question(*step))
}

/// From the welcome to the first question without an answer. To the first page of all when there is no
/// answer yet, or each question has one.
pub fn begin(survey: &Survey, answers: &Answers, path: &Path) -> Option<Step> {
    let is_open = |step: &&Step| {
        let asks = survey.questions[step.place].kind.asks();
        answers.is_empty() || asks && answers.get(asked(survey, **step)).is_none()
    };
    path.reachable().iter().find(is_open).or_else(|| path.steps.first()).copied()
}

/// The question of a step, as it is asked.
pub fn asked(survey: &Survey, step: Step) -> Asked {
    Asked { question: survey.questions[step.place].id, round: step.round }
}

/// What is wrong with the answer of a step: nobody goes on from there.
pub fn wrong(survey: &Survey, answers: &Answers, step: Step) -> Option<Wrong> {
    answer::wrong(&survey.questions[step.place], answers.get(asked(survey, step)))
}

/// The first step whose answer can't be sent.
pub fn first_wrong(survey: &Survey, answers: &Answers, path: &Path) -> Option<Step> {
    path.reachable().iter().copied().find(|step| wrong(survey, answers, *step).is_some())
}

/// The page with this number, or the nearest that may be opened. `is_sent`: the answers left the phone as
/// they are.
pub fn page_at(number: u32, path: &Path, is_sent: bool) -> Page {
    match number {
        0 => Page::Welcome,
        CHECK | SEND | TAKEN | DONE | ENDED if path.declined => Page::Ended,
        DONE if path.is_open() && is_sent => Page::Done,
        CHECK | DONE if path.is_open() => Page::Check,
        SEND | TAKEN if path.is_open() => Page::Send,
        CHECK | SEND | TAKEN | DONE | ENDED => last(path),
        number => {
            let number = number as usize - 1;
            let step = Step { place: number / MOST_ROUNDS, round: (number % MOST_ROUNDS) as u8 };
            path.nearest(step).map_or(Page::Welcome, Page::Question)
        }
    }
}

/// The number of a page, the same whatever the path: 0 is the welcome, then each question with
/// room for each time round.
pub fn number_of(page: Page) -> u32 {
    match page {
        Page::Welcome | Page::Deleted | Page::Who => 0,
        Page::Question(step) => (1 + step.place * MOST_ROUNDS) as u32 + u32::from(step.round),
        Page::Check => CHECK,
        Page::Send => SEND,
        Page::Done => DONE,
        Page::Ended => ENDED,
    }
}
