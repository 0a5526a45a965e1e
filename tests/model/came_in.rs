//! What came in from somebody else can be taken back as one step, and nothing else with it.

use crate::support::{SURVEY, Tab, set_text};
use ask_together::model::draft::{Act, CameIn, Change, Draft, Edit, Place};

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
    assert_eq!(came.len(), 3);
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

/// The number and the author are ours, the words are not. A draft can't know who wrote them, but it shows
/// that they stand in the place of a step that was finished, and takes them back.
#[test]
fn words_written_over_a_finished_step_of_somebody_else_are_shown_as_that() {
    let mut ours = Tab::new(1);
    ours.types(Place::Title, "Tea");
    ours.does(set_text(Place::Welcome, "Hello"));
    let log = ours.draft.log().iter().cloned().map(|edit| match edit.number {
        1 => Edit { revision: 9, act: Act::from(set_text(Place::Title, "The bank")), ..edit },
        _ => edit,
    });
    let theirs = Draft::from_log(SURVEY, log);
    let came = takes_in(&mut ours, &theirs);
    assert_eq!(ours.draft.content().title, "The bank");
    let written_over: Vec<bool> =
        came.steps(&ours.draft).into_iter().map(|(_, writes_over)| writes_over).collect();
    assert_eq!(written_over, [true]);
    takes_back(&mut ours, &came);
    assert_eq!(ours.draft.content().title, "Tea");
}

#[test]
fn typing_that_went_on_is_no_writing_over() {
    let mut ours = Tab::new(1);
    let mut theirs = Tab::new(2);
    theirs.types(Place::Title, "Te");
    takes_in(&mut ours, &theirs.draft.clone());
    theirs.types(Place::Title, "Tea");
    theirs.does(set_text(Place::Welcome, "Hello"));
    let came = takes_in(&mut ours, &theirs.draft);
    assert!(came.steps(&ours.draft).iter().all(|(_, writes_over)| !writes_over));
    assert_eq!(came.len(), 2);
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
