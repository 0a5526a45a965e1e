//! Tells screen readers which words of a page are in English, where the page itself is in another script: a
//! voice for Arabic reads English words as noise.
//!
//! Absent: which words those are. The caller knows.

use super::window;
use core::cell::Cell;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    type MutationObserver;

    #[wasm_bindgen(constructor)]
    fn new(call: &Function) -> MutationObserver;

    #[wasm_bindgen(method)]
    fn observe(this: &MutationObserver, what: &JsValue, how: &Object);
}

thread_local! {
    static IS_WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// Marks each element of a page that runs from right to left as English whose own words are, now and whenever
/// the page changes. What has a language of its own keeps it.
pub fn mark_english(is_english: fn(&str) -> bool) {
    mark_all(is_english);
    let body = window().document().and_then(|document| document.body());
    if IS_WATCHED.replace(true) {
        return;
    }
    let Some(body) = body else { return };
    let call = Closure::<dyn FnMut()>::new(move || mark_all(is_english)).into_js_value();
    let how = Object::new();
    for what in ["childList", "characterData", "subtree"] {
        let _ = Reflect::set(&how, &what.into(), &JsValue::TRUE);
    }
    MutationObserver::new(call.unchecked_ref()).observe(&body, &how);
}

fn mark_all(is_english: fn(&str) -> bool) {
    let Some(document) = window().document() else { return };
    let unmarked = "[dir=rtl] body :not([lang], script, style)";
    let Ok(all) = document.query_selector_all(unmarked) else { return };
    for place in 0..all.length() {
        let Some(element) = all.get(place).and_then(|e| e.dyn_into::<web_sys::Element>().ok())
        else {
            continue;
        };
        let mut words = String::new();
        let mut next = element.first_child();
        while let Some(node) = next {
            if node.node_type() == web_sys::Node::TEXT_NODE {
                words.push_str(&node.text_content().unwrap_or_default());
            }
            next = node.next_sibling();
        }
        if is_english(&words) {
            let _ = element.set_attribute("lang", "en");
        }
    }
}
