//! The way through a survey: conditions, what a hidden answer does, and consent. Sections are in
//! `path_sections`.

use crate::make::{
    all, answers, any, many, one, other, picking, question, shown, test, version, when, when_is,
    words,
};
use crate::support::{c, q};
use ask_together::model::answer::Answer;
use ask_together::model::limit::{Hundredths, Limit};
use ask_together::model::path::{Count, Path, Step};
use ask_together::model::response::{Answers, Progress};
use ask_together::model::standard::{NO, OTHER, YES};
use ask_together::model::survey::{Check, Condition, Group, Kind, Question, Survey, Test};

/// Which questions are met, by number, each time round.
pub fn met(survey: &Survey, answers: &Answers) -> Vec<u32> {
    let steps = Path::of(survey, answers).steps;
    steps.iter().map(|step| survey.questions[step.place].id.0.number).collect()
}

/// Question 9 comes behind these; whether it is met.
fn is_met(questions: &[Question], show_if: Condition, answers: &Answers) -> bool {
    let last = shown(show_if, question(9, Kind::LongText));
    let questions = [questions, &[last]].concat();
    met(&version(1, questions), answers).contains(&9)
}

/// Whether a check of question 1 holds, for each of these answers.
fn check(first: Question, how: Check, answers_and_results: &[(Option<Answer>, bool)]) {
    for (answer, expected) in answers_and_results {
        let given: Vec<_> = answer.iter().map(|answer| (1, answer.clone())).collect();
        let found = is_met(std::slice::from_ref(&first), when(1, how), &answers(&given));
        assert_eq!(found, *expected, "{how:?} of {answer:?}");
    }
}

#[test]
fn a_choice_is_or_is_not_picked() {
    let first = || Question { other: true, personal: true, ..question(1, Kind::OneChoice) };
    let prefer_not = Some(Answer::PreferNotToSay);
    let is =
        [(Some(one(1)), true), (Some(one(2)), false), (None, false), (prefer_not.clone(), false)];
    check(first(), Check::Is(c(1)), &is);
    let is_not = [(Some(one(1)), false), (Some(one(2)), true), (None, true), (prefer_not, true)];
    check(first(), Check::IsNot(c(1)), &is_not);
    let own = [(Some(other(&[], "x")), true), (Some(other(&[], "")), true), (Some(one(1)), false)];
    check(first(), Check::Is(OTHER), &own);
}

#[test]
fn a_choice_is_among_the_ticks() {
    let first = || Question { other: true, ..question(1, Kind::ManyChoices) };
    let is =
        [(Some(many(&[1, 2])), true), (Some(many(&[2])), false), (Some(other(&[1], "x")), true)];
    check(first(), Check::Is(c(1)), &is);
    let is_not = [(Some(many(&[1, 2])), false), (Some(other(&[2], "")), true), (None, true)];
    check(first(), Check::IsNot(c(1)), &is_not);
}

#[test]
fn answered_is_neither_skipped_nor_preferred_not_to_say() {
    let kinds =
        [(Kind::OneChoice, one(1)), (Kind::ShortText, words("x")), (Kind::Number, words("0"))];
    for (kind, answer) in kinds {
        let first = || Question { personal: true, ..question(1, kind) };
        let answers = |answered: bool| {
            [
                (Some(answer.clone()), answered),
                (None, !answered),
                (Some(Answer::PreferNotToSay), !answered),
            ]
        };
        check(first(), Check::Answered, &answers(true));
        check(first(), Check::NotAnswered, &answers(false));
    }
}

#[test]
fn numbers_are_less_more_or_equal() {
    let number = |text: &str, holds| (Some(words(text)), holds);
    let first = || question(1, Kind::Number);
    let less = [number("2.99", true), number("3", false), number("-10", true), (None, false)];
    check(first(), Check::LessThan(Hundredths(300)), &less);
    let more = [number("3.01", true), number("3", false), number("٤", true), (None, false)];
    check(first(), Check::MoreThan(Hundredths(300)), &more);
    let equals = [number("3", true), number("3.00", true), number("۳", true), number("4", false)];
    check(first(), Check::Equals(Hundredths(300)), &equals);
    for how in [
        Check::LessThan(Hundredths(300)),
        Check::MoreThan(Hundredths(300)),
        Check::Equals(Hundredths(300)),
    ] {
        check(first(), how, &[number("three", false), number("", false)]);
    }
}

#[test]
fn a_wrong_answer_does_not_count() {
    let number = || Question { most: Some(Limit(1_000)), ..question(1, Kind::Number) };
    check(
        number(),
        Check::MoreThan(Hundredths(0)),
        &[(Some(words("10")), true), (Some(words("11")), false)],
    );
    check(number(), Check::Answered, &[(Some(words("11")), false), (Some(words("x")), false)]);
    let ticks = || Question { least: Some(Limit(2)), ..question(1, Kind::ManyChoices) };
    check(ticks(), Check::Is(c(1)), &[(Some(many(&[1])), false), (Some(many(&[1, 2])), true)]);
    let date = [(Some(words("31/4/2020")), false), (Some(words("30/4/2020")), true)];
    check(question(1, Kind::Date), Check::Answered, &date);
}

