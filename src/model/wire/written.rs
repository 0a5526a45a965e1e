//! The saved form of what a team did with written answers.

use super::question::IdV1;
use super::{LARGEST_PACKET, Packet, Unreadable, pack, unpack_v1};
use crate::model::id::{Author, QuestionId};
use crate::model::plain_text::trimmed;
use crate::model::response::Asked;
use crate::model::work::{
    Key, LARGEST_AT, LONGEST_STRUCK, LONGEST_TAG, Mark, Sheet, Stamp, TagId, Value,
};
use serde::{Deserialize, Serialize};

/// Most things that one sheet says something of. A bound for hostile ones.
const MOST_ENTRIES: usize = 20_000;

#[derive(Serialize, Deserialize)]
enum KeyV1 {
    Tag(IdV1),
    Tagged(IdV1, u8, IdV1),
    Mark(IdV1, u8),
    Struck(IdV1, u8, String),
}

#[derive(Serialize, Deserialize)]
enum ValueV1 {
    Nothing,
    Yes,
    Tag(u32, String),
    /// The place in [`Mark::ALL`], and the revision.
    Mark(u8, u32),
}

/// What, since when, by whom, and what it is.
#[derive(Serialize, Deserialize)]
struct SheetV1(Vec<(KeyV1, u32, u32, ValueV1)>);

impl From<&Key> for KeyV1 {
    fn from(key: &Key) -> Self {
        let id = |asked: &Asked| IdV1::from(asked.question.0);
        match key {
            Key::Tag(tag) => KeyV1::Tag(tag.0.into()),
            Key::Tagged(asked, tag) => KeyV1::Tagged(id(asked), asked.round, tag.0.into()),
            Key::Mark(asked) => KeyV1::Mark(id(asked), asked.round),
            Key::Struck(asked, words) => KeyV1::Struck(id(asked), asked.round, words.clone()),
        }
    }
}

impl From<KeyV1> for Key {
    fn from(key: KeyV1) -> Self {
        let asked = |id: IdV1, round| Asked { question: QuestionId(id.into()), round };
        match key {
            KeyV1::Tag(tag) => Key::Tag(TagId(tag.into())),
            KeyV1::Tagged(id, round, tag) => Key::Tagged(asked(id, round), TagId(tag.into())),
            KeyV1::Mark(id, round) => Key::Mark(asked(id, round)),
            KeyV1::Struck(id, round, words) => Key::Struck(asked(id, round), words),
        }
    }
}

impl TryFrom<ValueV1> for Value {
    type Error = Unreadable;

    fn try_from(value: ValueV1) -> Result<Self, Unreadable> {
        Ok(match value {
            ValueV1::Nothing => Value::Nothing,
            ValueV1::Yes => Value::Yes,
            ValueV1::Tag(place, name) => Value::Tag { place, name },
            ValueV1::Mark(mark, revision) => {
                // Its check holds, so a mark that is not known here is of a newer release.
                let mark = *Mark::ALL.get(usize::from(mark)).ok_or(Unreadable::Newer)?;
                Value::Mark { mark, revision }
            }
        })
    }
}

/// True for what a press can have made of this key.
fn fits(key: &Key, value: &Value) -> bool {
    match (key, value) {
        (Key::Tag(_), Value::Tag { name, .. }) => {
            name.chars().count() <= LONGEST_TAG && trimmed(name) == *name && !name.contains('\n')
        }
        (Key::Tagged(..), Value::Yes | Value::Nothing) => true,
        (Key::Mark(_), Value::Mark { .. } | Value::Nothing) => true,
        (Key::Struck(_, words), Value::Yes | Value::Nothing) => {
            !words.is_empty() && words.chars().count() <= LONGEST_STRUCK && trimmed(words) == *words
        }
        _ => false,
    }
}

impl Packet for Sheet {
    const NAME: &'static str = "written answers";
    const LARGEST: usize = LARGEST_PACKET;

    fn to_packet(&self) -> Vec<u8> {
        let value = |value: &Value| match value {
            Value::Nothing => ValueV1::Nothing,
            Value::Yes => ValueV1::Yes,
            Value::Tag { place, name } => ValueV1::Tag(*place, name.clone()),
            Value::Mark { mark, revision } => {
                let place = Mark::ALL.iter().position(|one| one == mark).unwrap_or(0);
                ValueV1::Mark(place as u8, *revision)
            }
        };
        let entry = |(key, (stamp, is)): (&Key, &(Stamp, Value))| {
            (key.into(), stamp.at, stamp.by.0, value(is))
        };
        pack(Self::NAME, 1, &SheetV1(self.iter().map(entry).collect()))
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let SheetV1(read) = unpack_v1(version, body)?;
        if read.len() > MOST_ENTRIES {
            return Err(Unreadable::Damaged);
        }
        let entry = |(key, at, by, value): (KeyV1, u32, u32, ValueV1)| {
            let (key, value) = (Key::from(key), Value::try_from(value)?);
            let fits = fits(&key, &value) && at <= LARGEST_AT;
            fits.then_some((key, (Stamp { at, by: Author(by) }, value))).ok_or(Unreadable::Damaged)
        };
        read.into_iter().map(entry).collect()
    }
}
