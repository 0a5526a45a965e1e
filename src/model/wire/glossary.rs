//! The saved form of what a group did with the words.
//!
//! Parts of a term are numbers by their place, and new ones only ever come last: what an older program does not
//! know, it calls newer.

use super::log::read_few;
use super::{LARGEST_PACKET, Packet, Unreadable, pack, unpack_v1};
use crate::model::glossary::{
    Act, Agreed, Edit, EditName, Field, Glossary, MOST_EDITS, MOST_OPS, Op, TermId, Written,
    is_sound,
};
use crate::model::id::Author;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct GlossaryV1 {
    log: Vec<EditV1>,
}

/// The number and the author of an edit.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct NameV1(u32, u32);

#[derive(Serialize, Deserialize)]
struct EditV1 {
    name: NameV1,
    at: u64,
    act: ActV1,
}

#[derive(Serialize, Deserialize)]
enum ActV1 {
    Do(#[serde(deserialize_with = "read_few")] Vec<OpV1>),
    Undo(NameV1),
}

#[derive(Serialize, Deserialize)]
enum OpV1 {
    Add(u64),
    Remove(u64),
    Set {
        of: u64,
        /// The place of the part in [`Field::ALL`].
        field: u8,
        text: String,
        #[serde(deserialize_with = "read_few")]
        over: Vec<(NameV1, u64)>,
    },
    Agree {
        of: u64,
        who: String,
        day: u32,
        meaning: String,
    },
    Forget(NameV1, u32),
}

impl From<EditName> for NameV1 {
    fn from(name: EditName) -> Self {
        Self(name.number, name.author.0)
    }
}

impl From<NameV1> for EditName {
    fn from(NameV1(number, author): NameV1) -> Self {
        Self { number, author: Author(author) }
    }
}

impl From<&Op> for OpV1 {
    fn from(op: &Op) -> Self {
        match op {
            Op::Add(id) => OpV1::Add(id.0),
            Op::Remove(id) => OpV1::Remove(id.0),
            Op::Set { of, field, text, over } => OpV1::Set {
                of: of.0,
                field: Field::ALL.iter().position(|other| other == field).unwrap_or_default() as u8,
                text: text.clone(),
                over: over.iter().map(|written| (written.edit.into(), written.at)).collect(),
            },
            Op::Agree(of, Agreed { who, day, meaning }) => {
                OpV1::Agree { of: of.0, who: who.clone(), day: *day, meaning: meaning.clone() }
            }
            Op::Forget(name, place) => OpV1::Forget((*name).into(), *place),
        }
    }
}

impl OpV1 {
    /// `None` for what a newer release wrote.
    fn read(self) -> Option<Op> {
        Some(match self {
            OpV1::Add(id) => Op::Add(TermId(id)),
            OpV1::Remove(id) => Op::Remove(TermId(id)),
            OpV1::Set { of, field, text, over } => {
                let field = *Field::ALL.get(usize::from(field))?;
                let written = |(edit, at): (NameV1, u64)| Written { edit: edit.into(), at };
                let over = over.into_iter().map(written).collect();
                Op::Set { of: TermId(of), field, text, over }
            }
            OpV1::Agree { of, who, day, meaning } => {
                Op::Agree(TermId(of), Agreed { who, day, meaning })
            }
            OpV1::Forget(name, place) => Op::Forget(name.into(), place),
        })
    }
}

impl From<&Edit> for EditV1 {
    fn from(edit: &Edit) -> Self {
        let act = match &edit.act {
            Act::Do(ops) => ActV1::Do(ops.iter().map(OpV1::from).collect()),
            Act::Undo(name) => ActV1::Undo((*name).into()),
        };
        Self { name: edit.name.into(), at: edit.at, act }
    }
}

impl EditV1 {
    fn read(self) -> Result<Edit, Unreadable> {
        let act = match self.act {
            ActV1::Do(ops) if ops.len() > MOST_OPS => return Err(Unreadable::TooLarge),
            ActV1::Do(ops) => {
                let ops = ops.into_iter().map(OpV1::read).collect::<Option<_>>();
                Act::Do(ops.ok_or(Unreadable::Newer)?)
            }
            ActV1::Undo(name) => Act::Undo(name.into()),
        };
        let edit = Edit { name: self.name.into(), at: self.at, act };
        if is_sound(&edit) { Ok(edit) } else { Err(Unreadable::Damaged) }
    }
}

impl Packet for Glossary {
    const NAME: &'static str = "words";
    // The app writes no more than a quarter: what several tabs wrote still reads once it is put together.
    const LARGEST: usize = 4 * LARGEST_PACKET;

    fn to_packet(&self) -> Vec<u8> {
        pack(Self::NAME, 1, &GlossaryV1 { log: self.log().iter().map(EditV1::from).collect() })
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let GlossaryV1 { log } = unpack_v1(version, body)?;
        if log.len() > MOST_EDITS {
            return Err(Unreadable::TooLarge);
        }
        let log = log.into_iter().map(EditV1::read).collect::<Result<Vec<Edit>, _>>()?;
        Ok(Glossary::from_log(log))
    }
}
