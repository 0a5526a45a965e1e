//! The saved and sent forms of answers: in progress, finished, sealed, and received.

use super::survey::IdV1;
use super::{Packet, Unreadable, pack, unpack_v1};
use crate::model::id::{ChoiceId, QuestionId, ResponseId, SurveyId};
use crate::model::inbox::Received;
use crate::model::response::{Answer, Answers, Progress, Response};
use crate::model::seal::{SealedResponse, SecretKey};
use crate::model::survey::{MOST_CHOICES, MOST_QUESTIONS};
use serde::{Deserialize, Serialize};

/// Most answers in one response. More than one survey can ask, since a phone may keep answers to
/// older versions; few enough to compare each with each.
const MOST_ANSWERS: usize = 10 * MOST_QUESTIONS;

#[derive(Serialize, Deserialize)]
enum AnswerV1 {
    OneChoice(IdV1),
    ManyChoices(Vec<IdV1>),
    Text(String),
}

#[derive(Serialize, Deserialize)]
struct AnswersV1(Vec<(IdV1, AnswerV1)>);

impl From<&Answers> for AnswersV1 {
    fn from(answers: &Answers) -> Self {
        let answer = |answer: &Answer| match answer {
            Answer::OneChoice(id) => AnswerV1::OneChoice(id.0.into()),
            Answer::ManyChoices(ids) => {
                AnswerV1::ManyChoices(ids.iter().map(|id| id.0.into()).collect())
            }
            Answer::Text(words) => AnswerV1::Text(words.clone()),
        };
        Self(answers.iter().map(|(id, given)| (id.0.into(), answer(given))).collect())
    }
}

impl TryFrom<AnswersV1> for Answers {
    type Error = Unreadable;

    fn try_from(AnswersV1(pairs): AnswersV1) -> Result<Self, Unreadable> {
        let ticks = |answer: &AnswerV1| match answer {
            AnswerV1::ManyChoices(ids) => ids.len(),
            AnswerV1::OneChoice(_) | AnswerV1::Text(_) => 0,
        };
        if pairs.len() > MOST_ANSWERS || pairs.iter().any(|(_, a)| ticks(a) > MOST_CHOICES) {
            return Err(Unreadable::Damaged);
        }
        let answer = |answer: AnswerV1| match answer {
            AnswerV1::OneChoice(id) => Answer::OneChoice(ChoiceId(id.into())),
            AnswerV1::ManyChoices(ids) => {
                Answer::ManyChoices(ids.into_iter().map(|id| ChoiceId(id.into())).collect())
            }
            AnswerV1::Text(words) => Answer::Text(words),
        };
        Ok(pairs.into_iter().map(|(id, given)| (QuestionId(id.into()), answer(given))).collect())
    }
}

#[derive(Serialize, Deserialize)]
struct ProgressV1 {
    id: u64,
    sent: u32,
    page: u32,
    answers: AnswersV1,
}

impl Packet for Progress {
    const NAME: &'static str = "progress";

    fn to_packet(&self) -> Vec<u8> {
        let Self { id, sent, page, answers } = self;
        let value = ProgressV1 { id: id.0, sent: *sent, page: *page, answers: answers.into() };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let ProgressV1 { id, sent, page, answers } = unpack_v1(version, body)?;
        Ok(Self { id: ResponseId(id), sent, page, answers: answers.try_into()? })
    }
}

#[derive(Serialize, Deserialize)]
struct ResponseV1 {
    id: u64,
    revision: u32,
    survey: u64,
    version: u32,
    answers: AnswersV1,
}

impl From<&Response> for ResponseV1 {
    fn from(r: &Response) -> Self {
        Self {
            id: r.id.0,
            revision: r.revision,
            survey: r.survey.0,
            version: r.version,
            answers: (&r.answers).into(),
        }
    }
}

impl TryFrom<ResponseV1> for Response {
    type Error = Unreadable;

    fn try_from(r: ResponseV1) -> Result<Self, Unreadable> {
        Ok(Self {
            id: ResponseId(r.id),
            revision: r.revision,
            survey: SurveyId(r.survey),
            version: r.version,
            answers: r.answers.try_into()?,
        })
    }
}

impl Packet for Response {
    const NAME: &'static str = "response";

    fn to_packet(&self) -> Vec<u8> {
        pack(Self::NAME, 1, &ResponseV1::from(self))
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        unpack_v1::<ResponseV1>(version, body)?.try_into()
    }
}

#[derive(Serialize, Deserialize)]
struct SealedV1 {
    survey: u64,
    version: u32,
    sealed: Vec<u8>,
}

impl Packet for SealedResponse {
    const NAME: &'static str = "sealed";

    fn to_packet(&self) -> Vec<u8> {
        let Self { survey, version, sealed } = self;
        let value = SealedV1 { survey: survey.0, version: *version, sealed: sealed.clone() };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let SealedV1 { survey, version, sealed } = unpack_v1(version, body)?;
        Ok(Self { survey: SurveyId(survey), version, sealed })
    }
}

#[derive(Serialize, Deserialize)]
struct ReceivedV1 {
    at: u64,
    response: ResponseV1,
}

impl Packet for Received {
    const NAME: &'static str = "received";

    fn to_packet(&self) -> Vec<u8> {
        pack(Self::NAME, 1, &ReceivedV1 { at: self.at, response: (&self.response).into() })
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let ReceivedV1 { at, response } = unpack_v1(version, body)?;
        Ok(Self { at, response: response.try_into()? })
    }
}

impl Packet for SecretKey {
    const NAME: &'static str = "secret key";

    fn to_packet(&self) -> Vec<u8> {
        pack(Self::NAME, 1, &self.0)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        Ok(Self(unpack_v1(version, body)?))
    }
}
