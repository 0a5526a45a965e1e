//! The choices of a question: typed one by one, or pasted as a list. Standard choices come by
//! themselves, and only their words and pictures can be changed.

use super::choice_line::choice_line;
use super::controls::tick;
use super::open_card::Card;
use crate::model::draft::{DraftQuestion, Part};
use crate::model::standard;
use crate::model::survey::Kind;
use crate::organiser::field::problem_about;
use crate::organiser::ids::{add_choice_id, choices_id};
use crate::organiser::later;
use crate::organiser::words::{self, About};
use crate::ui::el::{El, Event, button, el, parts};
use leptos::prelude::*;

/// The choices, and ways to add more where that is possible.
pub fn choices(card: Card) -> El {
    let Card { desk, id: question, kind, .. } = card;
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
        let text = "Leave blank to use the standard wording.";
        parts().child(el("p").class("help").text(text))
    };
    let line = move |choice| choice_line(card, choice, ids, is_full);
    let other = Memo::new(move |_| {
        desk.draft.with(|draft| draft.content().question(question).is_some_and(|q| q.other))
    });
    let set_other = Callback::new(move |on| desk.set_part(question, Part::Other(on)));
    let can_grow = move || !is_standard.get() && !is_full.get();
    let more = move || {
        let plus = el("span").attr("aria-hidden", "true").text("+ ");
        let add = button("quiet-link").id(add_choice_id(question)).on("click", add);
        parts().child(add.child(plus).text("Add a choice"))
    };
    let something_else = move || parts().child(tick(words::LET_OTHER, "", other, set_other));
    let foot = el("div")
        .class("choices-foot")
        .show(can_grow, more)
        .show(move || kind.get().can_have_other(), something_else)
        .show(can_grow, move || {
            parts().live_parts(move || {
                later::once_here(desk, |later| (later.paste_list)(desk, question, ids))
            })
        });
    el("fieldset")
        .class("draft-choices")
        .class_while("has-problem", move || problem.get().is_some())
        .id(id)
        .attr("tabindex", "-1")
        .live_attr("aria-describedby", described_by)
        .child(el("legend").class("unseen").text("Choices"))
        .child(trouble)
        .child(el("ol").attr("role", "list").keyed(move || ids.get(), line))
        .show(move || is_standard.get(), help)
        .child(foot)
}
