//! What the chips of a question say at rest, and which kinds the picker offers first.

use ask_together::model::chips::{Chip, chips_of, offered_first, says};
use ask_together::model::id::{APP, Id, QuestionId};
use ask_together::model::limit::Limit;
use ask_together::model::survey::{Check, Condition, Group, Kind, Question, Test};

fn question(kind: Kind) -> Question {
    Question::empty(QuestionId(Id { author: APP, number: 1 }), kind, Vec::new())
}

#[test]
fn a_kind_has_only_the_chips_that_it_has_use_for() {
    assert_eq!(chips_of(Kind::ManyChoices), [Chip::Asked, Chip::Personal, Chip::Limits]);
    assert_eq!(chips_of(Kind::Number), [Chip::Asked, Chip::Personal, Chip::Limits]);
    assert_eq!(chips_of(Kind::YesNo), [Chip::Asked, Chip::Personal]);
    assert_eq!(chips_of(Kind::Sorting), [Chip::Asked, Chip::Personal, Chip::Groups]);
    assert_eq!(chips_of(Kind::Section), [Chip::Asked, Chip::Repeats]);
    assert_eq!(chips_of(Kind::Consent), [Chip::Asked]);
    for kind in Kind::ALL {
        assert!(chips_of(kind).len() <= 3, "{kind:?} has a row of chips that fits a card");
    }
}

#[test]
fn a_new_question_is_asked_always_and_has_no_limits() {
    let new = question(Kind::ManyChoices);
    assert_eq!(says(Chip::Asked, &new), "always");
    assert_eq!(says(Chip::Personal, &new), "no");
    assert_eq!(says(Chip::Limits, &new), "none");
    assert_eq!(says(Chip::Groups, &question(Kind::Sorting)), "standard");
    assert_eq!(says(Chip::Repeats, &question(Kind::Section)), "no");
}

#[test]
fn limits_read_as_people_say_them() {
    let check = |kind, least: Option<i64>, most: Option<i64>, expected| {
        let (least, most) = (least.map(Limit), most.map(Limit));
        let limited = Question { least, most, ..question(kind) };
        assert_eq!(says(Chip::Limits, &limited), expected);
    };
    check(Kind::ManyChoices, Some(1), None, "1 or more");
    check(Kind::ManyChoices, None, Some(3), "up to 3");
    check(Kind::ManyChoices, Some(2), Some(3), "2 to 3");
    check(Kind::ManyChoices, Some(2), Some(2), "exactly 2");
    check(Kind::Number, Some(0), Some(12_050), "0 to 120.5");
}

#[test]
fn a_chip_counts_the_conditions_of_all_groups() {
    let test = Test { question: QuestionId(Id { author: APP, number: 7 }), check: Check::Answered };
    let group = |tests: usize| Group { all: true, tests: vec![test; tests] };
    let asked = |groups| {
        let show_if = Condition { all: true, groups };
        says(Chip::Asked, &Question { show_if, ..question(Kind::YesNo) })
    };
    assert_eq!(asked(vec![group(1)]), "on 1 condition");
    assert_eq!(asked(vec![group(1), group(2)]), "on 3 conditions");
}

#[test]
fn the_picker_offers_six_kinds_and_the_last_used_first() {
    let new = offered_first(&[]);
    assert_eq!(new.len(), 6);
    assert_eq!(new[0], Kind::YesNo);
    let used = offered_first(&[Kind::Ranking, Kind::LongText, Kind::Ranking]);
    assert_eq!(used[..3], [Kind::Ranking, Kind::LongText, Kind::YesNo]);
    assert_eq!(used.len(), 6);
    assert!(!offered_first(&[Kind::Section]).contains(&Kind::Section), "pages are under More");
}
