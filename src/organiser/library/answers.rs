//! The answers that a browser keeps: those that count, those that wait sealed, and those that people took back.
//!
//! Absent: the ones that the organiser removed (see [`removed`](super::removed)), and what taking answers in decides.

use super::names::{received_name, removed_name, start_of, waiting_name, withdrawn_name};
use super::work::forget_work;
use super::{Found, find, find_all, is_removed, keep};
use crate::browser::Failed;
use crate::model::id::{ResponseId, SurveyId};
use crate::model::inbox::{Received, Waiting};
use crate::model::seal::SealedResponse;
use crate::model::wire;
use crate::organiser::store;
use std::collections::BTreeSet;

/// Most answers that are read and counted in one go, so quickly that nobody waits.
const FEW: usize = 2_000;

/// Reads a survey's responses into memory, and tells how many of how many are there. Until then [`received`] finds
/// none.
pub async fn load_received(id: SurveyId, tell: impl Fn(usize, usize)) -> Result<(), Failed> {
    store::load(&start_of("answer", id), tell).await
}

/// True for so many answers that reading them takes its time.
pub fn has_many(id: SurveyId) -> bool {
    store::count(&start_of("answer", id)) > FEW
}

/// Some of the responses that count and are in memory, from this name on, or from the first, and the name to go on
/// from. In no order that means anything. `None` where that one is not in memory yet, or there are no more.
pub fn some_received(id: SurveyId, from: Option<&str>) -> Option<(Vec<Received>, String)> {
    let start = start_of("answer", id);
    let some = store::some(&start, from.unwrap_or(&start), SOME);
    // No record has this name.
    let next = [&*some.last()?.0, "\0"].concat();
    let received = some.iter().filter_map(|(name, text)| {
        let received: Received = wire::from_text(text).ok()?;
        store::note_read(name);
        (!is_removed(id, received.response.id)).then_some(received)
    });
    Some((received.collect(), next))
}

/// How many responses are read before the page has its turn.
const SOME: usize = 250;

/// True when all responses to a survey are in memory.
pub fn is_received_read(id: SurveyId) -> bool {
    store::is_loaded(&start_of("answer", id))
}

/// Every response to a survey that counts, in the order they came in, and how many are in memory and can't be
/// read.
pub fn received_and_unread(id: SurveyId) -> (Vec<Received>, usize) {
    let mut all = all_received(id);
    let names = store::names(&start_of("answer", id));
    let unread = names.iter().filter(|name| store::get(name).is_some()).count() - all.len();
    all.retain(|received| !is_removed(id, received.response.id));
    (all, unread)
}

/// Those that the organiser removed too.
pub fn all_received(id: SurveyId) -> Vec<Received> {
    let mut all: Vec<Received> = find_all(&start_of("answer", id));
    all.sort_by_key(|received| (received.at, received.response.id));
    all
}

/// One response.
pub fn find_received(id: SurveyId, response: ResponseId) -> Found<Received> {
    find(&received_name(id, response))
}

/// Keeps a response, in place of an older one of the same person. Comes back with the record's name.
pub fn save_received(received: &Received) -> String {
    let response = &received.response;
    let name = received_name(response.survey, response.id);
    keep(&name, &wire::to_text(received));
    name
}

/// Keeps a sealed response as it came, to be opened another day. Comes back with the record's name.
pub fn save_waiting(waiting: &Waiting) -> String {
    let name = waiting_name(&waiting.sealed);
    store::set(&name, &waiting.to_text());
    name
}

/// True for a sealed response that waits.
pub fn is_waiting(sealed: &SealedResponse) -> bool {
    store::has(&waiting_name(sealed))
}

/// Every sealed response that waits, also those that are removed.
pub fn waiting(id: SurveyId) -> Vec<Waiting> {
    let names = store::names(&start_of("waiting", id));
    names.iter().filter_map(|name| Waiting::from_text(&store::get(name)?).ok()).collect()
}

/// How many sealed responses wait, with those that are removed.
pub fn count_waiting(id: SurveyId) -> usize {
    store::count(&start_of("waiting", id))
}

/// How many records of answers there are: those that count, that are removed, and that wait. They need not
/// be in memory.
pub fn count_all(id: SurveyId) -> usize {
    store::count(&start_of("answer", id)) + count_waiting(id)
}

/// Deletes every answer to a survey for good. They never come in again, as far as their ids are known.
pub fn forget_answers(id: SurveyId) {
    let start = start_of("answer", id);
    responses(&start).into_iter().for_each(|response| withdraw(id, response));
    for one in waiting(id) {
        if let Some(noted) = one.noted {
            withdraw(id, noted.id);
        }
        forget_waiting(&one.sealed);
    }
    // What can't be read is an answer too, and so is what waits and can't be.
    let others = ["waiting", "removed", "typing"].map(|kind| start_of(kind, id));
    for start in [start].into_iter().chain(others) {
        store::names(&start).iter().for_each(|name| store::remove(name));
    }
}

/// The surveys for which sealed responses wait.
pub fn waited_for() -> BTreeSet<SurveyId> {
    store::parts("waiting/").iter().filter_map(|id| SurveyId::parse(id)).collect()
}

/// Forgets a sealed response that waits no more.
pub fn forget_waiting(sealed: &SealedResponse) {
    store::remove(&waiting_name(sealed));
}

/// Takes a response away for good, and remembers its id, so that it never comes in again.
pub fn withdraw(id: SurveyId, response: ResponseId) {
    store::set(&withdrawn_name(id, response), "");
    store::remove(&received_name(id, response));
    store::remove(&removed_name(id, response));
    forget_work(id, response);
}

/// True when a person took this response back.
pub fn is_withdrawn(id: SurveyId, response: ResponseId) -> bool {
    store::has(&withdrawn_name(id, response))
}

/// Every response that was taken back.
pub fn withdrawn(id: SurveyId) -> Vec<ResponseId> {
    responses(&start_of("withdrawn", id))
}

/// The responses that records are named after, whose names start so.
pub(super) fn responses(start: &str) -> Vec<ResponseId> {
    let response = |name: &String| ResponseId::parse(name.strip_prefix(start)?);
    store::names(start).iter().filter_map(response).collect()
}
