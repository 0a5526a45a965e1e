//! What a page has with no internet: whether a worker answers for it, and which files that has kept.
//!
//! Absent: keeping them, which the worker does with each picture that a page fetches through it.

use super::wait::within;
use super::window;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;

/// Milliseconds in which a browser looks.
const PATIENCE: i32 = 5_000;

/// True once a worker answers for this page. Never in a browser that has none, or refuses it.
pub fn has_worker() -> bool {
    let workers = Reflect::get(&window().navigator(), &"serviceWorker".into());
    let worker = workers.and_then(|workers| Reflect::get(&workers, &"controller".into()));
    worker.is_ok_and(|worker| worker.is_object())
}

/// True once this file is kept.
pub async fn is_kept(address: &str) -> bool {
    let Some(asked) = ask(address) else { return false };
    within(PATIENCE, &asked).await.is_ok_and(|found| found.is_object())
}

fn ask(address: &str) -> Option<Promise> {
    let caches = Reflect::get(&window(), &"caches".into()).ok()?;
    let find: Function = Reflect::get(&caches, &"match".into()).ok()?.dyn_into().ok()?;
    find.call1(&caches, &address.into()).ok()?.dyn_into().ok()
}
