//! What this browser keeps of an organiser's work: a record for each draft, each published edition, each
//! key, each response, each sealed response that waits, and each response that was taken back or removed.
//!
//! **Invariants:** absent and unreadable are different values. What can't be read stays where it is, and
//! is offered as a file; what takes its name puts it aside first. It is never taken for empty and never
//! written over.
//!
//! Absent: how records reach the disk (see [`store`]).

mod copies;
mod drafts;
mod names;
mod removed;
mod settings;
mod templates;

pub use copies::{backup, restore};
pub use drafts::{is_full, is_gone, merge_stored, save_draft, write_draft};
pub use names::{gone_name, name_now};
pub use removed::{
    forget_removed, is_removed, put_back, remove, removed, take_back_removal, waiting_now,
};
pub use settings::{copied_at, my_authors, my_name, note_author, note_copied, set_my_name};
pub use templates::{remove_template, save_template, take_back_template, template, templates};

use super::store;
use crate::browser::{Failed, json_storage};
use crate::model::draft::{Draft, newest};
use crate::model::id::{Author, ResponseId, SurveyId};
use crate::model::inbox::{Received, Waiting};
use crate::model::records::{Kind, aside_name};
use crate::model::seal::{SealedResponse, SecretKey};
use crate::model::survey::Survey;
use crate::model::wire::{self, Packet};
use names::{
    draft_name, edition_name, key_name, received_name, removed_name, start_of, waiting_name,
    withdrawn_name,
};
use std::collections::BTreeSet;

/// Starts every name in text storage.
pub const ROOT: &str = "ask-together/";

/// What is under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<T> {
    /// There is no record.
    Absent,
    /// This.
    Here(T),
    /// There is a record, and this version of the app can't read it.
    Unreadable,
}

impl<T> Found<T> {
    /// What can be read.
    pub fn here(self) -> Option<T> {
        match self {
            Found::Here(value) => Some(value),
            Found::Absent | Found::Unreadable => None,
        }
    }
}

/// What the list of surveys says about one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Summary {
    pub id: SurveyId,
    pub title: String,
    pub questions: usize,
    /// Milliseconds since 1970.
    pub changed_at: u64,
    /// The newest published version.
    pub version: Option<u32>,
    pub responses: usize,
    /// The last day of the newest version, in days since 1970-01-01.
    pub closes: Option<u32>,
    /// The day until which people were told that their answers are kept, where it has come and there are
    /// some.
    pub due: Option<u32>,
    /// False where there is no draft that can be read: then all this is by what was published.
    pub has_draft: bool,
}

/// Something in storage that this version of the app can't read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    pub name: String,
    pub text: String,
}

fn find<T: Packet>(name: &str) -> Found<T> {
    match store::get(name).map(|text| wire::from_text(&text)) {
        None => Found::Absent,
        Some(Ok(value)) => Found::Here(value),
        Some(Err(_)) => Found::Unreadable,
    }
}

fn find_all<T: Packet>(start: &str) -> Vec<T> {
    store::names(start).iter().filter_map(|name| find(name).here()).collect()
}

/// Keeps a text under a name. What is there and can't be read is put aside first.
fn keep(name: &str, text: &str) {
    if let Some(old) = store::get(name).filter(|old| !Kind::of(name).can_read(old)) {
        store::set(&aside_name(name, &old), &old);
    }
    store::set(name, text);
}

/// Every survey, the last changed first, on this day, in days since 1970-01-01. Those whose draft can't be read
/// come last: what was published of them and their answers are here.
pub fn summaries(today: u32) -> Vec<Summary> {
    let summary = |draft: Draft, has_draft: bool| {
        let id = draft.id();
        let versions = versions(&draft);
        let newest = versions.last();
        let to_delete = |survey: &&Survey| survey.is_to_be_deleted(today) && count_all(id) > 0;
        Summary {
            id,
            title: draft.content().title.trim().to_owned(),
            questions: draft.content().questions.iter().filter(|q| q.kind.asks()).count(),
            changed_at: draft.changed_at(),
            // One that can't be read was published all the same.
            version: newest.map(|survey| survey.version).or_else(|| {
                let published = draft.content().published.last()?;
                (unreadable_versions(id) > 0).then_some(published.version)
            }),
            responses: removed::count(id),
            closes: newest.and_then(|survey| survey.closes),
            due: newest.filter(to_delete).and_then(|survey| survey.notice.keep_until),
            has_draft,
        }
    };
    let drafts = find_all("draft/").into_iter();
    let mut all: Vec<Summary> = drafts.map(|draft| summary(draft, true)).collect();
    all.sort_by_key(|summary| core::cmp::Reverse(summary.changed_at));
    let mut others = ids();
    all.iter().for_each(|summary| _ = others.remove(&summary.id));
    all.extend(others.into_iter().filter_map(stand_in).map(|draft| summary(draft, false)));
    all
}

/// True where there is no survey.
pub fn is_empty() -> bool {
    ids().is_empty()
}

/// Every survey that there is anything of.
fn ids() -> BTreeSet<SurveyId> {
    let names = ["draft", "key", "survey", "answer", "withdrawn", "waiting"].map(store::names);
    let id = |name: &String| SurveyId::parse(name.split('/').nth(1)?);
    names.iter().flatten().filter_map(id).collect()
}

/// What stands for a draft that can't be read: see [`Draft::stand_in`].
pub fn stand_in(id: SurveyId) -> Option<Draft> {
    let has = |kind| !store::names(&start_of(kind, id)).is_empty();
    Draft::stand_in(id, &find_all(&start_of("survey", id)), has("answer") || has("waiting"))
}

