//! A record that several people write in at once: its log of edits, which *is* the record.
//!
//! Merging two logs is a union, so order, repeats and partial copies never matter, and nothing that anybody
//! wrote is lost. Edits are in one order for everybody: by a number that is higher than each number its author
//! had seen (Lamport, 1978), then by author. Undo is an edit too.
//!
//! Absent: what an edit does, and a clock. The log of a draft is older and has rules of its own.

use super::id::Author;

/// Names an edit. Sorts as everybody's log does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditName {
    /// Higher than every number that its author had seen.
    pub number: u32,
    /// Who.
    pub author: Author,
}

/// One step that a person took. Typing on lengthens the step: the same name, at a later time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit<O> {
    /// Its name.
    pub name: EditName,
    /// When, in milliseconds since 1970 by its author's clock. Of two with one name the later stays.
    pub at: u64,
    /// What.
    pub act: Act<O>,
}

/// What a step does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act<O> {
    /// These things, in their order.
    Do(Vec<O>),
    /// An earlier step no longer counts. Of an undo, this is a redo.
    Undo(EditName),
}

/// A write that another one takes the place of: the edit, and how far it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written {
    /// The edit.
    pub edit: EditName,
    /// Its time.
    pub at: u64,
}

/// The edits by name, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log<O>(Vec<Edit<O>>);

impl<O> Default for Log<O> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<O: Clone + Ord> Log<O> {
    /// Every edit, in order.
    pub fn edits(&self) -> &[Edit<O>] {
        &self.0
    }

    /// Takes in one edit. True when that is news.
    pub fn apply(&mut self, edit: Edit<O>) -> bool {
        match self.0.binary_search_by_key(&edit.name, |held| held.name) {
            Err(place) => {
                self.0.insert(place, edit);
                true
            }
            Ok(place) if self.0[place] < edit => {
                self.0[place] = edit;
                true
            }
            Ok(_) => false,
        }
    }

    /// Takes in edits: a union, where of two with one name the later stays. True when there is news.
    pub fn merge(&mut self, edits: impl IntoIterator<Item = Edit<O>>) -> bool {
        let mut is_new = false;
        for edit in edits {
            is_new |= self.apply(edit);
        }
        is_new
    }

    /// The next step of this author.
    pub fn next(&self, author: Author, at: u64, act: Act<O>) -> Edit<O> {
        let last = self.0.last().map_or(0, |edit| edit.name.number);
        Edit { name: EditName { number: last.saturating_add(1), author }, at, act }
    }

    /// The last edit and the one thing that it does, where this author made it and nobody did anything since:
    /// typing on lengthens it.
    pub fn lengthens(&self, author: Author) -> Option<(&Edit<O>, &O)> {
        let last = self.0.last().filter(|last| last.name.author == author)?;
        match &last.act {
            Act::Do(ops) if ops.len() == 1 => Some((last, &ops[0])),
            _ => None,
        }
    }

    /// Everything that was ever done, also what no longer counts.
    pub fn done(&self) -> impl Iterator<Item = &O> {
        self.0.iter().flat_map(|edit| match &edit.act {
            Act::Do(ops) => &ops[..],
            Act::Undo(_) => &[],
        })
    }

    /// What takes back this author's last step.
    pub fn undo(&self, author: Author) -> Option<Act<O>> {
        self.last_step(author).map(|edit| Act::Undo(edit.name))
    }

    /// What does the step again that was taken back last, unless something was done since.
    pub fn redo(&self, author: Author) -> Option<Act<O>> {
        let done = self.last_step(author).map(|edit| edit.name);
        let mut own = self.active().rev().filter(|edit| edit.name.author == author);
        let undo = own.find(|edit| match &edit.act {
            Act::Undo(name) => matches!(self.find(*name), Some(Edit { act: Act::Do(_), .. })),
            Act::Do(_) => false,
        })?;
        (done.is_none_or(|done| done < undo.name)).then_some(Act::Undo(undo.name))
    }

    fn last_step(&self, author: Author) -> Option<&Edit<O>> {
        let mut own = self.active().rev().filter(|edit| edit.name.author == author);
        own.find(|edit| matches!(edit.act, Act::Do(_)))
    }

    /// One edit.
    pub fn find(&self, name: EditName) -> Option<&Edit<O>> {
        let place = self.0.binary_search_by_key(&name, |held| held.name).ok()?;
        Some(&self.0[place])
    }

    /// Whether each edit counts: nobody took it back who was not taken back themselves. Only what comes later
    /// can take something back, so one pass from the end tells.
    fn counting(&self) -> Vec<bool> {
        let mut counts = vec![true; self.0.len()];
        for at in (0..self.0.len()).rev() {
            let Act::Undo(name) = &self.0[at].act else { continue };
            if counts[at]
                && let Ok(place) = self.0[..at].binary_search_by_key(name, |held| held.name)
            {
                counts[place] = false;
            }
        }
        counts
    }

    /// The edits that count, in order.
    pub fn active(&self) -> impl DoubleEndedIterator<Item = &Edit<O>> {
        let counts = self.counting();
        let all = self.0.iter().zip(counts);
        all.filter(|(_, counts)| *counts).map(|(edit, _)| edit)
    }
}