#[test]
fn an_answer_that_does_not_fit_does_not_count() {
    let first = || question(1, Kind::OneChoice);
    check(first(), Check::Is(c(7)), &[(Some(one(7)), false)]);
    check(first(), Check::Answered, &[(Some(one(7)), false), (Some(many(&[1])), false)]);
}

/// Questions 1 to 4, of which these are answered with choice 1.
fn four(yes: &[u32]) -> (Vec<Question>, Answers) {
    let questions = (1..=4).map(|number| question(number, Kind::OneChoice)).collect();
    (questions, answers(&yes.iter().map(|number| (*number, one(1))).collect::<Vec<_>>()))
}

/// Whether a condition holds, for each set of questions that are answered with choice 1.
fn check_joined(condition: &Condition, sets: &[(&[u32], bool)]) {
    for (yes, expected) in sets {
        let (questions, answers) = four(yes);
        assert_eq!(is_met(&questions, condition.clone(), &answers), *expected, "{yes:?}");
    }
}

fn is(number: u32) -> Test {
    test(number, Check::Is(c(1)))
}

#[test]
fn all_or_one_of_the_tests_must_hold() {
    check_joined(&all(&[is(1), is(2)]), &[(&[1, 2], true), (&[1], false), (&[], false)]);
    check_joined(
        &any(&[is(1), is(2)]),
        &[(&[1, 2], true), (&[1], true), (&[2], true), (&[], false)],
    );
}

#[test]
fn groups_are_joined_too() {
    let group = |all, tests: &[Test]| Group { all, tests: tests.to_vec() };
    let groups = || vec![group(true, &[is(1), is(2)]), group(false, &[is(3), is(4)])];
    let both = Condition { all: true, groups: groups() };
    check_joined(
        &both,
        &[(&[1, 2, 4], true), (&[1, 2], false), (&[3, 4], false), (&[1, 3], false)],
    );
    let one = Condition { all: false, groups: groups() };
    check_joined(&one, &[(&[1, 2], true), (&[3], true), (&[1], false), (&[], false)]);
    check_joined(&Condition { all: false, groups: vec![] }, &[(&[], true)]);
}

/// 2 hangs on 1, 3 on 2, and 4 on 2 not being answered.
fn chain() -> Survey {
    let on = |number, condition| shown(condition, question(number, Kind::OneChoice));
    version(
        1,
        vec![
            question(1, Kind::OneChoice),
            on(2, when_is(1, 1)),
            on(3, when_is(2, 1)),
            on(4, when(2, Check::NotAnswered)),
        ],
    )
}

#[test]
fn an_answer_to_a_hidden_question_never_counts() {
    let check = |given: &[(u32, Answer)], expected: &[u32]| {
        assert_eq!(met(&chain(), &answers(given)), expected, "{given:?}");
    };
    check(&[], &[1, 4]);
    check(&[(1, one(1))], &[1, 2, 4]);
    check(&[(1, one(1)), (2, one(1))], &[1, 2, 3]);
    check(&[(1, one(2)), (2, one(1))], &[1, 4]);
    check(&[(2, one(1)), (3, one(1))], &[1, 4]);
}

#[test]
fn a_hidden_answer_is_kept_on_the_phone_but_not_sent_and_comes_back_with_its_question() {
    let mut progress = Progress::new(ask_together::model::id::ResponseId(7));
    progress.answers = answers(&[(1, one(1)), (2, one(1)), (3, one(2))]);
    let sent = |progress: &Progress| {
        let response = progress.finish(&chain()).expect("nothing asks for consent");
        response.answers.iter().map(|(asked, _)| asked.question.0.number).collect::<Vec<_>>()
    };
    assert_eq!(sent(&progress), [1, 2, 3]);
    progress.answers.set(q(1), Some(one(2)));
    assert_eq!(sent(&progress), [1]);
    assert_eq!(progress.answers.get(q(3)), Some(&one(2)), "the phone keeps it");
    progress.answers.set(q(1), Some(one(1)));
    let mut back = sent(&progress);
    back.sort_unstable();
    assert_eq!(back, [1, 2, 3]);
}

/// A consent page between two questions.
fn with_consent() -> Survey {
    let [one, two] = [1, 3].map(|number| question(number, Kind::ShortText));
    version(1, vec![one, question(2, Kind::Consent), two, question(4, Kind::Information)])
}

fn consent(answer: Option<Answer>) -> Path {
    let given: Vec<_> = answer.into_iter().map(|answer| (2, answer)).collect();
    Path::of(&with_consent(), &answers(&given))
}

fn step(place: usize) -> Step {
    Step { place, round: 0 }
}

#[test]
fn behind_an_unanswered_consent_page_nothing_opens_but_all_of_it_counts() {
    let path = consent(None);
    assert_eq!((path.steps.len(), path.open), (4, 2));
    assert!(!path.is_open() && !path.declined);
    assert_eq!(path.reachable(), [step(0), step(1)]);
    assert_eq!(path.after(step(1)), None);
    assert_eq!(path.nearest(step(3)), Some(step(1)));
    assert_eq!(path.count(&with_consent(), step(0)), exactly(1, 3));
}

