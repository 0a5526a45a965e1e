//! Questions that no answers lead to: publishing finds them, and is never wrong about it.

use crate::flows::{draft_of, flow};
use crate::make::{
    all, any, picking, question, repeated, shown, test, version, when, when_is, words,
};
use crate::support::{c, q};
use ask_together::model::answer::Answer;
use ask_together::model::draft::Problem;
use ask_together::model::id::QuestionId;
use ask_together::model::limit::{Hundredths, Limit};
use ask_together::model::path::Path;
use ask_together::model::response::{Answers, Asked};
use ask_together::model::standard::{NO, NOT_SURE, OTHER, YES};
use ask_together::model::survey::{
    Check, Choice, Condition, Group, Kind, MOST_QUESTIONS, MOST_ROUNDS, Question,
};
use ask_together::model::typed;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn less(than: i64) -> Check {
    Check::LessThan(Hundredths(than))
}

fn more(than: i64) -> Check {
    Check::MoreThan(Hundredths(than))
}

fn equals(number: i64) -> Check {
    Check::Equals(Hundredths(number))
}

/// The questions that publishing says nobody is asked.
fn never_asked(questions: &[Question]) -> Vec<u32> {
    let never = |problem| match problem {
        Problem::NeverAsked(QuestionId(id)) => id.number,
        other => panic!("{other:?}"),
    };
    draft_of(questions).problems().into_iter().map(never).collect()
}

/// Which of these questions nobody is asked, by publishing and by trying everything.
fn check(questions: &[Question], expected: &[u32]) {
    assert_eq!(never_asked(questions), expected);
    assert_eq!(never_met(questions), expected.iter().copied().collect(), "tried out");
}

/// Question 9 with this condition, behind these questions: whether it can be asked.
fn check_last(questions: &[Question], show_if: Condition, can: bool) {
    let last = shown(show_if, question(9, Kind::LongText));
    check(&[questions, &[last]].concat(), if can { &[] } else { &[9] });
}

fn is(number: u32, choice: u32) -> ask_together::model::survey::Test {
    test(number, Check::Is(c(choice)))
}

fn is_not(number: u32, choice: u32) -> ask_together::model::survey::Test {
    test(number, Check::IsNot(c(choice)))
}

#[test]
fn one_choice_is_only_one() {
    let first = [question(1, Kind::OneChoice)];
    check_last(&first, all(&[is(1, 1), is(1, 2)]), false);
    check_last(&first, any(&[is(1, 1), is(1, 2)]), true);
    check_last(&first, all(&[is(1, 1), is_not(1, 1)]), false);
    check_last(&first, all(&[is(1, 1), is_not(1, 2)]), true);
    check_last(&first, all(&[is_not(1, 1), is_not(1, 2), is_not(1, 3)]), true);
    let answered = test(1, Check::Answered);
    check_last(&first, all(&[is_not(1, 1), is_not(1, 2), is_not(1, 3), answered]), false);
    check_last(&first, all(&[is_not(1, 1), is_not(1, 2), answered]), true);
    check_last(&first, all(&[is(1, 1), test(1, Check::NotAnswered)]), false);
    check_last(&first, all(&[answered, test(1, Check::NotAnswered)]), false);
}

#[test]
fn something_else_is_one_more_choice() {
    let first = [Question { other: true, ..picking(1, Kind::OneChoice, &[1, 2]) }];
    let answered = test(1, Check::Answered);
    let neither = [is_not(1, 1), is_not(1, 2), answered];
    check_last(&first, all(&neither), true);
    check_last(&first, all(&[&neither[..], &[test(1, Check::IsNot(OTHER))]].concat()), false);
    check_last(&first, all(&[is(1, 1), test(1, Check::Is(OTHER))]), false);
}

#[test]
fn ticks_go_together_but_not_with_one_that_stands_alone() {
    let mut first = [question(1, Kind::ManyChoices)];
    check_last(&first, all(&[is(1, 1), is(1, 2), is(1, 3)]), true);
    first[0].choices[2].alone = true;
    check_last(&first, all(&[is(1, 1), is(1, 2)]), true);
    check_last(&first, all(&[is(1, 1), is(1, 3)]), false);
    first[0].other = true;
    check_last(&first, all(&[is(1, 3), test(1, Check::Is(OTHER))]), false);
    check_last(&first, all(&[is(1, 1), test(1, Check::Is(OTHER))]), true);
}

