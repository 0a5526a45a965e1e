//! The handle that a question is dragged by, with a mouse, a pen or a finger. Only the handle takes
//! the finger: elsewhere it scrolls.
//!
//! Screen readers pass it over, and no key gets to it. Everything it does can be done by buttons and
//! keys too: see `card` and `outline`.

use crate::browser::drag;
use crate::model::id::QuestionId;
use crate::organiser::state::Desk;
use crate::ui::el::{El, el};
use crate::ui::icon::{Icon, drawing};
use leptos::ev::MouseEvent;

/// Six dots.
const GRIP: Icon = Icon("M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01");

/// The handle of a question, in its card or in the outline.
pub fn handle(desk: Desk, id: QuestionId, in_outline: bool) -> El {
    el("span")
        .class("drag-handle")
        .attr("aria-hidden", "true")
        .attr("title", "Drag to move")
        // The focus stays where it is.
        .on("mousedown", |event| MouseEvent::from(event).prevent_default())
        .on("pointerdown", move |event| {
            let may_drop = move |behind: Option<&str>| desk.may_drop(id, behind, in_outline);
            let drop = move |behind: Option<String>| {
                desk.drop_behind(id, behind.as_deref(), in_outline);
            };
            drag::follow(event, may_drop, drop);
        })
        .child(drawing(GRIP))
}

/// What names a question among the places of a list that it can be dragged in.
pub fn place_name(id: QuestionId) -> String {
    id.0.to_string()
}
