//! Who else a group will ask, and how; and what it compared with. One record for each survey.
//!
//! **Invariant:** two plans become the same one in whichever order they are merged, and however often. Of one field
//! the later text holds, by a count and not by a clock; of two at once, the same one on every computer. Rows are
//! never dropped: a removed one keeps its words, so it can be put back.

use super::About;
use crate::model::id::{Author, Id, SurveyId};
use crate::model::work::Stamp;
use std::collections::{BTreeMap, BTreeSet};

/// Most characters of a field.
pub const LONGEST_TEXT: usize = 500;
/// Most rows of the list. More is no short list.
pub const MOST_ROWS: usize = 50;
/// The largest count of a stamp that is read. A bound for hostile copies: nobody could go past the largest there is.
pub const LARGEST_AT: u32 = u32::MAX / 2;

/// A field of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// "yes" while the row is in the list.
    Here,
    /// Who to ask.
    Who,
    /// How.
    How,
    /// Who does it.
    By,
}

/// What is said something about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The name of the nation that is compared with.
    Nation,
    /// Its areas, as they were typed: see [`Figures::meant`](super::Figures::meant).
    Area,
    /// What the group's own numbers are called: "Our register".
    Register,
    /// How many people of the group's own register are in this group of a topic.
    Own(About, String),
    /// Part of a row.
    Row(Id, Field),
}

/// A row of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Who to ask.
    pub who: String,
    /// How.
    pub how: String,
    /// Who does it.
    pub by: String,
}

/// What one survey's group wrote down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Whose.
    pub survey: SurveyId,
    said: BTreeMap<Key, (Stamp, String)>,
}

impl Key {
    /// What organisers call it.
    pub fn name(&self) -> &'static str {
        match self {
            Key::Nation => "Nation",
            Key::Area => "Local authority",
            Key::Register => "What to compare with",
            Key::Own(..) => "Our own numbers",
            Key::Row(_, Field::Here) => "A line of who to ask",
            Key::Row(_, Field::Who) => "Who",
            Key::Row(_, Field::How) => "How",
            Key::Row(_, Field::By) => "Who does it",
        }
    }
}

impl Plan {
    /// Nothing yet.
    pub fn new(survey: SurveyId) -> Self {
        Self { survey, said: BTreeMap::new() }
    }

    /// True for one that says nothing.
    pub fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// What is said of something. Empty for nothing.
    pub fn get(&self, key: &Key) -> &str {
        self.said.get(key).map_or("", |(_, text)| text)
    }

    /// Says something from now on. No more than [`LONGEST_TEXT`] characters are kept.
    pub fn set(&mut self, key: Key, text: &str, by: Author) {
        let text: String = text.chars().take(LONGEST_TEXT).collect();
        if self.get(&key) == text {
            return;
        }
        let last = self.said.values().map(|(stamp, _)| stamp.at).max().unwrap_or(0);
        let at = last.saturating_add(1).min(LARGEST_AT);
        self.said.insert(key, (Stamp { at, by }, text));
    }

    /// Adds an empty row at the end. `None` where there are as many as there may be.
    pub fn add_row(&mut self, by: Author) -> Option<Id> {
        if self.rows().len() >= MOST_ROWS {
            return None;
        }
        let last = self.ids().into_iter().map(|id| id.number).max().unwrap_or(0);
        let id = Id { author: by, number: last.checked_add(1)? };
        self.set(Key::Row(id, Field::Here), "yes", by);
        Some(id)
    }

    /// Takes a row out of the list, or puts it back.
    pub fn show_row(&mut self, id: Id, is_here: bool, by: Author) {
        self.set(Key::Row(id, Field::Here), if is_here { "yes" } else { "" }, by);
    }

    /// The rows in the list, in the order in which they were added.
    pub fn rows(&self) -> Vec<(Id, Row)> {
        let text = |id, field| self.get(&Key::Row(id, field)).to_owned();
        let is_here = |id: &Id| !self.get(&Key::Row(*id, Field::Here)).is_empty();
        let row = |id: Id| {
            let row = Row {
                who: text(id, Field::Who),
                how: text(id, Field::How),
                by: text(id, Field::By),
            };
            (id, row)
        };
        let mut ids: Vec<Id> = self.ids().into_iter().filter(is_here).collect();
        ids.sort_by_key(|id| (id.number, id.author));
        ids.into_iter().map(row).collect()
    }

    fn ids(&self) -> BTreeSet<Id> {
        let id = |key: &Key| match key {
            Key::Row(id, _) => Some(*id),
            _ => None,
        };
        self.said.keys().filter_map(id).collect()
    }

    /// The group's own numbers for these groups of a topic. `None` while one of them is no number. All may be 0: then
    /// the register has nobody of any group, and there is nothing to compare with.
    pub fn own(&self, about: About, groups: &[super::Group]) -> Option<Vec<u64>> {
        let number = |group: &super::Group| -> Option<u64> {
            let typed = self.get(&Key::Own(about, group.code.clone())).replace([',', ' '], "");
            // More people than there are would be a slip.
            if typed.is_empty() { None } else { typed.parse().ok().filter(|n| *n < 100_000_000) }
        };
        groups.iter().map(number).collect()
    }

    /// What says something else than `before`: what it said then, and what it says now.
    pub fn changed_since(&self, before: &Self) -> Vec<(Key, [String; 2])> {
        let other = |key: &Key| (before.get(key) != self.get(key)).then(|| key.clone());
        let both = |key: Key| {
            let texts = [before.get(&key).to_owned(), self.get(&key).to_owned()];
            (key, texts)
        };
        self.said.keys().filter_map(other).map(both).collect()
    }

    /// Takes in what was said elsewhere.
    pub fn merge(&mut self, other: Self) {
        if self.survey != other.survey {
            return;
        }
        for (key, theirs) in other.said {
            match self.said.get(&key) {
                Some(ours) if *ours >= theirs => {}
                _ => _ = self.said.insert(key, theirs),
            }
        }
    }

    /// Everything that was said.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &(Stamp, String))> {
        self.said.iter()
    }

    /// What a saved form says.
    pub fn from_said(
        survey: SurveyId,
        all: impl IntoIterator<Item = (Key, (Stamp, String))>,
    ) -> Self {
        let mut plan = Self::new(survey);
        for (key, said) in all {
            plan.merge(Self { survey, said: BTreeMap::from([(key, said)]) });
        }
        plan
    }
}
