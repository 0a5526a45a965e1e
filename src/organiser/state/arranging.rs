//! What is being arranged: which sections are folded away in the outline, which questions are
//! selected, and which wait to be moved. Also what selecting several does.

use super::Desk;
use crate::browser::page;
use crate::model::edit::several;
use crate::model::id::QuestionId;
use crate::organiser::ids::SELECT_SEVERAL;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What is being arranged on the desk. None of it is saved.
#[derive(Clone, Copy)]
pub struct Arranging {
    /// The titles of the sections whose questions the outline hides.
    pub folded: RwSignal<BTreeSet<QuestionId>>,
    /// What is ticked, while several questions can be selected.
    pub selected: RwSignal<Option<BTreeSet<QuestionId>>>,
    /// What "Move to…" is asked about, while its dialog is open.
    pub moving: RwSignal<Option<BTreeSet<QuestionId>>>,
    /// Where a stretch of ticks starts.
    from: StoredValue<Option<QuestionId>>,
}

impl Arranging {
    pub(super) fn new() -> Self {
        Self {
            folded: RwSignal::new(BTreeSet::new()),
            selected: RwSignal::new(None),
            moving: RwSignal::new(None),
            from: StoredValue::new(None),
        }
    }

    /// For another survey: nothing is folded, selected or waiting.
    pub(super) fn reset(&self) {
        self.folded.set(BTreeSet::new());
        self.selected.set(None);
        self.moving.set(None);
        self.from.set_value(None);
    }
}

impl Desk {
    /// What is ticked and still there.
    pub fn selected(&self) -> BTreeSet<QuestionId> {
        let ids = self.arranging.selected.get().unwrap_or_default();
        self.draft.with(|draft| {
            let questions = &draft.content().questions;
            questions.iter().map(|question| question.id).filter(|id| ids.contains(id)).collect()
        })
    }

    /// Starts or stops selecting several.
    pub fn select_several(&self, on: bool) {
        self.arranging.from.set_value(None);
        self.arranging.selected.set(on.then(BTreeSet::new));
        if !on {
            page::focus_soon(SELECT_SEVERAL);
        }
    }

    /// Ticks or unticks one.
    pub fn select(&self, id: QuestionId) {
        self.arranging.from.set_value(Some(id));
        self.arranging.selected.update(|selected| {
            if let Some(ids) = selected
                && !ids.remove(&id)
            {
                ids.insert(id);
            }
        });
    }

    /// Ticks all from the one that was ticked last to this one.
    pub fn select_up_to(&self, id: QuestionId) {
        let from = self.arranging.from.get_value().unwrap_or(id);
        self.arranging.from.set_value(Some(from));
        let all = self.draft.with_untracked(|draft| several::between(draft.content(), from, id));
        self.select_all(&all);
    }

    /// Ticks these too.
    pub fn select_all(&self, ids: &[QuestionId]) {
        self.arranging.selected.update(|selected| {
            selected.get_or_insert_default().extend(ids);
        });
    }

    /// Every question and page, in order.
    pub(super) fn question_ids(&self) -> Vec<QuestionId> {
        self.draft.with_untracked(|draft| {
            draft.content().questions.iter().map(|question| question.id).collect()
        })
    }

    /// Takes out all that are ticked.
    pub fn remove_selected(&self) {
        let (ids, open) = (untrack(|| self.selected()), self.spot.get_untracked());
        if self.run(self.draft.with_untracked(|draft| several::remove(draft, &ids, open))) {
            self.arranging.selected.set(Some(BTreeSet::new()));
        }
    }

    /// Adds copies of all that are ticked after the last of them, and ticks those.
    pub fn duplicate_selected(&self) {
        let ids = untrack(|| self.selected());
        let copied = self.draft.with_untracked(|draft| several::copy(draft, self.author, &ids));
        let (edited, copies) = copied;
        if self.run(edited) {
            self.arranging.selected.set(Some(copies));
        }
    }
}
