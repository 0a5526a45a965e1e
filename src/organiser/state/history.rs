//! Going back: what undo and redo are about, named versions, and every step of the draft.

use super::Desk;
use crate::model::draft::{Act, Change, StepId};
use crate::model::id::{APP, Author};
use crate::model::steps::Undoes;
use crate::organiser::steps;
use leptos::prelude::*;

impl Desk {
    /// What taking back or doing again is about, in words.
    pub(super) fn name_of(&self, act: &Act) -> String {
        self.draft.with_untracked(|draft| {
            let did = self.about(act).and_then(|id| draft.did(id));
            did.map(|did| steps::long(draft.content(), &did)).unwrap_or_default()
        })
    }

    /// What Undo would take back on the open screen and what Redo would do again, in words.
    pub fn next_steps(self) -> Memo<[Option<String>; 2]> {
        let undo = self.next("Undo", Memo::new(move |_| self.draft.with(|d| d.undo(self.author))));
        let redo = self.next("Redo", Memo::new(move |_| self.draft.with(|d| d.redo(self.author))));
        let named = |verb: &str, name: Option<&str>| name.map(|name| format!("{verb}: {name}"));
        Memo::new(move |_| match self.undoes() {
            Undoes::Draft => [undo.get(), redo.get()],
            Undoes::Here => self.trail.with(|trail| {
                [named("Undo", trail.next_back()), named("Redo", trail.next_forth())]
            }),
            Undoes::Nothing => [None, None],
        })
    }

    /// Asks the draft when it is about another step, not at every key: that walks through the log.
    fn next(self, verb: &'static str, act: Memo<Option<Act>>) -> Memo<Option<String>> {
        Memo::new(move |_| {
            let id = self.about(act.read().as_ref()?)?;
            let did = self.draft.with_untracked(|draft| draft.did(id))?;
            Some(format!("{verb}: {}", steps::brief(&did)))
        })
    }

    fn about(&self, act: &Act) -> Option<StepId> {
        match act {
            Act::Undo(number) | Act::Redo(number) => Some((self.author, *number)),
            Act::Do(_) => None,
        }
    }

    /// Makes the survey say what it said after a step. False when it says that already.
    pub fn go_back(&self, to: StepId, at: u64) -> bool {
        let changes = self.draft.with_untracked(|draft| draft.back_to(to));
        if changes.is_empty() {
            return false;
        }
        self.step(Act::Do(changes));
        self.tool.set(None);
        let when = steps::when(at);
        self.tell_undoable(format!("The survey is as it was {when}."));
        true
    }

    /// Gives the survey as it is now a name.
    pub fn name_version(&self, name: &str) {
        self.change(Change::NameVersion(name.to_owned()));
    }

    /// Who took a step, where that is somebody else.
    pub fn other(&self, author: Author) -> Option<String> {
        if author == APP {
            return Some("by Ask Together".to_owned());
        }
        let who = untrack(|| self.called(author));
        (who != "You")
            .then(|| format!("by {}", if who == "Someone" { "someone else" } else { &who }))
    }
}
