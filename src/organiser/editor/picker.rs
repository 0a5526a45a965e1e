//! The kinds of question to add, where the new one will stand: what was used last and what most
//! surveys are made of, each with an example. All others, and whole questions, are under "More kinds",
//! which comes with the second part of the program.

use super::lines::Lines;
use super::slots::{PICK, close};
use crate::model::chips::offered_first;
use crate::model::edit::questions::asked_again;
use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::organiser::ids::ADD_QUESTION;
use crate::organiser::later;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The picker below a question, or in front of all.
pub fn picker(desk: Desk, lines: Lines, after: Option<QuestionId>) -> El {
    let (used, last, below) = lines.all.with_untracked(|lines| {
        let used: Vec<Kind> = lines.iter().rev().map(|line| line.kind).collect();
        let above = lines.iter().find(|line| Some(line.id) == after);
        (used, lines.last().map(|line| line.id), above.map(|line| line.name.clone()))
    });
    // Where one is sent who is told to add a question.
    let first_id = if last == after { ADD_QUESTION } else { PICK };
    let more = RwSignal::new(false);
    let add = move |kind: Kind| {
        lines.adding.set(None);
        desk.add_question_after(after, kind);
    };
    let tile = move |(at, kind): (usize, Kind)| {
        let example = format!("example-{at}");
        let icon = el("span").class("kind-icon").attr("aria-hidden", "true");
        button("kind-tile")
            .attr_if("id", (at == 0).then_some(first_id))
            .attr("aria-label", words::kind(kind))
            .attr("aria-describedby", example.clone())
            .child(icon.text(words::kind_icon(kind)))
            .child(el("strong").text(words::kind(kind)))
            .child(el("span").class("help").id(example).text(words::kind_example(kind)))
            .on("click", move |_| add(kind))
    };
    let all = move || {
        parts().live_parts(move || {
            later::once_here(desk, |later| (later.more_kinds)(desk, lines, after))
        })
    };
    let can_close = last.is_some();
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" && can_close {
            event.prevent_default();
            close(lines, after);
        }
    };
    let again = desk.draft.with_untracked(|draft| asked_again(draft.content(), after));
    let place = match (below, again) {
        (Some(name), Some(section)) => {
            format!("It goes below {}, in {section}.", name.to_lowercase())
        }
        (Some(name), None) => format!("It goes below {}.", name.to_lowercase()),
        (None, _) => "It goes at the start.".to_owned(),
    };
    let open_more = button("button plain")
        .live_attr("aria-expanded", move || Some(more.get().to_string()))
        .text("More kinds")
        .on("click", move |_| more.update(|more| *more = !*more));
    let head = el("div")
        .class("picker-head")
        .child(el("h2").id("add-question-title").text("Add a question"))
        .child(el("span").class("help").text(place))
        .children(can_close.then(|| {
            button("button plain").text("Cancel").on("click", move |_| close(lines, after))
        }));
    let tiles = offered_first(&used).into_iter().enumerate().map(tile);
    el("section")
        .class("card add-question picker-place")
        .attr("aria-labelledby", "add-question-title")
        .on_key(keys)
        .child(head)
        .child(el("div").class("kind-tiles").children(tiles))
        .child(el("div").class("button-row").child(open_more))
        .show(move || more.get(), all)
}
