//! Writing what waits: one batch after the other, each whole or not at all.
//!
//! What another tab wrote meanwhile is merged in the same transaction, and what the browser emptied is
//! written back.

use super::opening::text_name;
use super::{News, Place, RECORDS, STAMP, get, tell_news, tell_state, with};
use crate::browser::{Failed, json_storage};
use crate::model::records::{Kind, aside_name};
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
        let (batch, place) = with(|shelf| (core::mem::take(&mut shelf.waiting), shelf.place));
        let written = match place {
            Place::Database => write_batch(&batch).await,
            Place::Text => write_texts(&batch),
        };
        let goes_on = with(|shelf| {
            shelf.is_refused = written.is_err();
            if written.is_err() {
                let missed = batch.into_iter().filter(|name| !shelf.waiting.contains(name));
                shelf.waiting =
                    missed.collect::<Vec<_>>().into_iter().chain(shelf.waiting.drain(..)).collect();
            }
            let goes_on = written.is_ok() && !shelf.waiting.is_empty();
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
struct Written {
    name: String,
    /// What it says on the disk now.
    text: Option<Rc<str>>,
    /// True when that is what this tab wanted to write, and nothing of another tab's.
    is_ours: bool,
}

async fn write_batch(batch: &[String]) -> Result<(), Failed> {
    let writing = RECORDS.write().await?;
    let stamp = with(|shelf| shelf.stamp.clone());
    let is_emptied = writing.get(STAMP).await?.as_deref() != Some(&stamp);
    let names = if is_emptied { all_names() } else { batch.to_vec() };
    let mut all = Vec::new();
    for name in names {
        let entry = with(|shelf| shelf.entries.get(&name).cloned());
        let stored = if is_emptied { None } else { writing.get(&name).await? };
        let wanted = entry.as_ref().and_then(|entry| entry.text.clone());
        let known = entry.and_then(|entry| entry.on_disk);
        let text = match (wanted.clone(), stored) {
            // Another tab deleted it for good.
            (Some(_), None) if known.is_some() && !is_emptied => None,
            (Some(ours), Some(stored))
                if known.as_deref() != Some(&*stored) && *ours != *stored =>
            {
                let both = Kind::of(&name).merge(&ours, &stored);
                if let Some(aside) = both.aside {
                    writing.set(&aside_name(&name, &aside), Some(&aside))?;
                }
                Some(both.text.into())
            }
            (ours, _) => ours,
        };
        writing.set(&name, text.as_deref())?;
        let is_ours = text == wanted;
        all.push(Written { name, text, is_ours });
    }
    if is_emptied {
        writing.set(STAMP, Some(&stamp))?;
    }
    writing.done().await?;
    let lost = if is_emptied { forget_lost() } else { 0 };
    note(all);
    if is_emptied {
        tell_news(News::Emptied { lost });
    }
    Ok(())
}

/// The names of all that is in memory.
fn all_names() -> Vec<String> {
    with(|shelf| {
        let here = shelf.entries.iter().filter(|(_, entry)| entry.text.is_some());
        here.map(|(name, _)| name.clone()).collect()
    })
}

/// Forgets what was only on the disk, and counts it.
fn forget_lost() -> usize {
    with(|shelf| {
        let before = shelf.entries.len();
        shelf.entries.retain(|_, entry| entry.text.is_some());
        before - shelf.entries.len()
    })
}

/// Notes what the disk holds now, and tells the other tabs, and this one of what came from them. What was
/// changed here while the batch was on its way holds too.
fn note(written: Vec<Written>) {
    let lines: Vec<String> = written.iter().map(|written| written.name.clone()).collect();
    let news: Vec<String> = with(|shelf| {
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
    news.into_iter().for_each(|name| tell_news(News::Changed(name)));
}
