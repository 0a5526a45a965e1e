//! What this browser keeps of an organiser's work: a record for each draft, each published edition, each
//! key, each response, each sealed response that waits, and each response that was taken back or removed.
//!
//! **Invariants:** absent and unreadable are different values. What can't be read stays where it is, and
//! is offered as a file; what takes its name puts it aside first. It is never taken for empty and never
//! written over.
//!
//! Absent: how records reach the disk (see [`store`]).

mod answers;
mod changes;
mod copies;
mod drafts;
mod invited;
mod missing;
mod names;
mod receipts;
mod removed;
mod reports;
mod settings;
mod templates;
mod typing;
mod words;
mod work;

pub use answers::{
    all_received, count_all, count_waiting, find_received, forget_answers, forget_waiting,
    has_many, is_received_read, is_waiting, is_withdrawn, load_received, received_and_unread,
    save_received, save_waiting, some_received, waited_for, waiting, withdraw, withdrawn,
};
pub use changes::{all_changes, changes, is_changes, save_changes};
pub use copies::{backup, restore};
pub use drafts::{is_full, is_gone, merge_stored, save_draft, write_draft};
pub use invited::{all_invited, forget_invited, invited, restore_invited, save_invited};
pub use missing::{plan, plans, save_plan, take_back_plan};
pub use names::{gone_name, name_now};
pub use receipts::{all_receipts, note_receipt, receipts, restore_receipts};
pub use removed::{
    count, forget_removed, is_removed, put_back, remove, removed, take_back_removal, waiting_now,
};
pub use reports::{is_report, report, reports, save_report, take_back_report};
pub use settings::{
    clear_practice, copied_at, give_to, lessons, my_authors, my_name, note_author, note_copied,
    note_give_to, note_short_link, practice, practice_turn, set_lessons, set_my_name, set_practice,
    set_practice_turn, short_link,
};
pub use templates::{remove_template, save_template, take_back_template, template, templates};
pub use typing::{forget_typing, has_typing, save_typing, typing};
pub use words::{all_drafts, is_words, save_words, words};
pub use work::{is_work, restore_work, save_work, work};

use super::store;
use crate::browser::json_storage;
use crate::model::draft::{Draft, newest};
use crate::model::id::{Author, SurveyId};
use crate::model::records::{Kind, aside_name};
use crate::model::seal::SecretKey;
use crate::model::survey::Survey;
use crate::model::wire::{self, Packet};
use names::{draft_name, edition_name, key_name, start_of};
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
    let kinds = ["draft/", "key/", "survey/", "answer/", "withdrawn/", "waiting/"];
    kinds.iter().flat_map(|kind| store::parts(kind)).filter_map(|id| SurveyId::parse(&id)).collect()
}

/// What stands for a draft that can't be read: see [`Draft::stand_in`].
pub fn stand_in(id: SurveyId) -> Option<Draft> {
    let has = |kind| !store::parts(&start_of(kind, id)).is_empty();
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
    let unread = store::unreadable("", |name, text| Kind::of(name).can_read(text));
    unread.into_iter().map(|(name, text)| Unread { name, text: text.to_string() }).collect()
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

/// Takes a survey away with all that hangs on it.
pub fn delete(id: SurveyId) {
    let draft = draft_name(id);
    store::set(&gone_name(&draft), "");
    store::remove(&draft);
    json_storage::remove(&[ROOT, &draft].concat());
    settings::forget_survey(id);
    let kinds = [
        "key",
        "survey",
        "answer",
        "withdrawn",
        "removed",
        "waiting",
        "invited",
        "work",
        "typing",
        "changes",
        "report",
        "missing",
        "receipts",
    ];
    for kind in kinds {
        // Earlier releases named a key by its survey alone.
        let all = format!("{kind}/{id}");
        store::names(&all).iter().for_each(|name| store::remove(name));
        json_storage::names(&[ROOT, &all].concat()).iter().for_each(|n| json_storage::remove(n));
    }
}
