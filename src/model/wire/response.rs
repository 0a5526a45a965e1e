//! The saved and sent forms of answers: in progress, finished, sealed, and received.

use super::question::IdV1;
use super::{
    LARGEST_PACKET, Packet, Unreadable, checked, pack, pack_padded, unpack_padded, unpack_v1,
};
use crate::model::answer::Answer;
use crate::model::id::{ChoiceId, Edition, QuestionId, ResponseId, SurveyId};
use crate::model::inbox::{By, Received};
use crate::model::response::{Answers, Asked, Given, On, Progress, Response};
use crate::model::seal::{SealedResponse, SecretKey};
use crate::model::survey::{Language, MOST_CHOICES, MOST_QUESTIONS, MOST_ROUNDS};
use serde::{Deserialize, Serialize};

/// Most answers in one response: every question each time round. Few enough to compare each with
/// each.
const MOST_ANSWERS: usize = MOST_ROUNDS * MOST_QUESTIONS;
/// Most times that one person sends their answers. A bound for hostile responses: one with the highest number
/// there is could never be replaced, not even by the same person.
const MOST_REVISIONS: u32 = 100_000;
/// Most bytes of the code in a response. A bound for hostile ones.
const LONGEST_CODE: usize = 100;

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
    apart: Option<u64>,
    code: String,
}

impl Packet for Progress {
    const NAME: &'static str = "progress";

    fn to_packet(&self) -> Vec<u8> {
        let value = ProgressV1 {
            id: self.id.0,
            sent: self.sent,
            page: self.page,
            answers: (&self.answers).into(),
            apart: self.apart.map(|id| id.0),
            code: self.code.clone(),
        };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let read: ProgressV1 = unpack_v1(version, body)?;
        Ok(Self {
            id: ResponseId(read.id),
            sent: read.sent,
            page: read.page,
            answers: read.answers.try_into()?,
            apart: read.apart.map(ResponseId),
            code: read.code,
        })
    }
}

/// A response without what it answers: that travels in the clear beside it, and what is sealed is
/// bound to it. So no byte is sent twice.
#[derive(Serialize, Deserialize)]
struct ResponseV1 {
    id: u64,
    revision: u32,
    answers: AnswersV1,
    /// Empty for the survey's own.
    language: String,
    day: Option<u32>,
    code: String,
    /// The place in [`On::ALL`].
    on: u8,
    unfinished: bool,
    apart: bool,
}

impl From<&Response> for ResponseV1 {
    fn from(r: &Response) -> Self {
        let language = |language: Language| language.tag().to_owned();
        Self {
            id: r.id.0,
            revision: r.revision,
            answers: (&r.answers).into(),
            language: r.given.language.map(language).unwrap_or_default(),
            day: r.given.day,
            code: r.given.code.clone(),
            on: r.given.on as u8,
            unfinished: r.given.unfinished,
            apart: r.given.apart,
        }
    }
}

/// What a response answers.
type Of = (SurveyId, u32, Edition);

impl ResponseV1 {
    fn read(self, (survey, version, edition): Of) -> Result<Response, Unreadable> {
        if self.code.len() > LONGEST_CODE || self.revision > MOST_REVISIONS {
            return Err(Unreadable::Damaged);
        }
        let language = if self.language.is_empty() {
            None
        } else {
            Some(Language::parse(&self.language).ok_or(Unreadable::Newer)?)
        };
        let given = Given {
            language,
            day: self.day,
            code: self.code,
            on: *On::ALL.get(usize::from(self.on)).ok_or(Unreadable::Newer)?,
            unfinished: self.unfinished,
            apart: self.apart,
        };
        Ok(Response {
            id: ResponseId(self.id),
            revision: self.revision,
            survey,
            version,
            edition,
            given,
            answers: self.answers.try_into()?,
        })
    }
}

/// Goes into the check of what is sealed.
const SEALED_IN: &str = "response";

impl Response {
    /// The bytes that are sealed. Zeros make them longer, up to the next step: nobody who sees a sealed
    /// response can tell by its length how many words somebody wrote.
    pub fn to_plain(&self) -> Vec<u8> {
        pack_padded(SEALED_IN, 2, &ResponseV1::from(self))
    }

    /// The response in `sealed`, from the bytes that opening it gave.
    pub fn of_sealed(sealed: &SealedResponse, plain: &[u8]) -> Result<Self, Unreadable> {
        let (version, body) = checked(SEALED_IN, LARGEST_PACKET, plain)?;
        let read: ResponseV1 = match version {
            2 => unpack_padded(body)?,
            version => unpack_v1(version, body)?,
        };
        read.read((sealed.survey, sealed.version, sealed.edition))
    }
}

#[derive(Serialize, Deserialize)]
struct SealedV1 {
    survey: u64,
    version: u32,
    edition: [u8; 16],
    sealed: Vec<u8>,
}

impl Packet for SealedResponse {
    const NAME: &'static str = "sealed";

    fn to_packet(&self) -> Vec<u8> {
        let Self { survey, version, edition, sealed } = self;
        let value = SealedV1 {
            survey: survey.0,
            version: *version,
            edition: edition.0,
            sealed: sealed.clone(),
        };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let SealedV1 { survey, version, edition, sealed } = unpack_v1(version, body)?;
        Ok(Self { survey: SurveyId(survey), version, edition: Edition(edition), sealed })
    }
}

#[derive(Serialize, Deserialize)]
struct ReceivedV1 {
    at: u64,
    /// The place in [`By::ALL`].
    by: u8,
    survey: u64,
    version: u32,
    edition: [u8; 16],
    response: ResponseV1,
}

impl Packet for Received {
    const NAME: &'static str = "received";

    fn to_packet(&self) -> Vec<u8> {
        let response = &self.response;
        let value = ReceivedV1 {
            at: self.at,
            by: self.by as u8,
            survey: response.survey.0,
            version: response.version,
            edition: response.edition.0,
            response: response.into(),
        };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let read: ReceivedV1 = unpack_v1(version, body)?;
        let of = (SurveyId(read.survey), read.version, Edition(read.edition));
        let by = *By::ALL.get(usize::from(read.by)).ok_or(Unreadable::Newer)?;
        Ok(Self { at: read.at, by, response: read.response.read(of)? })
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
