//! Fetching what lies beside the page: words, and drawings. Each begins at once, and ends in time.

use super::wait::within;
use super::window;
use wasm_bindgen::JsCast;
use web_sys::Response;

/// Milliseconds in which a host answers, and in which the rest comes. Both are a few kB.
const PATIENCE: i32 = 10_000;

/// Begins to fetch a text. `None` when it does not come.
pub fn text(address: &str) -> impl Future<Output = Option<String>> + use<> {
    let answer = within(PATIENCE, &window().fetch_with_str(address));
    async {
        let answer: Response = answer.await.ok()?.unchecked_into();
        if !answer.ok() {
            return None;
        }
        within(PATIENCE, &answer.text().ok()?).await.ok()?.as_string()
    }
}

/// Begins to fetch a drawing. Comes back with an address for it that needs no host any more, and with
/// `None` for what is no drawing: some hosts answer with a page when a file is missing.
pub fn drawing(address: &str) -> impl Future<Output = Option<String>> + use<> {
    let text = text(address);
    async {
        let svg = text.await.filter(|text| text.starts_with("<svg"))?;
        let svg = String::from(js_sys::encode_uri_component(&svg));
        Some(["data:image/svg+xml,", &svg].concat())
    }
}
