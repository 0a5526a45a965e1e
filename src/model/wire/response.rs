//! The saved and sent forms of answers: in progress, finished, sealed, and received.

use super::question::IdV1;
use super::{Packet, Unreadable, pack, unpack_v1};
use crate::model::answer::Answer;
use crate::model::id::{ChoiceId, QuestionId, ResponseId, SurveyId};
use crate::model::inbox::Received;
use crate::model::response::{Answers, Asked, Progress, Response};
use crate::model::seal::{SealedResponse, SecretKey};
use crate::model::survey::{MOST_CHOICES, MOST_QUESTIONS, MOST_ROUNDS};
use serde::{Deserialize, Serialize};

/// Most answers in one response: every question each time round. Few enough to compare each with
/// each.
const MOST_ANSWERS: usize = MOST_ROUNDS * MOST_QUESTIONS;

#[derive(Serialize, Deserialize)]
enum AnswerV1 {
    OneChoice(IdV1),
    ManyChoices(Vec<IdV1>),
    Text(String),
    Other(Vec<IdV1>, String),
    Ranked(Vec<IdV1>),
    Sorted(Vec<(IdV1, u8)>),
    PreferNotToSay,
}

/// Question, time round, answer.
#[derive(Serialize, Deserialize)]
struct AnswersV1(Vec<(IdV1, u8, AnswerV1)>);

impl From<&Answers> for AnswersV1 {
    fn from(answers: &Answers) -> Self {
        let ids = |ids: &[ChoiceId]| ids.iter().map(|id| id.0.into()).collect();
        let answer = |answer: &Answer| match answer {
            Answer::OneChoice(id) => AnswerV1::OneChoice(id.0.into()),
            Answer::ManyChoices(ticked) => AnswerV1::ManyChoices(ids(ticked)),
            Answer::Text(words) => AnswerV1::Text(words.clone()),
            Answer::Other { ticked, words } => AnswerV1::Other(ids(ticked), words.clone()),
            Answer::Ranked(order) => AnswerV1::Ranked(ids(order)),
            Answer::Sorted(cards) => {
                AnswerV1::Sorted(cards.iter().map(|(id, at)| (id.0.into(), *at)).collect())
            }
            Answer::PreferNotToSay => AnswerV1::PreferNotToSay,
        };
        let all = answers.iter();
        Self(all.map(|(asked, a)| (asked.question.0.into(), asked.round, answer(a))).collect())
    }
}

impl TryFrom<AnswersV1> for Answers {
    type Error = Unreadable;

    fn try_from(AnswersV1(read): AnswersV1) -> Result<Self, Unreadable> {
        let ticks = |answer: &AnswerV1| match answer {
            AnswerV1::ManyChoices(ids) | AnswerV1::Other(ids, _) | AnswerV1::Ranked(ids) => {
                ids.len()
            }
            AnswerV1::Sorted(cards) => cards.len(),
            AnswerV1::OneChoice(_) | AnswerV1::Text(_) | AnswerV1::PreferNotToSay => 0,
        };
        if read.len() > MOST_ANSWERS || read.iter().any(|(.., a)| ticks(a) > MOST_CHOICES) {
            return Err(Unreadable::Damaged);
        }
        let ids = |ids: Vec<IdV1>| ids.into_iter().map(|id| ChoiceId(id.into())).collect();
        let answer = |answer: AnswerV1| match answer {
            AnswerV1::OneChoice(id) => Answer::OneChoice(ChoiceId(id.into())),
            AnswerV1::ManyChoices(ticked) => Answer::ManyChoices(ids(ticked)),
            AnswerV1::Text(words) => Answer::Text(words),
            AnswerV1::Other(ticked, words) => Answer::Other { ticked: ids(ticked), words },
            AnswerV1::Ranked(order) => Answer::Ranked(ids(order)),
            AnswerV1::Sorted(cards) => Answer::Sorted(
                cards.into_iter().map(|(id, at)| (ChoiceId(id.into()), at)).collect(),
            ),
            AnswerV1::PreferNotToSay => Answer::PreferNotToSay,
        };
        let asked = |id: IdV1, round| Asked { question: QuestionId(id.into()), round };
        Ok(read.into_iter().map(|(id, round, given)| (asked(id, round), answer(given))).collect())
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
