//! The saved form of the receipts that were given for tablets. They are kept in the organiser's browser and in their
//! backups, and never sent.

use super::{Packet, Unreadable, pack, unpack_v1};
use crate::model::id::SurveyId;
use crate::model::tablet::{Issued, LONGEST_CODE, MOST_ISSUED, Receipts};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct ReceiptsV1 {
    survey: u64,
    all: Vec<IssuedV1>,
}

#[derive(Serialize, Deserialize)]
struct IssuedV1 {
    code: String,
    answers: u32,
    at: u64,
}

impl Packet for Receipts {
    const NAME: &'static str = "tablet receipts";
    const LARGEST: usize = MOST_ISSUED * (LONGEST_CODE + 20);

    fn to_packet(&self) -> Vec<u8> {
        let issued = |Issued { code, answers, at }: &Issued| IssuedV1 {
            code: code.clone(),
            answers: *answers,
            at: *at,
        };
        let value =
            ReceiptsV1 { survey: self.survey.0, all: self.all.iter().map(issued).collect() };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let ReceiptsV1 { survey, all } = unpack_v1(version, body)?;
        if all.len() > MOST_ISSUED || all.iter().any(|one| one.code.len() > LONGEST_CODE) {
            return Err(Unreadable::Damaged);
        }
        let issued = |IssuedV1 { code, answers, at }| Issued { code, answers, at };
        Ok(Self { survey: SurveyId(survey), all: all.into_iter().map(issued).collect() })
    }
}
