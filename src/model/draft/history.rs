//! What was done to a draft, step by step, and the way back to any step.
//!
//! One edit of the log is one step. Its name comes out as data ([`Did`]); the words for it are the
//! organiser's. Named versions are steps too: what people go back to is what the draft said there.

use super::change::{Act, Change};
use super::content::Content;
use super::did::{Did, did};
use super::replay::Replay;
use super::{Draft, Edit};
use crate::model::id::Author;
use std::collections::BTreeMap;

/// Names a step: whose, and which of theirs. It stays the same when another log is merged in.
pub type StepId = (Author, u32);

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub id: StepId,
    /// When, in milliseconds since 1970 by its author's clock.
    pub at: u64,
    /// What it did.
    pub did: Did,
    /// True while it is taken back.
    pub undone: bool,
    /// The name that it gave the draft, if it gave one.
    pub name: Option<String>,
}

impl Draft {
    /// Every step, oldest first.
    pub fn steps(&self) -> Vec<Step> {
        let undone = self.undone();
        let mut replay = Replay::new(&self.log);
        let mut steps: Vec<Step> = Vec::with_capacity(self.log.len());
        let mut by_id = BTreeMap::new();
        for edit in &self.log {
            let of_own = |number: u32| {
                let place: Option<&usize> = by_id.get(&(edit.author, number));
                place.and_then(|place| steps.get(*place)).map(|step| Box::new(step.did.clone()))
            };
            let did = match &edit.act {
                Act::Do(changes) => did(replay.content(), changes),
                // Only an edit that does something is ever taken back, so no box holds a box.
                Act::Undo(number) => Did::Undid(of_own(*number).filter(|did| !did.is_undoing())),
                Act::Redo(number) => Did::Redid(of_own(*number).filter(|did| !did.is_undoing())),
            };
            replay.step();
            let id = (edit.author, edit.number);
            by_id.insert(id, steps.len());
            let name = edit.names().map(str::to_owned);
            steps.push(Step { id, at: edit.at, did, undone: undone.contains(&id), name });
        }
        steps
    }

    /// What a step did, without the others. `None` when it is not in the log.
    pub fn did(&self, id: StepId) -> Option<Did> {
        let place = self.place(id)?;
        match &self.log[place].act {
            Act::Do(changes) => Some(did(&self.content_of(&self.log[..place]), changes)),
            Act::Undo(_) | Act::Redo(_) => None,
        }
    }

    /// Every step that gave the draft a name and is not taken back, oldest first.
    pub fn named_versions(&self) -> Vec<Step> {
        let undone = self.undone();
        let named = self.log.iter().filter_map(|edit| {
            let (id, name) = ((edit.author, edit.number), edit.names()?.to_owned());
            let did = Did::NamedVersion(name.clone());
            Some(Step { id, at: edit.at, did, undone: undone.contains(&id), name: Some(name) })
        });
        named.filter(|step| !step.undone).collect()
    }

    /// What the draft said after a step, with what was taken back by then. `None` when the step is
    /// not in the log.
    pub fn content_at(&self, id: StepId) -> Option<Content> {
        Some(self.content_of(&self.log[..=self.place(id)?]))
    }

    /// The changes that make the draft say what it said after a step. Empty when it says that now.
    ///
    /// Notes of reader checks stay: they tell what readers did, and no step back undoes that.
    pub fn back_to(&self, id: StepId) -> Vec<Change> {
        let Some(place) = self.place(id) else { return Vec::new() };
        let mut changes = self.content.changes_to(&self.content_of(&self.log[..=place]));
        if !changes.is_empty() {
            changes.push(Change::NoteBack(self.log[place].at));
        }
        changes
    }

    pub(super) fn place(&self, id: StepId) -> Option<usize> {
        self.log.iter().position(|edit| (edit.author, edit.number) == id)
    }
}

impl Edit {
    /// The name that it gives the draft.
    fn names(&self) -> Option<&str> {
        let Act::Do(changes) = &self.act else { return None };
        changes.iter().rev().find_map(|change| match change {
            Change::NameVersion(name) => Some(name.as_str()),
            _ => None,
        })
    }
}
