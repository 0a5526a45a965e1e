//! What became of answers that came in, and the line that they wait in: one paste, file or link is taken
//! in after the other, and what several brought is told as one.

use super::super::{Desk, HEADING};
use crate::browser::page;
use crate::model::id::SurveyId;
use crate::model::inbox::Misfit;
use crate::model::link::BadLink;
use crate::model::seal::SealedResponse;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::{library, words};
use core::future::poll_fn;
use core::task::{Poll, Waker};
use leptos::prelude::*;

/// The id of what is said about answers that came in.
pub const TAKEN: &str = "taken";
/// And of what is said about those that the browser did not keep.
pub const NOT_KEPT: &str = "not-kept";

/// What became of answers that came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The survey that lay on the desk when they were added.
    pub to: Option<SurveyId>,
    /// Never seen before.
    pub new: usize,
    /// The same person's later answers, in place of the earlier.
    pub newer: usize,
    /// Already here.
    pub seen_before: usize,
    /// Removed before, and not put back.
    pub removed: usize,
    /// For another survey in this browser, by title. They went there.
    pub other_survey: Vec<(String, usize)>,
    /// Kept sealed, and not counted: they answer words that are not in this browser.
    pub waiting: usize,
    /// Those that the browser did not keep.
    pub not_kept: NotKept,
    /// Not taken in, each with where it came from and why.
    pub trouble: Vec<(String, Trouble)>,
}

/// Sealed answers that the browser did not keep. They are on this page alone, until they are kept or the
/// person lets them go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotKept {
    /// The answers.
    pub sealed: Vec<SealedResponse>,
    /// True when there was no room for them. Otherwise the browser did not answer.
    pub is_full: bool,
    /// True once the person has all of them as a file.
    pub is_saved: bool,
}

impl NotKept {
    fn add(&mut self, more: NotKept) {
        if !more.sealed.is_empty() {
            self.sealed.extend(more.sealed);
            self.is_full = more.is_full;
            self.is_saved = false;
        }
    }

    /// True while closing the page would lose some.
    pub fn would_be_lost(&self) -> bool {
        !self.sealed.is_empty() && !self.is_saved
    }
}

/// Why something was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It can't be read.
    Bad(BadLink),
    /// Its survey is not in this browser.
    UnknownSurvey,
    /// It was not sealed to this survey's key.
    WrongKey,
    /// Its survey's key is here and can't be read.
    KeyUnread,
    /// The file is larger than we read.
    FileTooLarge,
    /// The browser could not read the file.
    FileUnread,
    /// It is an email that was saved as a file, and there is nothing in it that we can find.
    EmptyEmail,
    /// It is a file that we can't look inside.
    PackedFile,
    /// The person took their answers back.
    TakenBack,
    /// It can be no answer to the words that it says it answers.
    Misfit(Misfit),
}

/// What waits to be taken in: pasted, dropped or opened while something else is.
#[derive(Clone, Debug, Default)]
pub struct Line {
    is_busy: bool,
    waits: Vec<Waker>,
    /// What became of those before, which nobody was told yet.
    taken: Taken,
}

impl Taken {
    pub(super) fn add_to_other(&mut self, title: String, count: usize) {
        match self.other_survey.iter_mut().find(|(other, _)| *other == title) {
            Some((_, counted)) => *counted += count,
            None => self.other_survey.push((title, count)),
        }
    }

    /// Both as one. What was added to another survey than the last is told by its title.
    fn add(&mut self, more: Taken) {
        if self.to != more.to {
            let other = core::mem::take(&mut self.new) + core::mem::take(&mut self.newer);
            if let Some(id) = self.to.filter(|_| other > 0) {
                self.add_to_other(title_of(id), other);
            }
            self.to = more.to;
        }
        self.new += more.new;
        self.newer += more.newer;
        self.seen_before += more.seen_before;
        self.removed += more.removed;
        self.waiting += more.waiting;
        self.not_kept.add(more.not_kept);
        self.trouble.extend(more.trouble);
        for (title, count) in more.other_survey {
            self.add_to_other(title, count);
        }
    }
}

/// What people call a survey that answers went to.
pub(super) fn title_of(id: SurveyId) -> String {
    words::or(&library::title(id), words::NO_TITLE)
}

impl Desk {
    /// Waits until nothing else is being taken in. Two at once would each count an answer that is in
    /// both as new. They are added to the survey `to`, wherever the person goes meanwhile. The turn ends
    /// with [`Desk::show_taken`].
    pub(super) async fn turn(self, to: Option<SurveyId>) -> Taken {
        poll_fn(|context| {
            let is_mine = self.line.try_update_value(|line| match line.is_busy {
                true => {
                    line.waits.push(context.waker().clone());
                    false
                }
                false => {
                    line.is_busy = true;
                    true
                }
            });
            if is_mine == Some(true) { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
        Taken { to, ..Taken::default() }
    }

    /// Says what became of it, once all that waits in the line is in. Whoever went to another screen
    /// meanwhile is not called away from there.
    pub(super) fn show_taken(&self, taken: Taken) {
        if let Screen::Survey(id, _) = self.screen.get_untracked() {
            self.show_received(id);
        }
        let mut line = self.line.try_update_value(core::mem::take).unwrap_or_default();
        line.taken.add(taken);
        if !line.waits.is_empty() {
            self.line.set_value(Line { taken: line.taken, ..Line::default() });
            line.waits.into_iter().for_each(Waker::wake);
            return;
        }
        let mut taken = line.taken;
        let not_kept = core::mem::take(&mut taken.not_kept);
        let focus = if not_kept.sealed.is_empty() { TAKEN } else { NOT_KEPT };
        self.not_kept.update(|all| all.add(not_kept));
        let inbox = taken.to.map_or(Screen::Home, |id| Screen::Survey(id, Part::Inbox));
        self.taken.set(Some(taken));
        if self.screen.get_untracked() == inbox {
            self.message.set(None);
            page::start_soon(HEADING);
            page::focus_soon(focus);
        }
    }
}
