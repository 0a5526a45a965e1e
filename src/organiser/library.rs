//! Where this browser keeps an organiser's work: one record for each draft, each published
//! version, each key, each response, and each response that was taken back.
//!
//! **Invariant:** what can't be read stays where it is, and is offered as a file. It is never
//! taken for empty and never written over.

use crate::browser::{Failed, json_storage as storage};
use crate::model::draft::{Draft, Held};
use crate::model::id::{ResponseId, SurveyId};
use crate::model::inbox::Received;
use crate::model::seal::SecretKey;
use crate::model::survey::Survey;
use crate::model::wire::{self, Backup, BackupSurvey, Packet};
use core::cell::RefCell;

const ROOT: &str = "ask-together/";
const COPIED: &str = "ask-together/copied";
const NAME: &str = "ask-together/name";

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
}

/// Something in storage that this version of the app can't read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    pub name: String,
    pub text: String,
}

fn draft_name(id: SurveyId) -> String {
    format!("{ROOT}draft/{id}")
}

fn key_name(id: SurveyId) -> String {
    format!("{ROOT}key/{id}")
}

fn version_name(id: SurveyId, version: u32) -> String {
    format!("{ROOT}survey/{id}/{version}")
}

fn received_name(id: SurveyId, response: ResponseId) -> String {
    format!("{ROOT}answer/{id}/{response}")
}

fn withdrawn_name(id: SurveyId, response: ResponseId) -> String {
    format!("{ROOT}withdrawn/{id}/{response}")
}

/// Everything that is kept under a name, or `None` when there is nothing or it can't be read.
fn read<T: Packet>(name: &str) -> Option<T> {
    wire::from_text(&storage::get(name).ok()??).ok()
}

fn read_all<T: Packet>(start: &str) -> Vec<T> {
    storage::names(start).iter().filter_map(|name| read(name)).collect()
}

/// Every survey, the last changed first.
pub fn summaries() -> Vec<Summary> {
    let summary = |draft: Draft| {
        let id = draft.id();
        let versions: Vec<Survey> = versions(id);
        Summary {
            id,
            title: draft.content().title.trim().to_owned(),
            questions: draft.content().questions.len(),
            changed_at: draft.changed_at(),
            version: versions.last().map(|survey| survey.version),
            responses: storage::names(&format!("{ROOT}answer/{id}/")).len(),
        }
    };
    let drafts: Vec<Draft> = read_all(&format!("{ROOT}draft/"));
    let mut all: Vec<Summary> = drafts.into_iter().map(summary).collect();
    all.sort_by_key(|summary| core::cmp::Reverse(summary.changed_at));
    all
}

/// Everything of ours that can't be read.
pub fn unread() -> Vec<Unread> {
    let is_readable = |name: &str, text: &str| match name[ROOT.len()..].split('/').next() {
        Some("draft") => wire::from_text::<Draft>(text).is_ok(),
        Some("key") => wire::from_text::<SecretKey>(text).is_ok(),
        Some("survey") => wire::from_text::<Survey>(text).is_ok(),
        Some("answer") => wire::from_text::<Received>(text).is_ok(),
        // The participant's own records, names of responses, and when the last copy was made.
        _ => true,
    };
    let names = storage::names(ROOT).into_iter();
    let texts = names.filter_map(|name| Some((storage::get(&name).ok()??, name)));
    texts
        .filter(|(text, name)| !is_readable(name, text))
        .map(|(text, name)| Unread { name, text })
        .collect()
}

/// Takes something out of storage for good, once a person has a file of it.
pub fn forget(unread: &Unread) {
    storage::remove(&unread.name);
}

/// A draft.
pub fn draft(id: SurveyId) -> Option<Draft> {
    read(&draft_name(id))
}

/// The draft that this tab wrote last.
struct Written {
    name: String,
    text: String,
    held: Held,
}

thread_local! {
    static WRITTEN: RefCell<Option<Written>> = const { RefCell::new(None) };
}

/// True when there is no record of a draft, readable or not.
pub fn is_gone(id: SurveyId) -> bool {
    matches!(storage::get(&draft_name(id)), Ok(None))
}

/// Keeps a draft. What another tab wrote meanwhile is merged in first, so neither is lost: see
/// [`merge_stored`].
pub fn save_draft(draft: &mut Draft) -> Result<(), Failed> {
    merge_stored(draft);
    write_draft(draft)
}

/// Merges in what is stored of this draft. True when there was something new in it: another tab
/// wrote that, or another screen of this one.
pub fn merge_stored(draft: &mut Draft) -> bool {
    let name = draft_name(draft.id());
    if holds_stored(draft, &name) {
        return false;
    }
    let Some(stored) = read::<Draft>(&name) else { return false };
    let is_new = stored.log().iter().any(|edit| !draft.has(edit));
    if is_new {
        draft.merge(stored.log().iter().cloned());
    }
    is_new
}

/// True when all that is stored is what this tab wrote last, and the draft holds it. So it is at
/// nearly every key, and then the stored draft need not be read: in a survey of 200 questions that
/// takes longer than all else there is to do.
fn holds_stored(draft: &Draft, name: &str) -> bool {
    WRITTEN.with_borrow(|written| {
        written.as_ref().filter(|written| written.name == name).is_some_and(|written| {
            let is_as_written =
                storage::get(name).is_ok_and(|text| text.as_ref() == Some(&written.text));
            is_as_written && draft.holds(&written.held)
        })
    })
}

