//! The saved form of a list of invited people. It is kept in the organiser's browser and in their backups, and never
//! sent with a survey.

use super::{Packet, Unreadable, pack, unpack_v1};
use crate::model::id::SurveyId;
use crate::model::invited::{Invited, MOST_PEOPLE, Person};
use serde::{Deserialize, Serialize};

/// Most bytes of one person: their number, a name and an address of 200 letters each, and a time.
const LARGEST_PERSON: usize = 2 * 200 * 4 + 50;

#[derive(Serialize, Deserialize)]
struct InvitedV1 {
    survey: u64,
    people: Vec<PersonV1>,
    removed: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct PersonV1 {
    number: String,
    name: String,
    contact: String,
    reminded: Option<u64>,
}

impl Packet for Invited {
    const NAME: &'static str = "invited people";
    const LARGEST: usize = MOST_PEOPLE * LARGEST_PERSON;

    fn to_packet(&self) -> Vec<u8> {
        let person = |Person { number, name, contact, reminded }: &Person| PersonV1 {
            number: number.clone(),
            name: name.clone(),
            contact: contact.clone(),
            reminded: *reminded,
        };
        let value = InvitedV1 {
            survey: self.survey.0,
            people: self.people.iter().map(person).collect(),
            removed: self.removed.iter().cloned().collect(),
        };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let InvitedV1 { survey, people, removed } = unpack_v1(version, body)?;
        if people.len() > MOST_PEOPLE {
            return Err(Unreadable::TooLarge);
        }
        let person = |PersonV1 { number, name, contact, reminded }| Person {
            number,
            name,
            contact,
            reminded,
        };
        Ok(Self {
            survey: SurveyId(survey),
            people: people.into_iter().map(person).collect(),
            removed: removed.into_iter().collect(),
        })
    }
}
