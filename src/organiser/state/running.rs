//! The one place that runs what the model decided: see [`Edited`].

use super::Desk;
use crate::browser::page;
use crate::model::draft::{Act, Draft};
use crate::model::edit::{Edited, Focus, Said};
use crate::model::id::Author;
use crate::organiser::ids::focused_id;
use leptos::prelude::*;

impl Desk {
    /// Asks the model what a press does to the draft on the desk, and runs that.
    pub(super) fn edit(&self, decide: &dyn Fn(&Draft, Author) -> Edited) {
        self.run(self.draft.with_untracked(|draft| decide(draft, self.author)));
    }

    /// Runs an edit: makes its changes as one step of undo and keeps them, opens its card, moves the focus and
    /// tells. Where the survey has no room for it, that shows and nothing else happens. True when it is made.
    pub(super) fn run(&self, edited: Edited) -> bool {
        let Edited { changes, open, focus, said } = edited;
        if !changes.is_empty() {
            let give_back = (focus == Focus::Held).then(page::hold_focus);
            let act = Act::Do(changes);
            if !self.has_room_for(&act) {
                return false;
            }
            self.change_in_any_case(act);
            give_back.into_iter().for_each(super::editing::after_tick);
        }
        match open {
            Some(card) if focus == Focus::FirstField => self.open(card),
            Some(card) => self.spot.set(card),
            None => {}
        }
        if let Some(id) = focused_id(focus) {
            page::focus_soon(&id);
        }
        match said {
            Some(Said { text, offers_undo: true }) => self.tell_undoable(text),
            Some(Said { text, .. }) => self.tell(&text),
            None => {}
        }
        true
    }
}
