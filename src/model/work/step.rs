//! All that a team did with the written answers to one survey, and what a press changes in it.
//!
//! A press becomes a [`Step`]: the changes that belong together. Doing a step gives back the step that undoes it.

use super::sheet::{Key, LONGEST_STRUCK, LONGEST_TAG, Sheet, Value};
use super::{Mark, Spot, TagId};
use crate::model::id::{Author, Id, ResponseId};
use crate::model::plain_text::{trimmed, without_controls};
use std::collections::{BTreeMap, BTreeSet};

/// Most tags that a survey has at a time. More than anybody keeps apart.
pub const MOST_TAGS: usize = 60;

/// Which sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// The tags of the survey.
    Tags,
    /// What was done with the answers of this person.
    Response(ResponseId),
}

/// One thing that becomes another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// In which sheet.
    pub of: Of,
    /// What.
    pub key: Key,
    /// What it becomes.
    pub value: Value,
}

/// Changes that are done and undone together.
pub type Step = Vec<Change>;

/// A tag as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The tag.
    pub id: TagId,
    /// Its number in columns: from 1, in the order in which tags were made. It stays.
    pub code: usize,
    /// What it is called.
    pub name: String,
}

/// Why a name can't be a tag's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadTag {
    /// It shows nothing.
    Empty,
    /// It has more than [`LONGEST_TAG`] characters.
    TooLong,
    /// This tag is called so already.
    Taken(TagId),
    /// There are [`MOST_TAGS`].
    TooMany,
}

impl BadTag {
    /// What an organiser is told.
    pub fn says(self) -> String {
        match self {
            BadTag::Empty => "Write what the tag is called first.".to_owned(),
            BadTag::TooLong => format!("A tag has at most {LONGEST_TAG} letters. Make it shorter."),
            BadTag::Taken(_) => "There is a tag with this name already.".to_owned(),
            BadTag::TooMany => {
                format!("A survey has at most {MOST_TAGS} tags. Delete one you do not need.")
            }
        }
    }
}

/// What was done with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody said yet how it may be used.
    Open,
    /// Somebody did, and then the person sent other answers: they are to be read again.
    Stale(Mark),
    /// So.
    Marked(Mark),
}

impl State {
    /// What was done with an answer, of this sending.
    pub fn of(work: &Work, spot: Spot, revision: u32) -> Self {
        match work.mark(spot) {
            None => State::Open,
            Some((mark, read)) if read == revision => State::Marked(mark),
            Some((mark, _)) => State::Stale(mark),
        }
    }
}

/// All of it for one survey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// The tags.
    pub tags: Sheet,
    /// What was done with the answers of each person.
    pub sheets: BTreeMap<ResponseId, Sheet>,
}

