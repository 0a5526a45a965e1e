//! One answer: whether it fits its question, what is wrong with it, and how it reads.

use crate::make::{choice, choices, many, one, other, question, ranked, sorted, words};
use crate::strategies;
use crate::support::c;
use ask_together::model::answer::{Answer, Wrong, in_words, shows, wrong};
use ask_together::model::limit::{Hundredths, Limit};
use ask_together::model::standard::{NO, NOT_SURE, OTHER, YES};
use ask_together::model::survey::{Choice, Kind, Question};
use ask_together::model::words::Words;
use proptest::prelude::*;

/// Which kinds of question with choices 1 to 3 an answer fits.
fn check_kinds(answer: Answer, expected: &[Kind]) {
    let fits = |kind: &Kind| {
        let question = Question { choices: choices(&[1, 2, 3]), ..question(1, *kind) };
        answer.fits(&question)
    };
    let found: Vec<Kind> = Kind::ALL.into_iter().filter(fits).collect();
    assert_eq!(found, expected, "{answer:?}");
}

const ONE: [Kind; 8] = [
    Kind::YesNo,
    Kind::OneChoice,
    Kind::Faces3,
    Kind::Faces5,
    Kind::OnePicture,
    Kind::EitherOr,
    Kind::About,
    Kind::Consent,
];

#[test]
fn each_kind_has_its_own_answers() {
    check_kinds(one(1), &ONE);
    check_kinds(many(&[1, 3]), &[Kind::ManyChoices, Kind::ManyPictures]);
    check_kinds(ranked(&[3, 1]), &[Kind::Ranking]);
    check_kinds(sorted(&[(1, 2)]), &[Kind::Sorting]);
    let typed = [Kind::ShortText, Kind::LongText, Kind::Number, Kind::Date, Kind::Month];
    check_kinds(words("x"), &typed);
    check_kinds(other(&[], "x"), &[]);
    check_kinds(Answer::PreferNotToSay, &[]);
}

#[test]
fn nothing_fits_a_page_to_read() {
    for kind in Kind::ALL.into_iter().filter(|kind| !kind.asks()) {
        let page = Question { personal: true, other: true, ..question(1, kind) };
        for answer in [one(1), many(&[1]), words("x"), other(&[], ""), Answer::PreferNotToSay] {
            assert!(!answer.fits(&page), "{answer:?} to {kind:?}");
        }
    }
}

fn check_fits(answer: Answer, question: &Question, expected: bool) {
    assert_eq!(answer.fits(question), expected, "{answer:?}");
}

#[test]
fn the_choices_are_the_questions_own_and_each_comes_once() {
    let ticks = question(1, Kind::ManyChoices);
    check_fits(one(9), &question(1, Kind::OneChoice), false);
    check_fits(many(&[1, 9]), &ticks, false);
    check_fits(many(&[1, 1]), &ticks, false);
    check_fits(many(&[3, 1]), &ticks, true);
    check_fits(ranked(&[1, 2, 1]), &question(1, Kind::Ranking), false);
    check_fits(ranked(&[9]), &question(1, Kind::Ranking), false);
    check_fits(sorted(&[(1, 0), (1, 1)]), &question(1, Kind::Sorting), false);
    check_fits(sorted(&[(9, 0)]), &question(1, Kind::Sorting), false);
    check_fits(sorted(&[(1, 2)]), &question(1, Kind::Sorting), true);
    check_fits(sorted(&[(1, 3)]), &question(1, Kind::Sorting), false);
    check_fits(Answer::OneChoice(NOT_SURE), &question(1, Kind::YesNo), true);
    check_fits(Answer::OneChoice(NOT_SURE), &question(1, Kind::Consent), false);
}

/// Choices 1 and 2, and 3, which stands alone.
fn with_none_of_these(kind: Kind) -> Question {
    let alone = Choice { alone: true, ..choice(c(3), "None of these") };
    Question { choices: [choices(&[1, 2]), vec![alone]].concat(), other: true, ..question(1, kind) }
}

