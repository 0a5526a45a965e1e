//! Publishing: problems of the newer kinds of question, of conditions, of marks for earlier answers,
//! and of other languages. `reach` has those that nobody is asked.

use crate::flows::draft_of;
use crate::make::{
    all, choice, choices, picking, question, repeated, shown, test, version, when, when_is,
};
use crate::support::{SURVEY, Tab, c, q};
use ask_together::model::draft::{Change, Draft, Place, Problem, can_be_tested};
use ask_together::model::limit::{Hundredths, Limit};
use ask_together::model::piping::mark;
use ask_together::model::seal::PublicKey;
use ask_together::model::standard::{self, NO, NOT_SURE, OTHER, YES};
use ask_together::model::survey::{
    Check, Condition, Group, Kind, LONGEST_SURVEY, LONGEST_TEXT, Language, MOST_MEANINGS,
    MOST_TESTS, MOST_TRANSLATIONS, Question,
};
use ask_together::model::wire::Packet;
use ask_together::model::words::Word;

const KEY: PublicKey = PublicKey([7; 32]);

fn problems_of(questions: &[Question]) -> Vec<Problem> {
    draft_of(questions).problems()
}

/// What publishing finds in these questions.
fn check(questions: &[Question], expected: &[Problem]) {
    assert_eq!(problems_of(questions), expected);
}

/// What it finds in one question, behind one for words so that there is something to answer.
fn check_one(one: Question, expected: &[Problem]) {
    check(&[question(90, Kind::ShortText), one], expected);
}

#[test]
fn every_kind_publishes_with_what_it_starts_with() {
    for kind in Kind::ALL {
        let mut one = question(1, kind);
        if kind == Kind::EitherOr {
            one.choices.truncate(2);
        }
        check_one(one, &[]);
    }
}

#[test]
fn pages_to_read_are_nothing_to_answer_but_consent_is() {
    let empty = |kind| problems_of(&[question(1, kind)]);
    assert_eq!(empty(Kind::Information), [Problem::NoQuestions]);
    assert_eq!(empty(Kind::Section), [Problem::NoQuestions]);
    assert_eq!(empty(Kind::Consent), []);
}

#[test]
fn every_page_needs_words() {
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::EitherOr) {
        let one = Question { text: " ".into(), ..question(1, kind) };
        check_one(one, &[Problem::NoQuestionText(q(1))]);
    }
}

#[test]
fn either_or_has_two_choices() {
    let with = |numbers: &[u32]| picking(1, Kind::EitherOr, numbers);
    check_one(with(&[1, 2]), &[]);
    check_one(with(&[1]), &[Problem::TooFewChoices(q(1))]);
    check_one(with(&[1, 2, 3]), &[Problem::NotTwoChoices(q(1))]);
}

#[test]
fn standard_choices_need_no_words_but_others_do() {
    let mut yes_or_no = question(1, Kind::YesNo);
    check_one(yes_or_no.clone(), &[]);
    yes_or_no.choices.truncate(1);
    check_one(yes_or_no, &[Problem::TooFewChoices(q(1))]);
    let own = Question {
        choices: vec![choice(c(1), ""), choice(c(2), "x")],
        ..question(1, Kind::Ranking)
    };
    check_one(own, &[Problem::NoChoiceText(q(1), c(1))]);
}

#[test]
fn choices_of_another_kind_stay_in_the_draft_and_are_not_published() {
    let mut tab = Tab::with(1, draft_of(&[question(1, Kind::YesNo)]));
    let own = tab.adds_choice(q(1), Some(NOT_SURE), "Sometimes");
    let published = |tab: &Tab| -> Vec<_> {
        let survey = tab.draft.publish(1, KEY).expect("no problems");
        survey.questions[0].choices.iter().map(|choice| choice.id).collect()
    };
    assert_eq!(published(&tab), [YES, NO, NOT_SURE]);
    tab.adds_choice(q(1), Some(own), "Often");
    tab.does(Change::SetKind { question: q(1), kind: Kind::OneChoice });
    assert_eq!(published(&tab).len(), 2);
    tab.does(Change::SetKind { question: q(1), kind: Kind::YesNo });
    assert_eq!(published(&tab), [YES, NO, NOT_SURE]);
}