/// Keeps a draft that holds all that is stored of it.
pub fn write_draft(draft: &Draft) -> Result<(), Failed> {
    let (name, text) = (draft_name(draft.id()), wire::to_text(draft));
    storage::set(&name, &text)?;
    WRITTEN.set(Some(Written { name, text, held: draft.held() }));
    Ok(())
}

/// True when this is the name of a draft's record: another tab wrote it.
pub fn is_draft(name: &str, id: SurveyId) -> bool {
    name == draft_name(id)
}

/// Every published version of a survey, oldest first.
pub fn versions(id: SurveyId) -> Vec<Survey> {
    let mut all: Vec<Survey> = read_all(&format!("{ROOT}survey/{id}/"));
    all.sort_by_key(|survey| survey.version);
    all
}

/// Keeps a published version.
pub fn save_version(survey: &Survey) -> Result<(), Failed> {
    storage::set(&version_name(survey.id, survey.version), &wire::to_text(survey))
}

/// The key that opens a survey's answers.
pub fn key(id: SurveyId) -> Option<SecretKey> {
    read(&key_name(id))
}

/// True when there is a record of a key, readable or not. Then no new one is made: it would leave
/// the answers that were sealed to the old one shut for good.
pub fn has_key(id: SurveyId) -> bool {
    !matches!(storage::get(&key_name(id)), Ok(None))
}

/// Keeps a survey's key.
pub fn save_key(id: SurveyId, key: &SecretKey) -> Result<(), Failed> {
    storage::set(&key_name(id), &wire::to_text(key))
}

/// Every response to a survey, in the order they came in.
pub fn received(id: SurveyId) -> Vec<Received> {
    let mut all: Vec<Received> = read_all(&format!("{ROOT}answer/{id}/"));
    all.sort_by_key(|received| (received.at, received.response.id));
    all
}

/// One response.
pub fn find_received(id: SurveyId, response: ResponseId) -> Option<Received> {
    read(&received_name(id, response))
}

/// Keeps a response, in place of an older one of the same person.
pub fn save_received(received: &Received) -> Result<(), Failed> {
    let response = &received.response;
    storage::set(&received_name(response.survey, response.id), &wire::to_text(received))
}

/// Takes a response away for good, and remembers its id. The id first: a response that is gone but
/// not remembered could come in again.
pub fn withdraw(id: SurveyId, response: ResponseId) -> Result<(), Failed> {
    storage::set(&withdrawn_name(id, response), "")?;
    storage::remove(&received_name(id, response));
    Ok(())
}

/// True when a person took this response back.
pub fn is_withdrawn(id: SurveyId, response: ResponseId) -> bool {
    // A record that can't be read still says that it is one.
    !matches!(storage::get(&withdrawn_name(id, response)), Ok(None))
}

/// Every response that was taken back.
pub fn withdrawn(id: SurveyId) -> Vec<ResponseId> {
    let start = format!("{ROOT}withdrawn/{id}/");
    let response = |name: &String| u64::from_str_radix(name.strip_prefix(&start)?, 16).ok();
    storage::names(&start).iter().filter_map(response).map(ResponseId).collect()
}

/// Takes a survey away with all that hangs on it.
pub fn delete(id: SurveyId) {
    storage::remove(&draft_name(id));
    storage::remove(&key_name(id));
    for kind in ["survey", "answer", "withdrawn"] {
        for name in storage::names(&format!("{ROOT}{kind}/{id}/")) {
            storage::remove(&name);
        }
    }
}

/// Everything there is, for a copy.
pub fn backup() -> Backup {
    let survey = |draft: Draft| {
        let id = draft.id();
        BackupSurvey {
            key: key(id),
            versions: versions(id),
            received: received(id),
            withdrawn: withdrawn(id),
            waiting: Vec::new(),
            draft,
        }
    };
    let drafts: Vec<Draft> = read_all(&format!("{ROOT}draft/"));
    Backup { surveys: drafts.into_iter().map(survey).collect(), photos: Vec::new() }
}

/// Puts a copy back. Adds what is missing and merges drafts: nothing that is here is lost but the
/// responses that people took back, here or where the copy was made.
pub fn restore(backup: Backup) -> Result<(), Failed> {
    for BackupSurvey { mut draft, key, versions, received, withdrawn, .. } in backup.surveys {
        let id = draft.id();
        if let Some(key) = key.filter(|_| !has_key(id)) {
            save_key(id, &key)?;
        }
        for survey in versions {
            save_version(&survey)?;
        }
        for response in withdrawn {
            withdraw(id, response)?;
        }
        let stays = |received: &Received| !is_withdrawn(id, received.response.id);
        for received in received.into_iter().filter(stays) {
            let held = find_received(id, received.response.id);
            let is_newer = |held: &Received| held.response.revision < received.response.revision;
            if held.as_ref().is_none_or(is_newer) {
                save_received(&received)?;
            }
        }
        save_draft(&mut draft)?;
    }
    Ok(())
}

/// When the last copy was saved, in milliseconds since 1970.
pub fn copied_at() -> Option<u64> {
    storage::get(COPIED).ok()??.parse().ok()
}

/// Notes that a copy was saved now. If that can't be noted, the app only asks again.
pub fn note_copied(at: u64) {
    let _ = storage::set(COPIED, &at.to_string());
}

/// What the person at this browser wants to be called. Empty until they say.
pub fn my_name() -> String {
    storage::get(NAME).ok().flatten().unwrap_or_default()
}

/// Keeps that name.
pub fn set_my_name(name: &str) -> Result<(), Failed> {
    storage::set(NAME, name)
}
