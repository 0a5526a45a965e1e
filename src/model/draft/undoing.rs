//! Taking back what was done in one place, whatever was done elsewhere since.

use super::change::{Act, Change, Place};
use super::{Draft, Edit};
use crate::model::id::Author;
use crate::model::survey::Language;
use std::collections::BTreeSet;

impl Draft {
    /// What takes back this author's newest words in a place, in this other language, if those stand there
    /// now. Other steps may have come after.
    pub fn undo_in(
        &self,
        author: Author,
        (language, place): (Option<Language>, Place),
    ) -> Option<Act> {
        let done: BTreeSet<u32> = self.undo_steps(author).0.into_iter().collect();
        let is_typed = |edit: &&Edit| {
            edit.author == author
                && done.contains(&edit.number)
                && edit.act.typed_in() == Some((language, place))
                && edit.is_said_in(&self.content)
        };
        self.log.iter().rev().find(is_typed).map(|edit| Act::Undo(edit.number))
    }

    /// What the step did that this act takes back. Empty for an act that takes back nothing.
    pub fn changes_undone(&self, author: Author, act: &Act) -> &[Change] {
        let Act::Undo(number) = act else { return &[] };
        let edit = self.place((author, *number)).map(|place| &self.log[place]);
        match edit.map(|edit| &edit.act) {
            Some(Act::Do(changes)) => changes,
            _ => &[],
        }
    }
}
