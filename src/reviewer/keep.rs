//! Keeping a reviewer's notes on their phone, as they go: one record for each round.
//!
//! What can't be read is never written over: it is put aside under another name first.

use crate::browser::{Failed, storage};
use crate::model::id::SurveyId;
use crate::model::review::{Notes, RoundId};
use crate::model::wire;

/// What was kept, if anything.
pub enum Kept {
    /// Notes from an earlier visit.
    Notes(Notes),
    /// Nothing yet, or something that this version can't read and that is put aside.
    Nothing,
    /// The browser keeps nothing here.
    NoStorage,
}

/// Looks for notes from an earlier visit.
pub fn find(survey: SurveyId, round: RoundId) -> Kept {
    let name = name(survey, round);
    match storage::get(&name) {
        Err(_) => Kept::NoStorage,
        Ok(None) => Kept::Nothing,
        Ok(Some(text)) => match wire::from_text(&text) {
            Ok(notes) => Kept::Notes(notes),
            Err(_) => match storage::set(&[&name, "/unreadable"].concat(), &text) {
                Ok(()) => Kept::Nothing,
                Err(_) => Kept::NoStorage,
            },
        },
    }
}

/// Keeps the notes as they are now.
pub fn keep(notes: &Notes) -> Result<(), Failed> {
    storage::set(&name(notes.survey, notes.round), &wire::to_text(notes))
}

/// Forgets the notes of a round.
pub fn forget(survey: SurveyId, round: RoundId) -> Result<(), Failed> {
    let name = name(survey, round);
    storage::remove(&name)?;
    storage::remove(&[&name, "/unreadable"].concat())
}

fn name(survey: SurveyId, round: RoundId) -> String {
    format!("ask-together/notes/{survey}/{:016x}", round.0)
}
