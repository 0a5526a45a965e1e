//! What a copy may bring to a survey that is here. A copy travels by mail like anything else, and may come
//! from somebody who means harm.
//!
//! Absent: reading a copy, and putting back what passes.

use super::codebook::version_of;
use super::draft::{Draft, HIGHEST_VERSION};
use super::inbox::judged;
use super::phrase::count;
use super::response::Response;
use super::seal::{self, SecretKey};
use super::wire::BackupSurvey;

/// The copy holds a survey that calls itself one of ours, and was not made from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stranger;

/// When the newest copy was saved, once one is opened that was saved at `file`, in milliseconds since 1970. Where there
/// was no work before, it holds all that there is now. Anything else that was here may be in no copy.
pub fn saved_at(before: Option<u64>, was_empty: bool, file: u64, now: u64) -> Option<u64> {
    if was_empty { before.max(Some(file.min(now))) } else { before }
}

/// What became of a copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// How many of its surveys were put back.
    pub surveys: usize,
    /// How many were left out, since they only call themselves one of ours.
    pub strangers: usize,
    /// How many answers that were here went, since the copy says that people took them back.
    pub taken_back: usize,
}

impl Restored {
    /// What an organiser is told.
    pub fn says(self) -> String {
        let mut says = match self.surveys {
            0 if self.strangers > 0 => "Nothing of this backup was taken in.".to_owned(),
            surveys => {
                let surveys = count(surveys, "survey", "surveys");
                format!("The backup is open. It held {surveys}.")
            }
        };
        if self.strangers > 0 {
            says += &format!(
                " {} left out: it was not made from the survey of yours that it calls itself. Ask the person who \
                 sent you the backup.",
                count(self.strangers, "was", "were")
            );
        }
        if self.taken_back > 0 {
            says += &format!(
                " {} that you had {} not counted any more: the backup says that the people who gave them took them \
                 back.",
                count(self.taken_back, "answer", "answers"),
                if self.taken_back == 1 { "is" } else { "are" }
            );
        }
        says
    }
}

/// What of a copied survey may be put back beside `own`, the draft that is here.
///
/// # Errors
/// When its draft does not hold together, or has neither the secret of the one that is here nor a key that
/// this one published with.
pub fn judge(mut copied: BackupSurvey, own: Option<&Draft>) -> Result<BackupSurvey, Stranger> {
    let id = copied.draft.id();
    copied.versions.retain(|survey| survey.id == id && survey.version <= HIGHEST_VERSION);
    copied.received.retain(|received| received.response.survey == id);
    copied.waiting.retain(|sealed| sealed.survey == id);
    copied.changes = copied.changes.filter(|changes| changes.survey() == id);
    let is_misfit = |response: &Response| {
        version_of(&copied.versions, response)
            .is_some_and(|version| judged(version, response).is_err())
    };
    copied.received.retain(|received| !is_misfit(&received.response));
    let published = own.map_or(&[][..], |own| &own.content().published);
    let is_published = |key| published.iter().any(|published| published.key == key);
    let is_ours = |key: &SecretKey| seal::public_key(key).is_ok_and(is_published);
    if copied.draft.log().is_empty() {
        // The draft could not be read where the copy was made. Only what ours published can be known.
        if own.is_some() {
            copied.keys.retain(is_ours);
            copied.versions.retain(|survey| published.iter().any(|p| p.edition == survey.edition));
            copied.changes = None;
        }
        return Ok(copied);
    }
    let mut both = match own {
        // Ours may have been made again from what was published, and the copy be from before. Only who had
        // all of the survey has its key: it proves as much as the secret does.
        Some(own) if copied.keys.iter().any(is_ours) => {
            own.clone().with_secret(copied.draft.secret())
        }
        Some(own) => own.clone(),
        None => Draft::new(id).with_secret(copied.draft.secret()),
    };
    both.take_in(&copied.draft).map_err(|_| Stranger)?;
    // What the copy says under the names of edits that are here stands beside those. Both logs are in order.
    let mut all = both.log().iter();
    if !copied.draft.log().iter().all(|edit| all.any(|other| other == edit)) {
        copied.draft = both;
    }
    Ok(copied)
}
