//! The second part of a program: a file that a page fetches once the first part has started.

use super::Failed;
use super::wait::within;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Milliseconds in which it comes, on a slow connection too.
const PATIENCE: i32 = 90_000;

#[wasm_bindgen]
extern "C" {
    /// Set by `web/second.js`, for programs that are cut in two.
    #[wasm_bindgen(catch, js_name = fetchSecondPart)]
    fn fetch_second_part() -> Result<Promise, JsValue>;
}

/// Why it did not come, when a host answered that it has no such file, such as after a release. All that
/// a connection does goes by other names.
pub const NO_SUCH_FILE: &str = "Error";

/// Fetches it, and is done when it can be called. To try again after it failed is fine.
pub async fn fetch() -> Result<(), Failed> {
    within(PATIENCE, &fetch_second_part()?).await?;
    Ok(())
}
