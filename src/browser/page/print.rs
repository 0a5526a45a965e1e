//! Printing, with all pictures: those that nobody has scrolled to yet come first.

use super::super::wait::within;
use super::super::window;
use super::after_drawing;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// Milliseconds that pictures have to come in. Paper without some is better than none.
const PATIENCE: i32 = 3_000;

/// Has the browser print the page, as its style for paper says.
pub fn print() {
    // What a press has added for paper is in the page by then.
    after_drawing(|| {
        let coming = Promise::all_settled(&pictures());
        spawn_local(async move {
            let _ = within(PATIENCE, &coming).await;
            let _ = window().print();
        });
    });
}

/// Has the pictures come that are not in sight, and gives back what each comes to.
fn pictures() -> Array {
    let promises = Array::new();
    let found = window().document().map(|page| page.query_selector_all("img[loading=lazy]"));
    let Some(Ok(all)) = found else { return promises };
    for place in 0..all.length() {
        let Some(picture) = all.item(place).and_then(|one| one.dyn_into::<Element>().ok()) else {
            continue;
        };
        let _ = picture.set_attribute("loading", "eager");
        let decode = Reflect::get(&picture, &"decode".into()).ok();
        let decode = decode.and_then(|decode| decode.dyn_into::<Function>().ok());
        if let Some(coming) = decode.and_then(|decode| decode.call0(&picture).ok()) {
            promises.push(&coming);
        }
    }
    promises
}
