//! Positions: between any two things there is always room for another.

use crate::support::{SURVEY, Tab, draft_question, q};
use ask_together::model::draft::{Change, Draft, Position};
use ask_together::model::id::QuestionId;
use ask_together::model::survey::Kind;
use proptest::prelude::*;

/// A draft with questions at these positions, in this order.
fn at_positions(positions: &[&[u8]]) -> (Tab, Vec<QuestionId>) {
    let mut tab = Tab::new(1);
    let mut ids = Vec::new();
    for (bytes, number) in positions.iter().zip(1..) {
        let position = Position::from_bytes(bytes.to_vec()).expect("a position ends with 128");
        ids.push(q(number));
        let text = number.to_string();
        let question = draft_question(q(number), position, Kind::ShortText, &text, vec![]);
        tab.does(Change::AddQuestion(question));
    }
    (tab, ids)
}

/// A new question behind each one, and in front of all, stands exactly there.
fn check_room(positions: &[&[u8]]) {
    let (tab, ids) = at_positions(positions);
    let order = |tab: &Tab| tab.draft.content().questions.iter().map(|q| q.id).collect::<Vec<_>>();
    assert_eq!(order(&tab), ids, "the positions in this test must be in order");
    let mut front = tab.clone();
    let added = front.adds_question(None, "New");
    assert_eq!(order(&front)[0], added, "in front of {positions:?}");
    for (place, id) in ids.iter().enumerate() {
        let mut tab = tab.clone();
        let added = tab.adds_question(Some(*id), "New");
        assert_eq!(order(&tab)[place + 1], added, "behind number {place} of {positions:?}");
    }
}

#[test]
fn there_is_room_around_the_positions_that_we_make() {
    check_room(&[&[128]]);
    check_room(&[&[127, 128], &[128], &[129, 128]]);
    check_room(&[&[128], &[129, 127, 128], &[129, 128], &[129, 129, 128], &[130, 128]]);
}

#[test]
fn there_is_room_at_both_ends_of_a_byte() {
    check_room(&[&[0, 128], &[1, 128], &[254, 128], &[255, 128]]);
    check_room(&[&[0, 0, 128], &[0, 127, 128], &[0, 128], &[0, 255, 128], &[255, 255, 128]]);
}

#[test]
fn there_is_room_between_hostile_positions() {
    check_room(&[&[0, 0, 0, 0, 128], &[0, 0, 0, 127, 128], &[0, 0, 0, 128], &[0, 0, 1, 128]]);
    check_room(&[&[128], &[128, 0, 128], &[128, 0, 128, 128], &[128, 128], &[128, 128, 128]]);
    check_room(&[&[128, 127, 0, 128], &[128, 127, 0, 129, 128], &[128, 127, 1, 0, 128]]);
}

#[test]
fn five_hundred_questions_can_be_put_in_front_one_by_one() {
    let mut tab = Tab::new(1);
    let mut expected = Vec::new();
    for number in 0..500 {
        tab.adds_question(None, &number.to_string());
        expected.insert(0, number.to_string());
    }
    assert_eq!(tab.questions(), expected);
}

#[test]
fn five_hundred_questions_can_be_put_behind_the_first_one_by_one() {
    let mut tab = Tab::new(1);
    let first = tab.adds_question(None, "first");
    tab.adds_question(Some(first), "last");
    let mut expected = vec!["last".to_owned()];
    for number in 0..500 {
        tab.adds_question(Some(first), &number.to_string());
        expected.insert(0, number.to_string());
    }
    assert_eq!(tab.questions()[1..], expected);
}

#[test]
fn a_place_behind_something_that_is_gone_is_the_end() {
    let (mut tab, ids) = at_positions(&[&[128], &[129, 128]]);
    tab.does(Change::RemoveQuestion(ids[1]));
    let added = tab.adds_question(Some(ids[1]), "New");
    assert_eq!(tab.draft.content().questions.last().map(|q| q.id), Some(added));
    let empty = Draft::new(SURVEY);
    assert_eq!(empty.question_position(Some(q(1))), Position::default());
    assert_eq!(empty.choice_position(q(1), None), Position::default());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_new_question_always_stands_where_it_was_put(
        places in prop::collection::vec(any::<prop::sample::Index>(), 1..150),
    ) {
        let mut tab = Tab::new(1);
        let mut expected: Vec<QuestionId> = Vec::new();
        for place in places {
            let place = place.index(expected.len() + 1);
            let after = place.checked_sub(1).map(|before| expected[before]);
            expected.insert(place, tab.adds_question(after, ""));
        }
        let order: Vec<_> = tab.draft.content().questions.iter().map(|q| q.id).collect();
        prop_assert_eq!(order, expected);
    }

    #[test]
    fn a_new_question_always_stands_where_it_was_put_among_hostile_positions(
        mut positions in prop::collection::btree_set(
            prop::collection::vec(prop::sample::select(vec![0, 1, 127, 128, 129, 254, 255]), 0..4),
            1..8,
        ),
    ) {
        positions = positions.into_iter().map(|bytes| [bytes, vec![128]].concat()).collect();
        let positions: Vec<&[u8]> = positions.iter().map(Vec::as_slice).collect();
        check_room(&positions);
    }
}
