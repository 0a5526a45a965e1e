//! Answers that the organiser removed. Each stays where it is, and a record of its own says that it counts
//! nowhere: so removing many is one small write that happens whole or not at all, what is put back is what was
//! there, and a link that brings the same answer again brings nothing new.

use super::answers::responses;
use super::names::{received_name, removed_name, start_of};
use super::{count_waiting, withdraw};
use crate::model::id::{ResponseId, SurveyId};
use crate::model::inbox::Noted;
use crate::organiser::store;
use std::collections::BTreeSet;

/// Has these answers count nowhere from now on.
pub fn remove(id: SurveyId, responses: &[ResponseId]) {
    responses.iter().for_each(|response| store::set(&removed_name(id, *response), ""));
}

/// Takes a removal back that the browser refused to keep.
pub fn take_back_removal(id: SurveyId, responses: &[ResponseId]) {
    let names: Vec<String> = responses.iter().map(|one| removed_name(id, *one)).collect();
    store::give_up(&names);
}

/// Has these answers count again.
pub fn put_back(id: SurveyId, responses: &[ResponseId]) {
    responses.iter().for_each(|response| store::remove(&removed_name(id, *response)));
}

/// Deletes these answers for good, also those that wait. They never come in again.
pub fn forget_removed(id: SurveyId, responses: &[ResponseId]) {
    responses.iter().for_each(|response| withdraw(id, *response));
    for (name, noted) in noted(id) {
        if responses.contains(&noted.id) {
            store::remove(&name);
        }
    }
}

/// True for an answer that is removed.
pub fn is_removed(id: SurveyId, response: ResponseId) -> bool {
    store::has(&removed_name(id, response))
}

/// The answers that are removed, of those that are there.
pub fn removed(id: SurveyId) -> Vec<ResponseId> {
    let waiting: BTreeSet<ResponseId> = noted(id).map(|(_, noted)| noted.id).collect();
    let mut all = responses(&start_of("removed", id));
    let is_in = |response: &ResponseId| store::has(&received_name(id, *response));
    all.retain(|response| is_in(response) || waiting.contains(response));
    all
}

/// How many sealed answers wait and are not removed.
pub fn waiting_now(id: SurveyId) -> usize {
    let removed = noted(id).filter(|(_, noted)| is_removed(id, noted.id)).count();
    count_waiting(id) - removed
}

/// How many answers count. They need not be in memory.
pub fn count(id: SurveyId) -> usize {
    let removed = responses(&start_of("removed", id)).into_iter();
    let removed = removed.filter(|response| store::has(&received_name(id, *response))).count();
    store::count(&start_of("answer", id)) - removed
}

/// The records of sealed answers that wait, with what is noted of them.
fn noted(id: SurveyId) -> impl Iterator<Item = (String, Noted)> {
    let names = store::names(&start_of("waiting", id)).into_iter();
    names.filter_map(|name| {
        let noted = Noted::in_text(&store::get(&name)?)?;
        Some((name, noted))
    })
}
