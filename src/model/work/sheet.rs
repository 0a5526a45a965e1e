//! One record of what a team did: for each thing, what it is now, who said so, and after how many others.
//!
//! **Invariant:** two sheets become the same one in whichever order they are merged, and however often. The later of
//! two that say something of one thing holds, by a count and not by a clock: clocks of two computers differ.

use super::{Mark, TagId};
use crate::model::id::Author;
use crate::model::response::Asked;
use std::collections::BTreeMap;

/// Most characters in the name of a tag.
pub const LONGEST_TAG: usize = 60;
/// Most characters of words that are struck out together.
pub const LONGEST_STRUCK: usize = 200;
/// The largest count of a stamp that is read. A bound for hostile copies: nobody could go past the largest there is.
pub const LARGEST_AT: u32 = u32::MAX / 2;

/// When something was said, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// One more than all that was known then.
    pub at: u32,
    /// By which tab.
    pub by: Author,
}

/// What is said something about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// What a tag is called. Only in the sheet of tags.
    Tag(TagId),
    /// Whether an answer has a tag.
    Tagged(Asked, TagId),
    /// How an answer may be used.
    Mark(Asked),
    /// Whether these words are struck out of an answer.
    Struck(Asked, String),
}

/// What it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing any more.
    Nothing,
    /// So it is: it has the tag, the words are struck out.
    Yes,
    /// The tag's place among all that there ever were, from 1, and its name. One that was deleted keeps its place,
    /// and has no name.
    Tag { place: u32, name: String },
    /// The mark, and which sending of the person's answers was read for it.
    Mark { mark: Mark, revision: u32 },
}

/// One record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet(BTreeMap<Key, (Stamp, Value)>);

impl Sheet {
    /// True for one that says nothing of anything.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What something is now.
    pub fn get(&self, key: &Key) -> &Value {
        self.0.get(key).map_or(&Value::Nothing, |(_, value)| value)
    }

    /// Everything that was said something of, with what it is now.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &(Stamp, Value))> {
        self.0.iter()
    }

    /// Says what something is from now on.
    pub fn set(&mut self, key: Key, value: Value, by: Author) {
        let last = self.0.values().map(|(stamp, _)| stamp.at).max().unwrap_or(0);
        let at = last.saturating_add(1).min(LARGEST_AT);
        self.0.insert(key, (Stamp { at, by }, value));
    }

    /// Takes in what was said elsewhere. Of one thing, the later holds; of two at once, the same one on every
    /// computer.
    pub fn merge(&mut self, other: Self) {
        for (key, theirs) in other.0 {
            match self.0.get(&key) {
                Some(ours) if *ours >= theirs => {}
                _ => _ = self.0.insert(key, theirs),
            }
        }
    }
}

impl FromIterator<(Key, (Stamp, Value))> for Sheet {
    fn from_iter<I: IntoIterator<Item = (Key, (Stamp, Value))>>(all: I) -> Self {
        let mut sheet = Self::default();
        for (key, said) in all {
            sheet.merge(Self(BTreeMap::from([(key, said)])));
        }
        sheet
    }
}
