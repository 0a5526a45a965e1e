//! The handle that a question is dragged by, with a mouse, a pen or a finger. Only the handle takes
//! the finger: elsewhere it scrolls.
//!
//! Screen readers pass it over, and no key gets to it. Everything it does can be done by buttons and
//! keys too: see `card` and `outline`.

use crate::browser::drag;
use crate::model::id::QuestionId;
use crate::organiser::state::Desk;
use crate::ui::el::{El, el};
use leptos::ev::MouseEvent;

/// The handle of a question, in its card or in the outline. Its dots are the style's: as
/// drawings, they were a fifth of all elements in a survey of 200 questions.
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
}

/// What names a question among the places of a list that it can be dragged in.
pub fn place_name(id: QuestionId) -> String {
    id.0.to_string()
}