#[test]
fn a_choice_that_stands_alone_is_never_with_others() {
    let ticks = with_none_of_these(Kind::ManyChoices);
    check_fits(many(&[3]), &ticks, true);
    check_fits(many(&[1, 2]), &ticks, true);
    check_fits(many(&[1, 3]), &ticks, false);
    check_fits(other(&[3], ""), &ticks, false);
    check_fits(other(&[1], ""), &ticks, true);
    check_fits(one(3), &with_none_of_these(Kind::OneChoice), true);
}

#[test]
fn something_else_needs_to_be_offered() {
    let offers = |kind| Question { other: true, ..question(1, kind) };
    check_fits(other(&[], "x"), &offers(Kind::OneChoice), true);
    check_fits(other(&[1], "x"), &offers(Kind::OneChoice), false);
    check_fits(other(&[1, 2], "x"), &offers(Kind::ManyChoices), true);
    check_fits(other(&[1, 1], "x"), &offers(Kind::ManyChoices), false);
    check_fits(other(&[9], "x"), &offers(Kind::ManyChoices), false);
    check_fits(other(&[], "x"), &question(1, Kind::ManyChoices), false);
    check_fits(Answer::OneChoice(OTHER), &offers(Kind::OneChoice), false);
    check_fits(Answer::ManyChoices(vec![OTHER]), &offers(Kind::ManyChoices), false);
    check_fits(other(&[], "x"), &offers(Kind::Ranking), false);
    assert!(offers(Kind::OneChoice).offers(OTHER) && !question(1, Kind::OneChoice).offers(OTHER));
}

#[test]
fn only_personal_questions_that_can_be_skipped_take_prefer_not_to_say() {
    for kind in Kind::ALL {
        let personal = Question { personal: true, ..question(1, kind) };
        let can = kind.asks() && kind != Kind::Consent;
        assert_eq!(Answer::PreferNotToSay.fits(&personal), can, "{kind:?}");
        assert!(!Answer::PreferNotToSay.fits(&question(1, kind)), "{kind:?}");
    }
}

fn check_wrong(question: &Question, answer: Option<Answer>, expected: Option<Wrong>) {
    assert_eq!(wrong(question, answer.as_ref()), expected, "{answer:?}");
    if let Some(answer) = answer {
        assert_eq!(answer.is_right(question), expected.is_none() && answer.fits(question));
    }
}

#[test]
fn only_a_consent_page_has_to_be_answered() {
    for kind in Kind::ALL {
        let expected = (kind == Kind::Consent).then_some(Wrong::ChooseOne);
        check_wrong(&question(1, kind), None, expected);
    }
    check_wrong(&question(1, Kind::Consent), Some(Answer::OneChoice(NO)), None);
    check_wrong(&question(1, Kind::Consent), Some(Answer::OneChoice(YES)), None);
}

#[test]
fn what_is_typed_must_be_a_number_or_a_date() {
    let check = |kind, text: &str, expected| {
        check_wrong(&question(1, kind), Some(words(text)), expected);
    };
    check(Kind::Number, "3", None);
    check(Kind::Number, "three", Some(Wrong::NotANumber));
    check(Kind::Date, "31/1/2020", None);
    check(Kind::Date, "31/4/2020", Some(Wrong::NoSuchDay(31)));
    let date = |boxes| Some(Wrong::NotADate(boxes));
    let month = |boxes| Some(Wrong::NotAMonth(boxes));
    let empty = |boxes| Some(Wrong::EmptyBox(boxes));
    check(Kind::Date, "1/13/2020", date([false, true, false]));
    check(Kind::Date, "x/3/80", date([true, false, true]));
    check(Kind::Date, "1//2020", empty([false, true, false]));
    check(Kind::Date, "32//", empty([true, true, true]));
    check(Kind::Date, "1/1/20", Some(Wrong::ShortYear(20)));
    check(Kind::Month, "1/80", Some(Wrong::ShortYear(80)));
    check(Kind::Month, "1/2568", Some(Wrong::WrongYear));
    check(Kind::Month, "1/", empty([false, false, true]));
    check(Kind::Month, "13/2020", month([false, true, false]));
    check(Kind::Date, "1/2020", date([false, true, true]));
    check(Kind::Month, "4/2020", None);
    check(Kind::Month, "31/4/2020", month([false, true, true]));
    check(Kind::ShortText, "three", None);
    check(Kind::LongText, "31/4/2020", None);
}

