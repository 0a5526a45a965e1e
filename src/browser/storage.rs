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

/// Keeps text for this tab alone, until it is closed. Where nothing is kept, nothing is.
pub fn pass_on(name: &str, text: &str) {
    if let Ok(Some(tab)) = window().session_storage() {
        let _ = tab.set_item(&full(name), text);
    }
}

/// What was kept for this tab. Empty for nothing.
pub fn passed_on(name: &str) -> String {
    let kept = window().session_storage().ok().flatten();
    kept.and_then(|tab| tab.get_item(&full(name)).ok().flatten()).unwrap_or_default()
}

fn local() -> Result<Storage, Failed> {
    window().local_storage()?.ok_or_else(|| Failed("none".into()))
}
