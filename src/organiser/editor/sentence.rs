//! When a question is asked, as a sentence: "Only if “Do you have a job?” is Yes".

use super::marks;
use crate::model::draft::{Content, DraftQuestion, Place};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::standard;
use crate::model::survey::{Check, Condition, Group, Kind, Test};
use crate::model::words::Words;
use crate::organiser::words;

/// Most characters of a question in a sentence.
const LONGEST: usize = 60;

/// The condition of a question in words, or `None` when it is always asked.
pub fn only_if(content: &Content, app: &Words, condition: &Condition) -> Option<String> {
    only_if_named(content, app, condition, &|id| quoted(content, id))
}

/// The same with other names for questions.
pub fn only_if_named(
    content: &Content,
    app: &Words,
    condition: &Condition,
    name: &dyn Fn(QuestionId) -> String,
) -> Option<String> {
    let test = |test: &Test| self::test(content, app, test, name);
    let group = |group: &Group| {
        let tests: Vec<String> = group.tests.iter().map(test).collect();
        tests.join(if group.all { " and " } else { " or " })
    };
    let groups: Vec<String> = condition.groups.iter().map(group).collect();
    let joint = if condition.all { ", and also " } else { ", or else " };
    (!groups.is_empty()).then(|| format!("Only if {}", groups.join(joint)))
}

/// How often a section is asked, in words, or `None` when it is asked once.
pub fn as_often_as(content: &Content, question: &DraftQuestion) -> Option<String> {
    let source = question.repeat.filter(|_| question.kind == Kind::Section)?;
    Some(format!("As many times as {} says", quoted(content, source)))
}

/// A question's words in quotation marks.
pub fn quoted(content: &Content, id: QuestionId) -> String {
    match content.text(Place::Question(id)) {
        None => "a question that is gone".to_owned(),
        Some(text) => {
            let text = words::or(&marks::show(content, text), words::NO_WORDS);
            words::quoted(&words::short(&text, LONGEST))
        }
    }
}

/// What a check says between the question and the choice or number. A question with ticks can
/// include a choice beside others.
pub fn verb(check: Check, many: bool) -> &'static str {
    match (check, many) {
        (Check::Is(_), false) | (Check::Equals(_), _) => "is",
        (Check::Is(_), true) => "includes",
        (Check::IsNot(_), false) => "is not",
        (Check::IsNot(_), true) => "does not include",
        (Check::Answered, _) => "was answered",
        (Check::NotAnswered, _) => "was not answered",
        (Check::LessThan(_), _) => "is less than",
        (Check::MoreThan(_), _) => "is more than",
    }
}

/// A choice in words, as far as it has any. `None` when it is gone.
pub fn choice(
    content: &Content,
    app: &Words,
    question: QuestionId,
    choice: ChoiceId,
) -> Option<String> {
    let question = content.question(question)?;
    if choice == standard::OTHER {
        return question
            .as_question()
            .other
            .then(|| standard::says(choice, question.kind, app).to_owned());
    }
    let place = question.offered().position(|offered| offered.id == choice)?;
    let says = marks::show(content, question.choice(choice)?.says(question.kind, app));
    Some(words::or(&words::short(&says, LONGEST), &format!("choice {}", place + 1)))
}

fn test(
    content: &Content,
    app: &Words,
    test: &Test,
    name: &dyn Fn(QuestionId) -> String,
) -> String {
    let many = content.question(test.question).is_some_and(|q| q.kind.picks_many());
    let value = match test.check {
        Check::Is(id) | Check::IsNot(id) => choice(content, app, test.question, id)
            .unwrap_or_else(|| "a choice that is gone".to_owned()),
        Check::LessThan(number) | Check::MoreThan(number) | Check::Equals(number) => number.shown(),
        Check::Answered | Check::NotAnswered => String::new(),
    };
    let sentence = format!("{} {} {value}", name(test.question), verb(test.check, many));
    sentence.trim_end().to_owned()
}
