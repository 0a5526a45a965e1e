//! Writing what waits: one batch after the other, each whole or not at all.
//!
//! What another tab wrote meanwhile is merged in the same transaction, and what the browser emptied is
//! written back.

use super::opening::text_name;
use super::{Entry, News, Place, RECORDS, STAMP, get, tell_news, tell_state, with};
use crate::browser::records::Batch;
use crate::browser::{Failed, json_storage, random};
use crate::model::records::{self, Kind, Put, Since, aside_name};
use leptos::task::spawn_local;
use std::rc::Rc;

pub(super) fn write_soon() {
    let begins = with(|shelf| !core::mem::replace(&mut shelf.is_writing, true));
    if begins {
        tell_state();
        spawn_local(write());
    }
}

/// Writes what waits, until nothing does.
pub(super) async fn write() {
    loop {
        let (batch, place) = with(|shelf| {
            shelf.writing = core::mem::take(&mut shelf.waiting);
            (shelf.writing.clone(), shelf.place)
        });
        let written = match place {
            Place::Database => write_batch(&batch).await,
            Place::Text => write_texts(&batch),
        };
        let goes_on = with(|shelf| {
            shelf.writing.clear();
            if written.is_err() {
                let missed = batch.into_iter().filter(|name| !shelf.waiting.contains(name));
                shelf.waiting =
                    missed.collect::<Vec<_>>().into_iter().chain(shelf.waiting.drain(..)).collect();
            }
            let goes_on = written.is_ok() && !shelf.waiting.is_empty();
            shelf.refused = written.err();
            shelf.is_writing = goes_on;
            goes_on
        });
        if !goes_on {
            break;
        }
    }
    tell_state();
}

/// Where there is no database.
fn write_texts(batch: &[String]) -> Result<(), Failed> {
    for name in batch {
        match get(name) {
            Some(text) => json_storage::set(&text_name(name), &text)?,
            None => json_storage::remove(&text_name(name)),
        }
    }
    Ok(())
}

/// One record that is on the disk now.
pub(super) struct Written {
    name: String,
    /// What it says on the disk now.
    text: Option<Rc<str>>,
    /// True when that is what this tab wanted to write, and nothing of another tab's.
    is_ours: bool,
}

/// Puts a record on the disk, as one with what another tab has put there meanwhile, which is `stored`.
pub(super) fn put(
    writing: &Batch,
    (name, stored): (String, Option<String>),
    entry: &Entry,
    since: Since,
) -> Result<Written, Failed> {
    let (ours, known) = (entry.text.as_deref(), entry.on_disk.as_deref());
    let text = match records::put(Kind::of(&name), ours, known, stored.as_deref(), since) {
        Put::Ours => entry.text.clone(),
        Put::Gone => None,
        Put::Both(both) => {
            if let Some(aside) = both.aside {
                writing.set(&aside_name(&name, &aside), Some(&aside))?;
            }
            Some(both.text.into())
        }
    };
    writing.set(&name, text.as_deref())?;
    let is_ours = text == entry.text;
    Ok(Written { name, text, is_ours })
}

/// The stamp in the storage. Where there is none, a new one: a tab that finds the one which it knew no
/// more has to put back what only it holds.
pub(super) fn stamp(writing: &Batch, stored: Option<String>) -> Result<Rc<str>, Failed> {
    if let Some(stored) = stored {
        return Ok(stored.into());
    }
    let stamp = u64::from_be_bytes(random::bytes()).to_string();
    writing.set(STAMP, Some(&stamp))?;
    Ok(stamp.into())
}

/// Where there is no text storage, nobody can tell later that the database was emptied.
pub(super) fn note_stamp(stamp: &str) {
    let _ = json_storage::set(&text_name(STAMP), stamp);
}

async fn write_batch(batch: &[String]) -> Result<(), Failed> {
    let writing = RECORDS.write().await?;
    let known = with(|shelf| shelf.stamp.clone());
    let stored = writing.get(STAMP).await?;
    let since = records::since(known.as_deref(), stored.as_deref());
    let is_emptied = since == Since::Emptied;
    let names = if is_emptied { all_names(batch) } else { batch.to_vec() };
    let mut all = Vec::new();
    let found = writing.find(&names).await?;
    for (name, stored) in names.into_iter().zip(found) {
        let entry = with(|shelf| shelf.entries.get(&name).cloned()).unwrap_or_default();
        all.push(put(&writing, (name, stored), &entry, since)?);
    }
    let lost = if is_emptied { lost(&writing).await? } else { Vec::new() };
    let stamp = stamp(&writing, stored)?;
    writing.done().await?;
    if known.as_ref() != Some(&stamp) {
        note_stamp(&stamp);
    }
    with(|shelf| {
        shelf.stamp = Some(stamp);
        shelf.entries.retain(|name, _| !lost.contains(name));
    });
    note(all);
    if is_emptied {
        tell_news(News::Emptied { lost: lost.len() });
    }
    Ok(())
}

/// The names of all that is in memory, and of what this batch deletes.
fn all_names(batch: &[String]) -> Vec<String> {
    with(|shelf| {
        let here = shelf.entries.iter().filter(|(_, entry)| entry.text.is_some());
        let here = here.map(|(name, _)| name);
        let deleted = batch.iter().filter(|name| !shelf.entries.contains_key(*name));
        here.chain(deleted).cloned().collect()
    })
}

/// What was only on the disk, and is not there any more. Another tab may have put some of it back.
async fn lost(writing: &Batch) -> Result<Vec<String>, Failed> {
    let unread: Vec<String> = with(|shelf| {
        let unread = shelf.entries.iter().filter(|(_, entry)| entry.text.is_none());
        unread.map(|(name, _)| name.clone()).collect()
    });
    let mut lost = Vec::new();
    for name in unread {
        if writing.get(&name).await?.is_none() {
            lost.push(name);
        }
    }
    Ok(lost)
}

/// Notes what the disk holds now, and tells the other tabs, and this one of what came from them. What was
/// changed here while the batch was on its way holds too.
fn note(written: Vec<Written>) {
    let lines: Vec<String> = written.iter().map(|written| written.name.clone()).collect();
    let news: Vec<String> = with(|shelf| {
        shelf.writing.clear();
        if let Some(tabs) = shelf.tabs.as_ref().filter(|_| !lines.is_empty()) {
            tabs.tell(&lines.join("\n"));
        }
        let news = |Written { name, text, is_ours }: Written| {
            if is_ours {
                // Nearly always. What was typed since then needs no merging: it follows from this.
                shelf.entries.entry(name).and_modify(|entry| entry.on_disk = text);
                return None;
            }
            shelf.take_in(&name, text).then_some(name)
        };
        written.into_iter().filter_map(news).collect()
    });
    if !news.is_empty() {
        tell_news(News::Changed(news));
    }
}