impl Work {
    /// True where nothing was ever done.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.sheets.values().all(Sheet::is_empty)
    }

    fn sheet(&self, of: Of) -> Option<&Sheet> {
        match of {
            Of::Tags => Some(&self.tags),
            Of::Response(id) => self.sheets.get(&id),
        }
    }

    fn value(&self, of: Of, key: &Key) -> &Value {
        self.sheet(of).map_or(&Value::Nothing, |sheet| sheet.get(key))
    }

    fn at(&self, spot: Spot, key: &Key) -> &Value {
        self.value(Of::Response(spot.response), key)
    }

    /// Does a step. Gives back the one that undoes it, and the sheets that are to be kept.
    pub fn apply(&mut self, step: Step, by: Author) -> (Step, BTreeSet<Of>) {
        let mut undo = Step::new();
        let mut touched = BTreeSet::new();
        for Change { of, key, value } in step {
            let old = self.value(of, &key).clone();
            // A tag that never was is one that was deleted: its place stays taken.
            let old = match (&value, old) {
                (Value::Tag { place, .. }, Value::Nothing) => {
                    Value::Tag { place: *place, name: String::new() }
                }
                (_, old) => old,
            };
            let sheet = match of {
                Of::Tags => &mut self.tags,
                Of::Response(id) => self.sheets.entry(id).or_default(),
            };
            sheet.set(key.clone(), value, by);
            undo.push(Change { of, key, value: old });
            touched.insert(of);
        }
        undo.reverse();
        (undo, touched)
    }

    /// Every tag that there ever was, in the order in which they were made, with its place. Two computers may have
    /// given one place to two.
    fn all_tags(&self) -> Vec<(TagId, u32, &str)> {
        let mut all = Vec::new();
        for (key, (_, value)) in self.tags.iter() {
            if let (Key::Tag(id), Value::Tag { place, name }) = (key, value) {
                all.push((*id, *place, &**name));
            }
        }
        all.sort_by_key(|(id, place, _)| (*place, *id));
        all
    }

    /// The tags, in the order in which they were made.
    pub fn tags(&self) -> Vec<Tag> {
        let all = self.all_tags().into_iter().zip(1..).filter(|((.., name), _)| !name.is_empty());
        all.map(|((id, _, name), code)| Tag { id, code, name: name.to_owned() }).collect()
    }

    /// A name as a tag has it: one line, without spaces around it.
    fn checked(&self, name: &str, own: Option<TagId>) -> Result<String, BadTag> {
        let name = trimmed(&without_controls(&name.replace(['\n', '\t'], " ")));
        if name.is_empty() {
            return Err(BadTag::Empty);
        }
        if name.chars().count() > LONGEST_TAG {
            return Err(BadTag::TooLong);
        }
        let is_same = |tag: &Tag| tag.name.to_lowercase() == name.to_lowercase();
        match self.tags().iter().find(|tag| Some(tag.id) != own && is_same(tag)) {
            Some(tag) => Err(BadTag::Taken(tag.id)),
            None => Ok(name),
        }
    }

    /// A new tag, by this tab.
    pub fn new_tag(&self, name: &str, by: Author) -> Result<(TagId, Step), BadTag> {
        let name = self.checked(name, None)?;
        if self.tags().len() >= MOST_TAGS {
            return Err(BadTag::TooMany);
        }
        let all = self.all_tags();
        let place = all.iter().map(|(_, place, _)| *place).max().unwrap_or(0).saturating_add(1);
        let own = all.iter().filter(|(id, ..)| id.0.author == by).map(|(id, ..)| id.0.number);
        let number = own.max().unwrap_or(0).saturating_add(1);
        let id = TagId(Id { author: by, number });
        Ok((
            id,
            vec![Change { of: Of::Tags, key: Key::Tag(id), value: Value::Tag { place, name } }],
        ))
    }

    fn named(&self, id: TagId, name: String) -> Step {
        let Value::Tag { place, .. } = *self.tags.get(&Key::Tag(id)) else { return Step::new() };
        vec![Change { of: Of::Tags, key: Key::Tag(id), value: Value::Tag { place, name } }]
    }

    /// Calls a tag something else.
    pub fn rename_tag(&self, id: TagId, name: &str) -> Result<Step, BadTag> {
        Ok(self.named(id, self.checked(name, Some(id))?))
    }

    /// Deletes a tag. Answers that have it are left alone: when that is undone they have it again.
    pub fn delete_tag(&self, id: TagId) -> Step {
        self.named(id, String::new())
    }

    /// Gives an answer a tag, or takes it away.
    pub fn tag(&self, spot: Spot, tag: TagId, is: bool) -> Step {
        let value = if is { Value::Yes } else { Value::Nothing };
        vec![change(spot, Key::Tagged(spot.asked, tag), value)]
    }

    /// True for an answer with this tag. A deleted tag may still be on it.
    pub fn has_tag(&self, spot: Spot, tag: TagId) -> bool {
        *self.at(spot, &Key::Tagged(spot.asked, tag)) == Value::Yes
    }

    /// Says how an answer may be used. `revision` is the sending of the person's answers that was read.
    pub fn set_mark(&self, spot: Spot, mark: Option<Mark>, revision: u32) -> Step {
        let value = mark.map_or(Value::Nothing, |mark| Value::Mark { mark, revision });
        vec![change(spot, Key::Mark(spot.asked), value)]
    }

    /// How an answer may be used, and which sending of it was read for that: see [`Value::Mark`].
    pub fn mark(&self, spot: Spot) -> Option<(Mark, u32)> {
        match self.at(spot, &Key::Mark(spot.asked)) {
            Value::Mark { mark, revision } => Some((*mark, *revision)),
            _ => None,
        }
    }

    /// Strikes words out of an answer, wherever they stand in it, or has them back. Nothing for words that show
    /// nothing or are too long for a name.
    pub fn strike(&self, spot: Spot, words: &str, is: bool) -> Step {
        let words = trimmed(words);
        if words.is_empty() || words.chars().count() > LONGEST_STRUCK {
            return Step::new();
        }
        let value = if is { Value::Yes } else { Value::Nothing };
        vec![change(spot, Key::Struck(spot.asked, words), value)]
    }

    /// The words that are struck out of an answer.
    pub fn struck(&self, spot: Spot) -> Vec<&str> {
        let sheet = self.sheets.get(&spot.response).into_iter().flat_map(Sheet::iter);
        let struck = sheet.filter_map(|(key, (_, value))| match (key, value) {
            (Key::Struck(asked, words), Value::Yes) if *asked == spot.asked => Some(&**words),
            _ => None,
        });
        struck.collect()
    }

    /// Takes in what was done elsewhere.
    pub fn merge(&mut self, other: Self) {
        self.tags.merge(other.tags);
        for (id, sheet) in other.sheets {
            self.sheets.entry(id).or_default().merge(sheet);
        }
    }
}

fn change(spot: Spot, key: Key, value: Value) -> Change {
    Change { of: Of::Response(spot.response), key, value }
}
