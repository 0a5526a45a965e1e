//! Advice on the draft: what there is about the open card, which questions have some, and what a
//! person can do about a piece of it. Each is one step of undo.

mod store;

pub use crate::model::advice::AdviceItem as Seen;
pub use store::Advice;

use super::Desk;
use crate::browser::{clock, page};
use crate::model::draft::{Place, ReaderCheck, SetAside};
use crate::model::easy_read::{Finding, Remedy, Rule};
use crate::model::edit::{Card, advice};
use crate::model::lessons::Lessons;
use crate::organiser::ids::field_id;
use crate::organiser::library;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::words;
use leptos::prelude::*;

impl Desk {
    /// Whether a rule says of its own accord why it is there, where it shows about these words. That is remembered:
    /// it does so once.
    pub fn teaches(&self, rule: Rule, place: Place, words: &str) -> bool {
        let taught = self.advice.lessons.try_update_value(|lessons| {
            let (teaches, is_new) = lessons.teaches(rule, place, words, clock::now());
            if is_new {
                lessons.join(library::lessons());
                library::set_lessons(lessons);
            }
            teaches
        });
        taught.unwrap_or_default()
    }

    /// Which rules show in a place now. What went before anybody could read why is taught another time.
    pub fn still_shown(&self, place: Place, rules: &[Rule]) {
        let still = |lessons: &mut Lessons| lessons.still(place, rules, clock::now());
        let unread = self.advice.lessons.try_update_value(still).unwrap_or_default();
        if !unread.is_empty() {
            let mut kept = library::lessons();
            kept.forget(&unread);
            library::set_lessons(&kept);
        }
    }

    /// The person has read it.
    pub fn end_lesson(&self, rule: Rule) {
        self.advice.lessons.update_value(|lessons| lessons.close(rule));
    }

    /// Makes the change that a piece of advice offers.
    pub fn take_remedy(&self, finding: &Finding, remedy: &Remedy) {
        self.edit(&|draft, author| advice::take(draft, author, (finding, remedy), words::kind));
    }

    /// Lives with a piece of advice. A reason may follow: see [`Desk::keep_reason`].
    pub fn leave(&self, aside: SetAside) {
        self.run(advice::leave(aside.clone()));
        self.advice.just_left.set(Some(aside));
    }

    /// Lives with some advice that says the same of many places.
    pub fn leave_all(&self, asides: Vec<SetAside>) {
        self.advice.just_left.set(None);
        self.run(advice::leave_all(asides));
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
