//! The bar of what can be done to the questions that are selected. Each is one step of undo.

use super::SELECT_SEVERAL;
use crate::model::id::QuestionId;
use crate::organiser::editor::lines::Lines;
use crate::organiser::state::Desk;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The button that starts it.
pub fn start(desk: Desk, selecting: Memo<bool>) -> El {
    el("button")
        .attr("type", "button")
        .class("button outline-tool")
        .id(SELECT_SEVERAL)
        .live_attr("aria-pressed", move || Some(selecting.get().to_string()))
        .text("Select several")
        .on("click", move |_| desk.select_several(!selecting.get_untracked()))
}

/// The bar. In the page while several can be selected.
pub fn bar(desk: Desk, lines: Lines, selecting: Memo<bool>) -> El {
    el("div").class("select-place").live(move || match selecting.get() {
        true => vec![inside(desk, lines)],
        false => Vec::new(),
    })
}

fn inside(desk: Desk, lines: Lines) -> El {
    let ids = Memo::new(move |_| desk.selected());
    let none = Memo::new(move |_| ids.with(|ids| ids.is_empty()));
    let count = move || format!("{} selected", ids.with(|ids| ids.len()));
    let button = move |name: &'static str, class: &'static str, act: fn(Desk)| {
        el("button")
            .attr("type", "button")
            .class(class)
            .text(name)
            .live_attr("aria-disabled", move || none.get().then(|| "true".to_owned()))
            .on("click", move |_| match none.get_untracked() {
                true => desk.tell("Tick the questions first."),
                false => act(desk),
            })
    };
    let plain = "button outline-tool";
    let all = move |_| {
        let all: Vec<_> = lines.all.read_untracked().iter().map(|line| line.id).collect();
        desk.select_all(&all);
    };
    let always = || el("button").attr("type", "button").class(plain);
    el("div")
        .class("select-bar")
        .attr("role", "group")
        .attr("aria-label", "Selected questions")
        .child(
            el("div")
                .class("select-head")
                .child(el("p").attr("role", "status").live_text(count))
                .child(always().text("Done").on("click", move |_| desk.select_several(false))),
        )
        .child(always().text("Select all").on("click", all))
        .child(button("Move up", plain, |desk| desk.step_questions(&picked(desk), false)))
        .child(button("Move down", plain, |desk| desk.step_questions(&picked(desk), true)))
        .child(
            button("Move to…", plain, |desk| desk.ask_where(picked(desk)))
                .attr("aria-haspopup", "dialog"),
        )
        .child(button("Duplicate", plain, |desk| desk.duplicate_selected()))
        .child(button("Delete", "button outline-tool danger", |desk| desk.remove_selected()))
}

fn picked(desk: Desk) -> BTreeSet<QuestionId> {
    untrack(|| desk.selected())
}
