//! Walking a log from its start, with what the draft said at each edit.
//!
//! An undo changes what stands far back. So some of what was passed is kept, and the walk starts
//! again from there.

use super::beside::Merged;
use super::change::Act;
use super::content::Content;
use super::{Draft, Edit, StepId};
use std::collections::BTreeSet;

/// After how many edits the content is kept.
const STRIDE: usize = 16;
/// How many of those are kept: undo is mostly about what was done just now.
const MOST_KEPT: usize = 8;
/// How many edits are applied again at most. A log that was made to be slow is named by what its
/// edits say without going back: its names may be wrong, and it opens.
const MOST_WORK: usize = 200_000;

/// A walk through a log.
pub(super) struct Replay<'a> {
    log: &'a [Edit],
    next: usize,
    content: Content,
    undone: BTreeSet<StepId>,
    kept: Vec<(usize, Content)>,
    work: usize,
}

impl<'a> Replay<'a> {
    /// In front of the first edit.
    pub(super) fn new(log: &'a [Edit]) -> Self {
        let (content, undone) = (Content::default(), BTreeSet::new());
        Self { log, next: 0, content, undone, kept: Vec::new(), work: 0 }
    }

    /// What the draft said in front of the next edit.
    pub(super) fn content(&self) -> &Content {
        &self.content
    }

    /// Goes over the next edit, if there is one.
    pub(super) fn step(&mut self) {
        let Some(edit) = self.log.get(self.next) else { return };
        if self.next.is_multiple_of(STRIDE) {
            if self.kept.len() == MOST_KEPT {
                self.kept.remove(0);
            }
            self.kept.push((self.next, self.content.clone()));
        }
        self.next += 1;
        let id = (edit.author, edit.number);
        match &edit.act {
            Act::Do(_) if !self.undone.contains(&id) => {
                self.content.apply_edit(&self.log[..self.next - 1], edit, &self.undone);
            }
            Act::Do(_) => {}
            Act::Undo(number) => {
                if self.undone.insert((edit.author, *number)) {
                    self.again_from((edit.author, *number));
                }
            }
            Act::Redo(number) => {
                if self.undone.remove(&(edit.author, *number)) {
                    self.again_from((edit.author, *number));
                }
            }
        }
    }

    /// Walks again from before this edit, if that was passed.
    fn again_from(&mut self, id: StepId) {
        let passed = &self.log[..self.next];
        let is_it = |edit: &Edit| (edit.author, edit.number) == id;
        let Some(place) = passed.iter().rposition(is_it) else { return };
        self.kept.retain(|(kept, _)| *kept <= place);
        let (start, content) = self.kept.last().cloned().unwrap_or_default();
        self.work += self.next - start;
        if self.work > MOST_WORK {
            return;
        }
        self.content = content;
        for (edit, at) in passed[start..].iter().zip(start..) {
            if !self.undone.contains(&(edit.author, edit.number)) {
                self.content.apply_edit(&passed[..at], edit, &self.undone);
            }
        }
    }
}

impl Draft {
    /// What a part of its log adds up to.
    pub(super) fn content_of(&self, log: &[Edit]) -> Content {
        walk(log).0
    }

    /// What edits of its log that were typed beside others make of their places.
    pub(super) fn merged(&self) -> Merged {
        let is_beside = self.log.iter().any(|edit| edit.was.is_some());
        if is_beside { walk(&self.log).1 } else { Merged::new() }
    }
}

fn walk(log: &[Edit]) -> (Content, Merged) {
    let undone = super::undone(log);
    let (mut content, mut merged) = (Content::default(), Merged::new());
    for (at, edit) in log.iter().enumerate() {
        let id = (edit.author, edit.number);
        if undone.contains(&id) {
            continue;
        }
        if let Some(text) = content.apply_edit(&log[..at], edit, &undone) {
            merged.insert(id, text);
        }
    }
    (content, merged)
}
