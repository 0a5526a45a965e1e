//! Everything the app asks of a browser: storage, files, sharing, the address, focus, time and
//! random bytes. Values in, values out.
//!
//! **Invariant:** the only folder that names web-sys, js-sys or gloo; and it knows nothing of
//! surveys.

pub mod clock;
pub mod database;
pub mod drag;
pub mod drawn;
pub mod dropped;
pub mod english;
pub mod fetch;
pub mod file;
pub mod folder;
pub mod json_storage;
pub mod keeping;
pub mod language;
pub mod later;
pub mod offline;
pub mod page;
pub mod peer;
pub mod photo_file;
pub mod photos;
pub mod presses;
pub mod random;
pub mod records;
pub mod scan;
pub mod share;
pub mod sound;
pub mod speech;
pub mod storage;
pub mod tabs;
pub mod turns;
pub mod wait;

use wasm_bindgen::JsValue;

/// What a browser said when it could not do something, for people who look into it.
/// Empty when it said nothing at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed(pub String);

impl Failed {
    /// True when the browser gave no answer.
    pub fn is_silence(&self) -> bool {
        self.0.is_empty()
    }

    /// True when the browser has no room left.
    pub fn is_full(&self) -> bool {
        self.0.contains("Quota") || self.0.contains("QUOTA")
    }
}

impl From<JsValue> for Failed {
    fn from(error: JsValue) -> Self {
        let of = |what: &JsValue, name: &str| js_sys::Reflect::get(what, &name.into()).ok();
        // A database tells by an event that it failed. Why is in what the event happened to.
        let inside = of(&error, "target").and_then(|target| of(&target, "error"));
        let error = inside.filter(JsValue::is_object).unwrap_or(error);
        Self(of(&error, "name").and_then(|name| name.as_string()).unwrap_or_default())
    }
}

/// Runs work that waits for the browser, also before a program is mounted.
pub fn run(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}

/// The window. Both programs run in one.
fn window() -> web_sys::Window {
    web_sys::window().expect("the programs run in a page")
}
