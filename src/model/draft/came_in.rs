//! What came in from somebody else at one time, and the way to take it back as one step.
//!
//! Absent: whether it may come in (see [`sound`](super::sound)).

use super::change::{Act, Change};
use super::history::{Step, StepId};
use super::{Draft, Edit};
use crate::model::id::{Author, SurveyId};
use std::collections::BTreeMap;

/// Edits that came in together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameIn {
    survey: SurveyId,
    /// Each of them, and what stood in its place before: the same edit with less typed.
    edits: BTreeMap<StepId, Option<Edit>>,
}

impl CameIn {
    /// What `after` holds that was not in `before`.
    pub fn between(before: &Draft, after: &Draft) -> Self {
        let old: BTreeMap<StepId, &Edit> = before.log.iter().map(|edit| (id(edit), edit)).collect();
        let new = after.log.iter().filter(|edit| !before.has(edit));
        let edits = new.map(|edit| (id(edit), old.get(&id(edit)).map(|edit| (*edit).clone())));
        Self { survey: after.id, edits: edits.collect() }
    }

    /// Which survey it came to.
    pub fn survey(&self) -> SurveyId {
        self.survey
    }

    /// How many edits they are.
    pub fn len(&self) -> usize {
        self.edits.len()
    }

    /// True when nothing came.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// Each of them as a step, and whether it writes over a step that its author had finished: they went
    /// on to another one since. Typing that went on looks the same to a draft, but stands last.
    pub fn steps(&self, draft: &Draft) -> Vec<(Step, bool)> {
        // The last step of each author that was here before.
        let mut last: BTreeMap<Author, u32> = BTreeMap::new();
        for edit in draft.log.iter().filter(|edit| !self.edits.contains_key(&id(edit))) {
            let most = last.entry(edit.author).or_default();
            *most = edit.number.max(*most);
        }
        let is_finished =
            |(author, number): StepId| last.get(&author).is_some_and(|last| *last > number);
        let steps = draft.steps().into_iter().filter_map(|step| {
            let old = self.edits.get(&step.id)?;
            let writes_over = old.is_some() && is_finished(step.id);
            Some((step, writes_over))
        });
        steps.collect()
    }
}

impl Draft {
    /// The changes that take back what came in, and leave what was done since. Empty when there is nothing
    /// to take back.
    pub fn without(&self, came: &CameIn) -> Vec<Change> {
        let log: Vec<Edit> = self
            .log
            .iter()
            .filter_map(|edit| {
                came.edits.get(&id(edit)).cloned().unwrap_or_else(|| Some(edit.clone()))
            })
            .collect();
        self.content.changes_to(&self.content_of(&log))
    }

    /// The same as one act.
    pub fn taking_back(&self, came: &CameIn) -> Option<Act> {
        let changes = self.without(came);
        (!changes.is_empty()).then_some(Act::Do(changes))
    }
}

fn id(edit: &Edit) -> StepId {
    (edit.author, edit.number)
}
