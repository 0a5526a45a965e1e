//! A published survey: frozen, numbered, and what a participant sees.
//!
//! Nothing here can be edited. A [`Draft`](super::draft::Draft) makes the next version.

use super::id::{ChoiceId, QuestionId, SurveyId};
use super::seal::PublicKey;

/// Most questions in one survey. A bound for hostile links; nobody should come near it.
pub const MOST_QUESTIONS: usize = 500;
/// Most choices in one question. A bound for hostile links.
pub const MOST_CHOICES: usize = 200;
/// Most bytes of a whole survey's packet: what a link may carry, even when nothing shrinks.
pub const LONGEST_SURVEY: usize = 400_000;
/// Most bytes in one text. A bound for hostile links.
pub const LONGEST_TEXT: usize = 10_000;

/// One published version of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The same in every version.
    pub id: SurveyId,
    /// From 1, one more each time the draft is published.
    pub version: u32,
    /// Answers are sealed to this key.
    pub key: PublicKey,
    /// What it is called.
    pub title: String,
    /// Whose it is.
    pub organisation: String,
    /// What it is for. May be empty, may have line breaks.
    pub welcome: String,
    /// Who will see the answers. May be empty.
    pub who_sees: String,
    /// In the order people meet them.
    pub questions: Vec<Question>,
}

/// One question of a published survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Stays the same when the words change.
    pub id: QuestionId,
    /// The question itself.
    pub text: String,
    /// A sentence that explains it. May be empty.
    pub hint: String,
    /// How it is answered.
    pub kind: Kind,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Pick one.
    OneChoice(Vec<Choice>),
    /// Pick any number.
    ManyChoices(Vec<Choice>),
    /// A line of words.
    ShortText,
    /// Some lines of words.
    LongText,
}

/// One thing a person can pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Stays the same when the words change.
    pub id: ChoiceId,
    /// What it says.
    pub text: String,
}

impl Kind {
    /// The choices, or none for questions that are answered in words.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Kind::OneChoice(choices) | Kind::ManyChoices(choices) => choices,
            Kind::ShortText | Kind::LongText => &[],
        }
    }

    /// Seconds that this kind of question takes a person who reads slowly.
    ///
    /// Our own guess, on the slow side: it is worse to promise too little time than too much.
    fn seconds(&self) -> usize {
        match self {
            Kind::OneChoice(_) => 20,
            Kind::ManyChoices(_) => 30,
            Kind::ShortText => 40,
            Kind::LongText => 60,
        }
    }
}

impl Survey {
    /// About how many minutes it takes: never 0, and in steps of 5 from 5 on, for nobody can
    /// promise "7 minutes".
    pub fn minutes(&self) -> usize {
        let seconds: usize = self.questions.iter().map(|q| q.kind.seconds()).sum();
        match seconds.div_ceil(60).max(1) {
            few @ 1..=4 => few,
            more => more.div_ceil(5) * 5,
        }
    }

    /// The question with this id.
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions.iter().find(|q| q.id == id)
    }
}
