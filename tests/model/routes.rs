//! The paths of a survey as a whole: which answers decide, how long the ways are, and the lines
//! between questions.

use crate::make::{any, question, repeated, shown, test, version, when, when_is};
use crate::support::q;
use ask_together::model::limit::{Hundredths, Limit};
use ask_together::model::routes::{
    Branch, Length, Line, branches, crossroads, lanes, lengths, some_answer,
};
use ask_together::model::standard;
use ask_together::model::survey::{Check, Kind, Question, Survey};

fn branch(source: usize, targets: &[usize]) -> Branch {
    Branch { source, targets: targets.to_vec() }
}

/// Question 1 decides about 2 and 4, question 3 about 4; 5 is a section that 6 is in.
fn forked() -> Survey {
    let two = shown(when_is(1, 1), question(2, Kind::LongText));
    let both = any(&[test(1, Check::Answered), test(3, Check::MoreThan(Hundredths(200)))]);
    let four = shown(both, question(4, Kind::YesNo));
    version(
        1,
        vec![
            question(1, Kind::OneChoice),
            two,
            question(3, Kind::Number),
            four,
            repeated(5, 3),
            question(6, Kind::ShortText),
            standard::help_question(),
        ],
    )
}

#[test]
fn an_answer_decides_about_questions_and_about_how_often_a_section_comes() {
    assert_eq!(branches(&forked()), [branch(0, &[1, 3]), branch(2, &[3, 4])]);
}

#[test]
fn a_condition_that_looks_ahead_decides_nothing() {
    let first = shown(when(2, Check::Answered), question(1, Kind::YesNo));
    assert_eq!(branches(&version(1, vec![first, question(2, Kind::YesNo)])), []);
}

#[test]
fn a_page_to_agree_to_is_a_crossroad() {
    let mut survey = forked();
    survey.questions.insert(1, question(7, Kind::Consent));
    assert_eq!(crossroads(&survey), [0, 1, 3]);
}

#[test]
fn the_shortest_way_has_what_everyone_is_asked_and_the_longest_all_that_can_be_reached() {
    // Questions 1 and 3, and the one about help: 20 + 40 + 30 seconds.
    let always = Length { questions: 3, minutes: 2 };
    // 60 + 20 + 5 + 40 more.
    let most = Length { questions: 6, minutes: 4 };
    assert_eq!(lengths(&forked(), &[]), (always, most));
    let (_, most) = lengths(&forked(), &[q(2)]);
    assert_eq!(most.questions, 5);
}

#[test]
fn lines_that_cross_are_in_lanes_of_their_own() {
    use Line::{Branch as On, End, Start, Through};
    let rows = lanes(5, &branches(&forked()), 2);
    let expected = [
        [None, Some(Start)],
        [None, Some(On)],
        [Some(Start), Some(Through)],
        [Some(On), Some(End)],
        [Some(End), None],
    ];
    assert_eq!(rows, expected);
    // With room for one only, the second is not drawn.
    assert!(lanes(5, &branches(&forked()), 1)[4][0].is_none());
    assert_eq!(lanes(0, &branches(&forked()), 1), Vec::<Vec<_>>::new());
}

#[test]
fn some_answer_is_right_for_every_kind_that_asks() {
    for kind in Kind::ALL {
        let found = some_answer(&question(1, kind));
        assert_eq!(found.is_some(), kind.asks(), "{kind:?}");
    }
    let at_least_2 = Question { least: Some(Limit(2)), ..question(1, Kind::ManyChoices) };
    assert_eq!(some_answer(&at_least_2), None);
}