#[test]
fn numbers_have_limits() {
    let limited =
        Question { least: Some(Limit(100)), most: Some(Limit(250)), ..question(1, Kind::Number) };
    let check = |text: &str, expected| check_wrong(&limited, Some(words(text)), expected);
    check("1", None);
    check("2.5", None);
    check("0.99", Some(Wrong::TooSmall(Hundredths(100))));
    check("2.51", Some(Wrong::TooLarge(Hundredths(250))));
    check("x", Some(Wrong::NotANumber));
    check("99999999999999999999", Some(Wrong::TooLarge(Hundredths(250))));
    check("9999999999999999999x", Some(Wrong::NotANumber));
    let largest = Some(Wrong::TooLarge(Hundredths(100_000_000_000)));
    check_wrong(&question(1, Kind::Number), Some(words("99999999999999999999")), largest);
    check_wrong(&limited, Some(Answer::PreferNotToSay), None);
}

#[test]
fn ticks_have_limits_and_something_else_is_one_of_them() {
    let limited = |least: Option<i64>, most: Option<i64>| {
        let (least, most) = (least.map(Limit), most.map(Limit));
        Question { least, most, ..with_none_of_these(Kind::ManyChoices) }
    };
    let two = limited(Some(2), Some(2));
    check_wrong(&two, Some(many(&[1, 2])), None);
    check_wrong(&two, Some(many(&[1])), Some(Wrong::TooFew(2)));
    check_wrong(&two, Some(other(&[1], "")), None);
    check_wrong(&two, Some(other(&[], "")), Some(Wrong::TooFew(2)));
    let too_many = Wrong::TooMany { most: 2, ticked: 3 };
    check_wrong(&two, Some(other(&[1, 2], "")), Some(too_many));
    check_wrong(&two, Some(many(&[3])), None);
    check_wrong(&limited(None, Some(1)), Some(many(&[1])), None);
    let too_many = Wrong::TooMany { most: 1, ticked: 2 };
    check_wrong(&limited(None, Some(1)), Some(many(&[1, 2])), Some(too_many));
    let one_choice = Question { least: Some(Limit(2)), ..question(1, Kind::OneChoice) };
    check_wrong(&one_choice, Some(one(1)), None);
}

#[test]
fn what_is_wrong_says_what_to_do() {
    let words = Words::english();
    for (wrong, expected) in [
        (Wrong::NotANumber, "Write one number, like 3 or 12."),
        (
            Wrong::NotADate([true; 3]),
            "Look at: Day, Month, Year. Write the date in numbers, like 23",
        ),
        (
            Wrong::NotAMonth([false, true, false]),
            "Look at: Month. Write the date in numbers, like 11",
        ),
        (Wrong::EmptyBox([false, false, true]), "Look at: Year. Write the date in all boxes."),
        (Wrong::WrongYear, "Look at the year. Write it with 4 numbers, like 1980."),
        (Wrong::ShortYear(6), "Do you mean 1906 or 2006? Write the year with 4 numbers."),
        (Wrong::NoSuchDay(31), "That month has no day 31. Look at the date again."),
        (Wrong::TooSmall(Hundredths(50)), "Write 0.5 or a larger number."),
        (Wrong::TooLarge(Hundredths(-100)), "Write -1 or a smaller number."),
        (Wrong::TooFew(2), "Pick 2 or more."),
        (Wrong::TooMany { most: 2, ticked: 3 }, "Pick 2 or fewer. You picked 3."),
        (Wrong::ChooseOne, "Choose an answer."),
    ] {
        let said = wrong.says(&words);
        assert!(said.contains(expected) && !said.contains('{'), "{said}");
    }
}

fn check_words(question: &Question, answer: Answer, expected: &[&str]) {
    assert_eq!(in_words(question, &answer, &Words::english()), expected);
}

