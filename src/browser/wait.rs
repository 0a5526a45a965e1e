//! Waiting for a browser, but never for ever: some fail to answer without a word (WebKit's IndexedDB
//! and streams, a host that takes a request and says no more).

use super::window;
use js_sys::{Array, Promise};
use wasm_bindgen_futures::JsFuture;

/// What a promise comes to, or an error once that many milliseconds are over. The time counts from
/// now, whenever somebody waits.
pub(super) fn within(milliseconds: i32, promise: &Promise) -> JsFuture {
    let end = Promise::new(&mut |_, reject| {
        let _ =
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, milliseconds);
    });
    JsFuture::from(Promise::race(&Array::of2(promise, &end)))
}

/// Waits that many milliseconds.
pub async fn pause(milliseconds: i32) {
    let over = Promise::new(&mut |resolve, _| {
        let _ =
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = JsFuture::from(over).await;
}
