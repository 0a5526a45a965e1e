//! What a team did with what people wrote: a record for the tags of a survey, and one for each person with whose
//! answers something was done. It goes with those answers when they are deleted.

use super::answers::is_withdrawn;
use super::names::{start_of, work_name};
use super::{Found, find, find_received, keep};
use crate::model::id::{ResponseId, SurveyId};
use crate::model::wire;
use crate::model::work::{Of, Sheet, Work};
use crate::organiser::store;
use std::collections::BTreeSet;

/// The work on a survey, as far as it can be read, and how many records of it can't.
pub fn work(id: SurveyId) -> (Work, usize) {
    let (mut work, mut unread) = (Work::default(), 0);
    match find(&work_name(id, Of::Tags)) {
        Found::Here(tags) => work.tags = tags,
        Found::Absent => {}
        Found::Unreadable => unread += 1,
    }
    let start = start_of("work", id);
    for name in store::names(&start) {
        let Some(response) = name.strip_prefix(&*start).and_then(ResponseId::parse) else {
            continue;
        };
        if is_withdrawn(id, response) {
            // Another tab wrote it while this person's answers were being deleted.
            store::remove(&name);
            continue;
        }
        match find(&name) {
            Found::Here(sheet) => _ = work.sheets.insert(response, sheet),
            Found::Absent => {}
            Found::Unreadable => unread += 1,
        }
    }
    (work, unread)
}

/// Keeps these sheets. Comes back with the names of their records.
pub fn save_work(id: SurveyId, work: &Work, sheets: &BTreeSet<Of>) -> Vec<String> {
    let save = |of: &Of| {
        let sheet = match of {
            Of::Tags => &work.tags,
            Of::Response(response) => work.sheets.get(response)?,
        };
        let name = work_name(id, *of);
        // What another tab has told of since is in memory, and this is one with it.
        let mut both: Sheet = find(&name).here().unwrap_or_default();
        both.merge(sheet.clone());
        keep(&name, &wire::to_text(&both));
        Some(name)
    };
    sheets.iter().filter_map(save).collect()
}

/// Puts work of a copy back, beside what is here: only with answers that are here.
pub fn restore_work(id: SurveyId, work: &Work) {
    let is_here = |of: &Of| match of {
        Of::Tags => !work.tags.is_empty(),
        Of::Response(response) => find_received(id, *response) != Found::Absent,
    };
    let responses = work.sheets.keys().map(|response| Of::Response(*response));
    let sheets = [Of::Tags].into_iter().chain(responses).filter(is_here).collect();
    save_work(id, work, &sheets);
}

/// Forgets what was done with the answers of one person.
pub(super) fn forget_work(id: SurveyId, response: ResponseId) {
    store::remove(&work_name(id, Of::Response(response)));
}

/// True for the name of a record of this.
pub fn is_work(name: &str, id: SurveyId) -> bool {
    name.starts_with(&start_of("work", id))
}