#[test]
fn limits_on_ticks_count() {
    let first = |least: Option<i64>, most: Option<i64>| {
        let (least, most) = (least.map(Limit), most.map(Limit));
        [Question { least, most, ..question(1, Kind::ManyChoices) }]
    };
    check_last(&first(None, Some(1)), all(&[is(1, 1), is(1, 2)]), false);
    check_last(&first(None, Some(2)), all(&[is(1, 1), is(1, 2)]), true);
    check_last(&first(Some(2), None), all(&[is(1, 1), is_not(1, 2), is_not(1, 3)]), false);
    check_last(&first(Some(2), None), all(&[is(1, 1), is_not(1, 2)]), true);
}

#[test]
fn a_number_lies_between_its_limits() {
    let first = [question(1, Kind::Number)];
    let number =
        |checks: &[Check]| all(&checks.iter().map(|check| test(1, *check)).collect::<Vec<_>>());
    check_last(&first, number(&[less(300), more(300)]), false);
    check_last(&first, number(&[less(301), more(300)]), false);
    check_last(&first, number(&[less(302), more(300)]), true);
    check_last(&first, number(&[equals(300), equals(301)]), false);
    check_last(&first, number(&[equals(300), less(300)]), false);
    check_last(&first, number(&[equals(300), Check::NotAnswered]), false);
    check_last(&first, number(&[equals(300), Check::Answered]), true);
    let from_1_to_2 =
        [Question { least: Some(Limit(100)), most: Some(Limit(200)), ..question(1, Kind::Number) }];
    check_last(&from_1_to_2, when(1, more(200)), false);
    check_last(&from_1_to_2, when(1, less(100)), false);
    check_last(&from_1_to_2, when(1, equals(200)), true);
    check_last(&from_1_to_2, when(1, Check::NotAnswered), true);
}

#[test]
fn a_number_that_nobody_can_type_is_never_reached() {
    let first = [question(1, Kind::Number)];
    let largest = typed::LARGEST * 100 + 99;
    check_last(&first, when(1, more(largest)), false);
    check_last(&first, when(1, more(largest - 1)), true);
    check_last(&first, when(1, less(-largest)), false);
    check_last(&first, when(1, less(i64::MIN)), false);
    check_last(&first, when(1, more(i64::MAX)), false);
    check_last(&first, when(1, equals(i64::MAX)), false);
}

#[test]
fn groups_can_contradict_each_other() {
    let first = [question(1, Kind::OneChoice)];
    let groups = |all, tests: [ask_together::model::survey::Test; 2]| {
        let group = |test| Group { all: false, tests: vec![test] };
        Condition { all, groups: tests.map(group).to_vec() }
    };
    check_last(&first, groups(true, [is(1, 1), is(1, 2)]), false);
    check_last(&first, groups(false, [is(1, 1), is(1, 2)]), true);
}

#[test]
fn a_contradiction_through_a_chain_is_found() {
    let chain = |first| {
        [
            question(1, Kind::OneChoice),
            shown(when_is(1, 1), question(2, Kind::OneChoice)),
            shown(when_is(2, 1), question(3, Kind::OneChoice)),
            shown(all(&[is(3, 1), is(1, first)]), question(4, Kind::OneChoice)),
            shown(when_is(4, 1), question(5, Kind::LongText)),
        ]
    };
    check(&chain(1), &[]);
    check(&chain(2), &[4, 5]);
}

#[test]
fn a_question_that_is_hidden_can_still_be_unanswered() {
    let questions = [
        question(1, Kind::OneChoice),
        shown(when_is(1, 1), question(2, Kind::OneChoice)),
        shown(all(&[is(1, 2), test(2, Check::NotAnswered)]), question(3, Kind::LongText)),
        shown(all(&[is(1, 2), is_not(2, 1)]), question(4, Kind::LongText)),
        shown(all(&[is(1, 2), test(2, Check::Answered)]), question(5, Kind::LongText)),
    ];
    check(&questions, &[5]);
}

#[test]
fn nobody_gets_past_a_consent_page_without_a_yes() {
    let first = [question(1, Kind::Consent)];
    check_last(&first, when(1, Check::Is(NO)), false);
    check_last(&first, when(1, Check::IsNot(YES)), false);
    check_last(&first, when(1, Check::NotAnswered), false);
    check_last(&first, when(1, Check::Is(YES)), true);
    check_last(&first, when(1, Check::IsNot(NO)), true);
}

