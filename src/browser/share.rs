//! Handing text to other apps: the phone's share sheet, and copying.

use super::wait::within;
use super::{Failed, page, window};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, ShareData};

/// Milliseconds in which a browser copies. One that asks the person first can wait for an answer that
/// never comes.
const PATIENCE: i32 = 5_000;

/// What became of a share sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The person picked an app. Whether they sent it there, nobody tells.
    Handed,
    /// The person closed the sheet.
    Closed,
    /// The browser could not show it.
    Failed,
}

/// True where the browser has a share sheet. Many in-app browsers have none.
pub fn can_share() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Opens the share sheet. Only from a tap.
pub async fn share(title: &str, text: &str) -> Shared {
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    match JsFuture::from(window().navigator().share_with_data(&data)).await {
        Ok(_) => Shared::Handed,
        Err(error) if Failed::from(error.clone()).0 == "AbortError" => Shared::Closed,
        Err(_) => Shared::Failed,
    }
}

/// Copies text. Where the browser refuses, the text in the field `fallback` is marked, so that a
/// person can copy it by hand; then this is false.
pub async fn copy(text: &str, fallback: &str) -> bool {
    let navigator = window().navigator();
    // Pages that are not on https have no clipboard.
    let has = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|value| value.is_object());
    if has && within(PATIENCE, &navigator.clipboard().write_text(text)).await.is_ok() {
        return true;
    }
    page::focus_soon(fallback);
    page::select_text(fallback);
    false
}

/// The text that a person is pasting.
pub fn pasted(event: &impl AsRef<JsValue>) -> Option<String> {
    let data = event.as_ref().dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    data.get_data("text/plain").ok()
}
