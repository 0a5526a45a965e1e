//! Which advice there is. The open card's is there with each key; how much the other questions
//! have follows a moment later, and only for those that changed, so that typing stays quick in a
//! survey of hundreds of questions.

use crate::model::advice::{AdviceItem, Adviser, Known};
use crate::model::draft::{Draft, SetAside};
use crate::model::edit::Card;
use crate::model::id::QuestionId;
use crate::model::lessons::Lessons;
use crate::organiser::library;
use crate::organiser::screen::Screen;
use core::time::Duration;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How long after a key the counts follow.
const PAUSE: Duration = Duration::from_millis(300);

/// The advice on the draft on the desk.
#[derive(Clone, Copy)]
pub struct Advice {
    /// About the open card, in the order of its words.
    pub here: Memo<Vec<AdviceItem>>,
    /// What a person decided to live with just now: its reason can still be said in place.
    pub just_left: RwSignal<Option<SetAside>>,
    /// How many pieces each question has that are more than notes. Without those that have none.
    counts: RwSignal<BTreeMap<QuestionId, usize>>,
    /// Which rules were taught to the person.
    pub lessons: StoredValue<Lessons>,
    draft: RwSignal<Draft>,
    /// `None` until the part of the program is in that has it.
    adviser: Signal<Option<Adviser>>,
    known: StoredValue<Known>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Advice {
    /// The advice on a draft that changes.
    pub fn new(
        draft: RwSignal<Draft>,
        spot: RwSignal<Card>,
        screen: RwSignal<Screen>,
        adviser: Signal<Option<Adviser>>,
    ) -> Self {
        let here = Memo::new(move |_| {
            let Some(adviser) = adviser.get() else { return Vec::new() };
            draft.with(|draft| (adviser.advise)(draft.content(), spot.get()))
        });
        let advice = Self {
            here,
            just_left: RwSignal::new(None),
            counts: RwSignal::new(BTreeMap::new()),
            lessons: StoredValue::new(library::lessons()),
            draft,
            adviser,
            known: StoredValue::new(Known::default()),
            waiting: StoredValue::new(None),
        };
        Effect::new(move |_| {
            draft.track();
            adviser.track();
            advice.catch_up_in(PAUSE);
        });
        Effect::new(move |_| {
            spot.track();
            screen.track();
            advice.just_left.set(None);
            advice.lessons.update_value(Lessons::move_on);
        });
        advice
    }

    /// How many pieces of advice a question has that are more than notes and not set aside.
    pub fn count(&self, id: QuestionId) -> usize {
        self.counts.with(|counts| counts.get(&id).copied().unwrap_or(0))
    }

    fn catch_up_in(self, time: Duration) {
        if let Some(waiting) = self.waiting.get_value() {
            waiting.clear();
        }
        self.waiting.set_value(set_timeout_with_handle(move || self.catch_up(), time).ok());
    }

    fn catch_up(self) {
        let Some(adviser) = self.adviser.get_untracked() else { return };
        self.draft.with_untracked(|draft| {
            let content = draft.content();
            let found = self.known.try_update_value(|known| (adviser.catch_up)(known, content));
            let Some((left, counts)) = found else { return };
            if self.counts.with_untracked(|old| *old != counts) {
                self.counts.set(counts);
            }
            if left {
                self.catch_up_in(Duration::ZERO);
            }
        });
    }
}
