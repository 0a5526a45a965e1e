//! The advice on the whole survey, what was left as it is, and the note of who checked it.
//!
//! Absent on purpose: a score of the survey, a reading age, and the words "easy read" for a survey that no reader
//! has checked as it is now.

mod alike;
mod aside;
pub mod boxes;
mod checks;
pub mod dot;
mod gauge;
mod list;
pub mod underline;

use super::editor::on_key;
use super::state::{Desk, HEADING, Seen};
use crate::model::easy_read;
use crate::model::survey::Language;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The screen.
pub fn screen(desk: Desk) -> El {
    let all = Memo::new(move |_| {
        desk.draft.with(|draft| Seen::all(draft.content(), easy_read::of_draft(draft.content())))
    });
    // On the window: the keys must work wherever the focus is, on the bar at the top too.
    let keys = window_event_listener(leptos::ev::keydown, move |event| on_key(desk, &event));
    on_cleanup(move || keys.remove());
    let is_english =
        Memo::new(move |_| desk.draft.with(|draft| draft.content().language) == Language::ENGLISH);
    let advice = move || {
        if is_english.get() {
            return vec![gauge::line(desk, all), list::list(desk, all), aside::left_as_it_is(desk)];
        }
        vec![el("p").class("notice").text("Our advice is for English only.")]
    };
    let heading = el("h1").id(HEADING).attr("tabindex", "-1").text("Advice");
    el("main")
        .class("column advice-screen")
        .child(heading)
        .child(el("div").class("advice-column").live(advice))
        .child(checks::checks(desk))
}
