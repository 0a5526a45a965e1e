//! Answers while a person goes, and what travels when they are done.

use crate::codebook::{choices, question, version};
use crate::results::{many, one, words};
use crate::samples;
use crate::support::{SURVEY, c, q};
use ask_together::model::id::{ResponseId, SurveyId};
use ask_together::model::response::{Answer, Answers, Progress};
use ask_together::model::survey::{Kind, Survey};

#[test]
fn a_new_person_has_answered_nothing() {
    let progress = Progress::new(ResponseId(7));
    assert!(progress.answers.is_empty());
    assert_eq!((progress.id, progress.sent, progress.page), (ResponseId(7), 0, 0));
}

#[test]
fn a_later_answer_takes_the_place_of_the_earlier() {
    let mut answers = Answers::default();
    answers.set(q(1), Some(one(1)));
    answers.set(q(1), Some(one(2)));
    assert_eq!(answers.get(q(1)), Some(&one(2)));
    assert_eq!(answers.iter().count(), 1);
    assert_eq!(answers.get(q(2)), None);
}

#[test]
fn an_answer_can_be_taken_away() {
    for nothing in [None, Some(many(&[])), Some(words("")), Some(words(" \n"))] {
        let mut answers = Answers::default();
        answers.set(q(1), Some(words("Yes")));
        answers.set(q(1), nothing);
        assert!(answers.is_empty());
    }
}

/// Whether an answer travels with a question of this kind.
fn check_fits(answer: Answer, kind: Kind, expected: bool) {
    assert_eq!(answer.fits(&kind), expected, "{answer:?} to {kind:?}");
    let survey = version(2, vec![question(1, "Which?", kind)]);
    let mut progress = Progress::new(ResponseId(7));
    progress.answers.set(q(1), Some(answer));
    assert_eq!(progress.finish(&survey).answers.is_empty(), !expected);
}

#[test]
fn only_answers_that_the_survey_has_a_place_for_travel() {
    let two = || choices(&[1, 2]);
    check_fits(one(1), Kind::OneChoice(two()), true);
    check_fits(one(3), Kind::OneChoice(two()), false);
    check_fits(one(1), Kind::ManyChoices(two()), false);
    check_fits(many(&[1, 2]), Kind::ManyChoices(two()), true);
    check_fits(many(&[1, 3]), Kind::ManyChoices(two()), false);
    check_fits(many(&[1]), Kind::OneChoice(two()), false);
    check_fits(words("1"), Kind::OneChoice(two()), false);
    check_fits(words("1"), Kind::ShortText, true);
    check_fits(words("1"), Kind::LongText, true);
    check_fits(one(1), Kind::LongText, false);
}

#[test]
fn an_answer_to_a_question_that_is_gone_stays_on_the_phone() {
    let survey = version(2, vec![question(1, "Why?", Kind::ShortText)]);
    let mut progress = Progress::new(ResponseId(7));
    progress.answers.set(q(1), Some(words("x")));
    progress.answers.set(q(2), Some(words("y")));
    let response = progress.finish(&survey);
    assert_eq!(response.answers.iter().count(), 1);
    assert_eq!(response.answers.get(q(2)), None);
    assert_eq!(progress.answers.iter().count(), 2);
}

#[test]
fn a_finished_response_names_its_survey_and_counts_up() {
    let mut progress = Progress::new(ResponseId(7));
    let survey = Survey { id: SURVEY, ..samples::survey() };
    let first = progress.finish(&survey);
    assert_eq!((first.id, first.revision), (ResponseId(7), 1));
    assert_eq!((first.survey, first.version), (SURVEY, 2));
    progress.sent = 1;
    assert_eq!(progress.finish(&survey).revision, 2);
}

#[test]
fn a_picked_choice_is_told_from_one_that_was_not() {
    assert!(one(1).picked(c(1)) && !one(1).picked(c(2)));
    assert!(many(&[1, 3]).picked(c(3)) && !many(&[1, 3]).picked(c(2)));
    assert!(!words("1").picked(c(1)));
}

/// The time that so many questions of a kind are said to take.
fn check_minutes(count: usize, kind: Kind, expected: usize) {
    let questions =
        (1..).take(count).map(|number| question(number, "Why?", kind.clone())).collect();
    assert_eq!(version(1, questions).minutes(), expected, "{count} of {kind:?}");
}

#[test]
fn a_survey_says_about_how_long_it_takes() {
    check_minutes(1, Kind::ShortText, 1);
    check_minutes(4, Kind::LongText, 4);
    check_minutes(5, Kind::LongText, 5);
    check_minutes(6, Kind::LongText, 10);
    check_minutes(3, Kind::OneChoice(choices(&[1, 2])), 1);
    check_minutes(4, Kind::OneChoice(choices(&[1, 2])), 2);
    check_minutes(2, Kind::ManyChoices(choices(&[1, 2])), 1);
    check_minutes(500, Kind::LongText, 500);
}

#[test]
fn ids_are_written_for_people_and_survey_ids_read_back() {
    assert_eq!(SURVEY.to_string(), "0123456789abcdef");
    assert_eq!(ResponseId(0xab).to_string(), "00000000000000ab");
    assert_eq!(q(12).0.to_string(), "9-12");
    assert_eq!(SurveyId::parse("0123456789abcdef"), Some(SURVEY));
    assert_eq!(SurveyId::parse(&SurveyId(0).to_string()), Some(SurveyId(0)));
    for text in [
        "",
        "0",
        "0123456789abcde",
        "0123456789abcdef0",
        "0123456789abcdeg",
        "+123456789abcdef",
        "0123456789ABCDEF",
    ] {
        assert_eq!(SurveyId::parse(text), None, "{text}");
    }
}
