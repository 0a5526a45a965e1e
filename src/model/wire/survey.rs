//! The sent form of a survey.

use super::question::QuestionV1;
use super::{Packet, Unreadable, pack, unpack_v1};
use crate::model::id::SurveyId;
use crate::model::seal::PublicKey;
use crate::model::survey::{
    Choice, LONGEST_TEXT, Language, MOST_CHOICES, MOST_MEANINGS, MOST_QUESTIONS, MOST_TESTS,
    MOST_TRANSLATIONS, Meaning, Question, Survey, Translation, is_picture,
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct SurveyV1 {
    id: u64,
    version: u32,
    key: [u8; 32],
    language: String,
    title: String,
    organisation: String,
    welcome: String,
    who_sees: String,
    after: String,
    meanings: Vec<(String, String)>,
    questions: Vec<QuestionV1>,
    translations: Vec<TranslationV1>,
}

#[derive(Serialize, Deserialize)]
struct TranslationV1 {
    language: String,
    texts: Vec<String>,
    words: Vec<(u8, String)>,
}

impl Packet for Survey {
    const NAME: &'static str = "survey";

    fn to_packet(&self) -> Vec<u8> {
        let survey = self.clone();
        let translation = |t: Translation| TranslationV1 {
            language: t.language.tag().to_owned(),
            texts: t.texts,
            words: t.words,
        };
        let value = SurveyV1 {
            id: survey.id.0,
            version: survey.version,
            key: survey.key.0,
            language: survey.language.tag().to_owned(),
            title: survey.title,
            organisation: survey.organisation,
            welcome: survey.welcome,
            who_sees: survey.who_sees,
            after: survey.after,
            meanings: survey.meanings.into_iter().map(|m| (m.word, m.text)).collect(),
            questions: survey.questions.into_iter().map(QuestionV1::from).collect(),
            translations: survey.translations.into_iter().map(translation).collect(),
        };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let read: SurveyV1 = unpack_v1(version, body)?;
        read_survey(read).filter(is_sound).ok_or(Unreadable::Damaged)
    }
}

fn read_survey(read: SurveyV1) -> Option<Survey> {
    let translation = |t: TranslationV1| {
        let language = Language::parse(&t.language)?;
        Some(Translation { language, texts: t.texts, words: t.words })
    };
    let meaning = |(word, text)| Meaning { word, text };
    Some(Survey {
        id: SurveyId(read.id),
        version: read.version,
        key: PublicKey(read.key),
        language: Language::parse(&read.language)?,
        title: read.title,
        organisation: read.organisation,
        welcome: read.welcome,
        who_sees: read.who_sees,
        after: read.after,
        meanings: read.meanings.into_iter().map(meaning).collect(),
        questions: read.questions.into_iter().map(QuestionV1::read).collect::<Option<_>>()?,
        translations: read.translations.into_iter().map(translation).collect::<Option<_>>()?,
    })
}

/// The rules that publishing holds to. A link that breaks them was not made by publishing.
fn is_sound(survey: &Survey) -> bool {
    let fits = |text: &String| text.len() <= LONGEST_TEXT;
    let translation = |t: &Translation| {
        t.texts.iter().all(fits) && t.words.len() <= 256 && t.words.iter().all(|(_, w)| fits(w))
    };
    survey.clone().texts_mut().into_iter().all(|text| fits(text))
        && (1..=MOST_QUESTIONS).contains(&survey.questions.len())
        && survey.meanings.len() <= MOST_MEANINGS
        && survey.translations.len() <= MOST_TRANSLATIONS
        && survey.translations.iter().all(translation)
        && survey.questions.iter().all(is_sound_question)
        && all_differ(survey.questions.iter().map(|q| q.id))
        && all_differ(survey.translations.iter().map(|t| t.language))
}

fn is_sound_question(question: &Question) -> bool {
    let has_choices = question.kind.has_choices();
    let names = question.choices.iter().map(|choice: &Choice| &choice.picture);
    (!has_choices || (1..=MOST_CHOICES).contains(&question.choices.len()))
        && (has_choices || question.choices.is_empty())
        && all_differ(question.choices.iter().map(|choice| choice.id))
        && names.chain([&question.picture]).all(|name| is_picture(name))
        && question.piles.len() <= 3
        && question.show_if.tests().count() <= MOST_TESTS
        && question.show_if.groups.iter().all(|group| !group.tests.is_empty())
}

/// Compares each with each. The lists are short by then, and sorting would cost a phone 1 kB.
fn all_differ<T: PartialEq>(ids: impl Iterator<Item = T>) -> bool {
    let ids: Vec<T> = ids.collect();
    ids.iter().enumerate().all(|(place, id)| !ids[..place].contains(id))
}
