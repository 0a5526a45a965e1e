//! What came in from somebody else can be taken back as one step, and nothing else with it.

use crate::support::{Tab, set_text};
use ask_together::model::draft::{CameIn, Change, Draft, Place};

/// Takes in all of the other tab's work, and gives back what came.
fn takes_in(tab: &mut Tab, theirs: &Draft) -> CameIn {
    let before = tab.draft.clone();
    tab.draft.take_in(theirs).expect("a sound draft");
    CameIn::between(&before, &tab.draft)
}

fn takes_back(tab: &mut Tab, came: &CameIn) {
    let act = tab.draft.taking_back(came).expect("something came");
    tab.does(act);
}

#[test]
fn all_of_it_goes_and_what_was_done_since_stays() {
    let mut ours = Tab::new(1);
    let tea = ours.adds_question(None, "Do you like tea?");
    ours.does(set_text(Place::Title, "Tea"));
    let mut theirs = ours.shared_with(2);
    theirs.does(set_text(Place::Question(tea), "What is your bank PIN?"));
    theirs.adds_question(Some(tea), "What is your name?");
    theirs.does(set_text(Place::Title, "The bank"));
    let came = takes_in(&mut ours, &theirs.draft);
    assert_eq!((came.len(), came.steps(&ours.draft).len()), (3, 3));
    assert_eq!(ours.questions(), ["What is your bank PIN?", "What is your name?"]);
    ours.does(set_text(Place::Welcome, "Hello"));
    takes_back(&mut ours, &came);
    assert_eq!(ours.questions(), ["Do you like tea?"]);
    assert_eq!(ours.draft.content().title, "Tea");
    assert_eq!(ours.draft.content().welcome, "Hello");
    assert_eq!(ours.draft.taking_back(&came), None, "it is gone already");
    // One press of Undo has it again.
    assert!(ours.undoes());
    assert_eq!(ours.draft.content().title, "The bank");
}

#[test]
fn a_question_that_was_deleted_comes_back_whole() {
    let mut ours = Tab::new(1);
    let tea = ours.adds_question(None, "Do you like tea?");
    let before = ours.draft.content().questions.clone();
    let mut theirs = ours.shared_with(2);
    theirs.does(Change::RemoveQuestion(tea));
    let came = takes_in(&mut ours, &theirs.draft);
    assert!(ours.questions().is_empty());
    takes_back(&mut ours, &came);
    assert_eq!(ours.draft.content().questions, before);
}

#[test]
fn nothing_came_and_nothing_is_taken_back() {
    let mut ours = Tab::new(1);
    ours.adds_question(None, "Do you like tea?");
    let same = ours.draft.clone();
    let came = takes_in(&mut ours, &same);
    assert!(came.is_empty());
    assert_eq!(ours.draft.taking_back(&came), None);
    assert_eq!(came.survey(), ours.draft.id());
}
