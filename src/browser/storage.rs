//! Text kept in this browser, for the participant's program.
//!
//! Straight on web-sys: gloo-storage would bring a JSON reader to every phone. Every failure is
//! told, since browsers refuse storage in private windows and when it is full.

use super::folder::full;
use super::{Failed, window};
use web_sys::Storage;

/// What was kept under this name.
pub fn get(name: &str) -> Result<Option<String>, Failed> {
    Ok(local()?.get_item(&full(name))?)
}

/// Keeps text under this name, in place of what was there.
pub fn set(name: &str, text: &str) -> Result<(), Failed> {
    Ok(local()?.set_item(&full(name), text)?)
}

/// Forgets what was kept under this name.
pub fn remove(name: &str) -> Result<(), Failed> {
    Ok(local()?.remove_item(&full(name))?)
}

fn local() -> Result<Storage, Failed> {
    window().local_storage()?.ok_or_else(|| Failed("none".into()))
}
