//! The saved form of who else a group will ask.

use super::question::IdV1;
use super::{LARGEST_PACKET, Packet, Unreadable, pack, unpack_v1};
use crate::model::id::{Author, SurveyId};
use crate::model::missing::{About, Field, Key, LARGEST_AT, LONGEST_TEXT, Plan};
use crate::model::work::Stamp;
use serde::{Deserialize, Serialize};

/// Most things that one record says something of. A bound for hostile ones.
const MOST_ENTRIES: usize = 5_000;

#[derive(Serialize, Deserialize)]
enum KeyV1 {
    Nation,
    Area,
    Register,
    /// The place in [`About::ALL`], and the code of the group.
    Own(u8, String),
    Row(IdV1, FieldV1),
}

#[derive(Serialize, Deserialize)]
enum FieldV1 {
    Here,
    Who,
    How,
    By,
}

/// What, since when, by whom, and its text.
#[derive(Serialize, Deserialize)]
struct PlanV1 {
    survey: u64,
    said: Vec<(KeyV1, u32, u32, String)>,
}

fn written(key: &Key) -> KeyV1 {
    match key {
        Key::Nation => KeyV1::Nation,
        Key::Area => KeyV1::Area,
        Key::Register => KeyV1::Register,
        Key::Own(about, code) => KeyV1::Own(*about as u8, code.clone()),
        Key::Row(id, field) => KeyV1::Row(
            (*id).into(),
            match field {
                Field::Here => FieldV1::Here,
                Field::Who => FieldV1::Who,
                Field::How => FieldV1::How,
                Field::By => FieldV1::By,
            },
        ),
    }
}

fn read(key: KeyV1) -> Result<Key, Unreadable> {
    Ok(match key {
        KeyV1::Nation => Key::Nation,
        KeyV1::Area => Key::Area,
        KeyV1::Register => Key::Register,
        KeyV1::Own(about, code) => {
            // Its check holds, so a topic that is not known here is of a newer release.
            Key::Own(*About::ALL.get(usize::from(about)).ok_or(Unreadable::Newer)?, code)
        }
        KeyV1::Row(id, field) => {
            let field = match field {
                FieldV1::Here => Field::Here,
                FieldV1::Who => Field::Who,
                FieldV1::How => Field::How,
                FieldV1::By => Field::By,
            };
            Key::Row(id.into(), field)
        }
    })
}

impl Packet for Plan {
    const NAME: &'static str = "missing";
    const LARGEST: usize = LARGEST_PACKET;

    fn to_packet(&self) -> Vec<u8> {
        let entry = |(key, (stamp, text)): (&Key, &(Stamp, String))| {
            (written(key), stamp.at, stamp.by.0, text.clone())
        };
        let value = PlanV1 { survey: self.survey.0, said: self.iter().map(entry).collect() };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let PlanV1 { survey, said } = unpack_v1(version, body)?;
        if said.len() > MOST_ENTRIES {
            return Err(Unreadable::Damaged);
        }
        let entry = |(key, at, by, text): (KeyV1, u32, u32, String)| {
            let is_right = at <= LARGEST_AT && text.chars().count() <= LONGEST_TEXT;
            if !is_right {
                return Err(Unreadable::Damaged);
            }
            Ok((read(key)?, (Stamp { at, by: Author(by) }, text)))
        };
        let said = said.into_iter().map(entry).collect::<Result<Vec<_>, _>>()?;
        Ok(Plan::from_said(SurveyId(survey), said))
    }
}
