//! The choices of a question: typed one by one, or pasted as a list. Standard choices come by
//! themselves, and only their words and pictures can be changed.

use super::choice_line::choice_line;
use crate::model::draft::DraftQuestion;
use crate::model::id::QuestionId;
use crate::model::standard;
use crate::model::survey::Kind;
use crate::organiser::field::problem_about;
use crate::organiser::ids::{add_choice_id, choices_id};
use crate::organiser::later;
use crate::organiser::state::Desk;
use crate::organiser::words::About;
use crate::ui::el::{El, Event, button, el, parts};
use leptos::prelude::*;

/// The choices, and ways to add more where that is possible.
pub fn choices(desk: Desk, question: QuestionId, kind: Memo<Kind>) -> El {
    let ids = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let offered = draft.content().question(question).map(DraftQuestion::offered);
            offered.into_iter().flatten().map(|choice| choice.id).collect::<Vec<_>>()
        })
    });
    let is_standard = Memo::new(move |_| !standard::choices_of(kind.get()).is_empty());
    // "This or that" has two choices and no more.
    let is_full = Memo::new(move |_| kind.get() == Kind::EitherOr && ids.with(Vec::len) >= 2);
    let add = move |_: Event| desk.add_choices(question, None, vec![String::new()], &[]);
    let problem = problem_about(desk, About::Choices(question));
    let id = choices_id(question);
    let problem_id = format!("{id}-problem");
    let described_by = {
        let problem_id = problem_id.clone();
        move || problem.get().map(|_| problem_id.clone())
    };
    let trouble = el("p")
        .class("problem")
        .id(problem_id)
        .hidden(move || problem.get().is_none())
        .live_text(move || problem.get().unwrap_or_default());
    let help = || {
        let text =
            "These words are ready. You can write your own. Leave a choice empty to use ours.";
        parts().child(el("p").class("help").text(text))
    };
    let line = move |choice| choice_line(desk, question, choice, kind, ids, is_full);
    let more = move || {
        let add =
            button("button").id(add_choice_id(question)).on("click", add).text("Add a choice");
        parts().child(el("div").class("button-row").child(add)).child(el("div").live_parts(
            move || later::once_here(desk, |later| (later.paste_list)(desk, question, ids)),
        ))
    };
    el("fieldset")
        .class("draft-choices")
        .class_while("has-problem", move || problem.get().is_some())
        .id(id)
        .attr("tabindex", "-1")
        .live_attr("aria-describedby", described_by)
        .child(el("legend").text("Choices"))
        .child(trouble)
        .show(move || is_standard.get(), help)
        .child(el("ol").attr("role", "list").keyed(move || ids.get(), line))
        .show(move || !is_standard.get() && !is_full.get(), more)
}
