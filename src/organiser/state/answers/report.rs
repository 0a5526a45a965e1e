//! What became of answers that came in, and the line that they wait in: one paste, file or link is taken
//! in after the other, and what several brought is told as one.

use super::super::{Desk, HEADING};
use crate::browser::page;
use crate::model::link::BadLink;
use crate::model::seal::SealedResponse;
use crate::organiser::library;
use crate::organiser::screen::Screen;
use core::future::poll_fn;
use core::task::{Poll, Waker};
use leptos::prelude::*;

/// What became of answers that came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Never seen before.
    pub new: usize,
    /// The same person's later answers, in place of the earlier.
    pub newer: usize,
    /// Already here.
    pub seen_before: usize,
    /// For another survey in this browser, by title. They went there.
    pub other_survey: Vec<(String, usize)>,
    /// Kept sealed, and not counted: they answer words that are not in this browser.
    pub waiting: usize,
    /// The browser had no room for these.
    pub not_kept: Vec<SealedResponse>,
    /// Not taken in, each with where it came from and why.
    pub trouble: Vec<(String, Trouble)>,
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

    /// Both as one.
    fn add(&mut self, more: Taken) {
        self.new += more.new;
        self.newer += more.newer;
        self.seen_before += more.seen_before;
        self.waiting += more.waiting;
        self.not_kept.extend(more.not_kept);
        self.trouble.extend(more.trouble);
        for (title, count) in more.other_survey {
            self.add_to_other(title, count);
        }
    }
}

impl Desk {
    /// Waits until nothing else is being taken in. Two at once would each count an answer that is in
    /// both as new. The turn ends with [`Desk::show_taken`].
    pub(super) async fn turn(self) -> Taken {
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
            if is_mine == Some(true) { Poll::Ready(Taken::default()) } else { Poll::Pending }
        })
        .await
    }

    /// Says what became of it, once all that waits in the line is in.
    pub(super) fn show_taken(&self, taken: Taken) {
        if let Screen::Survey(id, _) = self.screen.get_untracked() {
            self.received.set(library::received(id));
        }
        let mut line = self.line.try_update_value(core::mem::take).unwrap_or_default();
        line.taken.add(taken);
        if !line.waits.is_empty() {
            self.line.set_value(Line { taken: line.taken, ..Line::default() });
            line.waits.into_iter().for_each(Waker::wake);
            return;
        }
        self.message.set(None);
        self.taken.set(Some(line.taken));
        page::start_soon(HEADING);
        page::focus_soon("taken");
    }
}