#[test]
fn what_a_kind_has_no_use_for_is_not_published() {
    let full = |kind| Question {
        other: true,
        personal: true,
        least: Some(Limit(1)),
        most: Some(Limit(2)),
        piles: vec!["Left".into(), String::new(), String::new()],
        repeat: Some(q(1)),
        ..question(2, kind)
    };
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::EitherOr) {
        let survey = draft_of(&[question(1, Kind::Number), full(kind)]).publish(1, KEY);
        let one = survey.expect("no problems").questions.remove(1);
        assert_eq!(one.other, kind.can_have_other(), "{kind:?}");
        assert_eq!(one.personal, kind.can_skip(), "{kind:?}");
        let limited = kind.picks_many() || kind == Kind::Number;
        assert_eq!((one.least.is_some(), one.most.is_some()), (limited, limited), "{kind:?}");
        assert_eq!(one.piles.len(), if kind == Kind::Sorting { 3 } else { 0 }, "{kind:?}");
        assert_eq!(one.repeat.is_some(), kind == Kind::Section, "{kind:?}");
    }
}

#[test]
fn limits_must_leave_room_for_an_answer() {
    let limited = |kind, least: Option<i64>, most: Option<i64>| {
        let (least, most) = (least.map(Limit), most.map(Limit));
        Question { least, most, ..question(1, kind) }
    };
    let bad = [Problem::BadLimits(q(1))];
    check_one(limited(Kind::ManyChoices, Some(1), Some(3)), &[]);
    check_one(limited(Kind::ManyChoices, Some(3), Some(2)), &bad);
    check_one(limited(Kind::ManyChoices, Some(4), None), &bad);
    let other = Question { other: true, ..limited(Kind::ManyChoices, Some(4), None) };
    check_one(other, &[]);
    check_one(limited(Kind::ManyChoices, None, Some(0)), &bad);
    check_one(limited(Kind::Number, Some(-100), Some(-100)), &[]);
    check_one(limited(Kind::Number, Some(100), Some(99)), &bad);
    check_one(limited(Kind::OneChoice, Some(9), Some(0)), &[]);
}

#[test]
fn a_condition_on_something_that_is_gone() {
    let gone = [Problem::ConditionGone(q(2))];
    let first = |kind| question(1, kind);
    let second = |check| shown(when(1, check), question(2, Kind::LongText));
    check(&[first(Kind::OneChoice), second(Check::Is(c(1)))], &[]);
    check(&[first(Kind::OneChoice), second(Check::Is(c(9)))], &gone);
    check(&[first(Kind::OneChoice), second(Check::IsNot(OTHER))], &gone);
    check(&[first(Kind::OneChoice), second(Check::LessThan(Hundredths(1)))], &gone);
    check(&[first(Kind::Ranking), second(Check::Is(c(1)))], &gone);
    check(&[first(Kind::ShortText), second(Check::Equals(Hundredths(1)))], &gone);
    check(&[first(Kind::ShortText), shown(when_is(9, 1), question(2, Kind::LongText))], &gone);
    let information = [question(9, Kind::YesNo), first(Kind::Information), second(Check::Answered)];
    check(&information, &gone);
}

#[test]
fn a_condition_that_a_new_kind_or_a_deleted_choice_broke_is_found() {
    let second = shown(when_is(1, 1), question(2, Kind::LongText));
    let mut tab = Tab::with(1, draft_of(&[question(1, Kind::OneChoice), second]));
    tab.does(Change::SetKind { question: q(1), kind: Kind::Number });
    assert_eq!(tab.draft.problems(), [Problem::ConditionGone(q(2))]);
    tab.undoes();
    assert_eq!(tab.draft.problems(), []);
    tab.does(Change::RemoveChoice { question: q(1), choice: c(1) });
    assert_eq!(tab.draft.problems(), [Problem::ConditionGone(q(2))]);
    tab.undoes();
    tab.does(Change::RemoveQuestion(q(1)));
    assert_eq!(tab.draft.problems(), [Problem::ConditionGone(q(2))]);
}

#[test]
fn a_condition_on_itself_or_ahead_is_a_loop() {
    let on = |number, source| shown(when_is(source, 1), question(number, Kind::OneChoice));
    check(&[on(1, 1)], &[Problem::ConditionAhead(q(1))]);
    check(&[on(1, 2), question(2, Kind::OneChoice)], &[Problem::ConditionAhead(q(1))]);
    let loops = [Problem::ConditionAhead(q(1)), Problem::ConditionAhead(q(2))];
    check(&[on(1, 3), on(2, 3), on(3, 1)], &loops);
    let mut tab = Tab::with(1, draft_of(&[question(1, Kind::OneChoice), on(2, 1)]));
    let to = tab.draft.question_position(None);
    tab.does(Change::MoveQuestion { question: q(2), to });
    assert_eq!(tab.draft.problems(), [Problem::ConditionAhead(q(2))], "it was moved in front");
}

#[test]
fn one_problem_a_question_however_many_tests_have_it() {
    let tests = [test(8, Check::Answered), test(9, Check::Answered), test(2, Check::Answered)];
    let second = shown(all(&tests), question(2, Kind::YesNo));
    let found = [Problem::ConditionGone(q(2)), Problem::ConditionAhead(q(2))];
    check(&[question(1, Kind::YesNo), second], &found);
}

