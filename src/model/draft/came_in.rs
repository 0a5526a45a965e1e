//! What came in from somebody else at one time, and the way to take it back as one step.
//!
//! Absent: whether it may come in (see [`sound`](super::sound)).

use super::change::{Act, Change};
use super::history::{Step, StepId};
use super::{Draft, Edit};
use crate::model::id::SurveyId;
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

    /// Each of them as a step.
    pub fn steps(&self, draft: &Draft) -> Vec<Step> {
        let steps = draft.steps().into_iter();
        steps.filter(|step| self.edits.contains_key(&step.id)).collect()
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
