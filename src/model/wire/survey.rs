//! The sent form of a survey.

use super::{Packet, Unreadable, pack, unpack_v1};
use crate::model::id::{Author, ChoiceId, Id, QuestionId, SurveyId};
use crate::model::seal::PublicKey;
use crate::model::survey::{
    Choice, Kind, LONGEST_TEXT, MOST_CHOICES, MOST_QUESTIONS, Question, Survey,
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct SurveyV1 {
    id: u64,
    version: u32,
    key: [u8; 32],
    title: String,
    organisation: String,
    welcome: String,
    who_sees: String,
    questions: Vec<QuestionV1>,
}

#[derive(Serialize, Deserialize)]
struct QuestionV1 {
    id: IdV1,
    text: String,
    hint: String,
    kind: KindV1,
}

#[derive(Serialize, Deserialize)]
enum KindV1 {
    OneChoice(Vec<(IdV1, String)>),
    ManyChoices(Vec<(IdV1, String)>),
    ShortText,
    LongText,
}

/// An author and a number.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) struct IdV1(u32, u32);

impl From<Id> for IdV1 {
    fn from(id: Id) -> Self {
        Self(id.author.0, id.number)
    }
}

impl From<IdV1> for Id {
    fn from(IdV1(author, number): IdV1) -> Self {
        Self { author: Author(author), number }
    }
}

impl Packet for Survey {
    const NAME: &'static str = "survey";

    fn to_packet(&self) -> Vec<u8> {
        let choices = |choices: &[Choice]| {
            choices.iter().map(|c| (IdV1::from(c.id.0), c.text.clone())).collect()
        };
        let question = |q: &Question| QuestionV1 {
            id: q.id.0.into(),
            text: q.text.clone(),
            hint: q.hint.clone(),
            kind: match &q.kind {
                Kind::OneChoice(list) => KindV1::OneChoice(choices(list)),
                Kind::ManyChoices(list) => KindV1::ManyChoices(choices(list)),
                Kind::ShortText => KindV1::ShortText,
                Kind::LongText => KindV1::LongText,
            },
        };
        let value = SurveyV1 {
            id: self.id.0,
            version: self.version,
            key: self.key.0,
            title: self.title.clone(),
            organisation: self.organisation.clone(),
            welcome: self.welcome.clone(),
            who_sees: self.who_sees.clone(),
            questions: self.questions.iter().map(question).collect(),
        };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let read: SurveyV1 = unpack_v1(version, body)?;
        let choices = |list: Vec<(IdV1, String)>| {
            list.into_iter().map(|(id, text)| Choice { id: ChoiceId(id.into()), text }).collect()
        };
        let question = |q: QuestionV1| Question {
            id: QuestionId(q.id.into()),
            text: q.text,
            hint: q.hint,
            kind: match q.kind {
                KindV1::OneChoice(list) => Kind::OneChoice(choices(list)),
                KindV1::ManyChoices(list) => Kind::ManyChoices(choices(list)),
                KindV1::ShortText => Kind::ShortText,
                KindV1::LongText => Kind::LongText,
            },
        };
        let survey = Survey {
            id: SurveyId(read.id),
            version: read.version,
            key: PublicKey(read.key),
            title: read.title,
            organisation: read.organisation,
            welcome: read.welcome,
            who_sees: read.who_sees,
            questions: read.questions.into_iter().map(question).collect(),
        };
        if is_sound(&survey) { Ok(survey) } else { Err(Unreadable::Damaged) }
    }
}

/// The rules that publishing holds to. A link that breaks them was not made by publishing.
fn is_sound(survey: &Survey) -> bool {
    let fits = |text: &String| text.len() <= LONGEST_TEXT;
    let texts = [&survey.title, &survey.organisation, &survey.welcome, &survey.who_sees];
    let choices = |kind: &Kind| match kind {
        Kind::ShortText | Kind::LongText => true,
        Kind::OneChoice(list) | Kind::ManyChoices(list) => {
            (1..=MOST_CHOICES).contains(&list.len())
                && list.iter().all(|choice| fits(&choice.text))
                && all_differ(list.iter().map(|choice| choice.id))
        }
    };
    let question = |q: &Question| fits(&q.text) && fits(&q.hint) && choices(&q.kind);
    texts.into_iter().all(fits)
        && (1..=MOST_QUESTIONS).contains(&survey.questions.len())
        && survey.questions.iter().all(question)
        && all_differ(survey.questions.iter().map(|q| q.id))
}

/// Compares each with each. The lists are short by then, and sorting would cost a phone 1 kB.
fn all_differ<T: PartialEq>(ids: impl Iterator<Item = T>) -> bool {
    let ids: Vec<T> = ids.collect();
    ids.iter().enumerate().all(|(place, id)| !ids[..place].contains(id))
}
