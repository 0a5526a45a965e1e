//! The sent form of a survey.

use super::question::QuestionV1;
use super::{Packet, Unreadable, checked, edition_of, pack, unpack_v1};
use crate::model::day::LAST;
use crate::model::id::{Edition, SurveyId};
use crate::model::seal::PublicKey;
use crate::model::survey::{
    Choice, LONGEST_TEXT, Language, MOST_CHOICES, MOST_MEANINGS, MOST_QUESTIONS, MOST_TESTS,
    MOST_TRANSLATIONS, MOST_WAYS, Meaning, Notice, Question, SendTo, Survey, Translation, Way,
    is_picture,
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
    send_to: Vec<SendToV1>,
    closes: Option<u32>,
    meanings: Vec<(String, String)>,
    questions: Vec<QuestionV1>,
    translations: Vec<TranslationV1>,
}

/// A survey that says more. One that does not is sent as a [`SurveyV1`], which every release reads.
#[derive(Serialize)]
struct SurveyV2 {
    survey: SurveyV1,
    more: More,
}

/// What it says more, after the bytes of the first version.
#[derive(Default, Serialize, Deserialize)]
struct More {
    /// What [`Notice`] holds, each by its number. New numbers are only ever put at the end.
    notice: Vec<(u8, String)>,
    words: Vec<(u8, String)>,
}

/// A survey with a sound or a video. One without is sent in an earlier form.
#[derive(Serialize)]
struct SurveyV3 {
    survey: SurveyV1,
    more: More,
    /// For each question, in their order, the name of its sound or video and what that says. All that follows the
    /// last with one is left out.
    media: Vec<String>,
}

/// The place of the way in [`Way::ALL`], where to, and who gets it.
#[derive(Serialize, Deserialize)]
pub(super) struct SendToV1(u8, String, String);

impl From<SendTo> for SendToV1 {
    fn from(SendTo { way, to, name }: SendTo) -> Self {
        Self(way as u8, to, name)
    }
}

impl SendToV1 {
    /// `None` for a way that is not known here.
    pub fn read(self) -> Option<SendTo> {
        let Self(way, to, name) = self;
        Some(SendTo { way: *Way::ALL.get(usize::from(way))?, to, name })
    }
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
        let mut survey = self.clone();
        let mut media: Vec<String> = Vec::new();
        for question in &mut survey.questions {
            media.push(core::mem::take(&mut question.media).into());
            media.push(core::mem::take(&mut question.media_words));
        }
        while media.pop_if(|text| text.is_empty()).is_some() {}
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
            send_to: survey.send_to.into_iter().map(SendToV1::from).collect(),
            closes: survey.closes,
            meanings: survey.meanings.into_iter().map(|m| (m.word, m.text)).collect(),
            questions: survey.questions.into_iter().map(QuestionV1::from).collect(),
            translations: survey.translations.into_iter().map(translation).collect(),
        };
        let (notice, words) = (write_notice(survey.notice), survey.words);
        let more = More { notice, words };
        if !media.is_empty() {
            return pack(Self::NAME, 3, &SurveyV3 { survey: value, more, media });
        }
        if more.notice.is_empty() && more.words.is_empty() {
            return pack(Self::NAME, 1, &value);
        }
        pack(Self::NAME, 2, &SurveyV2 { survey: value, more })
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        // In its parts: a phone then has the code to read the first of them once.
        let (survey, more): (SurveyV1, _) = match version {
            0 => return Err(Unreadable::Damaged),
            1..=3 => postcard::take_from_bytes(body).map_err(|_| Unreadable::Newer)?,
            4.. => return Err(Unreadable::Newer),
        };
        let (More { notice, words }, rest) = match version {
            1 => (More::default(), more),
            _ => postcard::take_from_bytes(more).map_err(|_| Unreadable::Newer)?,
        };
        let media: Vec<String> = match version {
            3 => unpack_v1(1, rest)?,
            _ if rest.is_empty() => Vec::new(),
            _ => return Err(Unreadable::Newer),
        };
        let edition = edition_of(version, body);
        let notice = read_notice(notice).ok_or(Unreadable::Newer)?;
        let survey = read_survey(survey, edition).ok_or(Unreadable::Newer)?;
        let mut survey = Survey { notice, words, ..survey };
        let mut media = media.into_iter();
        for question in &mut survey.questions {
            question.media = media.next().unwrap_or_default().into();
            question.media_words = media.next().unwrap_or_default();
        }
        if is_sound(&survey) { Ok(survey) } else { Err(Unreadable::Damaged) }
    }
}

