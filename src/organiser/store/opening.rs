//! Opening the records when the program starts: from the database, with what text storage holds.
//!
//! Drafts are in both, since each may have what the other lost: a database can be refused or emptied, and
//! text storage reaches the disk late. What the two hold is merged. Everything else that is found in text
//! storage was kept there by an earlier release: it is moved once, read back, and only then removed.

use super::{Entry, Place, RECORDS, SHELF, STAMP, TABS, hear, with};
use crate::browser::tabs::Tabs;
use crate::browser::{Failed, json_storage, random};
use crate::model::records::{Kind, aside_name};
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

/// Opens the records.
pub async fn open() -> Opened {
    match open_database().await {
        Ok(opened) => opened,
        Err(_) => {
            open_texts();
            Opened::default()
        }
    }
}

async fn open_database() -> Result<Opened, Failed> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    // In two pieces, around the answers.
    for name in RECORDS.names(LATER).await? {
        entries.insert(name, Entry::default());
    }
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Answer) {
        for (name, text) in RECORDS.all(kind.start()).await? {
            let text: Rc<str> = text.into();
            entries.insert(name, Entry { text: Some(text.clone()), on_disk: Some(text) });
        }
    }
    let stamp = RECORDS.find(&[STAMP.to_owned()]).await?.pop().flatten();
    let was_here = json_storage::get(&text_name(STAMP)).ok().flatten().is_some();
    let was_emptied = stamp.is_none() && was_here;
    let is_new = stamp.is_none();
    let stamp = stamp.unwrap_or_else(|| u64::from_be_bytes(random::bytes()).to_string());

    let moved = from_texts(&mut entries);
    let writing = RECORDS.write().await?;
    for name in &moved {
        let text = entries.get(name).and_then(|entry| entry.text.clone());
        writing.set(name, text.as_deref())?;
    }
    if is_new {
        writing.set(STAMP, Some(&stamp))?;
    }
    writing.done().await?;
    let found = RECORDS.find(&moved).await?;
    for (name, found) in moved.iter().zip(found) {
        let Some(entry) = entries.get_mut(name) else { continue };
        entry.on_disk = found.map(Rc::from);
        let is_kept = entry.on_disk.is_some() && entry.on_disk == entry.text;
        if is_kept && Kind::of(name) != Kind::Draft {
            json_storage::remove(&text_name(name));
        }
    }
    // Where there is no text storage, nobody can tell later that the database was emptied.
    let _ = json_storage::set(&text_name(STAMP), &stamp);
    let tabs = Tabs::join(TABS, |lines| spawn_local(hear(lines))).ok();
    with(|shelf| {
        shelf.place = Place::Database;
        shelf.entries = entries;
        shelf.stamp = stamp.into();
        shelf.tabs = tabs;
    });
    Ok(Opened { was_emptied })
}

/// Takes in what text storage holds. Comes back with the names of what the database lacks of it.
fn from_texts(entries: &mut BTreeMap<String, Entry>) -> Vec<String> {
    let mut changed = Vec::new();
    let mut put = |entries: &mut BTreeMap<String, Entry>, name: String, text: String| {
        entries.entry(name.clone()).or_default().text = Some(text.into());
        changed.push(name);
    };
    for (name, text) in texts() {
        let kind = Kind::of(&name);
        if kind == Kind::Draft && entries.contains_key(&library::gone_name(&name)) {
            // It was deleted for good, and text storage had not heard of it when the browser ended.
            json_storage::remove(&text_name(&name));
            continue;
        }
        let name = library::name_now(&name, &text);
        match entries.get(&name) {
            None => put(entries, name, text),
            // Known to be there, and read later: nothing is moved over it.
            Some(Entry { text: None, .. }) => {}
            Some(Entry { text: Some(stored), .. }) if **stored == *text => {}
            Some(Entry { text: Some(stored), .. }) => {
                let both = kind.merge(&text, stored);
                if let Some(aside) = both.aside {
                    put(entries, aside_name(&name, &aside), aside);
                }
                put(entries, name, both.text);
            }
        }
    }
    changed
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
    let entry = |text: String| Entry { text: Some(text.into()), on_disk: None };
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
