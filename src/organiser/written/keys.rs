//! Keys for the answer that is open. They work only while the focus is in its card and in no field that takes text
//! (WCAG 2.1.4), so that they get in the way of neither typing nor speech input.

use super::reading::Reading;
use crate::browser::page;
use crate::model::work::Mark;
use crate::ui::el::{El, el};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

const KEYS: [(&str, &str); 6] = [
    ("N, B", "Next answer, the one before"),
    ("1 to 9", "Add one of the first 9 tags, or remove it"),
    ("Q", "Quote"),
    ("P", "Paraphrase"),
    ("K", "Keep private"),
    ("Ctrl+Z", "Undo"),
];

/// Does what a key means.
pub fn press(reading: Reading, event: &KeyboardEvent) {
    if page::typing().is_some() || event.alt_key() {
        return;
    }
    let key = event.key().to_lowercase();
    if event.ctrl_key() || event.meta_key() {
        if key == "z" && !event.shift_key() {
            event.prevent_default();
            reading.undo();
        }
        return;
    }
    match &*key {
        "n" => reading.step(1),
        "b" => reading.step(-1),
        "q" => reading.turn_mark(Some(Mark::Quote)),
        "p" => reading.turn_mark(Some(Mark::Paraphrase)),
        "k" => reading.turn_mark(Some(Mark::Private)),
        digit => {
            let Some(place) = digit.parse::<usize>().ok().and_then(|digit| digit.checked_sub(1))
            else {
                return;
            };
            let tag = reading.work.with_untracked(|work| work.tags().into_iter().nth(place));
            match tag {
                Some(tag) if place < 9 => reading.turn_tag(tag.id, &tag.name),
                _ => return,
            }
        }
    }
    event.prevent_default();
}

/// The list of keys.
pub fn help() -> El {
    let line = |(keys, does): (&'static str, &'static str)| {
        el("tr")
            .child(el("th").attr("scope", "row").child(el("kbd").text(keys)))
            .child(el("td").text(does))
    };
    let table = el("table")
        .class("keys")
        .child(el("caption").text("While the focus is on the answer, and in no field"))
        .child(el("tbody").children(KEYS.map(line)));
    el("details").child(el("summary").text("Keyboard shortcuts")).child(table)
}
