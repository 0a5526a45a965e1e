//! The editor: an outline, a card for each question, and the preview of a phone.
//!
//! One card is open at a time, so a survey of hundreds of questions has few fields in the page.
//! What the closed cards show is in `lines`.

mod about_you;
pub mod called;
mod card;
pub mod card_parts;
mod chips;
pub mod choice_line;
pub mod choices;
mod controls;
mod earlier;
mod find;
mod handle;
mod history;
mod left_out;
pub mod limits;
pub mod lines;
pub mod marks;
mod media;
pub mod menu;
pub mod more_kinds;
mod move_to;
pub mod open_card;
mod options;
pub mod outline;
mod own_photo;
mod paste_list;
mod paste_questions;
mod picker;
pub mod picture;
mod picture_dialog;
pub mod preview;
pub mod put_in;
mod ready_made;
pub mod repeat;
pub mod sentence;
mod sentences;
pub mod shortcuts;
mod slots;
mod summary;
pub mod tools;
mod welcome_card;
pub mod when;
mod words_card;

pub use paste_list::{paste_into_choice, paste_list};

use super::beside::sign;
use super::later;
use super::state::{Desk, HEADING};
use crate::ui::el::{El, el, parts};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use outline::outline;
use picture_dialog::picture_dialog;
use slots::slots;
use summary::{error_summary, not_saved};
use welcome_card::welcome_card;
use words_card::words_card;

/// The editor's screen.
pub fn editor(desk: Desk) -> El {
    let preview = RwSignal::new(false);
    let lines = lines::lines(desk);
    // On the window: the keys must work wherever the focus is, on the bar at the top too.
    let keys = window_event_listener(leptos::ev::keydown, move |event| on_key(desk, &event));
    on_cleanup(move || keys.remove());
    let cards = el("div").class("editor-cards").attr("data-places", "").child(welcome_card(desk));
    let cards = slots(cards, desk, lines).child(words_card(desk));
    let main = el("main")
        .class("cards-column")
        .child(el("h1").class("unseen").id(HEADING).attr("tabindex", "-1").text("Questions"))
        .child(not_saved(desk))
        .child(sign(desk))
        .children(error_summary(desk, lines))
        .child(cards);
    el("div")
        .class("editor")
        .class_while("preview-on", move || preview.get())
        .child(outline(desk, lines, preview))
        .child(main)
        .live_parts(move || later::preview(desk, lines, preview))
        .live_parts(move || later::once_here(desk, |later| (later.dialogs)(desk, lines)))
}

/// The dialogs of the editor.
pub fn dialogs(desk: Desk, lines: lines::Lines) -> El {
    let tools = tools::dialog(desk, lines);
    parts().child(picture_dialog(desk)).child(tools).child(move_to::dialog(desk, lines))
}

/// The editor's keys. They work in fields too, since every key there is a step.
pub fn on_key(desk: Desk, event: &KeyboardEvent) {
    let elsewhere = desk.picking.get_untracked().is_some() || desk.tool.get_untracked().is_some();
    if elsewhere || event.is_composing() {
        return;
    }
    if let Some(command) = shortcuts::command(event)
        && shortcuts::run(desk, command)
    {
        event.prevent_default();
    }
}
