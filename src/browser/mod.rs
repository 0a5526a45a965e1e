//! Everything the app asks of a browser: storage, files, sharing, the address, focus, time and
//! random bytes. Values in, values out.
//!
//! **Invariant:** the only folder that names web-sys, js-sys or gloo; and it knows nothing of
//! surveys.

pub mod clock;
pub mod database;
pub mod drag;
pub mod fetch;
pub mod file;
pub mod json_storage;
pub mod keeping;
pub mod language;
pub mod later;
pub mod page;
pub mod peer;
pub mod photo_file;
pub mod photos;
pub mod presses;
pub mod random;
pub mod records;
pub mod scan;
pub mod share;
pub mod speech;
pub mod storage;
pub mod tabs;
pub mod wait;

use wasm_bindgen::JsValue;

/// What a browser said when it could not do something, for people who look into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed(pub String);

impl From<JsValue> for Failed {
    fn from(error: JsValue) -> Self {
        Self(
            js_sys::Reflect::get(&error, &"name".into())
                .ok()
                .and_then(|v| v.as_string())
                .unwrap_or_default(),
        )
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
