//! Which earlier questions a question may build on: to put their answers in its words, to be asked
//! only after some answers, or to be repeated a number of times.
//!
//! The same rules as when a draft is published, so that nothing is offered that would be a problem
//! then.

use super::marks;
use crate::model::draft::{Content, DraftQuestion, Place, can_be_tested};
use crate::model::id::QuestionId;
use crate::model::survey::{Check, Kind};
use crate::organiser::words;

/// Most characters of a question in a line that names it.
const LONGEST: usize = 70;

/// The questions whose answers can be put in the words of this one.
pub fn tells(content: &Content, id: QuestionId) -> impl Iterator<Item = QuestionId> {
    let tells = |question: &&DraftQuestion| question.kind.can_skip();
    before(content, id).iter().filter(tells).map(|question| question.id)
}

/// The questions whose answers can say whether this one is asked.
pub fn testable(content: &Content, id: QuestionId) -> impl Iterator<Item = QuestionId> {
    let fits = |question: &&DraftQuestion| can_be_tested(&question.as_question(), Check::Answered);
    asked_once(content, id).filter(fits).map(|question| question.id)
}

/// The questions whose answers can say how many times this section is asked.
pub fn counting(content: &Content, id: QuestionId) -> impl Iterator<Item = QuestionId> {
    let fits = |question: &&DraftQuestion| question.kind == Kind::Number;
    asked_once(content, id).filter(fits).map(|question| question.id)
}

/// A question by its number and its words: "3. Do you have a job?"
pub fn name(content: &Content, id: QuestionId) -> String {
    let Some(text) = content.text(Place::Question(id)) else {
        return "This question is gone".to_owned();
    };
    let text = words::short(&words::or(&marks::show(content, text), words::NO_WORDS), LONGEST);
    match content.number_of(id) {
        Some(number) => format!("{number}. {text}"),
        None => text,
    }
}

/// The questions in front of this one.
fn before(content: &Content, id: QuestionId) -> &[DraftQuestion] {
    let place = content.questions.iter().position(|question| question.id == id);
    &content.questions[..place.unwrap_or(0)]
}

/// Those of them that have one answer where this one is asked: none in another section that is
/// asked many times. The title of a section is not in it yet.
fn asked_once(content: &Content, id: QuestionId) -> impl Iterator<Item = &DraftQuestion> {
    let before = before(content, id);
    let is_title = |question: &&DraftQuestion| question.kind == Kind::Section;
    let starts_one = content.question(id).is_some_and(|own| is_title(&own));
    let own = before.iter().rfind(is_title).filter(|_| !starts_one).map(|title| title.id);
    let mut title = None;
    before.iter().filter(move |question| {
        if is_title(question) {
            title = Some(*question);
        }
        title.is_none_or(|title| title.repeat.is_none() || own == Some(title.id))
    })
}

/// True when `source` is an earlier question that has many answers where `id` is asked.
pub fn is_repeated_elsewhere(content: &Content, source: QuestionId, id: QuestionId) -> bool {
    before(content, id).iter().any(|question| question.id == source)
        && asked_once(content, id).all(|question| question.id != source)
}