#[test]
fn answers_read_as_they_were_given() {
    check_words(&question(1, Kind::OneChoice), one(2), &["2"]);
    check_words(&question(1, Kind::YesNo), Answer::OneChoice(YES), &["Yes"]);
    let consent = question(1, Kind::Consent);
    check_words(&consent, Answer::OneChoice(YES), &["Yes, I want to take part"]);
    check_words(&question(1, Kind::ManyChoices), many(&[3, 1]), &["3", "1"]);
    check_words(&question(1, Kind::Ranking), ranked(&[3, 1]), &["1. 3", "2. 1"]);
    let own = Question { piles: vec!["Good".into()], ..question(1, Kind::Sorting) };
    let cards = sorted(&[(1, 0), (2, 1)]);
    check_words(&own, cards, &["1: Good", "2: Not sure"]);
    check_words(&question(1, Kind::ManyChoices), other(&[1], " x "), &["1", "Something else: x"]);
    check_words(&question(1, Kind::OneChoice), other(&[], " "), &["Something else"]);
    check_words(&question(1, Kind::OneChoice), other(&[], "\u{200b}"), &["Something else"]);
    check_words(&question(1, Kind::ShortText), words("a/b"), &["a/b"]);
    check_words(&question(1, Kind::Date), words("1/2/2003"), &["1 2 2003"]);
    check_words(&question(1, Kind::Month), words("2/2003"), &["2 2003"]);
    check_words(&question(1, Kind::ShortText), Answer::PreferNotToSay, &["I prefer not to say"]);
}

#[test]
fn an_own_text_stands_in_front_of_the_words_of_the_app() {
    let mut yes_or_no = question(1, Kind::YesNo);
    yes_or_no.choices[0].text = "Yes, a lot".into();
    check_words(&yes_or_no, Answer::OneChoice(YES), &["Yes, a lot"]);
    check_words(&yes_or_no, Answer::OneChoice(NO), &["No"]);
}

#[test]
fn only_empty_answers_are_empty() {
    for empty in [many(&[]), ranked(&[]), sorted(&[]), words(""), words(" \n"), words("\u{2060}")] {
        assert!(empty.is_empty(), "{empty:?}");
    }
    for full in [one(1), many(&[1]), other(&[], ""), words("0"), Answer::PreferNotToSay] {
        assert!(!full.is_empty(), "{full:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answer_to_any_question_is_judged_and_read_without_a_panic(
        survey in strategies::survey(),
        answer in strategies::answer(),
    ) {
        for question in &survey.questions {
            let _ = (answer.is_right(question), in_words(question, &answer, &Words::english()));
        }
    }
}

#[test]
fn an_answer_that_no_field_takes_counts_nowhere() {
    let fits = |kind, length: usize| Answer::Text("x".repeat(length)).fits(&question(1, kind));
    for (kind, longest) in [(Kind::ShortText, 300), (Kind::LongText, 5_000), (Kind::Number, 20)] {
        assert!(fits(kind, longest) && !fits(kind, longest + 1), "{kind:?}");
    }
    let own = Question { other: true, ..question(1, Kind::OneChoice) };
    let other = |length: usize| Answer::Other { ticked: vec![], words: "é".repeat(length) };
    assert!(other(1_000).fits(&own) && !other(1_001).fits(&own));
    assert!(
        !Answer::Text("🍰".repeat(151)).fits(&question(1, Kind::ShortText)),
        "as browsers count"
    );
}

#[test]
fn each_line_of_an_answer_has_the_picture_of_its_choice() {
    let pictured =
        |number, picture: &str| Choice { picture: picture.into(), ..choice(c(number), "words") };
    let choices = vec![pictured(1, "1F600"), pictured(2, ""), pictured(3, "1F6D1")];
    let asked = Question { choices, other: true, ..question(1, Kind::ManyChoices) };
    assert_eq!(shows(&asked, &one(3)), ["1F6D1"]);
    assert_eq!(shows(&asked, &many(&[1, 2])), ["1F600", ""]);
    assert_eq!(shows(&asked, &other(&[1], "tea")), ["1F600"], "what was written has none");
    assert_eq!(shows(&asked, &ranked(&[3, 1])), ["1F6D1", "1F600"]);
    assert_eq!(shows(&asked, &sorted(&[(2, 0), (3, 1)])), ["", "1F6D1"]);
    assert!(shows(&asked, &words("tea")).is_empty());
    assert_eq!(shows(&asked, &one(9)), [""], "a choice that is gone");
}
