//! Answers while a person goes, and what travels when they are done.

use crate::make::{
    answers_in_rounds, many, one, other, question, ranked, saying, sorted, version, words,
};
use crate::samples;
use crate::support::{SURVEY, c, q};
use ask_together::model::answer::Answer;
use ask_together::model::id::{ResponseId, SurveyId};
use ask_together::model::response::{Answers, Asked, Progress};
use ask_together::model::standard::{NO, YES};
use ask_together::model::survey::Kind;

fn progress(answers: Answers) -> Progress {
    Progress { answers, ..Progress::new(ResponseId(7)) }
}

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
fn each_time_round_has_its_own_answer() {
    let mut answers = answers_in_rounds(&[(1, 0, one(1)), (1, 1, one(2))]);
    assert_eq!(answers.get(q(1)), Some(&one(1)));
    assert_eq!(answers.get(Asked { question: q(1), round: 1 }), Some(&one(2)));
    assert_eq!(answers.get(Asked { question: q(1), round: 2 }), None);
    answers.set(q(1), None);
    assert_eq!(answers.iter().count(), 1);
}

#[test]
fn an_answer_can_be_taken_away() {
    for nothing in [
        None,
        Some(many(&[])),
        Some(words("")),
        Some(words(" \n")),
        Some(words("\u{a0}")),
        Some(words("\u{200b}\u{feff}")),
        Some(words("\u{115f}\u{ffa0}")),
        Some(words("\u{3164}")),
        Some(words("\u{2800}\u{2800}")),
        Some(ranked(&[])),
        Some(sorted(&[])),
    ] {
        let mut answers = Answers::default();
        answers.set(q(1), Some(words("Yes")));
        answers.set(q(1), nothing);
        assert!(answers.is_empty());
    }
}

#[test]
fn something_else_without_words_is_an_answer() {
    let mut answers = Answers::default();
    answers.set(q(1), Some(other(&[], "")));
    assert!(!answers.is_empty());
}

/// Whether an answer travels with a question of this kind.
fn check_travels(answer: Answer, kind: Kind, expected: bool) {
    let survey = version(2, vec![question(1, kind)]);
    let mut progress = Progress::new(ResponseId(7));
    progress.answers.set(q(1), Some(answer.clone()));
    let sent = progress.finish(&survey).expect("a path that is open").answers;
    assert_eq!(sent.is_empty(), !expected, "{answer:?} to {kind:?}");
}

#[test]
fn only_answers_that_the_survey_has_a_place_for_travel() {
    check_travels(one(1), Kind::OneChoice, true);
    check_travels(one(4), Kind::OneChoice, false);
    check_travels(one(1), Kind::ManyChoices, false);
    check_travels(many(&[1, 2]), Kind::ManyChoices, true);
    check_travels(many(&[1, 4]), Kind::ManyChoices, false);
    check_travels(words("1"), Kind::OneChoice, false);
    check_travels(words("1"), Kind::ShortText, true);
    check_travels(one(1), Kind::LongText, false);
}

#[test]
fn a_wrong_answer_stays_on_the_phone() {
    check_travels(words("12"), Kind::Number, true);
    check_travels(words("twelve"), Kind::Number, false);
    check_travels(words("30/4/2020"), Kind::Date, true);
    check_travels(words("31/4/2020"), Kind::Date, false);
    check_travels(words("13/2020"), Kind::Month, false);
}

/// Each of these was read by the first release of the organiser's page.
#[test]
fn numbers_and_dates_travel_in_one_way_of_writing() {
    for (kind, typed, sent) in [
        (Kind::Number, "1 500,50", "1500.5"),
        (Kind::Number, "১২", "12"),
        (Kind::Number, "−007", "-7"),
        (Kind::Date, "5ed/Mawrth/1980", "5/3/1980"),
        (Kind::Date, "05/03/1980", "5/3/1980"),
        (Kind::Date, "1980-03-05//", "5/3/1980"),
        (Kind::Month, "Sept/১৯৮০", "9/1980"),
        (Kind::ShortText, "1 500,50", "1 500,50"),
    ] {
        let survey = version(2, vec![question(1, kind)]);
        let mut progress = Progress::new(ResponseId(7));
        progress.answers.set(q(1), Some(words(typed)));
        let response = progress.finish(&survey).expect("a path that is open");
        assert_eq!(response.answers.get(q(1)), Some(&words(sent)), "{typed}");
        assert_eq!(
            progress.answers.get(q(1)),
            Some(&words(typed)),
            "the phone keeps what was typed"
        );
    }
}

#[test]
fn the_longest_way_to_write_a_date_travels() {
    let long = format!("{0}25ain{0}/{0}Gorffennaf{0}/{0}2000{0}", " ".repeat(10));
    check_travels(words(&long), Kind::Date, true);
}

