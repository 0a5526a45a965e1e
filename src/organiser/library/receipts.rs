//! The receipts that were given for the answers of tablets: a record for each survey.

use super::{Found, find, find_all, keep};
use crate::model::id::SurveyId;
use crate::model::tablet::{Issued, Receipts};
use crate::model::wire;

fn name(id: SurveyId) -> String {
    format!("receipts/{id}")
}

/// Those of a survey.
pub fn receipts(id: SurveyId) -> Found<Receipts> {
    find(&name(id))
}

/// All that can be read.
pub fn all_receipts() -> Vec<Receipts> {
    find_all("receipts/")
}

/// Keeps one more. What is there and can't be read is put aside first.
pub fn note_receipt(id: SurveyId, issued: Issued) {
    let mut new = Receipts::new(id);
    new.note(issued);
    restore_receipts(new);
}

/// Puts those of a backup back, beside what is here.
pub fn restore_receipts(new: Receipts) {
    let mut both = receipts(new.survey).here().unwrap_or_else(|| Receipts::new(new.survey));
    let name = name(new.survey);
    both.merge(new);
    keep(&name, &wire::to_text(&both));
}
