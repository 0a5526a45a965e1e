//! "…": a button that opens a small list of what can be done with the thing that it stands beside.
//!
//! A plain list of buttons under the button that opened it, so that Tab goes into it, and no role
//! that promises other keys. Escape and a press elsewhere close it. What is in it is drawn only while
//! it is open.

use crate::browser::page;
use crate::ui::el::{El, button, el};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The button and what it opens. `id` is the button's.
pub fn menu(
    id: String,
    name: impl Fn() -> String + Send + 'static,
    open: RwSignal<bool>,
    items: impl Fn() -> El + Clone + Send + 'static,
) -> El {
    let button_id = id.clone();
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            open.set(false);
            page::focus_soon(&button_id);
        }
    };
    let inside = move || {
        let shade = el("div").class("menu-shade").on("click", move |_| open.set(false));
        let list = el("div").class("menu-list").live_parts(items.clone());
        el("div").child(shade).child(list)
    };
    let opener = button("more-button")
        .id(id)
        .live_attr("aria-label", move || Some(name()))
        .live_attr("aria-expanded", move || Some(open.get().to_string()))
        .text("⋯")
        .on("click", move |_| open.update(|open| *open = !*open));
    el("div").class("menu").on_key(keys).child(opener).live(move || match open.get() {
        true => vec![untrack(&inside)],
        false => Vec::new(),
    })
}
