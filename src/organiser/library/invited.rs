//! The lists of invited people that a browser keeps, one for each survey.

use super::{Found, find, find_all, keep};
use crate::browser::Failed;
use crate::model::id::SurveyId;
use crate::model::invited::Invited;
use crate::model::wire;
use crate::organiser::store;

fn name(id: SurveyId) -> String {
    format!("invited/{id}")
}

/// Who is invited to a survey.
pub fn invited(id: SurveyId) -> Found<Invited> {
    find(&name(id))
}

/// Every list that can be read.
pub fn all_invited() -> Vec<Invited> {
    find_all("invited/")
}

/// Keeps a list, once it is on the disk. Where the browser does not, what was there before stays.
pub async fn save_invited(invited: &Invited) -> Result<(), Failed> {
    put_invited(invited);
    let kept = store::settled().await;
    if kept.is_err() {
        store::give_up(&[name(invited.survey)]);
    }
    kept
}

/// Hands a list to be kept.
pub fn put_invited(invited: &Invited) {
    keep(&name(invited.survey), &wire::to_text(invited));
}

/// Deletes a list with all names in it.
pub fn forget_invited(id: SurveyId) {
    store::remove(&name(id));
}

/// Puts a list of a backup back, beside what is here.
pub fn restore_invited(list: Invited) {
    let both = match invited(list.survey) {
        Found::Here(mut own) => {
            own.merge(list);
            own
        }
        Found::Absent | Found::Unreadable => list,
    };
    put_invited(&both);
}
