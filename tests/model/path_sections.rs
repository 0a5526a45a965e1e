//! The way through sections: hidden as a whole, and asked many times.

use crate::make::{
    answers, answers_in_rounds, one, question, repeated, shown, version, when, when_is, words,
};
use crate::path::met;
use crate::support::q;
use ask_together::model::answer::Answer;
use ask_together::model::limit::Hundredths;
use ask_together::model::path::{Count, Path, Step, rounds};
use ask_together::model::response::{Answers, Progress};
use ask_together::model::standard::{NO, YES, help_question};
use ask_together::model::survey::{Check, Kind, Question, Survey};

/// Question 1 says how often the section with 3, 4 and 5 is asked. 4 hangs on 3, and 6 comes
/// behind in a section of its own.
fn friends() -> Survey {
    version(
        1,
        vec![
            question(1, Kind::Number),
            repeated(2, 1),
            question(3, Kind::OneChoice),
            shown(when_is(3, 1), question(4, Kind::ShortText)),
            question(5, Kind::Information),
            question(6, Kind::Section),
            question(7, Kind::ShortText),
            help_question(),
        ],
    )
}

fn step(place: usize, round: u8) -> Step {
    Step { place, round }
}

/// How often a section is asked after this answer.
fn check_rounds(typed: &str, expected: usize) {
    let given = answers(&[(1, words(typed))]);
    let titles = met(&friends(), &given).iter().filter(|number| **number == 2).count();
    assert_eq!(titles, expected, "{typed:?}");
    assert_eq!(rounds(Some(&words(typed))), expected, "{typed:?}");
}

#[test]
fn a_section_is_asked_as_often_as_the_number_says_and_at_most_10_times() {
    check_rounds("0", 0);
    check_rounds("1", 1);
    check_rounds("2.5", 2);
    check_rounds("0.99", 0);
    check_rounds("10", 10);
    check_rounds("11", 10);
    check_rounds("1,000,000", 10);
    check_rounds("٣", 3);
    check_rounds("-1", 0);
    check_rounds("two", 0);
    check_rounds("99999999999999999999", 0);
    assert_eq!(rounds(None), 0);
    assert_eq!(rounds(Some(&Answer::PreferNotToSay)), 0);
    assert_eq!(met(&friends(), &Answers::default()), [1, 6, 7, help_question().id.0.number]);
}

#[test]
fn tests_inside_a_repeated_section_read_the_same_round() {
    let given = answers_in_rounds(&[(1, 0, words("3")), (3, 1, one(1)), (3, 2, one(2))]);
    let path = Path::of(&friends(), &given);
    let asked: Vec<u8> =
        path.steps.iter().filter(|step| step.place == 3).map(|step| step.round).collect();
    assert_eq!(asked, [1], "only in the second round was 3 answered with 1");
}

#[test]
fn the_order_is_round_by_round() {
    let given = answers_in_rounds(&[(1, 0, words("2")), (3, 0, one(1)), (3, 1, one(1))]);
    let path = Path::of(&friends(), &given);
    let order: Vec<_> = path.steps.iter().map(|step| (step.place, step.round)).collect();
    let expected = [
        (0, 0),
        (1, 0),
        (2, 0),
        (3, 0),
        (4, 0),
        (1, 1),
        (2, 1),
        (3, 1),
        (4, 1),
        (5, 0),
        (6, 0),
        (7, 0),
    ];
    assert_eq!(order, expected);
    assert_eq!(path.after(step(4, 0)), Some(step(1, 1)));
    assert_eq!(path.before(step(1, 1)), Some(step(4, 0)));
    assert_eq!(path.after(step(4, 1)), Some(step(5, 0)));
}

#[test]
fn a_section_that_comes_many_times_counts_once() {
    let count = |given: &[(u32, u8, Answer)], at: Step| {
        let path = Path::of(&friends(), &answers_in_rounds(given));
        path.count(&friends(), at)
    };
    let about = |number, of| Count { number, of, about: true, again: false };
    let two = (1, 0, words("2"));
    assert_eq!(count(&[], step(0, 0)), about(1, 5));
    let again = |number, of| Count { again: true, ..about(number, of) };
    assert_eq!(count(core::slice::from_ref(&two), step(2, 0)), again(2, 5));
    let met = [two, (3, 0, one(1)), (3, 1, one(2))];
    assert_eq!(count(&met, step(3, 0)), again(3, 5));
    assert_eq!(count(&met, step(2, 1)), again(3, 5), "the second person");
    assert_eq!(count(&[(1, 0, words("1"))], step(2, 0)), about(2, 5), "only one comes: it moves");
    assert_eq!(count(&met, step(6, 0)), Count { number: 4, of: 5, about: false, again: false });
    assert_eq!(count(&[], step(6, 0)), Count { number: 2, of: 3, about: false, again: false });
}