#[test]
fn a_condition_on_a_question_that_is_asked_many_times() {
    let on_3 = |number| shown(when(3, Check::Is(YES)), question(number, Kind::ShortText));
    let section = [question(1, Kind::Number), repeated(2, 1), question(3, Kind::YesNo), on_3(4)];
    check(&section, &[]);
    let title = shown(when(3, Check::Is(YES)), question(5, Kind::Section));
    let behind = [&section[..], &[title, on_3(6)]].concat();
    let repeated = [Problem::ConditionRepeated(q(5)), Problem::ConditionRepeated(q(6))];
    check(&behind, &repeated);
}

#[test]
fn a_section_repeats_by_an_earlier_number_that_is_asked_once() {
    let gone = [Problem::RepeatGone(q(2))];
    check(&[question(1, Kind::Number), repeated(2, 1)], &[]);
    check(&[question(1, Kind::ShortText), repeated(2, 1)], &gone);
    check(&[question(1, Kind::Number), repeated(2, 9)], &gone);
    check(&[question(1, Kind::YesNo), repeated(2, 3), question(3, Kind::Number)], &gone);
    let twice =
        [question(1, Kind::Number), repeated(3, 1), question(4, Kind::Number), repeated(2, 4)];
    check(&twice, &gone);
}

#[test]
fn one_test_above_the_most_is_too_many() {
    let with = |count| {
        let tests = vec![test(1, Check::Answered); count];
        [question(1, Kind::YesNo), shown(all(&tests), question(2, Kind::YesNo))]
    };
    check(&with(MOST_TESTS), &[]);
    check(&with(MOST_TESTS + 1), &[Problem::TooManyTests(q(2))]);
}

#[test]
fn each_kind_can_be_tested_in_its_own_way() {
    let number = [
        Check::LessThan(Hundredths(1)),
        Check::MoreThan(Hundredths(1)),
        Check::Equals(Hundredths(1)),
    ];
    let answered = [Check::Answered, Check::NotAnswered];
    for kind in Kind::ALL {
        let one = Question { choices: choices(&[1]), ..question(1, kind) };
        let picks = kind.picks_one() || kind.picks_many();
        let can = |check: &Check| can_be_tested(&one, *check);
        assert_eq!([Check::Is(c(1)), Check::IsNot(c(1))].iter().all(can), picks, "{kind:?}");
        assert_eq!(number.iter().all(can), kind == Kind::Number, "{kind:?}");
        assert_eq!(answered.iter().all(can), kind.asks(), "{kind:?}");
        assert!(!can(&Check::Is(c(2))) && !can(&Check::Is(OTHER)));
    }
}

/// A survey of two questions and a page to read; the mark stands in a place of the second.
fn check_mark(source: u32, place: Place, is_lost: bool) {
    let questions = [
        question(1, Kind::ShortText),
        question(2, Kind::OneChoice),
        question(3, Kind::Information),
    ];
    let mut tab = Tab::with(1, draft_of(&questions));
    tab.types(place, &format!("Hello {}", mark(q(source))));
    let expected = if is_lost { vec![Problem::AnswerGone(place)] } else { vec![] };
    assert_eq!(tab.draft.problems(), expected, "{source} in {place:?}");
}

#[test]
fn a_mark_for_an_answer_that_nobody_gave_by_then() {
    let places = |id| [Place::Question(id), Place::Hint(id), Place::PictureAlt(id)];
    for place in places(q(2)).into_iter().chain([Place::Choice(q(2), c(1))]) {
        check_mark(1, place, false);
        check_mark(2, place, true);
        check_mark(3, place, true);
        check_mark(9, place, true);
    }
    check_mark(2, Place::Question(q(3)), false);
    check_mark(1, Place::Question(q(1)), true);
}

#[test]
fn a_mark_in_the_name_of_a_place_for_cards_counts_only_while_there_are_places() {
    let sorting = Question {
        piles: vec![mark(q(9)), String::new(), String::new()],
        ..question(2, Kind::Sorting)
    };
    let mut tab = Tab::with(1, draft_of(&[question(1, Kind::ShortText), sorting]));
    assert_eq!(tab.draft.problems(), [Problem::AnswerGone(Place::Pile(q(2), 0))]);
    tab.does(Change::SetKind { question: q(2), kind: Kind::Ranking });
    assert_eq!(tab.draft.problems(), []);
}

#[test]
fn a_page_to_read_gives_no_answer_for_a_mark() {
    let second = Question { text: mark(q(1)), ..question(2, Kind::YesNo) };
    let lost = [Problem::AnswerGone(Place::Question(q(2)))];
    check(&[question(1, Kind::Information), second], &lost);
}

