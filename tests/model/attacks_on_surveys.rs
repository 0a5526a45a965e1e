//! Surveys that no publishing made, in packets whose check is right.

use crate::samples;
use crate::support::{c, q};
use ask_together::model::survey::{
    Choice, Kind, LONGEST_TEXT, MOST_CHOICES, MOST_QUESTIONS, Question, Survey,
};
use ask_together::model::wire::{Packet, Unreadable};

/// Writing does not look at the rules, so a survey can be made hostile before it is written.
fn check(change: impl FnOnce(&mut Survey), expected: Result<(), Unreadable>) {
    let mut survey = samples::survey();
    change(&mut survey);
    assert_eq!(Survey::from_packet(&survey.to_packet()).map(drop), expected);
}

const DAMAGED: Result<(), Unreadable> = Err(Unreadable::Damaged);

fn questions(count: usize) -> Vec<Question> {
    let question = |number| Question {
        id: q(number),
        text: "Why?".into(),
        hint: String::new(),
        kind: Kind::LongText,
    };
    (1..).take(count).map(question).collect()
}

fn choices(count: usize) -> Vec<Choice> {
    (1..).take(count).map(|number| Choice { id: c(number), text: number.to_string() }).collect()
}

#[test]
fn no_questions() {
    check(|survey| survey.questions.clear(), DAMAGED);
}

#[test]
fn one_question_above_the_most() {
    check(|survey| survey.questions = questions(MOST_QUESTIONS), Ok(()));
    check(|survey| survey.questions = questions(MOST_QUESTIONS + 1), DAMAGED);
}

#[test]
fn no_choices() {
    check(|survey| survey.questions[0].kind = Kind::OneChoice(vec![]), DAMAGED);
    check(|survey| survey.questions[1].kind = Kind::ManyChoices(vec![]), DAMAGED);
}

#[test]
fn one_choice_above_the_most() {
    let many = |count| {
        move |survey: &mut Survey| survey.questions[1].kind = Kind::ManyChoices(choices(count))
    };
    check(many(MOST_CHOICES), Ok(()));
    check(many(MOST_CHOICES + 1), DAMAGED);
}

#[test]
fn two_questions_with_one_id() {
    check(|survey| survey.questions[3].id = survey.questions[0].id, DAMAGED);
}

#[test]
fn two_choices_with_one_id() {
    let twice = |survey: &mut Survey| {
        let mut three = choices(3);
        three[2].id = three[0].id;
        survey.questions[0].kind = Kind::OneChoice(three);
    };
    check(twice, DAMAGED);
}

#[test]
fn choices_of_two_questions_may_share_an_id() {
    let shared = |survey: &mut Survey| {
        survey.questions[0].kind = Kind::OneChoice(choices(3));
        survey.questions[1].kind = Kind::ManyChoices(choices(3));
    };
    check(shared, Ok(()));
}

#[test]
fn a_text_that_is_too_long_in_any_place() {
    let long = || "é".repeat(LONGEST_TEXT / 2 + 1);
    check(|survey| survey.title = "a".repeat(LONGEST_TEXT), Ok(()));
    check(|survey| survey.title = long(), DAMAGED);
    check(|survey| survey.organisation = long(), DAMAGED);
    check(|survey| survey.welcome = long(), DAMAGED);
    check(|survey| survey.who_sees = long(), DAMAGED);
    check(|survey| survey.questions[3].text = long(), DAMAGED);
    check(|survey| survey.questions[3].hint = long(), DAMAGED);
    let choice = |survey: &mut Survey| {
        let mut three = choices(3);
        three[2].text = long();
        survey.questions[1].kind = Kind::ManyChoices(three);
    };
    check(choice, DAMAGED);
}

#[test]
fn words_that_are_no_utf_8() {
    let mut body = vec![0; 34];
    body.extend([2, 0xc3, 0x28]);
    body.extend([0; 4]);
    let bytes = crate::attacks_on_packets::packet("survey", 1, &body);
    assert_eq!(Survey::from_packet(&bytes), Err(Unreadable::Damaged));
}

#[test]
fn a_kind_that_is_none() {
    let question = [1, 1, 0, 0];
    for (kind, expected) in [(2, Ok(())), (3, Ok(())), (4, DAMAGED), (255, DAMAGED)] {
        let body = [&[0; 34][..], &[0; 4], &[1], &question, &[kind]].concat();
        let bytes = crate::attacks_on_packets::packet("survey", 1, &body);
        assert_eq!(Survey::from_packet(&bytes).map(drop), expected, "kind {kind}");
    }
}
