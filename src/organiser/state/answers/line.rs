//! The line that answers wait in: one paste, file or link is taken in after the other, and what several
//! brought is told as one.

use super::super::{Desk, HEADING};
use crate::browser::page;
use crate::model::id::SurveyId;
use crate::model::inbox::taking::{ImportReport as Taken, NotKept};
use crate::organiser::ids::{NOT_KEPT, TAKEN};
use crate::organiser::screen::{Part, Screen};
use core::future::poll_fn;
use core::task::{Poll, Waker};
use leptos::prelude::*;

/// What waits to be taken in: pasted, dropped or opened while something else is.
#[derive(Clone, Debug, Default)]
pub struct Line {
    is_busy: bool,
    /// True once the person stopped what is being taken in.
    is_stopped: bool,
    waits: Vec<Waker>,
    /// What became of those before, which nobody was told yet.
    taken: Taken,
    /// What the codes brought that were scanned one after another. None while nobody scans.
    scanned: Option<Taken>,
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

    /// Notes what a code brought, for the end of the scanning. What was not kept is told of by itself.
    pub(super) fn note_scanned(&self, taken: &Taken) {
        let taken = Taken { not_kept: NotKept::default(), ..taken.clone() };
        self.line.update_value(|line| line.scanned.get_or_insert_default().add(taken));
    }

    /// The camera is off: tells what all codes brought that it read one after another.
    pub async fn end_of_codes(self) {
        let taken = self.turn(None).await;
        let scanned = self.line.try_update_value(|line| line.scanned.take()).flatten();
        self.show_taken(scanned.unwrap_or(taken));
    }

    /// Has what is being taken in end here. What was found until now is kept.
    pub fn stop_taking(&self) {
        self.line.update_value(|line| line.is_stopped = true);
    }

    /// True once it was stopped.
    pub(super) fn is_stopped(&self) -> bool {
        self.line.with_value(|line| line.is_stopped)
    }

    /// Says what became of it, once all that waits in the line is in. Whoever went to another screen
    /// meanwhile is not called away from there.
    pub(super) fn show_taken(&self, taken: Taken) {
        if let Screen::Survey(id, _) = self.screen.get_untracked() {
            self.show_received(id);
        }
        let over = self.line.try_update_value(|line| {
            let scanned = line.scanned.take();
            core::mem::replace(line, Line { scanned, ..Line::default() })
        });
        let mut line = over.unwrap_or_default();
        line.taken.add(taken);
        if !line.waits.is_empty() {
            self.line.update_value(|next| next.taken = line.taken);
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
