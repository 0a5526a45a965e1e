//! What organisers make of their reports: a record for each survey.

use super::{Found, find, find_all, keep};
use crate::model::id::SurveyId;
use crate::model::report::Edits;
use crate::model::wire;
use crate::organiser::store;

fn name_of(id: SurveyId) -> String {
    format!("report/{id}")
}

/// True for the record of what was made of the report on this survey.
pub fn is_report(name: &str, id: SurveyId) -> bool {
    name == name_of(id)
}

/// What was made of the report on a survey.
pub fn report(id: SurveyId) -> Found<Edits> {
    find(&name_of(id))
}

/// All that can be read.
pub fn reports() -> Vec<Edits> {
    find_all("report/")
}

/// Keeps it. What is there and can't be read is put aside first.
pub fn save_report(edits: &Edits) {
    keep(&name_of(edits.survey), &wire::to_text(edits));
}

/// Takes back what the browser refused to keep of it.
pub fn take_back_report(id: SurveyId) {
    store::give_up(&[name_of(id)]);
}
