//! A published survey: frozen, numbered, and what a participant sees.
//!
//! Nothing here can be edited. A [`Draft`](super::draft::Draft) makes the next version. Who meets
//! which question is in [`path`](super::path); what stands for words that are left empty is in
//! [`standard`](super::standard).

mod language;
mod notice;
mod question;

pub use language::{Language, Translation};
pub use notice::Notice;
pub use question::{Check, Choice, Condition, Group, Kind, Question, Test, is_picture};

use super::id::{Edition, QuestionId, SurveyId};
use super::plain_text::turns;
use super::seal::PublicKey;
use super::wire::Packet;
use sha2::{Digest, Sha256};

/// Most questions in one survey. A bound for hostile links; nobody should come near it.
pub const MOST_QUESTIONS: usize = 500;
/// Most choices in one question. A bound for hostile links.
pub const MOST_CHOICES: usize = 200;
/// Most tests in the condition of one question, in all its groups. A bound for hostile links.
pub const MOST_TESTS: usize = 20;
/// Most explained words of one survey. A bound for hostile links.
pub const MOST_MEANINGS: usize = 200;
/// Most languages of one survey, its own not counted. A bound for hostile links.
pub const MOST_TRANSLATIONS: usize = 12;
/// Most times that a section is asked.
pub const MOST_ROUNDS: usize = 10;
/// Most ways to send answers. A bound for hostile links.
pub const MOST_WAYS: usize = 8;
/// Most bytes of a whole survey's packet: what a link may carry, even when nothing shrinks.
pub const LONGEST_SURVEY: usize = 400_000;
/// Most bytes in one text. A bound for hostile links.
pub const LONGEST_TEXT: usize = 10_000;

/// One published version of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The same in every version.
    pub id: SurveyId,
    /// From 1, one more each time the draft is published. For people to read: two computers may
    /// both publish a version 2, so only the edition tells what was published.
    pub version: u32,
    /// A print of all of it: see [`Survey::frozen`]. All zeros until it is published.
    pub edition: Edition,
    /// Answers are sealed to this key.
    pub key: PublicKey,
    /// What its texts are written in.
    pub language: Language,
    /// What it is called.
    pub title: String,
    /// Whose it is.
    pub organisation: String,
    /// What it is for. May be empty, may have line breaks.
    pub welcome: String,
    /// Who will see the answers. May be empty.
    pub who_sees: String,
    /// What happens once the answers are sent. May be empty.
    pub after: String,
    /// Where the answers go, the best way first. May be empty: then people are only told to send
    /// them to who asked.
    pub send_to: Vec<SendTo>,
    /// The last day on which answers are wanted, in days since 1970-01-01. `None` when there is
    /// none.
    pub closes: Option<u32>,
    /// What people are told before they begin.
    pub notice: Notice,
    /// What it says in place of the app's own words on its first page: the place of the word in
    /// [`Word::ALL`](super::words::Word::ALL), and the words. Empty where it leaves that out.
    pub words: Vec<(u8, String)>,
    /// Hard words and what they mean.
    pub meanings: Vec<Meaning>,
    /// In the order people meet them. A section goes on until the next one.
    pub questions: Vec<Question>,
    /// The same texts in other languages.
    pub translations: Vec<Translation>,
}

/// One way for answers to reach the organiser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendTo {
    /// By what.
    pub way: Way,
    /// The email address, or the phone number with its country's code. Empty for
    /// [`Way::ByHand`].
    pub to: String,
    /// Who gets them, as people know them: "Jo at the day centre". May be empty.
    pub name: String,
}

/// By what answers can be sent. New ways are only ever put at the end: links in the wild name them
/// by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// An email.
    Email,
    /// A text message.
    Text,
    /// A message in WhatsApp.
    WhatsApp,
    /// Given to a person: on a phone, or on paper.
    ByHand,
}

impl Way {
    /// Every way, in the order that sent forms number them.
    pub const ALL: [Way; 4] = [Way::Email, Way::Text, Way::WhatsApp, Way::ByHand];
}

/// A hard word that the organiser explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The word, or a few words.
    pub word: String,
    /// What it means, in a sentence.
    pub text: String,
}

/// The version numbers that more than one of these surveys has. Two computers that hold a copy of the
/// same survey may both publish a version 2.
pub fn doubled(versions: &[Survey]) -> Vec<u32> {
    let mut numbers: Vec<u32> = versions.iter().map(|survey| survey.version).collect();
    numbers.sort_unstable();
    let mut doubled: Vec<u32> =
        numbers.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    doubled.dedup();
    doubled
}

impl Survey {
    /// True when some answers are sealed apart from a person's others.
    pub fn keeps_some_apart(&self) -> bool {
        self.questions.iter().any(|question| question.apart)
    }

    /// About how many minutes it takes: never 0, and in steps of 5 from 5 on, for nobody can
    /// promise "7 minutes".
    pub fn minutes(&self) -> usize {
        let seconds: usize = self.questions.iter().map(|q| q.kind.seconds()).sum();
        match seconds.div_ceil(60).max(1) {
            few @ 1..=4 => few,
            more => more.div_ceil(5) * 5,
        }
    }

    /// A print of all that participants see, in every language: the same for versions that differ
    /// in their number or their key alone, and another one for any other difference. The first 8
    /// bytes of a SHA-256 of the sent form, so another release of the app may give another print.
    pub fn print(&self) -> u64 {
        let survey = Survey { version: 0, key: PublicKey([0; 32]), ..self.clone() };
        let digest = Sha256::digest(survey.to_packet());
        digest.iter().take(8).fold(0, |print, byte| print << 8 | u64::from(*byte))
    }

    /// The question with this id.
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions.iter().find(|q| q.id == id)
    }

    /// Every text that people read, in an order that never changes for one version.
    pub fn texts_mut(&mut self) -> Vec<&mut String> {
        let mut all = vec![
            &mut self.title,
            &mut self.organisation,
            &mut self.welcome,
            &mut self.who_sees,
            &mut self.after,
        ];
        // Only where they are written: translations of earlier forms have no room for them.
        all.extend(self.notice.texts_mut());
        let words = self.words.iter_mut().map(|(_, text)| text);
        all.extend(words.filter(|text| !text.is_empty()));
        for meaning in &mut self.meanings {
            all.push(&mut meaning.word);
            all.push(&mut meaning.text);
        }
        for question in &mut self.questions {
            all.push(&mut question.text);
            all.push(&mut question.hint);
            all.push(&mut question.picture_alt);
            all.extend(question.piles.iter_mut());
            all.extend(question.choices.iter_mut().map(|choice| &mut choice.text));
            // Only where there are any: translations of earlier forms have no room for them.
            all.extend(Some(&mut question.media_words).filter(|words| !words.is_empty()));
        }
        all
    }

    /// The survey as people read it in one of its languages. A text that is not translated stays as it is.
    /// Without that language, so do all. Marks in a text that would turn the words beside it are gone: pages
    /// put the app's own words next to these, also where there are no elements, as in a tab's title.
    pub fn in_language(&self, language: Language) -> Survey {
        let mut survey = self.clone();
        if let Some(found) = self.translations.iter().find(|t| t.language == language) {
            for (text, words) in survey.texts_mut().into_iter().zip(&found.texts) {
                if !words.is_empty() {
                    text.clone_from(words);
                }
            }
        }
        survey.texts_mut().into_iter().for_each(|text| text.retain(|letter| !turns(letter)));
        survey
    }
}
