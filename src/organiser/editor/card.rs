//! The card of a question or a page. Closed, it shows the words; what it is when it is open is in
//! `open_card`.

use super::handle::{handle, place_name};
use super::lines::{Line, Lines, OneLine, line};
use super::open_card::open_card;
use super::outline::move_by_key;
use crate::model::id::QuestionId;
use crate::organiser::advice::dot::advice_dot;
use crate::organiser::beside::here;
use crate::organiser::ids::card_id;
use crate::organiser::state::{Desk, Spot};
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// A question's card.
pub fn question_card(desk: Desk, id: QuestionId, lines: Lines) -> El {
    let open = Memo::new(move |_| desk.spot.get() == Spot::Question(id));
    let line = line(lines, id);
    let keys = move |event: KeyboardEvent| {
        let way = match event.key().as_str() {
            "ArrowUp" => (false, false),
            "ArrowDown" => (true, false),
            "Home" => (false, true),
            "End" => (true, true),
            _ => return,
        };
        if event.alt_key() {
            event.prevent_default();
            move_by_key(desk, id, line, way, event.shift_key());
        }
    };
    el("section")
        .class("card editor-card")
        .class_while("open", move || open.get())
        .id(card_id(Spot::Question(id)))
        .attr("data-place", place_name(id))
        .live_attr("aria-label", move || name(line))
        .on_key(keys)
        .child(here(desk, Spot::Question(id)))
        .show(move || open.get(), move || open_card(desk, id, line, lines))
        .show(
            move || !open.get(),
            move || parts().child(handle(desk, id, false)).child(closed_card(desk, id, line)),
        )
}

/// What the card is called. `None` once its question is gone.
fn name(line: OneLine) -> Option<String> {
    line.with(|line| line.as_ref().map(|line| line.name.clone()))
}

/// One button, with what there is to see of the question.
fn closed_card(desk: Desk, id: QuestionId, line: OneLine) -> El {
    let problem = Memo::new(move |_| {
        let problems = desk.problems.read();
        let here = |problem: &&_| words::about(**problem).card() == Some(Spot::Question(id));
        let found = problems.iter().find(here).copied()?;
        Some(desk.draft.with_untracked(|draft| words::problem_here(draft.content(), found)))
    });
    let what = |line: Line| match line.number {
        Some(number) => format!("{number} · {}", words::kind(line.kind)),
        None => line.name,
    };
    let shown = move || {
        let Some(line) = line.get() else { return Vec::new() };
        let part = |class, text| el("span").class(class).attr("dir", "auto").text(text);
        let more = [line.as_often_as, line.only_if].into_iter().flatten();
        let more = more.map(|text: String| part("card-when", text));
        core::iter::once(part("card-text", line.text)).chain(more).collect()
    };
    let trouble =
        move || problem.get().into_iter().map(|text| el("span").class("problem").text(text));
    let what = el("span")
        .class("card-kind")
        .live_text(move || line.get().map(what).unwrap_or_default())
        .child(advice_dot(desk, id));
    button("card-opener")
        .on("click", move |_| desk.open(Spot::Question(id)))
        .child(what)
        .live(shown)
        .live(move || trouble().collect())
}