#[test]
fn a_consent_page_that_was_not_asked_has_no_yes() {
    let hidden =
        [question(1, Kind::YesNo), shown(when(1, Check::Is(YES)), question(2, Kind::Consent))];
    check_last(&hidden, when(2, Check::IsNot(YES)), true);
    check_last(&hidden, all(&[test(2, Check::IsNot(YES)), test(1, Check::Is(YES))]), false);
    check_last(&hidden, all(&[test(2, Check::NotAnswered), test(1, Check::Is(NOT_SURE))]), true);
    check_last(&hidden, when(2, Check::Is(NO)), false);
    let in_hidden_section = [
        question(1, Kind::YesNo),
        shown(when(1, Check::Is(YES)), question(2, Kind::Section)),
        question(3, Kind::Consent),
        question(4, Kind::Section),
    ];
    check_last(&in_hidden_section, when(3, Check::NotAnswered), true);
}

#[test]
fn a_hidden_section_hides_its_questions() {
    let section = |last| {
        [
            question(1, Kind::OneChoice),
            shown(when_is(1, 1), question(2, Kind::Section)),
            shown(when_is(1, last), question(3, Kind::LongText)),
        ]
    };
    check(&section(1), &[]);
    check(&section(2), &[3]);
}

#[test]
fn the_next_section_does_not_hang_on_the_one_before() {
    let questions = [
        question(1, Kind::YesNo),
        shown(when(1, Check::Is(YES)), question(2, Kind::Section)),
        question(3, Kind::LongText),
        shown(when(1, Check::Is(NO)), question(4, Kind::Section)),
        question(5, Kind::LongText),
    ];
    check(&questions, &[]);
}

#[test]
fn a_section_that_is_asked_no_times_is_never_asked() {
    let section = |show_if| {
        [question(1, Kind::Number), shown(show_if, repeated(2, 1)), question(3, Kind::LongText)]
    };
    check(&section(Condition::default()), &[]);
    check(&section(when(1, equals(100))), &[]);
    check(&section(when(1, less(100))), &[2, 3]);
    check(&section(when(1, Check::NotAnswered)), &[2, 3]);
    let most = Question { most: Some(Limit(99)), ..question(1, Kind::Number) };
    check(&[most, repeated(2, 1), question(3, Kind::LongText)], &[2, 3]);
}

#[test]
fn inside_a_repeated_section_its_number_is_at_least_1() {
    let questions = [
        question(1, Kind::Number),
        repeated(2, 1),
        shown(when(1, less(100)), question(3, Kind::LongText)),
        shown(when(1, less(101)), question(4, Kind::OneChoice)),
        shown(when_is(4, 1), question(5, Kind::LongText)),
    ];
    check(&questions, &[3]);
}

/// A search that called itself for each test would run out of stack here.
#[test]
fn the_longest_chain_is_no_trouble() {
    let kind = Kind::OneChoice;
    let asks = |number: u32| {
        let back = 1..=5.min(number - 1);
        let tests: Vec<_> = back.map(|back| is(number - back, 1)).collect();
        let show_if = if tests.is_empty() { Condition::default() } else { all(&tests) };
        shown(show_if, question(number, kind))
    };
    let questions: Vec<Question> = (1..MOST_QUESTIONS as u32).map(asks).collect();
    assert!(never_asked(&questions).is_empty());
}

/// Every way is a dead end, and there are more ways than anybody has patience for.
#[test]
fn more_ways_than_can_be_tried_are_no_trouble() {
    let asks = |number: u32| {
        let sources = 1..number;
        let groups = sources.rev().take(6).map(|source| Group {
            all: false,
            tests: (1..=3).map(|choice| is(source, choice)).collect(),
        });
        let show_if = Condition { all: true, groups: groups.collect() };
        shown(show_if, question(number, Kind::OneChoice))
    };
    let mut questions: Vec<Question> = (1..60).map(asks).collect();
    questions.push(shown(all(&[is(1, 1), is(59, 1), is(1, 2)]), question(90, Kind::LongText)));
    let _ = draft_of(&questions).problems();
}

