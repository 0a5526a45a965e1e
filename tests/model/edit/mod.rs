//! What a press in the editor does: the draft and what a person wants go in, one step of undo comes out, with
//! the card that opens, where the focus goes and what is said.

mod advice;
mod card;
mod choices;
mod meanings;
mod moving;
mod notes;
mod pictures;
mod questions;
mod several;
mod undoing;

use crate::support::Tab;
use ask_together::model::draft::Act;
use ask_together::model::edit::Edited;

/// Makes the changes of an edit, as the program does.
fn run(tab: &mut Tab, edited: &Edited) {
    if !edited.changes.is_empty() {
        tab.does(Act::Do(edited.changes.clone()));
    }
}

/// What is said of an edit, which Undo stands beside.
fn said(edited: &Edited) -> &str {
    let said = edited.said.as_ref().expect("something is said");
    assert!(said.offers_undo, "{}", said.text);
    &said.text
}
