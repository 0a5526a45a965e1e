//! What can be true of an answer: the lists that a test is picked from, and what is wrong with one.

use crate::model::draft::{Content, can_be_tested};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::limit::Hundredths;
use crate::model::standard;
use crate::model::survey::{Check, Kind, Test};
use crate::model::words::Words;
use crate::organiser::editor::controls::Options;
use crate::organiser::editor::{earlier, sentence};

/// What can be true of the answer.
pub fn checks(content: &Content, _: &Words, test: Test) -> Options {
    let many = content.question(test.question).is_some_and(|found| found.kind.picks_many());
    let mut checks: Vec<Check> = possible(content, test);
    if !checks.iter().any(|check| tag(*check) == tag(test.check)) {
        checks.insert(0, test.check);
    }
    let option = |check| (tag(check).to_owned(), sentence::verb(check, many).to_owned());
    checks.into_iter().map(option).collect()
}

/// The choices to pick from, and the one that is picked even when it is gone.
pub fn choices(content: &Content, app: &Words, test: Test) -> Options {
    let (Check::Is(picked) | Check::IsNot(picked)) = test.check else { return Options::new() };
    let name = |id: ChoiceId| {
        let name = sentence::choice(content, app, test.question, id);
        (id.0.to_string(), name.unwrap_or_else(|| "This choice is gone".to_owned()))
    };
    let mut ids = choice_ids(content, test.question);
    if !ids.contains(&picked) {
        ids.insert(0, picked);
    }
    ids.into_iter().map(name).collect()
}

/// The choices of a question that a test can name.
pub fn choice_ids(content: &Content, question: QuestionId) -> Vec<ChoiceId> {
    let Some(question) = content.question(question) else { return Vec::new() };
    let other = question.as_question().other.then_some(standard::OTHER);
    question.offered().map(|choice| choice.id).chain(other).collect()
}

/// The checks that fit the question, with the choice or number of the test where it has one.
fn possible(content: &Content, test: Test) -> Vec<Check> {
    let Some(question) = content.question(test.question) else { return Vec::new() };
    let picked = match test.check {
        Check::Is(id) | Check::IsNot(id) => Some(id),
        _ => choice_ids(content, test.question).first().copied(),
    };
    let number = number_of(test.check).unwrap_or_default();
    let mut checks = Vec::new();
    if let Some(id) = picked.filter(|_| question.kind.picks_one() || question.kind.picks_many()) {
        checks.extend([Check::Is(id), Check::IsNot(id)]);
    }
    if question.kind == Kind::Number {
        let numbers = [Check::LessThan(number), Check::MoreThan(number), Check::Equals(number)];
        checks.extend(numbers);
    }
    checks.extend([Check::Answered, Check::NotAnswered]);
    checks
}

/// The check with this tag, as the test's question can have it.
pub fn with_tag(content: &Content, test: Test, value: &str) -> Check {
    let found = possible(content, test).into_iter().find(|check| tag(*check) == value);
    found.unwrap_or(test.check)
}

/// A check without its choice or number, as a value of a list.
pub fn tag(check: Check) -> &'static str {
    match check {
        Check::Is(_) => "is",
        Check::IsNot(_) => "is-not",
        Check::Answered => "answered",
        Check::NotAnswered => "not-answered",
        Check::LessThan(_) => "less",
        Check::MoreThan(_) => "more",
        Check::Equals(_) => "equals",
    }
}

/// The number that a check compares with.
pub fn number_of(check: Check) -> Option<Hundredths> {
    match check {
        Check::LessThan(number) | Check::MoreThan(number) | Check::Equals(number) => Some(number),
        _ => None,
    }
}

/// The check with another number.
pub fn with_number(check: Check, number: Hundredths) -> Check {
    match check {
        Check::LessThan(_) => Check::LessThan(number),
        Check::MoreThan(_) => Check::MoreThan(number),
        Check::Equals(_) => Check::Equals(number),
        other => other,
    }
}

/// What is wrong with one test, in words. Said at once, published or not: the test can't work.
pub fn problem(content: &Content, question: QuestionId, test: Test) -> Option<&'static str> {
    let place = |id| content.questions.iter().position(|question| question.id == id);
    let Some(source) = place(test.question) else {
        return Some("This question is gone. Pick another, or remove this condition.");
    };
    let found = &content.questions[source];
    if place(question).is_some_and(|own| source >= own) {
        return Some("This question comes later. Pick another, or move that one up.");
    }
    if !can_be_tested(&found.as_question(), test.check) {
        return Some(match test.check {
            Check::Is(id) | Check::IsNot(id) if !choice_ids(content, found.id).contains(&id) => {
                "This choice is gone. Pick another, or remove this condition."
            }
            _ => "This question is answered in another way now. Pick again.",
        });
    }
    earlier::is_repeated_elsewhere(content, test.question, question)
        .then_some("This question is asked many times. Pick another, or remove this condition.")
}
