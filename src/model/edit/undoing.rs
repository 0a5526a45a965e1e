//! What the keys for Undo do, by where the focus is: in a field they first take back what was typed there,
//! then what else was done in its card. What was done elsewhere, out of sight, is said before it is taken
//! back.

use super::card::Card;
use crate::model::draft::{Act, Change, Draft, Place};
use crate::model::id::Author;
use crate::model::survey::Language;

/// The field that has the focus: the words of a place, in another language or in the survey's own.
pub type Field = (Option<Language>, Place);

/// What the keys do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undoing {
    /// They take this back.
    Here(Act),
    /// They would take this back, which is not where the person is.
    Elsewhere(Act),
}

/// What the keys do with the focus in this field, or in none. `None` when there is nothing to take back.
pub fn undo(draft: &Draft, author: Author, field: Option<Field>) -> Option<Undoing> {
    let Some(field) = field else { return draft.undo(author).map(Undoing::Here) };
    if let Some(act) = draft.undo_in(author, field) {
        return Some(Undoing::Here(act));
    }
    let act = draft.undo(author)?;
    let card = Some(Card::of(field.1));
    let is_here = draft.changes_undone(author, &act).iter().all(|change| card_of(change) == card);
    Some(if is_here { Undoing::Here(act) } else { Undoing::Elsewhere(act) })
}

/// The card in which a change shows. `None` where it is in none, or its card went with it.
fn card_of(change: &Change) -> Option<Card> {
    match change {
        Change::SetText { place, .. } | Change::Translate { place, .. } => Some(Card::of(*place)),
        Change::AddQuestion(question) => Some(Card::Question(question.id)),
        Change::SetKind { question, .. }
        | Change::MoveQuestion { question, .. }
        | Change::AddChoices { question, .. }
        | Change::MoveChoice { question, .. }
        | Change::RemoveChoice { question, .. }
        | Change::SetPart { question, .. }
        | Change::SetChoicePart { question, .. } => Some(Card::Question(*question)),
        Change::AddMeaning(_) | Change::RemoveMeaning(_) => Some(Card::Words),
        Change::SetAside(aside) | Change::BringBack(aside) => Some(Card::of(aside.place)),
        _ => None,
    }
}
