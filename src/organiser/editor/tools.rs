//! The tools of the editor that open in a dialog.
//!
//! One `<dialog>` for all of them: the browser holds the focus in it, and Escape closes it. What is
//! in it is only in the page while it is open.

use super::lines::Lines;
use super::{about_you, history, paste_questions, ready_made, shortcuts};
use crate::browser::page;
use crate::organiser::state::Desk;
pub use crate::organiser::tool::Tool;
use crate::ui::el::{El, el};
use leptos::prelude::*;

const DIALOG: &str = "tool";
/// The heading of an open tool. Each tool gives it to its `h2`.
pub const TITLE: &str = "tool-title";

/// The dialog. Open while the desk says which tool is used.
pub fn dialog(desk: Desk, lines: Lines) -> El {
    let questions = move || lines.all.with_untracked(Vec::len);
    let before = StoredValue::new(0);
    Effect::new(move |was: Option<bool>| {
        let is = desk.tool.get().is_some();
        match (was.unwrap_or(false), is) {
            (false, true) => {
                before.set_value(questions());
                page::open_dialog(DIALOG);
            }
            (true, false) => {
                page::close_dialog(DIALOG);
                // The kinds to pick from have done what they were opened for. Who closed the tool goes on with them.
                if questions() > before.get_value() {
                    lines.adding.set(None);
                }
            }
            _ => {}
        }
        is
    });
    let inside = move || match desk.tool.get() {
        None => Vec::new(),
        Some(Tool::ReadyMade) => ready_made::tool(desk),
        Some(Tool::AboutYou) => about_you::tool(desk),
        Some(Tool::PasteQuestions) => paste_questions::tool(desk, lines),
        Some(Tool::History) => history::tool(desk, lines),
        Some(Tool::Shortcuts) => shortcuts::tool(desk),
    };
    el("dialog")
        .class("dialog tool")
        .id(DIALOG)
        .attr("aria-labelledby", TITLE)
        .on("close", move |_| desk.tool.set(None))
        .live(inside)
}

/// The heading of a tool, and the button that closes it.
pub fn head(desk: Desk, name: &'static str) -> El {
    let close = el("button").attr("type", "button").class("button").text("Close");
    el("div")
        .class("tool-head")
        .child(el("h2").id(TITLE).text(name))
        .child(close.on("click", move |_| desk.tool.set(None)))
}
