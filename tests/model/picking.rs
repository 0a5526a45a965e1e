//! What becomes of an answer when a person taps. However they tap, it fits the question.

use crate::flows::flow;
use crate::make::{choice, choices, many, one, other, question, ranked, sorted, words};
use crate::support::c;
use ask_together::model::answer::Answer;
use ask_together::model::id::ChoiceId;
use ask_together::model::picking::{
    cleared, date_box, is_wrong_box, order, pick, place, placed, rank, say_other, type_date,
};
use ask_together::model::standard::OTHER;
use ask_together::model::survey::{Choice, Kind, Question};
use proptest::prelude::*;

/// Choices 1 and 2, 3 which stands alone, and "something else".
fn ticks() -> Question {
    let alone = Choice { alone: true, ..choice(c(3), "None") };
    let choices = [choices(&[1, 2]), vec![alone]].concat();
    Question { choices, other: true, ..question(1, Kind::ManyChoices) }
}

fn check(before: Option<Answer>, tapped: ChoiceId, on: bool, expected: Option<Answer>) {
    assert_eq!(pick(&ticks(), before.clone(), tapped, on), expected, "{before:?} {tapped:?} {on}");
}

#[test]
fn ticks_come_and_go_in_the_order_of_the_survey() {
    check(None, c(2), true, Some(many(&[2])));
    check(Some(many(&[2])), c(1), true, Some(many(&[1, 2])));
    check(Some(many(&[1, 2])), c(2), false, Some(many(&[1])));
    check(Some(many(&[1])), c(1), false, None);
    check(Some(many(&[1])), c(1), true, Some(many(&[1])));
    check(Some(Answer::PreferNotToSay), c(1), true, Some(many(&[1])));
}

#[test]
fn one_that_stands_alone_lets_go_of_the_others_and_they_of_it() {
    check(Some(many(&[1, 2])), c(3), true, Some(many(&[3])));
    check(Some(many(&[3])), c(1), true, Some(many(&[1])));
    check(Some(many(&[3])), c(3), false, None);
    check(Some(other(&[1], "x")), c(3), true, Some(many(&[3])));
    check(Some(many(&[3])), OTHER, true, Some(other(&[], "")));
}

#[test]
fn what_a_tick_cleared_is_known_and_what_a_person_cleared_is_not() {
    let check = |before: Option<Answer>, tapped: ChoiceId, on: bool, expected: &[ChoiceId]| {
        let now = pick(&ticks(), before.clone(), tapped, on);
        assert_eq!(cleared(&before, &now, tapped), expected, "{before:?} {tapped:?} {on}");
    };
    check(None, c(1), true, &[]);
    check(Some(many(&[1, 2])), c(3), true, &[c(1), c(2)]);
    check(Some(other(&[1], "x")), c(3), true, &[c(1), OTHER]);
    check(Some(many(&[3])), c(1), true, &[c(3)]);
    check(Some(many(&[1, 2])), c(2), false, &[]);
    check(Some(many(&[1])), c(2), true, &[]);
}

#[test]
fn something_else_keeps_its_words_while_others_are_ticked() {
    check(Some(many(&[1])), OTHER, true, Some(other(&[1], "")));
    check(Some(other(&[], "x")), c(2), true, Some(other(&[2], "x")));
    check(Some(other(&[2], "x")), OTHER, false, Some(many(&[2])));
    check(Some(other(&[], "x")), OTHER, false, None);
    assert_eq!(say_other(Some(other(&[2], "x")), "xy".into()), Some(other(&[2], "xy")));
    assert_eq!(say_other(None, "x".into()), Some(other(&[], "x")));
}

#[test]
fn one_choice_takes_the_place_of_the_other() {
    let which = Question { other: true, ..question(1, Kind::OneChoice) };
    assert_eq!(pick(&which, Some(one(1)), c(2), true), Some(one(2)));
    assert_eq!(pick(&which, Some(one(1)), OTHER, true), Some(other(&[], "")));
    assert_eq!(pick(&which, Some(other(&[], "x")), OTHER, true), Some(other(&[], "x")));
    assert_eq!(pick(&which, Some(other(&[], "x")), c(2), true), Some(one(2)));
}

#[test]
fn ranks_come_last_and_leave_when_tapped_again() {
    assert_eq!(rank(&None, c(2)), Some(ranked(&[2])));
    assert_eq!(rank(&Some(ranked(&[2])), c(1)), Some(ranked(&[2, 1])));
    assert_eq!(rank(&Some(ranked(&[2, 1])), c(2)), Some(ranked(&[1])));
    assert_eq!(rank(&Some(ranked(&[1])), c(1)), None);
    assert_eq!(order(&Some(words("x"))), []);
}

#[test]
fn cards_get_a_place_change_it_and_come_back() {
    assert_eq!(place(&None, c(1), Some(2)), Some(sorted(&[(1, 2)])));
    assert_eq!(place(&Some(sorted(&[(1, 2)])), c(1), Some(0)), Some(sorted(&[(1, 0)])));
    assert_eq!(place(&Some(sorted(&[(1, 0), (2, 1)])), c(1), None), Some(sorted(&[(2, 1)])));
    assert_eq!(place(&Some(sorted(&[(2, 1)])), c(2), None), None);
    assert_eq!(placed(&Some(words("x"))), []);
}