#[test]
fn a_yes_opens_the_rest() {
    let path = consent(Some(Answer::OneChoice(YES)));
    assert_eq!((path.steps.len(), path.open), (4, 4));
    assert!(path.is_open() && !path.declined);
    assert_eq!(path.after(step(1)), Some(step(2)));
}

#[test]
fn a_no_ends_the_path() {
    let path = consent(Some(Answer::OneChoice(NO)));
    assert_eq!(path.steps, [step(0), step(1)]);
    assert!(path.declined && !path.is_open());
    assert_eq!(path.after(step(1)), None);
    assert_eq!(path.before(step(1)), Some(step(0)), "they can change their mind");
}

#[test]
fn a_consent_page_that_is_not_asked_asks_nothing() {
    let asked = shown(when_is(1, 1), question(2, Kind::Consent));
    let survey =
        version(1, vec![question(1, Kind::OneChoice), asked, question(3, Kind::ShortText)]);
    assert!(Path::of(&survey, &answers(&[(1, one(2))])).is_open());
    let stale = answers(&[(1, one(2)), (2, Answer::OneChoice(NO))]);
    assert!(Path::of(&survey, &stale).is_open());
    assert!(!Path::of(&survey, &answers(&[(1, one(1))])).is_open());
}

#[test]
fn a_consent_page_at_the_very_end_still_waits_for_its_yes() {
    let survey = version(1, vec![question(1, Kind::ShortText), question(2, Kind::Consent)]);
    let path = Path::of(&survey, &Answers::default());
    assert_eq!((path.open, path.is_open()), (2, false));
}

#[test]
fn pages_to_read_do_not_count_as_questions() {
    let kinds = [Kind::Information, Kind::YesNo, Kind::Information, Kind::Section, Kind::Number];
    let questions = kinds.iter().zip(1..).map(|(kind, number)| question(number, *kind)).collect();
    let survey = version(1, questions);
    let path = Path::of(&survey, &Answers::default());
    let counts: Vec<_> = path.steps.iter().map(|step| path.count(&survey, *step)).collect();
    let expected = [(0, 2), (1, 2), (1, 2), (1, 2), (2, 2)];
    assert_eq!(counts, expected.map(|(number, of)| exactly(number, of)));
}

/// A count where all is certain.
fn exactly(number: usize, of: usize) -> Count {
    Count { number, of, about: false, again: false }
}

/// Question 2 is asked after choice 1 in question 1, and 3 after choice 1 in 2. 4 always.
fn two_that_may_come() -> Survey {
    let chained = |number, of| shown(when_is(of, 1), question(number, Kind::OneChoice));
    let first = question(1, Kind::OneChoice);
    version(1, vec![first, chained(2, 1), chained(3, 2), question(4, Kind::OneChoice)])
}

#[test]
fn what_may_still_come_is_counted_until_it_is_known() {
    let survey = two_that_may_come();
    let count = |given: &[(u32, Answer)], place| {
        Path::of(&survey, &answers(given)).count(&survey, step(place))
    };
    assert_eq!(count(&[], 0), Count { number: 1, of: 4, about: true, again: false });
    assert_eq!(count(&[(1, one(1))], 0), Count { number: 1, of: 4, about: true, again: false });
    assert_eq!(count(&[(1, one(1))], 1), Count { number: 2, of: 4, about: true, again: false });
    assert_eq!(count(&[(1, one(1)), (2, one(1))], 2), exactly(3, 4));
    assert_eq!(count(&[(1, one(1)), (2, one(2))], 3), exactly(3, 3));
}

#[test]
fn who_is_about_to_say_no_still_sees_how_many_questions_there_are() {
    let path = consent(Some(Answer::OneChoice(NO)));
    assert_eq!(path.count(&with_consent(), step(0)), exactly(1, 3));
}

#[test]
fn the_first_page_has_none_before_it_and_a_page_that_is_hidden_has_no_neighbours() {
    let path = Path::of(&chain(), &answers(&[(1, one(1)), (2, one(1))]));
    assert_eq!(path.before(step(0)), None);
    assert_eq!(path.after(step(2)), None);
    assert_eq!((path.before(step(3)), path.after(step(3))), (None, None));
    assert_eq!(path.nearest(step(3)), Some(step(2)));
    assert_eq!(path.nearest(step(2)), Some(step(2)));
    assert_eq!(path.nearest(step(99)), Some(step(2)));
}

#[test]
fn there_is_no_nearest_page_in_front_of_the_first() {
    let hidden = shown(when_is(2, 1), question(1, Kind::ShortText));
    let survey = version(1, vec![hidden, picking(2, Kind::OneChoice, &[1, 2])]);
    let path = Path::of(&survey, &Answers::default());
    assert_eq!(path.nearest(step(0)), None);
    assert_eq!(path.nearest(step(1)), Some(step(1)));
}