impl Survey {
    /// The survey with the edition of what it says now. Publishing ends with this, and whoever reads
    /// what was published finds the same edition in it.
    pub fn frozen(self) -> Survey {
        let packet = self.to_packet();
        let edition = checked(Self::NAME, packet.len(), &packet)
            .map_or(Edition::default(), |(version, body)| edition_of(version, body));
        Survey { edition, ..self }
    }
}

/// What is said in it, each by its number.
fn write_notice(notice: Notice) -> Vec<(u8, String)> {
    let Notice { privacy, privacy_link, ask, keep_until, logo, logo_alt } = notice;
    let day = keep_until.map(|day| day.to_string()).unwrap_or_default();
    let all = (0..).zip([privacy, privacy_link, ask, day, logo, logo_alt]);
    all.filter(|(_, text)| !text.is_empty()).collect()
}

/// `None` when something in it is not known here.
fn read_notice(read: Vec<(u8, String)>) -> Option<Notice> {
    let mut notice = Notice::default();
    for (number, text) in read {
        match number {
            0 => notice.privacy = text,
            1 => notice.privacy_link = text,
            2 => notice.ask = text,
            3 => notice.keep_until = Some(text.parse().ok().filter(|day| *day <= LAST)?),
            4 => notice.logo = text,
            5 => notice.logo_alt = text,
            _ => return None,
        }
    }
    Some(notice)
}

/// `None` when it has a kind, a way or a language that is not known here.
fn read_survey(read: SurveyV1, edition: Edition) -> Option<Survey> {
    let translation = |t: TranslationV1| {
        let language = Language::parse(&t.language)?;
        Some(Translation { language, texts: t.texts, words: t.words })
    };
    let meaning = |(word, text)| Meaning { word, text };
    Some(Survey {
        id: SurveyId(read.id),
        version: read.version,
        edition,
        key: PublicKey(read.key),
        language: Language::parse(&read.language)?,
        title: read.title,
        organisation: read.organisation,
        welcome: read.welcome,
        who_sees: read.who_sees,
        after: read.after,
        send_to: read.send_to.into_iter().map(SendToV1::read).collect::<Option<_>>()?,
        closes: read.closes,
        notice: Notice::default(),
        words: Vec::new(),
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
        && survey.send_to.len() <= MOST_WAYS
        && survey.send_to.iter().all(|send| fits(&send.to) && fits(&send.name))
        && survey.meanings.len() <= MOST_MEANINGS
        && survey.translations.len() <= MOST_TRANSLATIONS
        && survey.translations.iter().all(translation)
        && survey.questions.iter().all(is_sound_question)
        && survey.notice.has_sound_link()
        && is_picture(&survey.notice.logo)
        && survey.words.len() <= 256
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
        && is_picture(&question.media)
        && question.name.len() <= LONGEST_TEXT
        && question.choices.iter().all(|choice| choice.code.len() <= LONGEST_TEXT)
        && question.piles.len() <= 3
        && question.show_if.tests().count() <= MOST_TESTS
        && question.show_if.groups.iter().all(|group| !group.tests.is_empty())
}

/// Compares each with each. The lists are short by then, and sorting would cost a phone 1 kB.
fn all_differ<T: PartialEq>(ids: impl Iterator<Item = T>) -> bool {
    let ids: Vec<T> = ids.collect();
    ids.iter().enumerate().all(|(place, id)| !ids[..place].contains(id))
}
