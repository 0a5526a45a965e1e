//! Text kept in this browser, for the organiser's program, by gloo-storage.
//!
//! gloo keeps JSON, so each text stands in quotes. Every failure is told to the caller: nothing
//! that can't be read is ever taken for empty.

use super::folder::{full, own};
use super::{Failed, window};
use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, SessionStorage, Storage};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// True where the browser keeps anything. gloo takes that for granted, and browsers that block
/// storage would stop the program; so every call here asks first.
pub fn is_there() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}

fn ask_first() -> Result<(), Failed> {
    if is_there() { Ok(()) } else { Err(Failed("no storage".into())) }
}

/// What was kept under this name. Text that is not ours is given back as it stands.
pub fn get(name: &str) -> Result<Option<String>, Failed> {
    ask_first()?;
    let name = full(name);
    match LocalStorage::get(&name) {
        Ok(text) => Ok(Some(text)),
        Err(StorageError::KeyNotFound(_)) => Ok(None),
        Err(StorageError::SerdeError(_)) => Ok(LocalStorage::raw().get_item(&name)?),
        Err(StorageError::JsError(error)) => Err(Failed(error.to_string())),
    }
}

/// Keeps text under this name, in place of what was there.
pub fn set(name: &str, text: &str) -> Result<(), Failed> {
    ask_first()?;
    LocalStorage::set(full(name), text).map_err(|error| Failed(error.to_string()))
}

/// Forgets what was kept under this name.
pub fn remove(name: &str) {
    if is_there() {
        LocalStorage::delete(full(name));
    }
}

/// Every name that starts so, in the browser's order.
pub fn names(start: &str) -> Vec<String> {
    if !is_there() {
        return Vec::new();
    }
    let storage = LocalStorage::raw();
    let name = |place| own(&storage.key(place).ok()??).map(str::to_owned);
    (0..LocalStorage::length()).filter_map(name).filter(|name| name.starts_with(start)).collect()
}

/// Takes out what this tab keeps under a name.
pub fn take_for_tab(name: &str) -> Option<String> {
    if !is_there() {
        return None;
    }
    let name = full(name);
    let text = SessionStorage::get(&name).ok();
    SessionStorage::delete(&name);
    text
}

/// Keeps text for this tab, also when it is loaded again. A browser that refuses only makes undo
/// forget what was done before the reload.
pub fn set_for_tab(name: &str, text: &str) {
    if is_there() {
        let _ = SessionStorage::set(full(name), text);
    }
}

/// Calls back with the name of whatever another tab of this browser writes, for as long as the
/// page is open.
pub fn on_change_elsewhere(mut call: impl FnMut(String) + 'static) {
    let listener =
        Closure::<dyn FnMut(web_sys::StorageEvent)>::new(move |event: web_sys::StorageEvent| {
            if let Some(name) = event.key().as_deref().and_then(own) {
                call(name.to_owned());
            }
        });
    let _ = window().add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Asks the browser to keep this site's storage even when it is short of room. Safari and others
/// may empty it otherwise. Nobody waits for the answer: it changes nothing we do.
pub fn ask_to_keep() {
    let _ = window().navigator().storage().persist();
}