#[test]
fn the_boxes_of_a_date_are_typed_one_by_one_and_none_is_lost() {
    let mut date = None;
    for (number, typed, expected) in [
        (2, "1980", Some("//1980")),
        (0, "23", Some("23//1980")),
        (1, "11/", Some("23/11\u{2044}/1980")),
        (1, "11", Some("23/11/1980")),
        (0, "", Some("/11/1980")),
        (1, " ", Some("/ /1980")),
        (2, "", None),
    ] {
        date = type_date(&date, 3, (number, false), typed);
        assert_eq!(date, expected.map(words));
    }
    let boxes = [0, 1, 2, 3].map(|number| date_box(&Some(words("23//1980")), number));
    assert_eq!(boxes, ["23", "", "1980", ""]);
    assert_eq!(date_box(&Some(one(1)), 0), "");
}

/// Typed sign by sign, as a phone's keyboard does. A box never shows something else than what was typed before
/// the last sign comes.
#[test]
fn a_whole_date_in_any_box_fills_them_all() {
    for (typed, filled) in [("05/03/1980", "05/03/1980"), ("5 March 1980", "5/March/1980")] {
        for number in 0..3 {
            let mut date = Some(words("1/1/1"));
            for end in 1..typed.len() {
                date = type_date(&date, 3, (number, false), &typed[..end]);
                assert_eq!(date_box(&date, number).replace('\u{2044}', "/"), typed[..end]);
            }
            date = type_date(&date, 3, (number, false), typed);
            assert_eq!(date, Some(words(filled)));
        }
    }
    assert_eq!(type_date(&None, 2, (1, false), "March 1980"), Some(words("March/1980")));
    assert_eq!(type_date(&None, 3, (0, false), "\u{200b}"), None);
}

#[test]
fn a_date_with_a_short_year_fills_the_boxes_once_its_own_is_left() {
    let typed = type_date(&None, 3, (0, false), "5/3/24");
    assert_eq!(date_box(&typed, 0), "5\u{2044}3\u{2044}24", "the year may still grow");
    let left = type_date(&typed, 3, (0, true), &date_box(&typed, 0));
    assert_eq!(left, Some(words("5/3/24")));
    check_wrong_boxes("5/3/24", 3, &[2]);
    assert_eq!(type_date(&None, 3, (0, true), "5"), Some(words("5//")), "no whole date");
    assert_eq!(type_date(&None, 2, (0, true), "3/80"), Some(words("3/80")));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn however_people_tap_the_answer_fits(
        questions in flow(&Kind::ALL, 4),
        taps in prop::collection::vec((0..5usize, any::<bool>(), 0..3u8, "[0-9/]{0,3}"), 0..12),
    ) {
        for question in &questions {
            let mut answer = None;
            for (at, on, pile, typed) in &taps {
                let own = question.choices.get(*at).map(|choice| choice.id);
                let tapped = own.or(question.other.then_some(OTHER));
                let kind = question.kind;
                answer = match (kind, tapped) {
                    (Kind::Ranking, Some(id)) => rank(&answer, id),
                    (Kind::Sorting, Some(id)) => place(&answer, id, on.then_some(*pile)),
                    (kind, Some(id)) if kind.has_choices() => pick(question, answer, id, *on),
                    (Kind::Date, _) => type_date(&answer, 3, (at % 3, *on), typed),
                    _ => answer,
                };
                prop_assert!(answer.as_ref().is_none_or(|a| a.fits(question)), "{:?}", answer);
                prop_assert!(answer.as_ref().is_none_or(|a| !a.is_empty()), "{:?}", answer);
            }
        }
    }
}

/// The boxes of a date that are marked when it can't be sent. `text` joins them by `/`.
fn check_wrong_boxes(text: &str, boxes: usize, expected: &[usize]) {
    let answer = Some(Answer::Text(text.to_owned()));
    let wrong: Vec<usize> = (0..boxes).filter(|at| is_wrong_box(&answer, boxes, *at)).collect();
    assert_eq!(wrong, expected, "{text:?}");
}

#[test]
fn only_boxes_that_are_wrong_or_empty_are_marked() {
    check_wrong_boxes("31/4/2024", 3, &[0]);
    check_wrong_boxes("31/12/2024", 3, &[]);
    check_wrong_boxes("5th/March/2024", 3, &[]);
    check_wrong_boxes("0/4/2024", 3, &[0]);
    check_wrong_boxes("32/13/99", 3, &[0, 1, 2]);
    check_wrong_boxes("3/4/", 3, &[2]);
    check_wrong_boxes("3/4/2568", 3, &[2]);
    check_wrong_boxes("29/2/2023", 3, &[0]);
    check_wrong_boxes("3", 3, &[1, 2]);
    check_wrong_boxes("13/2024", 2, &[0]);
    check_wrong_boxes("/2024", 2, &[0]);
    check_wrong_boxes("3/24", 2, &[1]);
    assert!(!is_wrong_box(&None, 3, 0));
}
