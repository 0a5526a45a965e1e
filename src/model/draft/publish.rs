//! Checking a draft and freezing it.
//!
//! A draft goes in; a survey comes out, or all that a person has to mend first. Advice on the
//! words is not in here: advice never blocks.

use super::{Content, Draft, DraftQuestion, Place};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::seal::PublicKey;
use crate::model::survey::{LONGEST_SURVEY, LONGEST_TEXT, MOST_CHOICES, MOST_QUESTIONS, Survey};

/// Something a person has to mend before people can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// The survey has no title.
    NoTitle,
    /// Nobody can tell whose survey it is.
    NoOrganisation,
    /// There is nothing to answer.
    NoQuestions,
    /// A question has no words.
    NoQuestionText(QuestionId),
    /// A question offers fewer than 2 choices.
    TooFewChoices(QuestionId),
    /// A choice has no words.
    NoChoiceText(QuestionId, ChoiceId),
    /// A choice says the same as one before it.
    SameChoice(QuestionId, ChoiceId),
    /// The words in this place are longer than a survey can carry.
    TooLong(Place),
    /// More questions than a survey can carry.
    TooManyQuestions,
    /// All words together are longer than a survey can carry.
    SurveyTooLong,
    /// More choices than a question can carry.
    TooManyChoices(QuestionId),
}

impl Draft {
    /// All that has to be mended first, in the order a person meets it on the page.
    pub fn problems(&self) -> Vec<Problem> {
        problems(self.content())
    }

    /// Freezes the draft as this version, sealed to this key. Words lose the spaces around them.
    /// Otherwise every problem.
    pub fn publish(&self, version: u32, key: PublicKey) -> Result<Survey, Vec<Problem>> {
        let problems = self.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let content = self.content();
        let trimmed = |text: &str| text.trim().to_owned();
        Ok(Survey {
            id: self.id(),
            version,
            key,
            title: trimmed(&content.title),
            organisation: trimmed(&content.organisation),
            welcome: trimmed(&content.welcome),
            who_sees: trimmed(&content.who_sees),
            questions: content.questions.iter().map(DraftQuestion::as_question).collect(),
        })
    }
}

fn problems(content: &Content) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut check = |wrong: bool, problem: Problem| {
        if wrong {
            found.push(problem);
        }
    };
    let empty = |text: &str| text.trim().is_empty();
    check(empty(&content.title), Problem::NoTitle);
    check(empty(&content.organisation), Problem::NoOrganisation);
    for place in [Place::Title, Place::Organisation, Place::Welcome, Place::WhoSees] {
        check(is_too_long(content, place), Problem::TooLong(place));
    }
    check(content.questions.is_empty(), Problem::NoQuestions);
    check(content.questions.len() > MOST_QUESTIONS, Problem::TooManyQuestions);
    check(length(content) > LONGEST_SURVEY, Problem::SurveyTooLong);
    for question in &content.questions {
        let id = question.id;
        check(empty(&question.text), Problem::NoQuestionText(id));
        for place in [Place::Question(id), Place::Hint(id)] {
            check(is_too_long(content, place), Problem::TooLong(place));
        }
        if !question.kind.has_choices() {
            continue;
        }
        check(question.choices.len() < 2, Problem::TooFewChoices(id));
        check(question.choices.len() > MOST_CHOICES, Problem::TooManyChoices(id));
        for (place, choice) in question.choices.iter().enumerate() {
            let same = |other: &&_| same_words(&choice.text, other);
            let before = question.choices[..place].iter().map(|other| other.text.as_str());
            let said = !empty(&choice.text) && before.clone().any(|text| same(&text));
            check(empty(&choice.text), Problem::NoChoiceText(id, choice.id));
            check(said, Problem::SameChoice(id, choice.id));
            let place = Place::Choice(id, choice.id);
            check(is_too_long(content, place), Problem::TooLong(place));
        }
    }
    found
}

/// Bytes of all words, and some for the ids and lengths that go with each: never less than the
/// packet.
fn length(content: &Content) -> usize {
    let Content { title, organisation, welcome, who_sees, questions } = content;
    let first = [title, organisation, welcome, who_sees].map(|text| text.len() + 32);
    let choices = |q: &DraftQuestion| q.choices.iter().map(|c| c.text.len() + 32).sum::<usize>();
    let question = |q: &DraftQuestion| q.text.len() + q.hint.len() + 64 + choices(q);
    first.iter().sum::<usize>() + questions.iter().map(question).sum::<usize>()
}

fn is_too_long(content: &Content, place: Place) -> bool {
    content.text(place).is_some_and(|text| text.len() > LONGEST_TEXT)
}

fn same_words(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

impl Problem {
    /// Where a person mends it, or `None` when a question has to be added.
    pub fn place(self) -> Option<Place> {
        match self {
            Problem::NoTitle => Some(Place::Title),
            Problem::NoOrganisation => Some(Place::Organisation),
            Problem::NoQuestions | Problem::TooManyQuestions | Problem::SurveyTooLong => None,
            Problem::NoQuestionText(id)
            | Problem::TooFewChoices(id)
            | Problem::TooManyChoices(id) => Some(Place::Question(id)),
            Problem::NoChoiceText(id, choice) | Problem::SameChoice(id, choice) => {
                Some(Place::Choice(id, choice))
            }
            Problem::TooLong(place) => Some(place),
        }
    }
}
