//! The saved form of a list of invited people. It is kept in the organiser's browser and in their backups, and never
//! sent with a survey.

use super::{Packet, Unreadable, pack, unpack_v1};
use crate::model::id::SurveyId;
use crate::model::invited::{Begun, How, Invited, MOST_PEOPLE, Person};
use serde::{Deserialize, Serialize};

/// Most bytes of one person: their number, a name and an address of 200 letters each, and two times.
const LARGEST_PERSON: usize = 2 * 200 * 4 + 70;

#[derive(Serialize, Deserialize)]
struct InvitedOf<P> {
    survey: u64,
    people: Vec<P>,
    removed: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct PersonV1 {
    number: String,
    name: String,
    contact: String,
    /// When a reminder was begun.
    reminded: Option<u64>,
}

/// Since it is kept how a link was handed out, and how a reminder was.
#[derive(Serialize, Deserialize)]
struct PersonV2 {
    number: String,
    name: String,
    contact: String,
    sent: Option<BegunV2>,
    reminded: Option<BegunV2>,
}

#[derive(Serialize, Deserialize)]
struct BegunV2 {
    at: u64,
    /// The place in [`How::ALL`].
    how: Option<u8>,
}

impl From<Begun> for BegunV2 {
    fn from(Begun { at, how }: Begun) -> Self {
        Self { at, how: how.map(|how| how as u8) }
    }
}

impl TryFrom<BegunV2> for Begun {
    type Error = Unreadable;

    fn try_from(BegunV2 { at, how }: BegunV2) -> Result<Self, Unreadable> {
        let of = |place: u8| How::ALL.get(usize::from(place)).copied().ok_or(Unreadable::Newer);
        Ok(Self { at, how: how.map(of).transpose()? })
    }
}

impl From<PersonV1> for PersonV2 {
    fn from(PersonV1 { number, name, contact, reminded }: PersonV1) -> Self {
        let reminded = reminded.map(|at| BegunV2 { at, how: None });
        Self { number, name, contact, sent: None, reminded }
    }
}

impl TryFrom<PersonV2> for Person {
    type Error = Unreadable;

    fn try_from(read: PersonV2) -> Result<Self, Unreadable> {
        Ok(Self {
            number: read.number,
            name: read.name,
            contact: read.contact,
            sent: read.sent.map(Begun::try_from).transpose()?,
            reminded: read.reminded.map(Begun::try_from).transpose()?,
        })
    }
}

impl Packet for Invited {
    const NAME: &'static str = "invited people";
    const LARGEST: usize = MOST_PEOPLE * LARGEST_PERSON;

    fn to_packet(&self) -> Vec<u8> {
        let person = |one: &Person| PersonV2 {
            number: one.number.clone(),
            name: one.name.clone(),
            contact: one.contact.clone(),
            sent: one.sent.map(BegunV2::from),
            reminded: one.reminded.map(BegunV2::from),
        };
        let value = InvitedOf {
            survey: self.survey.0,
            people: self.people.iter().map(person).collect(),
            removed: self.removed.iter().cloned().collect(),
        };
        pack(Self::NAME, 2, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let read = match version {
            2 => unpack_v1(1, body)?,
            version => {
                let InvitedOf { survey, people, removed } =
                    unpack_v1::<InvitedOf<PersonV1>>(version, body)?;
                let people = people.into_iter().map(PersonV2::from).collect();
                InvitedOf { survey, people, removed }
            }
        };
        if read.people.len() > MOST_PEOPLE {
            return Err(Unreadable::TooLarge);
        }
        Ok(Self {
            survey: SurveyId(read.survey),
            people: read.people.into_iter().map(Person::try_from).collect::<Result<_, _>>()?,
            removed: read.removed.into_iter().collect(),
        })
    }
}
