//! Small things that are only for this browser: when the last copy was saved, and what the person wants
//! to be called. Lost, they are asked for again.

use crate::browser::{Failed, json_storage};

const COPIED: &str = "ask-together/copied";
const NAME: &str = "ask-together/name";

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
