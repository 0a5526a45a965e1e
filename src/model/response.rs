//! What a person answers: while they go ([`Answers`]) and when they are done ([`Response`]).
//!
//! Nothing here is sealed or sent; see [`seal`](super::seal) and [`link`](super::link).

use super::answer::Answer;
use super::id::{Edition, QuestionId, ResponseId, SurveyId};
use super::path::{Path, Step};
use super::survey::{Language, Survey};

/// A question as it was asked: the same one comes again in a section that is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Asked {
    /// The question.
    pub question: QuestionId,
    /// Which time round, from 0.
    pub round: u8,
}

impl From<QuestionId> for Asked {
    /// The first time round, which for most questions is the only one.
    fn from(question: QuestionId) -> Self {
        Self { question, round: 0 }
    }
}

/// The answers so far. A question that is not in here was skipped, or is still to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<(Asked, Answer)>);

impl Answers {
    /// The answer to a question, if there is one.
    pub fn get(&self, asked: impl Into<Asked>) -> Option<&Answer> {
        let wanted = asked.into();
        let (_, answer) = self.0.iter().find(|(asked, _)| *asked == wanted)?;
        Some(answer)
    }

    /// Keeps an answer, in place of an earlier one. `None` and an answer that says nothing take it
    /// away.
    pub fn set(&mut self, asked: impl Into<Asked>, answer: Option<Answer>) {
        let asked = asked.into();
        self.0.retain(|(other, _)| *other != asked);
        let answer = answer.map(Answer::without_controls);
        if let Some(answer) = answer.filter(|answer| !answer.is_empty()) {
            self.0.push((asked, answer));
        }
    }

    /// True while nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every answer with its question.
    pub fn iter(&self) -> impl Iterator<Item = &(Asked, Answer)> {
        self.0.iter()
    }

    /// The same, each with its place.
    pub fn as_slice(&self) -> &[(Asked, Answer)] {
        &self.0
    }
}

impl<A: Into<Asked>> FromIterator<(A, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (A, Answer)>>(pairs: I) -> Self {
        let mut answers = Self::default();
        for (asked, answer) in pairs {
            answers.set(asked, Some(answer));
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
    /// Which version of it, for people to read.
    pub version: u32,
    /// What was published as that version: the words and the key that they answered.
    pub edition: Edition,
    /// How they were given.
    pub given: Given,
    /// What they said. A question that is not in here was skipped, or not asked.
    pub answers: Answers,
}

/// How answers were given. The default is by the person, on a phone, and finished.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The language that the person chose. `None` is the survey's own.
    pub language: Option<Language>,
    /// The day, in days since 1970-01-01 by the clock of the phone. `None` when it is not told.
    pub day: Option<u32>,
    /// The number of an invitation or of a sheet of paper, or a code that the person made up to pair
    /// two responses of theirs. Empty for most.
    pub code: String,
    /// On what.
    pub on: On,
    /// True when the person stopped before the end, as on a shared tablet that was put down.
    pub unfinished: bool,
    /// True for answers that travel apart from the others of the same person, under an id of their
    /// own. They make no person more.
    pub apart: bool,
}

/// On what answers were given. New ones are only ever put at the end: forms name them by their place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum On {
    /// The person's own device, or that of somebody who helps.
    #[default]
    Phone,
    /// A tablet that is handed on.
    Tablet,
    /// Paper, and typed in by the organiser.
    Paper,
}

impl On {
    /// Each, in the order that forms number them.
    pub const ALL: [On; 3] = [On::Phone, On::Tablet, On::Paper];
}

/// A person's answers as their phone keeps them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Their response's id, given when they first open the survey.
    pub id: ResponseId,
    /// How many times they sent it; 0 is not yet.
    pub sent: u32,
    /// The page they are on, by its number. 0 is the welcome.
    pub page: u32,
    /// What they said so far, also to questions that a change of mind has hidden.
    pub answers: Answers,
    /// The id of the response that travels apart. Drawn when there is the first answer to go in it.
    pub apart: Option<ResponseId>,
    /// See [`Given::code`].
    pub code: String,
}

impl Progress {
    /// A new person's empty answers.
    pub fn new(id: ResponseId) -> Self {
        Self { id, sent: 0, page: 0, answers: Answers::default(), apart: None, code: String::new() }
    }

    /// What to send now, in the order of the survey: only right answers to questions that the
    /// person was asked. A phone keeps others too, in case they change their mind again; those
    /// never travel. `None` for a person who said no to taking part, or has not said yes.
    ///
    /// The language and the day are for the caller to add: they are known to no progress.
    pub fn finish(&self, survey: &Survey) -> Option<Response> {
        self.part(survey, false)
    }

    /// The same of the answers that are kept apart, which [`finish`](Self::finish) never holds: a second response
    /// under an id of its own, that tells nothing of whose it is. `None` while no id was drawn for it.
    pub fn finish_apart(&self, survey: &Survey) -> Option<Response> {
        self.part(survey, true)
    }

    /// One of the two.
    pub fn part(&self, survey: &Survey, apart: bool) -> Option<Response> {
        let (id, code) = match apart {
            true => (self.apart?, String::new()),
            false => (self.id, self.code.clone()),
        };
        let path = Path::of(survey, &self.answers);
        let given = |step: &Step| {
            let question = &survey.questions[step.place];
            if question.apart != apart {
                return None;
            }
            let asked = Asked { question: question.id, round: step.round };
            let answer = self.answers.get(asked)?;
            answer.is_right(question).then(|| (asked, answer.plain(question.kind)))
        };
        path.is_open().then(|| Response {
            id,
            revision: self.sent.saturating_add(1),
            survey: survey.id,
            version: survey.version,
            edition: survey.edition,
            given: Given { code, apart, ..Given::default() },
            answers: path.steps.iter().filter_map(given).collect(),
        })
    }
}
