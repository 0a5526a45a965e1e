//! Drafts from somewhere else: what is taken in, and one named attack a test.

use crate::draft_properties::three_tabs;
use crate::support::{SURVEY, Tab, set_text};
use ask_together::model::draft::{Act, Draft, Edit, Place, Unsound};
use ask_together::model::id::{Author, DraftSecret, SurveyId};
use proptest::prelude::*;

/// A draft of two authors, each of whom saw the other.
fn shared() -> (Tab, Tab) {
    let mut one = Tab::new(1);
    one.adds_question(None, "Do you like tea?");
    let mut two = one.shared_with(2);
    two.does(set_text(Place::Title, "Tea"));
    one.takes_in(&two);
    one.does(set_text(Place::Title, "Tea and cake"));
    (one, two)
}

/// What taking in this log gives, with some edit of it changed.
fn attack(change: impl FnOnce(&mut Vec<Edit>)) -> Result<usize, Unsound> {
    let (one, two) = shared();
    let mut log = one.draft.log().to_vec();
    change(&mut log);
    let mut draft = two.draft.clone();
    let before = draft.clone();
    let taken = draft.take_in(&Draft::from_log(SURVEY, log));
    if taken.is_err() {
        assert_eq!(draft, before, "nothing is changed by what is refused");
    }
    taken
}

#[test]
fn what_is_new_is_counted_and_nothing_is_new_twice() {
    let (one, mut two) = shared();
    assert_eq!(two.draft.take_in(&one.draft), Ok(1));
    assert_eq!(two.draft.take_in(&one.draft), Ok(0));
    assert_eq!(two.draft, one.draft);
}

#[test]
fn more_of_the_same_typing_is_new() {
    let mut one = Tab::new(1);
    one.types(Place::Title, "Te");
    let mut two = one.shared_with(2);
    one.types(Place::Title, "Tea");
    assert_eq!(two.draft.take_in(&one.draft), Ok(1));
    assert_eq!(two.draft.content().title, "Tea");
}

#[test]
fn a_draft_of_another_survey_is_refused() {
    let (_, mut two) = shared();
    let other = Draft::new(SurveyId(1));
    assert_eq!(two.draft.take_in(&other), Err(Unsound::OtherSurvey));
}

#[test]
fn a_draft_that_was_made_from_the_surveys_link_is_refused() {
    let secret = DraftSecret(*b"only in drafts..");
    let (one, two) = shared();
    let mut own = one.draft.clone().with_secret(secret);
    let before = own.clone();
    // All that a participant's link says of the draft: its id, and what the questions are.
    let mut forged = Tab::with(9, one.draft.clone());
    forged.does(set_text(Place::Organisation, "Somebody else"));
    assert_eq!(own.take_in(&forged.draft), Err(Unsound::Stranger));
    assert_eq!(own, before);
    assert_eq!(
        own.take_in(&two.draft.with_secret(secret)),
        Ok(0),
        "who has the draft has its secret"
    );
}

#[test]
fn a_claim_to_have_seen_billions_of_edits_is_refused() {
    let claim = |log: &mut Vec<Edit>| log[2].seen = vec![(Author(2), u32::MAX)];
    assert_eq!(attack(claim), Err(Unsound::Incomplete));
}

#[test]
fn a_claim_to_have_seen_a_stranger_is_refused() {
    let claim = |log: &mut Vec<Edit>| log[2].seen.push((Author(77), 1));
    assert_eq!(attack(claim), Err(Unsound::Incomplete));
}

#[test]
fn a_claim_to_have_seen_oneself_is_refused() {
    let claim = |log: &mut Vec<Edit>| log[2].seen = vec![(Author(1), 1), (Author(2), 1)];
    assert_eq!(attack(claim), Err(Unsound::Impossible));
}

#[test]
fn two_who_saw_each_other_s_later_edit_are_refused() {
    let claim = |log: &mut Vec<Edit>| {
        let second = log.iter_mut().find(|edit| edit.author == Author(2)).expect("an edit");
        second.seen = vec![(Author(1), 2)];
    };
    assert_eq!(attack(claim), Err(Unsound::Impossible));
}

#[test]
fn forgetting_what_one_had_seen_is_refused() {
    let forget = |log: &mut Vec<Edit>| {
        let last = log.last().expect("an edit").clone();
        log.push(Edit { number: 3, seen: Vec::new(), ..last });
    };
    assert_eq!(attack(forget), Err(Unsound::Impossible));
}

#[test]
fn a_log_with_a_gap_is_refused() {
    let gap = |log: &mut Vec<Edit>| log.last_mut().expect("an edit").number = 3;
    assert_eq!(attack(gap), Err(Unsound::Incomplete));
    assert_eq!(attack(|log| drop(log.remove(0))), Err(Unsound::Incomplete));
}

#[test]
fn an_edit_with_the_number_0_is_refused() {
    let zero = |log: &mut Vec<Edit>| {
        let first = log[0].clone();
        log.push(Edit { author: Author(5), number: 0, ..first });
    };
    assert_eq!(attack(zero), Err(Unsound::Impossible));
}

#[test]
fn undoing_what_is_still_to_come_is_refused() {
    let undo = |log: &mut Vec<Edit>| log.last_mut().expect("an edit").act = Act::Undo(9);
    assert_eq!(attack(undo), Err(Unsound::Impossible));
}

#[test]
fn an_edit_that_claims_to_have_seen_more_than_the_one_of_its_name_is_refused() {
    let forge = |log: &mut Vec<Edit>| {
        log.iter_mut().for_each(|edit| edit.seen.retain(|(who, _)| *who != Author(1)));
    };
    assert_eq!(attack(forge), Err(Unsound::Differs));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_people_really_do_holds_together(tabs in three_tabs()) {
        let mut all = Draft::new(SURVEY);
        let mut merged = Draft::new(SURVEY);
        for tab in &tabs {
            prop_assert!(all.take_in(&tab.draft).is_ok());
            merged.merge(tab.draft.log().to_vec());
        }
        prop_assert_eq!(all, merged);
    }
}
