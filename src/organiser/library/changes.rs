//! What came of each survey: one record, which is a log of edits.

use super::names::changes_name;
use super::{Found, find, find_all, keep};
use crate::model::change::Changes;
use crate::model::id::SurveyId;
use crate::model::wire;

/// What came of a survey.
pub fn changes(id: SurveyId) -> Found<Changes> {
    match find::<Changes>(&changes_name(id)) {
        Found::Here(changes) if changes.survey() != id => Found::Unreadable,
        found => found,
    }
}

/// What came of every survey, as far as it can be read.
pub fn all_changes() -> Vec<Changes> {
    find_all("changes/")
}

/// True for the name of the record of what came of a survey.
pub fn is_changes(name: &str, id: SurveyId) -> bool {
    name == changes_name(id)
}

/// Keeps the record. What another tab wrote meanwhile is put in first, here and in `changes`.
pub fn save_changes(changes: &mut Changes) {
    if let Found::Here(stored) = self::changes(changes.survey()) {
        changes.merge(stored.log().iter().cloned());
    }
    keep(&changes_name(changes.survey()), &wire::to_text(changes));
}
