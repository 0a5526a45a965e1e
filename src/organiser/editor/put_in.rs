//! "Insert an earlier answer": a small list under a field. What a person picks goes in at the
//! caret, and participants read their own answer there.
//!
//! Part of the second part of the program.

use super::earlier;
use crate::model::id::QuestionId;
use crate::organiser::field::Insert;
use crate::organiser::state::Desk;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// The id of the first line.
pub const FIRST: &str = "insert-first";

/// The list. `put_in` is called with the question that was picked.
pub fn put_in(desk: Desk, insert: Insert, put_in: Callback<QuestionId>) -> El {
    let lines = desk.draft.with_untracked(|draft| {
        let content = draft.content();
        let named = |id| (id, earlier::name(content, id));
        earlier::tells(content, insert.question).map(named).collect::<Vec<_>>()
    });
    let line = |(place, (id, name)): (usize, (QuestionId, String))| {
        let pick = move |_| {
            insert.into.set(None);
            put_in.run(id);
        };
        let line = button("put-in-line").attr_if("id", (place == 0).then_some(FIRST));
        el("li").child(line.attr("dir", "auto").on("click", pick).text(name))
    };
    let close = button("button plain").text("Cancel").on("click", move |_| insert.into.set(None));
    let list = el("ul").attr("role", "list").children(lines.into_iter().enumerate().map(line));
    parts().child(
        el("div")
            .class("put-in")
            .attr("role", "group")
            .attr("aria-label", "Insert an earlier answer")
            .child(el("p").class("help").text("People will read their own answer there."))
            .child(list)
            .child(close),
    )
}
