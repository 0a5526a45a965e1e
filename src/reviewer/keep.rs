//! Keeping a reviewer's notes on their phone, as they go: one record for each round, and beside it which
//! page they were at.

use crate::browser::storage;
use crate::model::id::SurveyId;
use crate::model::kept::Kept;
use crate::model::review::{Notes, RoundId};
use crate::participant::keep::{Keeper, open};

/// Looks for notes from an earlier visit.
pub async fn open_notes(survey: SurveyId, round: RoundId) -> (Keeper, Kept<Notes>) {
    open(name(survey, round), |notes: &Notes| (notes.revision, notes.notes.len())).await
}

fn name(survey: SurveyId, round: RoundId) -> String {
    format!("ask-together/notes/{survey}/{:016x}", round.0)
}

/// Where it is kept which page a person was at. Nobody needs to be told when it can't be: they start at
/// the first page then.
pub struct Bookmark(String);

impl Bookmark {
    /// That of a round.
    pub fn of(survey: SurveyId, round: RoundId) -> Self {
        Self(name(survey, round) + "/page")
    }

    /// The number of the page. 0, the first, when none is kept.
    pub fn page(&self) -> u32 {
        let kept = storage::get(&self.0).ok().flatten();
        kept.and_then(|kept| kept.parse().ok()).unwrap_or(0)
    }

    /// Keeps another one.
    pub fn put(&self, number: u32) {
        let _ = storage::set(&self.0, &number.to_string());
    }

    /// Forgets it.
    pub fn forget(&self) {
        let _ = storage::remove(&self.0);
    }
}
