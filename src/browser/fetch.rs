//! Fetching what lies beside the page: words, drawings, and files of surveys. Each begins at once, and ends in
//! time.

use super::wait::within;
use super::window;
use js_sys::{Function, Reflect};
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

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFetched {
    /// The host did not answer.
    Away,
    /// It has no such file.
    Missing,
    /// It has trouble, or does not give it out.
    Refused,
    /// It is larger than what is read.
    TooLarge,
}

/// Milliseconds in which the rest of a file with photos comes.
const PATIENCE_WITH_PHOTOS: i32 = 120_000;

/// A file of at most so many bytes.
pub async fn bytes(address: &str, most: usize) -> Result<Vec<u8>, NotFetched> {
    let answer = within(PATIENCE, &window().fetch_with_str(address)).await;
    let answer: Response = answer.map_err(|_| NotFetched::Away)?.unchecked_into();
    if !answer.ok() {
        let is_missing = matches!(answer.status(), 404 | 410);
        return Err(if is_missing { NotFetched::Missing } else { NotFetched::Refused });
    }
    // Some hosts say how long it is, and then no more of it has to come.
    let length = said_length(&answer).and_then(|length| length.parse::<usize>().ok());
    if length.is_some_and(|length| length > most) {
        return Err(NotFetched::TooLarge);
    }
    let rest = answer.array_buffer().map_err(|_| NotFetched::Away)?;
    let rest = within(PATIENCE_WITH_PHOTOS, &rest).await.map_err(|_| NotFetched::Away)?;
    let bytes = js_sys::Uint8Array::new(&rest);
    if bytes.length() as usize > most { Err(NotFetched::TooLarge) } else { Ok(bytes.to_vec()) }
}

/// How long the host says that the answer is.
fn said_length(answer: &Response) -> Option<String> {
    let headers = Reflect::get(answer, &"headers".into()).ok()?;
    let get: Function = Reflect::get(&headers, &"get".into()).ok()?.dyn_into().ok()?;
    get.call1(&headers, &"content-length".into()).ok()?.as_string()
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
