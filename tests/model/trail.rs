//! Undo on a screen with data of its own: steps there and back, and typing that stays one step.

use ask_together::model::trail::{Stride, Trail};

fn step(name: &str, back: u8, forth: u8) -> Stride<u8> {
    Stride { name: name.to_owned(), back, forth }
}

#[test]
fn steps_are_taken_back_from_the_last_and_done_again_in_order() {
    let mut trail = Trail::default();
    assert_eq!((trail.back(), trail.forth(), trail.next_back()), (None, None, None));
    trail.did(step("Nation", 0, 1), None);
    trail.did(step("Area", 1, 2), None);
    assert_eq!(trail.next_back(), Some("Area"));
    assert_eq!(trail.back().map(|step| step.back), Some(1));
    assert_eq!((trail.next_back(), trail.next_forth()), (Some("Nation"), Some("Area")));
    assert_eq!(trail.back().map(|step| step.back), Some(0));
    assert_eq!(trail.forth().map(|step| step.forth), Some(1));
    trail.did(step("Who", 1, 7), None);
    assert_eq!(trail.forth(), None, "what is done anew ends what could be done again");
}

#[test]
fn typing_on_in_one_field_is_one_step() {
    let mut trail = Trail::default();
    let typed = |field: &str| Some(field.to_owned());
    trail.did(step("Who", 0, 1), typed("who 1"));
    trail.did(step("Who", 1, 2), typed("who 1"));
    trail.did(step("How", 2, 3), typed("how 1"));
    let how = trail.back().expect("a step");
    assert_eq!((how.back, how.forth), (2, 3));
    let who = trail.back().expect("a step");
    assert_eq!((who.back, who.forth), (0, 2), "both keys at once");
    assert_eq!(trail.back(), None);
    trail.did(step("Who", 0, 1), typed("who 1"));
    trail.stop_typing();
    trail.did(step("Who", 1, 2), typed("who 1"));
    assert_eq!(trail.back().map(|step| step.back), Some(1), "leaving the field ends the step");
    trail.did(step("Who", 1, 4), typed("who 1"));
    assert_eq!(trail.back().map(|step| step.back), Some(1), "so does Undo");
}

#[test]
fn a_trail_has_an_end() {
    let mut trail = Trail::default();
    (0..500_u16).for_each(|number| trail.did(step("Line", 0, (number % 250) as u8), None));
    let back = core::iter::from_fn(|| trail.back()).count();
    assert_eq!(back, 200);
}
