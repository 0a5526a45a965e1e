//! Surveys that no publishing made, in packets whose check is right.

use crate::attacks_on_packets::packet;
use crate::make::{all, choices, question, repeated, saying, shown, test, version};
use crate::samples;
use crate::support::{c, q};
use ask_together::model::answer::Answer;
use ask_together::model::path::Path;
use ask_together::model::response::{Answers, Asked};
use ask_together::model::survey::{
    Check, Condition, Group, Kind, LONGEST_TEXT, Language, MOST_CHOICES, MOST_MEANINGS,
    MOST_QUESTIONS, MOST_ROUNDS, MOST_TESTS, MOST_TRANSLATIONS, Meaning, Question, Survey,
    Translation,
};
use ask_together::model::wire::{Packet, Unreadable};

/// Writing does not look at the rules, so a survey can be made hostile before it is written.
fn check(change: impl FnOnce(&mut Survey), expected: Result<(), Unreadable>) {
    let mut survey = samples::survey();
    change(&mut survey);
    assert_eq!(Survey::from_packet(&survey.to_packet()).map(drop), expected);
}

const NEWER: Result<(), Unreadable> = Err(Unreadable::Newer);
const DAMAGED: Result<(), Unreadable> = Err(Unreadable::Damaged);

/// The first question of this kind in the golden survey.
fn first(survey: &mut Survey, kind: Kind) -> &mut Question {
    survey.questions.iter_mut().find(|question| question.kind == kind).expect("every kind")
}

fn questions(count: usize) -> Vec<Question> {
    (1..).take(count).map(|number| saying(number, "Why?")).collect()
}

