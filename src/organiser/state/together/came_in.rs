//! What the last draft that came in changed, so that it can be looked through and taken back.

use super::Desk;
use crate::browser::page;
use crate::model::draft::{CameIn, Draft};
use crate::organiser::state::HEADING;
use crate::organiser::steps;
use leptos::prelude::*;

impl Desk {
    /// Remembers what came in to a survey that was here before.
    pub(super) fn note_came_in(&self, before: &Draft) {
        if let Some(after) = self.draft_of(before.id()) {
            self.came_in.set(Some(CameIn::between(before, &after)));
        }
    }

    /// What came in to the survey on the desk, in words. Empty when nothing did since the page was opened.
    pub fn came_in_lines(&self) -> Vec<String> {
        self.draft.with(|draft| {
            self.came_in.with(|came| {
                let came = came.as_ref().filter(|came| came.survey() == draft.id());
                came.map_or(Vec::new(), |came| steps::came_in(came, draft))
            })
        })
    }

    /// Takes all of it back as one step.
    pub fn take_back_what_came_in(&self) {
        let came = self.came_in.try_update(Option::take).flatten();
        let act = came.and_then(|came| self.draft.with_untracked(|draft| draft.taking_back(&came)));
        match act {
            Some(act) => {
                self.change(act);
                self.tell_undoable(
                    "Those changes are undone. What you did since then stays.".into(),
                );
            }
            None => self.tell("There was nothing left to undo."),
        }
        page::focus_soon(HEADING);
    }
}
