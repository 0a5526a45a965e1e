//! All kinds of question and page, in groups, and questions that are written already: what is under
//! "More kinds" in the picker.
//!
//! Part of the second part of the program.

use super::lines::Lines;
use super::tools::Tool;
use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// The groups.
pub fn more_kinds(desk: Desk, lines: Lines, after: Option<QuestionId>) -> El {
    let group = |name: &'static str, buttons: Vec<El>| {
        el("div")
            .class("add-group")
            .attr("role", "group")
            .attr("aria-label", name)
            .child(el("h3").text(name))
            .child(el("div").class("button-row").children(buttons))
    };
    let kind = |kind: &Kind| {
        let kind = *kind;
        button("button").text(words::kind(kind)).on("click", move |_| {
            lines.adding.set(None);
            desk.add_question_after(after, kind);
        })
    };
    let tool = |name: &'static str, tool: Tool| {
        button("button")
            .attr("aria-haspopup", "dialog")
            .text(name)
            .on("click", move |_| desk.tool.set(Some(tool)))
    };
    let ready_made = vec![
        tool("Ready-made questions", Tool::ReadyMade),
        tool("About you (equality)", Tool::AboutYou),
        tool("Paste questions", Tool::PasteQuestions),
    ];
    let kinds = words::KINDS.map(|(name, kinds)| group(name, kinds.iter().map(kind).collect()));
    parts().children(kinds).child(group("Ready-made", ready_made))
}
