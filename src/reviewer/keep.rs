//! Keeping a reviewer's notes on their phone, as they go: one record for each round.

use crate::model::id::SurveyId;
use crate::model::kept::Kept;
use crate::model::review::{Notes, RoundId};
use crate::participant::keep::{Keeper, open};

/// Looks for notes from an earlier visit.
pub async fn open_notes(survey: SurveyId, round: RoundId) -> (Keeper, Kept<Notes>) {
    let name = format!("ask-together/notes/{survey}/{:016x}", round.0);
    open(name, |notes: &Notes| (notes.revision, notes.notes.len())).await
}
