//! Opening the records when the program starts: from the database, with what text storage holds.
//!
//! Drafts are in both, since each may have what the other lost: a database can be refused or emptied, and
//! text storage reaches the disk late. What the two hold is merged. Everything else that is found in text
//! storage was kept there by an earlier release: it is moved once, read back, and only then removed.

use super::writing::{note_stamp, put, stamp};
use super::{Entry, Place, RECORDS, SHELF, STAMP, TABS, hear, with};
use crate::browser::tabs::Tabs;
use crate::browser::{Failed, database, json_storage};
use crate::model::records::{Kind, Since, aside_name, have_texts_to_do};
use crate::organiser::library::{self, ROOT};
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What there is to tell once the records are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// True when the database was emptied since the last visit: drafts are back from text storage, but
    /// keys, published versions and answers are not.
    pub was_emptied: bool,
}

/// The start of the names of records that are only read when their survey is opened.
const LATER: &str = "answer/";

type Entries = BTreeMap<String, Entry>;

/// A record that text storage holds and the database lacks, at least as it is.
struct Moved {
    name: String,
    /// What it is called in text storage. `None` for what was put aside.
    old: Option<String>,
}

/// Opens the records. Fails when they are in a database that can't be read now: there may be everything in
/// it, so nobody is to go on as if there were nothing.
pub async fn open() -> Result<Opened, Failed> {
    let was_here = json_storage::get(&text_name(STAMP)).ok().flatten().is_some();
    match read().await {
        Ok((entries, stamp)) => {
            let was_emptied = stamp.is_none() && was_here;
            open_database(entries, stamp).await;
            Ok(Opened { was_emptied })
        }
        Err(why) if have_texts_to_do(database::is_there(), was_here, why.is_silence()) => {
            open_texts();
            Ok(Opened::default())
        }
        Err(why) => Err(why),
    }
}

async fn read() -> Result<(Entries, Option<String>), Failed> {
    let unread = RECORDS.names(LATER).await?.into_iter().map(|name| (name, Entry::default()));
    let mut entries: Entries = unread.collect();
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Answer) {
        for (name, text) in RECORDS.all(kind.start()).await? {
            let text: Rc<str> = text.into();
            entries.insert(
                name,
                Entry { text: Some(text.clone()), on_disk: Some(text), reads: false },
            );
        }
    }
    let stamp = RECORDS.find(&[STAMP.to_owned()]).await?.pop().flatten();
    Ok((entries, stamp))
}

async fn open_database(mut entries: Entries, stamp: Option<String>) {
    let moved = from_texts(&mut entries);
    let is_new = stamp.is_none();
    let stamp: Result<Rc<str>, Failed> = match stamp {
        Some(stamp) if moved.is_empty() => Ok(stamp.into()),
        _ => move_in(&mut entries, &moved).await,
    };
    if let Ok(stamp) = &stamp {
        note_stamp(stamp);
    }
    let names: Vec<String> = moved.into_iter().map(|moved| moved.name).collect();
    let tabs = Tabs::join(TABS, |lines| spawn_local(hear(lines))).ok();
    if let (Some(tabs), Ok(_)) = (&tabs, &stamp) {
        let new = is_new.then_some(STAMP);
        let lines: Vec<&str> = names.iter().map(String::as_str).chain(new).collect();
        if !lines.is_empty() {
            tabs.tell(&lines.join("\n"));
        }
    }
    with(|shelf| {
        shelf.place = Place::Database;
        shelf.entries = entries;
        shelf.tabs = tabs;
        match stamp {
            Ok(stamp) => shelf.stamp = Some(stamp),
            // All that can be read is here. What could not be written waits.
            Err(why) => {
                shelf.waiting = names;
                shelf.refused = Some(why);
            }
        }
    });
}

/// Writes what the database lacks, as one with what another tab has just written, and forgets it in text
/// storage once it can be read back. Comes back with the stamp.
async fn move_in(entries: &mut Entries, moved: &[Moved]) -> Result<Rc<str>, Failed> {
    let writing = RECORDS.write().await?;
    for Moved { name, .. } in moved {
        let entry = entries.get(name).cloned().unwrap_or_default();
        let stored = writing.get(name).await?;
        put(&writing, (name.clone(), stored), &entry, Since::Begun)?;
    }
    let stored = writing.get(STAMP).await?;
    let stamp = stamp(&writing, stored)?;
    writing.done().await?;
    let names: Vec<String> = moved.iter().map(|moved| moved.name.clone()).collect();
    let found = RECORDS.find(&names).await?;
    for (Moved { name, old }, found) in moved.iter().zip(found) {
        match found {
            Some(text) => {
                let text: Rc<str> = text.into();
                let entry = Entry { text: Some(text.clone()), on_disk: Some(text), reads: false };
                entries.insert(name.clone(), entry);
            }
            // Another tab deleted it for good.
            None => _ = entries.remove(name),
        }
        if let Some(old) = old.as_ref().filter(|_| Kind::of(name) != Kind::Draft) {
            json_storage::remove(&text_name(old));
        }
    }
    Ok(stamp)
}

/// Takes in what text storage holds. Comes back with what the database lacks of it.
fn from_texts(entries: &mut Entries) -> Vec<Moved> {
    let mut moved = Vec::new();
    let mut put = |entries: &mut Entries, name: String, old: Option<String>, text: String| {
        entries.entry(name.clone()).or_default().text = Some(text.into());
        moved.push(Moved { name, old });
    };
    for (old, text) in texts() {
        let kind = Kind::of(&old);
        if kind == Kind::Draft && entries.contains_key(&library::gone_name(&old)) {
            // It was deleted for good, and text storage had not heard of it when the browser ended.
            json_storage::remove(&text_name(&old));
            continue;
        }
        let name = library::name_now(&old, &text);
        match entries.get(&name).map(|entry| entry.text.clone()) {
            // Also where the database has one that is read later: the two become one when it is moved.
            None | Some(None) => put(entries, name, Some(old), text),
            Some(Some(stored)) if *stored == *text => {
                if kind != Kind::Draft {
                    json_storage::remove(&text_name(&old));
                }
            }
            Some(Some(stored)) => {
                let both = kind.merge(&text, &stored);
                if let Some(aside) = both.aside {
                    put(entries, aside_name(&name, &aside), None, aside);
                }
                put(entries, name, Some(old), both.text);
            }
        }
    }
    moved
}

/// Every record in text storage, by the name that it has in the database.
fn texts() -> Vec<(String, String)> {
    let names = json_storage::names(ROOT).into_iter();
    let text = |full: String| {
        let name = full.strip_prefix(ROOT)?.to_owned();
        (Kind::of(&name) != Kind::Other).then_some(())?;
        Some((name, json_storage::get(&full).ok()??))
    };
    names.filter_map(text).collect()
}

/// Where there is no database.
fn open_texts() {
    let entry = |text: String| Entry { text: Some(text.into()), on_disk: None, reads: false };
    let entries = texts().into_iter().map(|(name, text)| (name, entry(text))).collect();
    SHELF.with_borrow_mut(|shelf| {
        shelf.place = Place::Text;
        shelf.entries = entries;
    });
}

/// What a record is called in text storage, which other programs of this host share.
pub(super) fn text_name(name: &str) -> String {
    [ROOT, name].concat()
}
