//! Handing text to other apps: the phone's share sheet, and copying.

use super::wait::within;
use super::{Failed, page, window};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, HtmlTextAreaElement, ShareData};

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
    pasted_as(event, "text/plain")
}

/// The same as a page of the web, where it was copied from one or from Word.
pub fn pasted_page(event: &impl AsRef<JsValue>) -> Option<String> {
    pasted_as(event, "text/html").filter(|page| !page.is_empty())
}

fn pasted_as(event: &impl AsRef<JsValue>, form: &str) -> Option<String> {
    let data = event.as_ref().dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    data.get_data(form).ok()
}

/// Pastes this text into the field in place of what a person is pasting there, as one step of the
/// field's own undo where the browser can.
pub fn paste_instead(event: &impl AsRef<JsValue>, text: &str) {
    let Some(event) = event.as_ref().dyn_ref::<web_sys::Event>() else { return };
    let Some(field) = event.target().and_then(|at| at.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    event.prevent_default();
    let document = window().document();
    let insert = document.as_ref().and_then(|of| Reflect::get(of, &"execCommand".into()).ok());
    let insert = insert.and_then(|call| call.dyn_into::<Function>().ok()).and_then(|call| {
        call.call3(document.as_ref()?, &"insertText".into(), &false.into(), &text.into()).ok()
    });
    if insert.is_some_and(|done| done.is_truthy()) {
        return;
    }
    // The field tells nobody of a change that a program made.
    if field.set_range_text(text).is_ok()
        && let Ok(input) = web_sys::Event::new("input")
    {
        let _ = field.dispatch_event(&input);
    }
}