/// Every answer worth trying: all choices and their sets, and numbers around those that tests name.
fn domain(question: &Question, numbers: &BTreeSet<i64>) -> Vec<Option<Answer>> {
    let own: Vec<_> = question.choices.iter().map(|choice: &Choice| choice.id).collect();
    let mut all: Vec<Option<Answer>> = vec![None];
    if question.kind.picks_one() {
        all.extend(own.iter().map(|id| Some(Answer::OneChoice(*id))));
        all.push(Some(Answer::Other { ticked: vec![], words: String::new() }));
    } else if question.kind.picks_many() {
        for set in 0..1u32 << own.len() {
            let picked = own.iter().enumerate().filter(|(at, _)| set & 1 << at > 0);
            let ticked: Vec<_> = picked.map(|(_, id)| *id).collect();
            all.push(Some(Answer::ManyChoices(ticked.clone())));
            all.push(Some(Answer::Other { ticked, words: String::new() }));
        }
    } else if question.kind == Kind::Number {
        all.extend(numbers.iter().map(|number| Some(words(&Hundredths(*number).shown()))));
    } else {
        all.push(Some(words("x")));
    }
    all.retain(|answer| answer.as_ref().is_none_or(|answer| answer.is_right(question)));
    all
}

/// The questions that no answers lead to, found by trying all answers to questions that matter.
fn never_met(questions: &[Question]) -> BTreeSet<u32> {
    let survey = version(1, questions.to_vec());
    let tests = || questions.iter().flat_map(|question| question.show_if.tests());
    let mut numbers: BTreeSet<i64> = [0, 100].into();
    let limits = questions
        .iter()
        .flat_map(|question| [question.least, question.most])
        .map(|limit| limit.map(|limit| limit.0));
    let named = tests().filter_map(|test| match test.check {
        Check::LessThan(n) | Check::MoreThan(n) | Check::Equals(n) => Some(n.0),
        _ => None,
    });
    for number in limits.flatten().chain(named) {
        numbers.extend((-1..=1).map(|more| number.saturating_add(more)));
    }
    let matters = |question: &&Question| {
        question.kind == Kind::Consent
            || tests().any(|test| test.question == question.id)
            || questions.iter().any(|section| section.repeat == Some(question.id))
    };
    let varied: Vec<&Question> = questions.iter().filter(matters).collect();
    let domains: Vec<Vec<Option<Answer>>> =
        varied.iter().map(|question| domain(question, &numbers)).collect();
    let mut never: BTreeSet<u32> = questions.iter().map(|question| question.id.0.number).collect();
    let ways: usize = domains.iter().map(Vec::len).product();
    for way in 0..ways {
        let mut rest = way;
        let mut answers = Answers::default();
        for (question, domain) in varied.iter().zip(&domains) {
            let answer = &domain[rest % domain.len()];
            rest /= domain.len();
            for round in 0..MOST_ROUNDS as u8 {
                answers.set(Asked { question: question.id, round }, answer.clone());
            }
        }
        for step in Path::of(&survey, &answers).reachable() {
            never.remove(&questions[step.place].id.0.number);
        }
        if never.is_empty() {
            break;
        }
    }
    never
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 3000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_question_is_never_asked_exactly_when_no_answers_lead_to_it(
        questions in flow(
            &[
                Kind::YesNo,
                Kind::OneChoice,
                Kind::ManyChoices,
                Kind::Number,
                Kind::Consent,
                Kind::Section,
                Kind::ShortText,
            ],
            6,
        ),
    ) {
        let problems = draft_of(&questions).problems();
        let expected: BTreeSet<u32> = problems
            .iter()
            .filter_map(|problem| match problem {
                Problem::NeverAsked(id) => Some(id.0.number),
                Problem::NoQuestions => None,
                other => panic!("{other:?}"),
            })
            .collect();
        prop_assert_eq!(never_met(&questions), expected);
    }
}

#[test]
fn trying_out_finds_what_is_met() {
    let questions = [question(1, Kind::OneChoice), shown(when_is(1, 2), question(2, Kind::YesNo))];
    assert!(never_met(&questions).is_empty());
    let wrong = [question(1, Kind::OneChoice), shown(when_is(1, 9), question(2, Kind::YesNo))];
    assert_eq!(never_met(&wrong), [q(2).0.number].into());
}
