//! Ways to add a question or a page: a button for each kind, in groups, and ready-made or pasted
//! questions.

use super::tools::Tool;
use crate::model::survey::Kind;
use crate::organiser::ids::ADD_QUESTION;
use crate::organiser::state::{Desk, Spot};
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The buttons.
pub fn add_question(desk: Desk) -> El {
    let first = words::KINDS[0].1[0];
    let button =
        |name: &'static str| el("button").attr("type", "button").class("button").text(name);
    let of_kind = |kind: &Kind| {
        let kind = *kind;
        button(words::kind(kind))
            .attr_if("id", (kind == first).then_some(ADD_QUESTION))
            .on("click", move |_| desk.add_question(kind))
    };
    let group = |(at, (name, kinds)): (usize, (&'static str, &'static [Kind]))| {
        let id = format!("add-group-{at}");
        el("div")
            .class("add-group")
            .attr("role", "group")
            .attr("aria-labelledby", id.clone())
            .child(el("h3").id(id).text(name))
            .child(el("div").class("button-row").children(kinds.iter().map(of_kind)))
    };
    let place = move || match desk.spot.get() {
        Spot::Welcome | Spot::Words => "How will people answer it? It goes at the end.".to_owned(),
        Spot::Question(_) => {
            "How will people answer it? It goes below the open question.".to_owned()
        }
    };
    let tool = |name: &'static str, tool: Tool| {
        button(name).attr("aria-haspopup", "dialog").on("click", move |_| desk.tool.set(Some(tool)))
    };
    let written = el("div")
        .class("add-group")
        .attr("role", "group")
        .attr("aria-labelledby", "add-written")
        .child(el("h3").id("add-written").text("Written already"))
        .child(
            el("div")
                .class("button-row")
                .child(tool("Pick from ready-made questions", Tool::ReadyMade))
                .child(tool("Paste a list of questions", Tool::PasteQuestions)),
        );
    el("section")
        .class("card add-question")
        .attr("aria-labelledby", "add-question-title")
        .child(el("h2").id("add-question-title").text("Add a question"))
        .child(el("p").class("help").live_text(place))
        .children(words::KINDS.into_iter().enumerate().map(group))
        .child(written)
}
