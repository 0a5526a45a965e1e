//! Small things that are only for this browser: when the last copy was saved, what the person wants to be
//! called, and who the tabs of this browser were. Lost, they are asked for again.

use crate::browser::{Failed, json_storage};
use crate::model::id::Author;
use crate::model::lessons::Lessons;
use crate::model::practice::{Scores, Unreadable};

const COPIED: &str = "ask-together/copied";
const NAME: &str = "ask-together/name";
/// Which rules of the advice were taught.
const TAUGHT: &str = "ask-together/taught";
/// The scores of practice.
const PRACTICE: &str = "ask-together/practice";

/// The authors that tabs of this browser were, the newest last.
const AUTHORS: &str = "ask-together/authors";
/// Most of them that are remembered.
const MOST_AUTHORS: usize = 500;

/// Who tabs of this browser were.
pub fn my_authors() -> Vec<Author> {
    let kept = json_storage::get(AUTHORS).ok().flatten().unwrap_or_default();
    kept.split(' ').filter_map(|number| number.parse().ok().map(Author)).collect()
}

/// Remembers who a tab is, so that later ones know its work for the same person's.
pub fn note_author(author: Author) {
    let mut all = my_authors();
    if all.contains(&author) {
        return;
    }
    all.push(author);
    let newest = &all[all.len().saturating_sub(MOST_AUTHORS)..];
    let text: Vec<String> = newest.iter().map(|author| author.0.to_string()).collect();
    let _ = json_storage::set(AUTHORS, &text.join(" "));
}

/// When the last copy was saved, in milliseconds since 1970.
pub fn copied_at() -> Option<u64> {
    json_storage::get(COPIED).ok()??.parse().ok()
}

/// Notes that a copy was saved now. If that can't be noted, the app only asks again.
pub fn note_copied(at: u64) {
    let _ = json_storage::set(COPIED, &at.to_string());
}

/// What the person at this browser wants to be called. Empty until they say.
pub fn my_name() -> String {
    json_storage::get(NAME).ok().flatten().unwrap_or_default()
}

/// Keeps that name.
pub fn set_my_name(name: &str) -> Result<(), Failed> {
    json_storage::set(NAME, name)
}

/// Which rules of the advice were taught to the person at this browser. Nothing where the browser keeps nothing: they
/// are taught once more.
pub fn lessons() -> Lessons {
    Lessons::read(&json_storage::get(TAUGHT).ok().flatten().unwrap_or_default())
}

/// Remembers that. If the browser refuses, they are taught once more.
pub fn set_lessons(lessons: &Lessons) {
    let _ = json_storage::set(TAUGHT, &lessons.write());
}

/// How the person at this browser did at practice. None yet is no score; what can't be read stays as it is.
pub fn practice() -> Result<Scores, Unreadable> {
    match json_storage::get(PRACTICE) {
        Ok(None) => Ok(Scores::default()),
        Ok(Some(text)) => Scores::read(&text),
        Err(_) => Err(Unreadable),
    }
}

/// Keeps that.
pub fn set_practice(scores: &Scores) -> Result<(), Failed> {
    json_storage::set(PRACTICE, &scores.write())
}

/// Forgets it.
pub fn clear_practice() {
    json_storage::remove(PRACTICE);
}
