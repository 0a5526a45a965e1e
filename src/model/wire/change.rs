//! The saved form of a record of changes.
//!
//! Fields and what is picked in them are numbers by their place, and new ones only ever come last: what an older
//! program does not know, it calls newer.

use super::log::read_few;
use super::question::IdV1;
use super::{LARGEST_PACKET, Packet, Unreadable, pack, unpack_v1};
use crate::model::change::{
    Act, Agreed, ChangeId, Changes, Edit, EditName, Field, Link, MOST_EDITS, MOST_OPS, Op, Shape,
    Value, Written, is_sound,
};
use crate::model::id::{Author, ChoiceId, QuestionId, ResponseId, SurveyId};
use crate::model::review::{NoteName, ReviewerId};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct ChangesV1 {
    survey: u64,
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
    Add(IdV1),
    Remove(IdV1),
    Set {
        of: Option<IdV1>,
        /// The place of the field in [`Field::ALL`].
        field: u8,
        value: ValueV1,
        #[serde(deserialize_with = "read_few")]
        over: Vec<(NameV1, u64)>,
    },
    Link(IdV1, LinkV1),
    Unlink(IdV1, LinkV1),
    Agree {
        of: IdV1,
        who: String,
        day: u32,
        agrees: Option<bool>,
        because: String,
        from: Option<u64>,
    },
    Forget(NameV1, u32),
    Asked(u64),
}

#[derive(Serialize, Deserialize)]
enum ValueV1 {
    Nothing,
    Text(String),
    Pick(u8),
    Day(u32),
    Pence(u64),
    NotKnown,
}

#[derive(Serialize, Deserialize)]
enum LinkV1 {
    Question(u64, IdV1),
    Choice(u64, IdV1, IdV1),
    Quote(u64, IdV1, u64),
    /// The reviewer and which of theirs.
    Note(u64, u64, u32),
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

impl From<&Link> for LinkV1 {
    fn from(link: &Link) -> Self {
        match *link {
            Link::Question(survey, id) => LinkV1::Question(survey.0, id.0.into()),
            Link::Choice(survey, id, choice) => {
                LinkV1::Choice(survey.0, id.0.into(), choice.0.into())
            }
            Link::Quote(survey, id, response) => LinkV1::Quote(survey.0, id.0.into(), response.0),
            Link::Note(survey, note) => LinkV1::Note(survey.0, note.reviewer.0, note.number),
        }
    }
}

impl From<LinkV1> for Link {
    fn from(link: LinkV1) -> Self {
        match link {
            LinkV1::Question(survey, id) => Link::Question(SurveyId(survey), QuestionId(id.into())),
            LinkV1::Choice(survey, id, choice) => {
                Link::Choice(SurveyId(survey), QuestionId(id.into()), ChoiceId(choice.into()))
            }
            LinkV1::Quote(survey, id, response) => {
                Link::Quote(SurveyId(survey), QuestionId(id.into()), ResponseId(response))
            }
            LinkV1::Note(survey, reviewer, number) => {
                Link::Note(SurveyId(survey), NoteName { reviewer: ReviewerId(reviewer), number })
            }
        }
    }
}

impl From<&Value> for ValueV1 {
    fn from(value: &Value) -> Self {
        match value {
            Value::Nothing => ValueV1::Nothing,
            Value::Text(text) => ValueV1::Text(text.clone()),
            Value::Pick(place) => ValueV1::Pick(*place),
            Value::Day(day) => ValueV1::Day(*day),
            Value::Pence(pence) => ValueV1::Pence(*pence),
            Value::NotKnown => ValueV1::NotKnown,
        }
    }
}

impl From<ValueV1> for Value {
    fn from(value: ValueV1) -> Self {
        match value {
            ValueV1::Nothing => Value::Nothing,
            ValueV1::Text(text) => Value::Text(text),
            ValueV1::Pick(place) => Value::Pick(place),
            ValueV1::Day(day) => Value::Day(day),
            ValueV1::Pence(pence) => Value::Pence(pence),
            ValueV1::NotKnown => Value::NotKnown,
        }
    }
}

impl From<&Op> for OpV1 {
    fn from(op: &Op) -> Self {
        match op {
            Op::Add(id) => OpV1::Add(id.0.into()),
            Op::Remove(id) => OpV1::Remove(id.0.into()),
            Op::Set { of, field, value, over } => OpV1::Set {
                of: of.map(|id| id.0.into()),
                field: Field::ALL.iter().position(|other| other == field).unwrap_or_default() as u8,
                value: value.into(),
                over: over.iter().map(|written| (written.edit.into(), written.at)).collect(),
            },
            Op::Link(of, link) => OpV1::Link(of.0.into(), link.into()),
            Op::Unlink(of, link) => OpV1::Unlink(of.0.into(), link.into()),
            Op::Agree(of, Agreed { who, day, agrees, because, from }) => OpV1::Agree {
                of: of.0.into(),
                who: who.clone(),
                day: *day,
                agrees: *agrees,
                because: because.clone(),
                from: from.map(|id| id.0),
            },
            Op::Forget(name, place) => OpV1::Forget((*name).into(), *place),
            Op::Asked(survey) => OpV1::Asked(survey.0),
        }
    }
}

impl OpV1 {
    /// `None` for what a newer release wrote.
    fn read(self) -> Option<Op> {
        let change = |id: IdV1| ChangeId(id.into());
        Some(match self {
            OpV1::Add(id) => Op::Add(change(id)),
            OpV1::Remove(id) => Op::Remove(change(id)),
            OpV1::Set { of, field, value, over } => {
                let field = *Field::ALL.get(usize::from(field))?;
                let value: Value = value.into();
                if let (Shape::Pick(many), Value::Pick(place)) = (field.shape(), &value)
                    && *place >= many
                {
                    return None;
                }
                let written = |(edit, at): (NameV1, u64)| Written { edit: edit.into(), at };
                let over = over.into_iter().map(written).collect();
                Op::Set { of: of.map(change), field, value, over }
            }
            OpV1::Link(of, link) => Op::Link(change(of), link.into()),
            OpV1::Unlink(of, link) => Op::Unlink(change(of), link.into()),
            OpV1::Agree { of, who, day, agrees, because, from } => {
                let from = from.map(ResponseId);
                Op::Agree(change(of), Agreed { who, day, agrees, because, from })
            }
            OpV1::Forget(name, place) => Op::Forget(name.into(), place),
            OpV1::Asked(survey) => Op::Asked(SurveyId(survey)),
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

impl Packet for Changes {
    const NAME: &'static str = "changes";
    // The app writes no more than a quarter: what several tabs wrote still reads once it is put together.
    const LARGEST: usize = 4 * LARGEST_PACKET;

    fn to_packet(&self) -> Vec<u8> {
        let log = self.log().iter().map(EditV1::from).collect();
        pack(Self::NAME, 1, &ChangesV1 { survey: self.survey().0, log })
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let ChangesV1 { survey, log } = unpack_v1(version, body)?;
        if log.len() > MOST_EDITS {
            return Err(Unreadable::TooLarge);
        }
        let log = log.into_iter().map(EditV1::read).collect::<Result<Vec<Edit>, _>>()?;
        Ok(Changes::from_log(SurveyId(survey), log))
    }
}
