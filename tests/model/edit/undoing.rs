//! The keys for Undo: first in the field, then in its card, and elsewhere only once that was said.

use crate::support::{Tab, set_text};
use ask_together::model::draft::{Act, Change, Part, Place};
use ask_together::model::edit::undoing::{Undoing, undo};

/// What the keys do, and the draft once they did it.
fn press(tab: &mut Tab, field: Option<Place>) -> Option<Undoing> {
    let undoing = undo(&tab.draft, tab.author, field.map(|place| (None, place)));
    if let Some(Undoing::Here(act) | Undoing::Elsewhere(act)) = &undoing {
        tab.does(act.clone());
    }
    undoing
}

fn is_here(undoing: Option<Undoing>) -> bool {
    matches!(undoing, Some(Undoing::Here(_)))
}

#[test]
fn what_was_typed_in_the_field_goes_first_whatever_was_done_elsewhere_since() {
    let mut tab = Tab::new(1);
    let id = tab.adds_question(None, "Tea?");
    tab.does(set_text(Place::Question(id), "Do you like tea?"));
    tab.does(set_text(Place::Title, "Drinks"));
    assert!(is_here(press(&mut tab, Some(Place::Question(id)))));
    assert_eq!(tab.draft.content().text(Place::Question(id)), Some("Tea?"));
    assert_eq!(tab.draft.content().title, "Drinks");
    // Nothing of this field is left. The last step is in another card.
    assert!(matches!(press(&mut tab, Some(Place::Question(id))), Some(Undoing::Elsewhere(_))));
    assert_eq!(tab.draft.content().title, "");
}

#[test]
fn what_else_was_done_in_the_card_is_in_sight() {
    let mut tab = Tab::new(1);
    let id = tab.adds_question(None, "Tea?");
    tab.does(Change::SetPart { question: id, part: Part::Personal(true) });
    assert!(is_here(press(&mut tab, Some(Place::Question(id)))));
    // That the question was added, too.
    assert!(is_here(press(&mut tab, Some(Place::Question(id)))));
    assert_eq!(press(&mut tab, None), None);
}

#[test]
fn a_question_that_went_was_elsewhere_and_outside_of_fields_the_last_step_goes() {
    let mut tab = Tab::new(1);
    let tea = tab.adds_question(None, "Tea?");
    let milk = tab.adds_question(Some(tea), "Milk?");
    tab.does(Change::RemoveQuestion(tea));
    let field = Some((None, Place::Question(milk)));
    assert!(matches!(undo(&tab.draft, tab.author, field), Some(Undoing::Elsewhere(_))));
    assert!(is_here(undo(&tab.draft, tab.author, None)));
}

#[test]
fn words_that_somebody_else_wrote_over_stay() {
    let mut tab = Tab::new(1);
    tab.does(set_text(Place::Title, "Mine"));
    let theirs =
        tab.draft.edit(ask_together::model::id::Author(2), 1, set_text(Place::Title, "Theirs"));
    tab.draft.apply(theirs);
    assert_eq!(tab.draft.undo_in(tab.author, (None, Place::Title)), None);
    assert!(matches!(tab.draft.undo(tab.author), Some(Act::Undo(_))));
}
