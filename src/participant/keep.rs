//! Keeping a person's answers on their phone, as they go.
//!
//! One record for each version of each survey. What can't be read is never written over: it is
//! put aside under another name first.

use crate::browser::Failed;
use crate::browser::storage;
use crate::model::response::Progress;
use crate::model::survey::Survey;
use crate::model::wire;

/// What was kept, if anything.
pub enum Kept {
    /// Answers from an earlier visit.
    Answers(Progress),
    /// Nothing yet.
    Nothing,
    /// Something that this version of the app can't read. It is put aside.
    Unreadable,
    /// The browser keeps nothing here.
    NoStorage,
}

/// Looks for answers from an earlier visit.
pub fn find(survey: &Survey) -> Kept {
    let name = name(survey);
    match storage::get(&name) {
        Err(_) => Kept::NoStorage,
        Ok(None) => Kept::Nothing,
        Ok(Some(text)) => match wire::from_text(&text) {
            Ok(progress) => Kept::Answers(progress),
            Err(_) => match storage::set(&[&name, "/unreadable"].concat(), &text) {
                Ok(()) => Kept::Unreadable,
                Err(_) => Kept::NoStorage,
            },
        },
    }
}

/// Keeps the answers as they are now.
pub fn keep(survey: &Survey, progress: &Progress) -> Result<(), Failed> {
    storage::set(&name(survey), &wire::to_text(progress))
}

/// Forgets all answers to this survey, those put aside too.
pub fn forget(survey: &Survey) -> Result<(), Failed> {
    let name = name(survey);
    storage::remove(&name)?;
    storage::remove(&[&name, "/unreadable"].concat())
}

fn name(survey: &Survey) -> String {
    format!("ask-together/answers/{}/{}", survey.id, survey.version)
}
