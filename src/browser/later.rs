//! The second part of a program: a file that a page fetches once the first part has started.

use super::Failed;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Set by `web/second.js`, for programs that are cut in two.
    #[wasm_bindgen(catch, js_name = fetchSecondPart)]
    async fn fetch_second_part() -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>;
}

/// Fetches it, and is done when it can be called. To try again after it failed is fine.
pub async fn fetch() -> Result<(), Failed> {
    fetch_second_part().await?;
    Ok(())
}