fn many_choices(count: usize) -> Vec<ask_together::model::survey::Choice> {
    choices(&(1..).take(count).collect::<Vec<_>>())
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
fn no_choices_where_there_must_be_some_and_some_where_there_are_none() {
    for kind in Kind::ALL {
        let (none, some) = if kind.has_choices() { (DAMAGED, Ok(())) } else { (Ok(()), DAMAGED) };
        check(|survey| first(survey, kind).choices.clear(), none);
        check(|survey| first(survey, kind).choices = many_choices(2), some);
    }
}

#[test]
fn one_choice_above_the_most() {
    let many = |count| {
        move |survey: &mut Survey| {
            first(survey, Kind::ManyChoices).choices = many_choices(count);
        }
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
    for kind in [Kind::OneChoice, Kind::ManyPictures, Kind::Ranking, Kind::Sorting] {
        let twice = |survey: &mut Survey| {
            let mut three = many_choices(3);
            three[2].id = three[0].id;
            first(survey, kind).choices = three;
        };
        check(twice, DAMAGED);
    }
}

#[test]
fn choices_of_two_questions_may_share_an_id() {
    let shared = |survey: &mut Survey| {
        first(survey, Kind::OneChoice).choices = many_choices(3);
        first(survey, Kind::ManyChoices).choices = many_choices(3);
    };
    check(shared, Ok(()));
}

#[test]
fn a_text_that_is_too_long_in_any_place() {
    let count = samples::survey().texts_mut().len();
    for place in 0..count {
        let put = |text: String| move |survey: &mut Survey| *survey.texts_mut()[place] = text;
        check(put("a".repeat(LONGEST_TEXT)), Ok(()));
        check(put("é".repeat(LONGEST_TEXT / 2 + 1)), DAMAGED);
    }
}

#[test]
fn a_translation_that_is_too_long() {
    let long = || "é".repeat(LONGEST_TEXT / 2 + 1);
    check(|survey| survey.translations[0].texts[1] = long(), DAMAGED);
    check(|survey| survey.translations[0].words[1].1 = long(), DAMAGED);
    let words = |count| {
        move |survey: &mut Survey| {
            survey.translations[0].words = vec![(0, String::new()); count];
        }
    };
    check(words(256), Ok(()));
    check(words(257), DAMAGED);
}

#[test]
fn more_languages_meanings_or_places_for_cards_than_there_are() {
    let tag = |number: usize| format!("a{}", char::from(b'a' + number as u8));
    let translation = |number| Translation {
        language: Language::parse(&tag(number)).expect("a tag"),
        texts: vec![],
        words: vec![],
    };
    let languages = |count| {
        move |survey: &mut Survey| {
            survey.translations = (0..count).map(translation).collect();
        }
    };
    check(languages(MOST_TRANSLATIONS), Ok(()));
    check(languages(MOST_TRANSLATIONS + 1), DAMAGED);
    let meaning = Meaning { word: "tea".into(), text: "A drink".into() };
    check(|survey| survey.meanings = vec![meaning.clone(); MOST_MEANINGS], Ok(()));
    check(|survey| survey.meanings = vec![meaning.clone(); MOST_MEANINGS + 1], DAMAGED);
    check(|survey| first(survey, Kind::Sorting).piles.push(String::new()), DAMAGED);
}

#[test]
fn a_language_twice() {
    let twice = |survey: &mut Survey| survey.translations.push(survey.translations[0].clone());
    check(twice, DAMAGED);
}

/// A survey packet up to its language, and then these bytes.
fn with_language(tag: &str, behind: &[u8]) -> Vec<u8> {
    let body = [&[0; 34][..], &[tag.len() as u8], tag.as_bytes(), behind].concat();
    packet("survey", 1, &body)
}

/// All behind the language: a question for long words, and nothing else.
const ONE_QUESTION: [u8; 28] =
    [0, 0, 0, 0, 0, 0, 0, 0, 1, 9, 1, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

#[test]
fn a_language_that_is_no_tag() {
    assert!(Survey::from_packet(&with_language("en", &ONE_QUESTION)).is_ok());
    for tag in ["", "e", "EN", "en-", "en_GB", "../en", "en cy", "toolong-x", "é"] {
        let read = Survey::from_packet(&with_language(tag, &ONE_QUESTION));
        assert_eq!(read, Err(Unreadable::Newer), "{tag}");
    }
}

#[test]
fn words_that_are_no_utf_8() {
    let broken = [&[2, 0xc3, 0x28], &ONE_QUESTION[1..]].concat();
    assert_eq!(Survey::from_packet(&with_language("en", &broken)), Err(Unreadable::Newer));
    let sound = [&[2, 0xc3, 0xa9], &ONE_QUESTION[1..]].concat();
    assert_eq!(Survey::from_packet(&with_language("en", &sound)).expect("sound").title, "é");
}

#[test]
fn a_kind_that_is_not_known_here_is_of_a_newer_app() {
    for (kind, expected) in [(11, Ok(())), (18, Ok(())), (19, NEWER), (127, NEWER)] {
        let mut question = ONE_QUESTION;
        question[11] = kind;
        let read = Survey::from_packet(&with_language("en", &question));
        assert_eq!(read.map(drop), expected, "kind {kind}");
    }
}

#[test]
fn a_picture_that_is_no_picture_of_ours() {
    for name in ["", "2615", "1F967-FE0F", &"A".repeat(40)] {
        check(|survey| survey.questions[0].picture = name.into(), Ok(()));
        check(|survey| first(survey, Kind::OnePicture).choices[1].picture = name.into(), Ok(()));
    }
    let bad = ["../x", "a/b", "..", "a.svg", "https:x", "a b", "%2e", "é", "a\0", "a\\b", "#", "?"];
    for name in bad.into_iter().chain([&*"A".repeat(41)]) {
        check(|survey| survey.questions[0].picture = name.into(), DAMAGED);
        check(|survey| first(survey, Kind::OnePicture).choices[1].picture = name.into(), DAMAGED);
    }
}

fn condition(groups: &[usize]) -> Condition {
    let tests = |count| vec![test(10, Check::Answered); count];
    let group = |count: &usize| Group { all: false, tests: tests(*count) };
    Condition { all: true, groups: groups.iter().map(group).collect() }
}

#[test]
fn more_tests_than_the_most_in_one_group_or_in_many() {
    let with = |groups: Vec<usize>| {
        move |survey: &mut Survey| survey.questions[5].show_if = condition(&groups)
    };
    check(with(vec![MOST_TESTS]), Ok(()));
    check(with(vec![1; MOST_TESTS]), Ok(()));
    check(with(vec![MOST_TESTS + 1]), DAMAGED);
    check(with(vec![1; MOST_TESTS + 1]), DAMAGED);
}

#[test]
fn a_group_without_tests() {
    check(|survey| survey.questions[5].show_if = condition(&[0]), DAMAGED);
    check(|survey| survey.questions[5].show_if = condition(&[1, 0]), DAMAGED);
    check(|survey| survey.questions[5].show_if = condition(&vec![0; 100_000]), DAMAGED);
}

/// Conditions on itself, on later questions, on questions and choices that are none: they read, and
/// nobody hangs or panics on the way.
#[test]
fn conditions_that_make_no_sense_never_hold() {
    let on = |source: u32, check| shown(all(&[test(source, check)]), question(2, Kind::Number));
    let conditions = [
        on(2, Check::Answered),
        on(3, Check::Answered),
        on(99, Check::Answered),
        on(1, Check::Is(c(99))),
    ];
    for second in conditions {
        let survey = version(1, vec![question(1, Kind::YesNo), second, question(3, Kind::YesNo)]);
        let survey = Survey::from_packet(&survey.to_packet()).expect("a sound packet");
        let answers: Answers =
            [1, 2, 3].map(|number| (q(number), Answer::Text("1".into()))).into_iter().collect();
        let places: Vec<usize> =
            Path::of(&survey, &answers).steps.iter().map(|step| step.place).collect();
        assert_eq!(places, [0, 2]);
    }
}

/// Looking every answer up anew for each test would take minutes on a phone.
#[test]
fn a_survey_with_the_most_of_everything_is_walked_at_once() {
    let tests = |number: u32| {
        let check = Check::IsNot(ask_together::model::standard::OTHER);
        let source = |back: u32| test(number.saturating_sub(back).max(1), check);
        all(&(1..=MOST_TESTS as u32).map(source).collect::<Vec<_>>())
    };
    let asks = |number: u32| {
        let question =
            Question { choices: many_choices(200), ..question(number, Kind::ManyChoices) };
        shown(tests(number), question)
    };
    let mut questions = vec![question(1, Kind::Number), repeated(2, 1)];
    questions.extend((3..=MOST_QUESTIONS as u32).map(asks));
    let survey = version(1, questions);
    let all = many_choices(200).iter().map(|choice| choice.id).collect();
    let all = Answer::ManyChoices(all);
    let rounds = 0..MOST_ROUNDS as u8;
    let each = rounds.flat_map(|round| {
        (3..=MOST_QUESTIONS as u32).map(move |n| Asked { question: q(n), round })
    });
    let mut answers: Answers = each.map(|asked| (asked, all.clone())).collect();
    answers.set(q(1), Some(Answer::Text("10".into())));
    let path = Path::of(&survey, &answers);
    assert_eq!(path.steps.len(), 1 + MOST_ROUNDS * (MOST_QUESTIONS - 1));
}
