//! "Find in this survey": a field, and what it finds as a list that stands in for the outline while
//! something is looked for.

use super::entry::Shared;
use crate::browser::page;
use crate::organiser::editor::find::Found;
use crate::organiser::state::{Desk, Spot};
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

const FIELD: &str = "find-in-survey";
/// What the focus steps through.
const STEPS: &str = "#find-in-survey, .found-line";
/// Most places that are listed. More help nobody, and one letter may find thousands.
const MOST: usize = 60;

/// The field, and how much it found.
pub fn finder(shared: Shared, search: RwSignal<String>, found: Memo<Vec<Found>>) -> El {
    let keys = window_event_listener(leptos::ev::keydown, move |event| on_key(shared, &event));
    on_cleanup(move || keys.remove());
    let count = move || {
        let count = found.with(Vec::len);
        match (search.with(|search| search.trim().is_empty()), count) {
            (true, _) => String::new(),
            (false, 0) => "Nothing found. Try another word.".to_owned(),
            (false, count) if count > MOST => format!("{count} places. Here are the first {MOST}."),
            (false, count) => words::count(count, "place", "places"),
        }
    };
    let field = el("input")
        .attr("type", "text")
        .class("text-field")
        .id(FIELD)
        .attr("autocomplete", "off")
        .attr("title", "Ctrl + Shift + F")
        .attr("aria-keyshortcuts", "Control+Shift+F")
        .attr("dir", "auto")
        .value(move || search.get())
        .on("input", move |event| search.set(event_target_value(&event)))
        .on("keydown", move |event| list_keys(search, &event.into(), true));
    el("div")
        .class("finder")
        .attr("role", "search")
        .child(el("label").attr("for", FIELD).text("Find in this survey"))
        .child(field)
        .child(el("p").class("help").attr("role", "status").live_text(count))
}

/// What was found. Each line opens the field that says it.
pub fn results(shared: Shared, search: RwSignal<String>, found: Memo<Vec<Found>>) -> El {
    el("ol").class("found").attr("role", "list").attr("aria-label", "Places found").live(
        move || {
            let found = found.get().into_iter().take(MOST);
            found.map(|found| el("li").child(result(shared, search, found))).collect()
        },
    )
}

fn result(shared: Shared, search: RwSignal<String>, found: Found) -> El {
    let piece = |(text, is_found): (String, bool)| match is_found {
        true => el("mark").text(text),
        false => el("span").text(text),
    };
    let text = el("span").class("found-text").attr("dir", "auto");
    let text = text.children(found.pieces().into_iter().map(piece));
    let (spot, what) = (Spot::of(found.place), found.what.clone());
    let name = move || {
        let card = match spot {
            Spot::Welcome => "Welcome page".to_owned(),
            Spot::Words => "Word list".to_owned(),
            Spot::Question(id) => {
                let lines = shared.lines.all.read();
                lines.iter().find(|line| line.id == id).map(|l| l.name.clone()).unwrap_or_default()
            }
        };
        if what.is_empty() { card } else { format!("{card} · {what}") }
    };
    el("button")
        .attr("type", "button")
        .class("found-line")
        .child(el("span").class("found-where").live_text(name))
        .child(text)
        .on("click", move |_| {
            shared.shown.set(false);
            let (start, end) = found.units();
            shared.desk.open_words(found.place, start, end);
        })
        .on("keydown", move |event| list_keys(search, &event.into(), false))
}

/// Up and down go through what was found, Enter goes into it, Escape clears the field.
fn list_keys(search: RwSignal<String>, event: &KeyboardEvent, in_field: bool) {
    if event.is_composing() || event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowDown" => _ = page::step_focus(STEPS, true),
        "ArrowUp" => _ = page::step_focus(STEPS, false),
        "Enter" if in_field => _ = page::step_focus(STEPS, true),
        "Escape" => {
            search.set(String::new());
            page::focus_soon(FIELD);
        }
        _ => return,
    }
    event.prevent_default();
}

/// Ctrl + Shift + F, wherever the focus is.
fn on_key(shared: Shared, event: &KeyboardEvent) {
    let Desk { picking, tool, arranging, .. } = shared.desk;
    let elsewhere = picking.get_untracked().is_some()
        || tool.get_untracked().is_some()
        || arranging.moving.get_untracked().is_some();
    let is_ours = (event.ctrl_key() || event.meta_key()) && event.shift_key() && !event.alt_key();
    if is_ours && !elsewhere && event.key().eq_ignore_ascii_case("f") {
        event.prevent_default();
        shared.shown.set(true);
        page::focus_soon(FIELD);
        page::select_text(FIELD);
    }
}