/// A draft made again from what was published, for `author`, who is new: see [`Draft::again`].
pub fn draft_again(id: SurveyId, author: Author, at: u64) -> Option<Draft> {
    Draft::again(author, at, &find_all(&start_of("survey", id)))
}

/// Takes a draft back that the browser refused to keep: what was there, readable or not, stays.
pub fn take_back_draft(id: SurveyId) {
    store::give_up(&[draft_name(id)]);
}

/// Everything of ours that can't be read.
pub fn unread() -> Vec<Unread> {
    let names = store::names("").into_iter();
    let texts = names.filter_map(|name| Some((store::get(&name)?, name)));
    texts
        .filter(|(text, name)| !Kind::of(name).can_read(text))
        .map(|(text, name)| Unread { name, text: text.to_string() })
        .collect()
}

/// Takes something out of storage for good, once a person has a file of it.
pub fn forget(unread: &Unread) {
    store::remove(&unread.name);
    json_storage::remove(&[ROOT, &unread.name].concat());
}

/// A draft.
pub fn draft(id: SurveyId) -> Found<Draft> {
    find(&draft_name(id))
}

/// True for the name of a draft's record.
pub fn is_draft(name: &str, id: SurveyId) -> bool {
    name == draft_name(id)
}

/// True for the name of the record of one of a survey's versions.
pub fn is_version(name: &str, id: SurveyId) -> bool {
    name.starts_with(&start_of("survey", id))
}

/// True for the name of the record of a survey's answer, also of one that waits or is removed.
pub fn is_answer(name: &str, id: SurveyId) -> bool {
    ["answer", "removed", "waiting"].iter().any(|kind| name.starts_with(&start_of(kind, id)))
}

/// Every published version of a survey: in the order in which its draft says that they were published,
/// those that it does not know of first. Two computers may both have published a version 2; both are here.
pub fn versions(draft: &Draft) -> Vec<Survey> {
    let mut all = all_versions(draft.id());
    let published = &draft.content().published;
    let place = |survey: &Survey| published.iter().position(|one| one.edition == survey.edition);
    all.sort_by_key(|survey| (place(survey), survey.version));
    all
}

/// What this survey is called: by its draft, or where that can't be read, by a version. Empty for none.
pub fn title(id: SurveyId) -> String {
    if let Found::Here(draft) = draft(id) {
        return draft.content().title.clone();
    }
    newest(&all_versions(id)).map(|survey| survey.title.clone()).unwrap_or_default()
}

/// Every version of a survey that is here, in no order. Needs no draft.
pub fn all_versions(id: SurveyId) -> Vec<Survey> {
    find_all(&start_of("survey", id))
}

/// How many published versions of a survey are here and can't be read.
pub fn unreadable_versions(id: SurveyId) -> usize {
    store::names(&start_of("survey", id)).len() - all_versions(id).len()
}

/// Keeps a published version, and the key that opens its answers.
pub fn save_version(survey: &Survey, key: &SecretKey) {
    save_key(survey.id, key);
    keep(&edition_name(survey.id, survey.edition), &wire::to_text(survey));
}

/// Takes a version back that the browser refused to keep.
pub fn take_back_version(survey: &Survey, key: &SecretKey) {
    store::give_up(&[edition_name(survey.id, survey.edition)]);
    take_back_key(survey.id, key);
}

/// Takes a key back that the browser refused to keep. One that was kept before stays.
pub fn take_back_key(id: SurveyId, key: &SecretKey) {
    store::give_up(&[key_name(id, &wire::to_text(key))]);
}

/// Every key of a survey: one, unless two computers each made their own.
pub fn keys(id: SurveyId) -> Vec<SecretKey> {
    find_all(&start_of("key", id))
}

/// True when there is a record of a key that can't be read.
pub fn has_unreadable_key(id: SurveyId) -> bool {
    let names = store::names(&format!("key/{id}"));
    names.iter().any(|name| find::<SecretKey>(name) == Found::Unreadable)
}

/// Keeps a survey's key.
pub fn save_key(id: SurveyId, key: &SecretKey) {
    let text = wire::to_text(key);
    keep(&key_name(id, &text), &text);
}

/// Reads a survey's responses into memory. Until then [`received`] finds none.
pub async fn load_received(id: SurveyId) -> Result<(), Failed> {
    store::load(&start_of("answer", id)).await
}

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
    store::names(&start_of("waiting", id)).len()
}

/// How many records of answers there are: those that count, that are removed, and that wait. They need not
/// be in memory.
pub fn count_all(id: SurveyId) -> usize {
    store::names(&start_of("answer", id)).len() + count_waiting(id)
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
    for start in [start, start_of("waiting", id), start_of("removed", id)] {
        store::names(&start).iter().for_each(|name| store::remove(name));
    }
}

/// The surveys for which sealed responses wait.
pub fn waited_for() -> BTreeSet<SurveyId> {
    let id = |name: &String| SurveyId::parse(name.split('/').nth(1)?);
    store::names("waiting/").iter().filter_map(id).collect()
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
fn responses(start: &str) -> Vec<ResponseId> {
    let response = |name: &String| ResponseId::parse(name.strip_prefix(start)?);
    store::names(start).iter().filter_map(response).collect()
}

/// Takes a survey away with all that hangs on it.
pub fn delete(id: SurveyId) {
    let draft = draft_name(id);
    store::set(&gone_name(&draft), "");
    store::remove(&draft);
    json_storage::remove(&[ROOT, &draft].concat());
    for kind in ["key", "survey", "answer", "withdrawn", "removed", "waiting"] {
        // Earlier releases named a key by its survey alone.
        let all = format!("{kind}/{id}");
        store::names(&all).iter().for_each(|name| store::remove(name));
        json_storage::names(&[ROOT, &all].concat()).iter().for_each(|n| json_storage::remove(n));
    }
}
