//! What a person answers: while they go ([`Answers`]) and when they are done ([`Response`]).
//!
//! Nothing here is sealed or sent; see [`seal`](super::seal) and [`link`](super::link).

use super::id::{ChoiceId, QuestionId, ResponseId, SurveyId};
use super::survey::{Kind, Survey};

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The one choice a person picked.
    OneChoice(ChoiceId),
    /// The choices a person ticked, in the order of the survey. Never empty.
    ManyChoices(Vec<ChoiceId>),
    /// What a person wrote. Never empty.
    Text(String),
}

/// The answers so far. A question that is not in here was skipped, or is still to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<(QuestionId, Answer)>);

impl Answers {
    /// The answer to a question, if there is one.
    pub fn get(&self, question: QuestionId) -> Option<&Answer> {
        let (_, answer) = self.0.iter().find(|(id, _)| *id == question)?;
        Some(answer)
    }

    /// Keeps an answer, in place of an earlier one. `None`, no ticks and no words take it away.
    pub fn set(&mut self, question: QuestionId, answer: Option<Answer>) {
        self.0.retain(|(id, _)| *id != question);
        match answer {
            None => {}
            Some(Answer::ManyChoices(ticked)) if ticked.is_empty() => {}
            Some(Answer::Text(words)) if words.trim().is_empty() => {}
            Some(answer) => self.0.push((question, answer)),
        }
    }

    /// True while nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every answer with its question.
    pub fn iter(&self) -> impl Iterator<Item = &(QuestionId, Answer)> {
        self.0.iter()
    }
}

impl FromIterator<(QuestionId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionId, Answer)>>(pairs: I) -> Self {
        let mut answers = Self::default();
        for (question, answer) in pairs {
            answers.set(question, Some(answer));
        }
        answers
    }
}

/// One person's finished answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The same each time this person sends their answers.
    pub id: ResponseId,
    /// How many times they sent them, from 1. A higher one replaces a lower one. A count, not a
    /// time, since the clocks of phones are often wrong.
    pub revision: u32,
    /// Which survey they answered.
    pub survey: SurveyId,
    /// Which version of it.
    pub version: u32,
    /// What they said. A question that is not in here was skipped.
    pub answers: Answers,
}

/// A person's answers as their phone keeps them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Their response's id, given when they first open the survey.
    pub id: ResponseId,
    /// How many times they sent it; 0 is not yet.
    pub sent: u32,
    /// The page they are on, from 0 (welcome). Questions are 1 and up.
    pub page: u32,
    /// What they said so far.
    pub answers: Answers,
}

impl Progress {
    /// A new person's empty answers.
    pub fn new(id: ResponseId) -> Self {
        Self { id, sent: 0, page: 0, answers: Answers::default() }
    }

    /// What to send now. Only answers that the survey has a place for: a phone may have kept
    /// others, and they must not travel.
    pub fn finish(&self, survey: &Survey) -> Response {
        let fits = |(id, answer): &&(QuestionId, Answer)| {
            survey.question(*id).is_some_and(|question| answer.fits(&question.kind))
        };
        Response {
            id: self.id,
            revision: self.sent + 1,
            survey: survey.id,
            version: survey.version,
            answers: self.answers.iter().filter(fits).cloned().collect(),
        }
    }
}

impl Answer {
    /// True when a question of this kind can have this answer.
    pub fn fits(&self, kind: &Kind) -> bool {
        let has = |id: &ChoiceId| kind.choices().iter().any(|choice| choice.id == *id);
        match (self, kind) {
            (Answer::OneChoice(id), Kind::OneChoice(_)) => has(id),
            (Answer::ManyChoices(ids), Kind::ManyChoices(_)) => ids.iter().all(has),
            (Answer::Text(_), Kind::ShortText | Kind::LongText) => true,
            _ => false,
        }
    }

    /// True when the person picked this choice.
    pub fn picked(&self, choice: ChoiceId) -> bool {
        match self {
            Answer::OneChoice(id) => *id == choice,
            Answer::ManyChoices(ids) => ids.contains(&choice),
            Answer::Text(_) => false,
        }
    }
}
