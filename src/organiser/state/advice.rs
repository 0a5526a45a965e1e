//! Advice on the draft: what there is about the open card, which questions have some, and what a
//! person can do about a piece of it. Each is one step of undo.

mod store;

pub use crate::model::advice::AdviceItem as Seen;
pub use store::Advice;

use super::Desk;
use crate::browser::page;
use crate::model::draft::{Place, ReaderCheck, SetAside};
use crate::model::easy_read::{Finding, Remedy};
use crate::model::edit::{Card, advice};
use crate::organiser::ids::field_id;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::words;
use leptos::prelude::*;

impl Desk {
    /// Makes the change that a piece of advice offers.
    pub fn take_remedy(&self, finding: &Finding, remedy: &Remedy) {
        self.edit(&|draft, author| advice::take(draft, author, (finding, remedy), words::kind));
    }

    /// Lives with a piece of advice. A reason may follow: see [`Desk::keep_reason`].
    pub fn leave(&self, aside: SetAside) {
        self.run(advice::leave(aside.clone()));
        self.advice.just_left.set(Some(aside));
    }

    /// Says why people live with a piece of advice.
    pub fn keep_reason(&self, aside: SetAside, reason: &str) {
        self.advice.just_left.set(None);
        self.run(advice::give_reason(aside, reason));
    }

    /// No longer lives with it.
    pub fn bring_back(&self, aside: SetAside) {
        self.advice.just_left.set(None);
        self.run(advice::bring_back(aside));
    }

    /// Notes who checked the survey as it is now. `at` is when, in milliseconds since 1970.
    pub fn note_check(&self, who: &str, at: u64) {
        self.edit(&|draft, _| advice::note_check(draft, who, at));
    }

    /// Takes such a note away.
    pub fn remove_check(&self, check: ReaderCheck) {
        self.run(advice::remove_check(check));
    }

    /// Opens the card of some words, from any screen, and puts the focus in their field.
    pub fn open_place(&self, place: Place) {
        let Screen::Survey(id, part) = self.screen.get_untracked() else { return };
        if part != Part::Questions {
            self.go(Screen::Survey(id, Part::Questions));
        }
        self.stop_typing();
        self.spot.set(Card::of(place));
        let field = field_id(None, place);
        page::focus_soon(&field);
        page::show_soon(&field);
    }
}