#[test]
fn an_answer_to_a_question_that_is_gone_stays_on_the_phone() {
    let survey = version(2, vec![saying(1, "Why?")]);
    let mut progress = Progress::new(ResponseId(7));
    progress.answers.set(q(1), Some(words("x")));
    progress.answers.set(q(2), Some(words("y")));
    let response = progress.finish(&survey).expect("nothing asks for consent");
    assert_eq!(response.answers.iter().count(), 1);
    assert_eq!(response.answers.get(q(2)), None);
    assert_eq!(progress.answers.iter().count(), 2);
}

#[test]
fn what_travels_is_in_the_order_of_the_survey() {
    let survey = version(2, [3, 1, 2].map(|number| saying(number, "Why?")).to_vec());
    let given = answers_in_rounds(&[1, 2, 3].map(|number| (number, 0, words("x"))));
    let response = progress(given).finish(&survey).expect("nothing asks for consent");
    let order: Vec<_> = response.answers.iter().map(|(asked, _)| asked.question).collect();
    assert_eq!(order, [q(3), q(1), q(2)]);
}

#[test]
fn a_finished_response_names_its_survey_and_counts_up() {
    let survey = version(2, vec![saying(1, "Why?")]);
    let mut progress = Progress::new(ResponseId(7));
    let first = progress.finish(&survey).expect("nothing asks for consent");
    assert_eq!((first.id, first.revision), (ResponseId(7), 1));
    assert_eq!((first.survey, first.version), (SURVEY, 2));
    progress.sent = 1;
    assert_eq!(progress.finish(&survey).map(|response| response.revision), Some(2));
}

#[test]
fn nothing_is_sent_without_a_yes_to_every_consent_page() {
    let survey = version(2, vec![question(1, Kind::Consent), saying(2, "Why?")]);
    let at_the_end = version(2, vec![saying(2, "Why?"), question(1, Kind::Consent)]);
    for survey in [survey, at_the_end] {
        let finish = |consent: Option<Answer>| {
            let mut progress = Progress::new(ResponseId(7));
            progress.answers.set(q(2), Some(words("x")));
            progress.answers.set(q(1), consent);
            progress.finish(&survey).map(|response| response.answers.iter().count())
        };
        assert_eq!(finish(Some(Answer::OneChoice(YES))), Some(2));
        assert_eq!(finish(Some(Answer::OneChoice(NO))), None);
        assert_eq!(finish(None), None);
        assert_eq!(finish(Some(one(1))), None, "a choice that is none");
    }
}

#[test]
fn the_golden_response_is_one_that_its_survey_could_send() {
    let sent = samples::progress().finish(&samples::survey()).expect("it agrees");
    let count = |answers: &Answers| answers.iter().count();
    assert_eq!(count(&sent.answers), count(&samples::response().answers));
}

#[test]
fn a_picked_choice_is_told_from_one_that_was_not() {
    assert!(one(1).picked(c(1)) && !one(1).picked(c(2)));
    assert!(many(&[1, 3]).picked(c(3)) && !many(&[1, 3]).picked(c(2)));
    assert!(other(&[1], "").picked(c(1)) && !other(&[1], "").picked(c(2)));
    assert!(!words("1").picked(c(1)) && !ranked(&[1]).picked(c(1)));
}

/// The time that so many questions of a kind are said to take.
fn check_minutes(count: usize, kind: Kind, expected: usize) {
    let questions = (1..).take(count).map(|number| question(number, kind)).collect();
    assert_eq!(version(1, questions).minutes(), expected, "{count} of {kind:?}");
}

#[test]
fn a_survey_says_about_how_long_it_takes() {
    check_minutes(1, Kind::ShortText, 1);
    check_minutes(4, Kind::LongText, 4);
    check_minutes(5, Kind::LongText, 5);
    check_minutes(6, Kind::LongText, 10);
    check_minutes(3, Kind::OneChoice, 1);
    check_minutes(4, Kind::OneChoice, 2);
    check_minutes(2, Kind::ManyChoices, 1);
    check_minutes(3, Kind::Sorting, 3);
    check_minutes(12, Kind::Section, 1);
    check_minutes(500, Kind::LongText, 500);
}

#[test]
fn ids_are_written_for_people_and_survey_ids_read_back() {
    assert_eq!(SURVEY.to_string(), "0123456789abcdef");
    assert_eq!(ResponseId(0xab).to_string(), "00000000000000ab");
    assert_eq!(ResponseId(0x1234_5678_9abc_def0).code(), "1234-5678");
    assert_eq!(ResponseId(1).code(), "0000-0000");
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