#[test]
fn a_page_that_went_away_in_one_round_leads_to_the_page_before_it_in_that_round() {
    let given = answers_in_rounds(&[(1, 0, words("3")), (3, 1, one(1))]);
    let path = Path::of(&friends(), &given);
    assert_eq!(path.nearest(step(3, 0)), Some(step(2, 0)));
    assert_eq!(path.nearest(step(3, 1)), Some(step(3, 1)));
    assert_eq!(path.nearest(step(3, 2)), Some(step(2, 2)));
    assert_eq!(path.nearest(step(2, 7)), Some(step(4, 2)), "there is no such round");
    let fewer = Path::of(&friends(), &answers(&[(1, words("1"))]));
    assert_eq!(fewer.nearest(step(3, 2)), Some(step(4, 0)));
    let none = Path::of(&friends(), &Answers::default());
    assert_eq!(none.nearest(step(3, 2)), Some(step(0, 0)));
}

#[test]
fn answers_of_rounds_that_went_away_stay_on_the_phone_and_are_not_sent() {
    let mut progress = Progress::new(ask_together::model::id::ResponseId(7));
    progress.answers = answers_in_rounds(&[
        (1, 0, words("2")),
        (3, 0, one(1)),
        (3, 1, one(2)),
        (4, 0, words("x")),
    ]);
    let sent = |progress: &Progress| {
        let sent = progress.finish(&friends()).expect("nothing asks for consent").answers;
        sent.iter().map(|(asked, _)| (asked.question.0.number, asked.round)).collect::<Vec<_>>()
    };
    assert_eq!(sent(&progress), [(1, 0), (3, 0), (4, 0), (3, 1)]);
    progress.answers.set(q(1), Some(words("1")));
    assert_eq!(sent(&progress), [(1, 0), (3, 0), (4, 0)]);
    progress.answers.set(q(1), Some(words("none")));
    assert!(sent(&progress).is_empty());
    assert_eq!(progress.answers.iter().count(), 4);
}

#[test]
fn a_hidden_section_hides_all_of_it_and_the_next_section_is_its_own() {
    let survey = version(
        1,
        vec![
            question(1, Kind::OneChoice),
            shown(when_is(1, 1), question(2, Kind::Section)),
            question(3, Kind::ShortText),
            question(4, Kind::Section),
            question(5, Kind::ShortText),
        ],
    );
    assert_eq!(met(&survey, &answers(&[(1, one(1))])), [1, 2, 3, 4, 5]);
    assert_eq!(met(&survey, &answers(&[(1, one(2)), (3, words("stale"))])), [1, 4, 5]);
}

#[test]
fn a_section_that_is_hidden_and_repeated_is_asked_no_times() {
    let hidden = |show_if| Question { show_if, ..repeated(2, 1) };
    let with = |title| version(1, vec![question(1, Kind::Number), title, question(3, Kind::YesNo)]);
    let given = answers(&[(1, words("2"))]);
    assert_eq!(
        met(&with(hidden(when(1, Check::MoreThan(Hundredths(100))))), &given),
        [1, 2, 3, 2, 3]
    );
    assert_eq!(met(&with(hidden(when(1, Check::MoreThan(Hundredths(200))))), &given), [1]);
}

#[test]
fn the_question_about_help_is_in_no_section() {
    let survey = version(1, vec![question(1, Kind::Number), repeated(2, 1), help_question()]);
    let help = help_question().id.0.number;
    assert_eq!(met(&survey, &answers(&[(1, words("3"))])), [1, 2, 2, 2, help]);
    assert_eq!(met(&survey, &answers(&[(1, words("0"))])), [1, help]);
}

#[test]
fn a_number_that_was_hidden_repeats_nothing() {
    let survey = version(
        1,
        vec![
            question(1, Kind::OneChoice),
            shown(when_is(1, 1), question(2, Kind::Number)),
            repeated(3, 2),
            question(4, Kind::YesNo),
        ],
    );
    assert_eq!(met(&survey, &answers(&[(1, one(1)), (2, words("1"))])), [1, 2, 3, 4]);
    assert_eq!(met(&survey, &answers(&[(1, one(2)), (2, words("1"))])), [1]);
}

#[test]
fn a_consent_page_in_a_repeated_section_is_asked_each_time() {
    let survey =
        version(1, vec![question(1, Kind::Number), repeated(2, 1), question(3, Kind::Consent)]);
    let with = |second: Option<Answer>| {
        let mut given = vec![(1, 0, words("3")), (3, 0, Answer::OneChoice(YES))];
        given.extend(second.map(|answer| (3, 1, answer)));
        Path::of(&survey, &answers_in_rounds(&given))
    };
    assert_eq!((with(None).open, with(None).steps.len()), (5, 7));
    assert_eq!(with(Some(Answer::OneChoice(YES))).open, 7);
    let declined = with(Some(Answer::OneChoice(NO)));
    assert!(declined.declined);
    assert_eq!(declined.steps.len(), 5, "the third round never comes");
}

#[test]
fn what_else_says_repeat_is_asked_once() {
    let odd = Question { repeat: Some(q(1)), ..question(2, Kind::YesNo) };
    let survey = version(1, vec![question(1, Kind::Number), odd]);
    assert_eq!(met(&survey, &answers(&[(1, words("3"))])), [1, 2]);
    assert_eq!(met(&survey, &Answers::default()), [1, 2]);
}

#[test]
fn a_section_that_repeats_by_a_number_of_its_own_is_never_asked() {
    let survey = version(1, vec![repeated(1, 2), question(2, Kind::Number)]);
    assert!(met(&survey, &answers(&[(2, words("3"))])).is_empty());
}