/// A draft that is ready, as a tab.
fn ready() -> Tab {
    Tab::with(1, draft_of(&[question(1, Kind::YesNo)]))
}

#[test]
fn a_hard_word_needs_a_meaning_and_a_meaning_a_word() {
    for (word, text) in [("tea", " "), ("", "A hot drink."), ("", "")] {
        let mut tab = ready();
        let id = tab.explains(word, text);
        assert_eq!(tab.draft.problems(), [Problem::NoMeaning(id)]);
        assert_eq!(Problem::NoMeaning(id).place(), Some(Place::Word(id)));
    }
}

#[test]
fn one_meaning_or_language_above_the_most_is_too_many() {
    let mut tab = ready();
    for _ in 0..MOST_MEANINGS {
        tab.explains("tea", "A hot drink.");
    }
    assert_eq!(tab.draft.problems(), []);
    tab.explains("tea", "A hot drink.");
    assert_eq!(tab.draft.problems(), [Problem::TooManyMeanings]);
    let mut tab = ready();
    let language = |number| {
        let tag = format!("a{}", char::from(b'a' + number as u8));
        Change::AddLanguage(Language::parse(&tag).expect("a tag"))
    };
    (0..MOST_TRANSLATIONS).for_each(|number| drop(tab.does(language(number))));
    assert_eq!(tab.draft.problems(), []);
    tab.does(language(MOST_TRANSLATIONS));
    assert_eq!(tab.draft.problems(), [Problem::TooManyLanguages]);
}

#[test]
fn a_translation_can_be_too_long_also_of_what_the_app_says() {
    for place in [Place::Title, Place::Question(q(1)), Place::Own(Word::Start)] {
        let mut tab = ready();
        let language = Language::WELSH;
        tab.does(Change::AddLanguage(language));
        tab.does(Change::Translate { language, place, text: "a".repeat(LONGEST_TEXT) });
        assert_eq!(tab.draft.problems(), []);
        tab.does(Change::Translate { language, place, text: "a".repeat(LONGEST_TEXT + 1) });
        assert_eq!(tab.draft.problems(), [Problem::TooLong(place)]);
    }
}

#[test]
fn all_together_can_be_too_long_and_what_is_not_fits_into_a_packet() {
    let long = |number| Question { text: "a".repeat(9_900), ..question(number, Kind::LongText) };
    let questions = |count| (1..=count).map(long).collect::<Vec<_>>();
    check(&questions(41), &[Problem::SurveyTooLong]);
    let draft = draft_of(&questions(39));
    let survey = draft.publish(1, KEY).expect("no problems");
    assert!(survey.to_packet().len() <= LONGEST_SURVEY);
}

#[test]
fn many_pictures_count_towards_the_length() {
    let mut full = picking(1, Kind::ManyPictures, &(1..=200).collect::<Vec<_>>());
    full.choices
        .iter_mut()
        .for_each(|choice| choice.picture = "1F468-1F3FB-200D-2764-FE0F-200D".into());
    let questions = |count| {
        let one = |number| Question { id: q(number), ..full.clone() };
        (1..=count).map(one).collect::<Vec<_>>()
    };
    check(&questions(40), &[Problem::SurveyTooLong]);
    let survey = draft_of(&questions(25)).publish(1, KEY).expect("no problems");
    assert!(survey.to_packet().len() <= LONGEST_SURVEY);
}

#[test]
fn what_no_survey_can_carry_is_left_out() {
    let group = |tests| Group { all: true, tests };
    let groups = vec![group(vec![]), group(vec![test(1, Check::Answered)]), group(vec![])];
    let mut second = question(2, Kind::OnePicture);
    second.show_if = Condition { all: true, groups };
    second.picture = "../../secret".into();
    second.choices[0].picture = "a/b".into();
    second.choices[1].picture = "2615".into();
    let draft = draft_of(&[question(1, Kind::YesNo), second]);
    let survey = draft.publish(1, KEY).expect("no problems");
    let second = &survey.questions[1];
    assert_eq!(second.show_if, all(&[test(1, Check::Answered)]));
    assert_eq!((&*second.picture, &*second.choices[0].picture), ("", ""));
    assert_eq!(second.choices[1].picture, "2615");
    assert_eq!(ask_together::model::survey::Survey::from_packet(&survey.to_packet()), Ok(survey));
}

#[test]
fn the_preview_shows_a_draft_with_problems_too() {
    let survey = Draft::new(SURVEY).as_survey(0, KEY);
    assert_eq!(survey.questions, [standard::help_question()]);
    assert_eq!(version(0, vec![]).questions, []);
}
