//! Changes that begin with what people said: tick what you want, and each becomes a change with its words, its
//! number of people and its picture.

use super::book::Book;
use crate::browser::page;
use crate::model::change::{ChangeId, Field, First, Op, Value, starts};
use crate::model::dataset::Dataset;
use crate::model::suppress::Rule;
use crate::organiser::buttons::button;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The id of the heading.
const START: &str = "start-changes";

/// The list to tick. `is_open` closes it.
pub fn start(book: Book, is_open: RwSignal<bool>) -> El {
    let desk = book.desk;
    let all: Vec<First> = desk.versions.with_untracked(|versions| {
        desk.received.with_untracked(|received| {
            let data = Dataset::of(versions, received, &desk.words);
            desk.draft.with_untracked(|draft| {
                starts(book.id, &data, Rule::default(), &draft.content().making)
            })
        })
    });
    page::focus_soon(START);
    let used: BTreeSet<_> = book.content.with_untracked(|content| {
        content.changes.iter().flat_map(|change| change.links.iter().copied()).collect()
    });
    let ticked = RwSignal::new(BTreeSet::<usize>::new());
    let line = |(place, first): (usize, &First)| {
        let tick = el("input")
            .attr("type", "checkbox")
            .checked(move || ticked.with(|ticked| ticked.contains(&place)))
            .on("change", move |event| {
                let is = event_target_checked(&event.into());
                ticked.update(|ticked| {
                    _ = if is { ticked.insert(place) } else { ticked.remove(&place) }
                });
            });
        let mut more: Vec<String> = Vec::new();
        let is_quote = !first.asked.is_empty() && first.people.is_empty();
        more.extend(is_quote.then(|| first.asked.clone()));
        more.extend(Some(first.people.clone()).filter(|people| !people.is_empty()));
        more.extend(first.decided.as_ref().map(|(standing, _)| standing.name().to_owned()));
        more.extend(used.contains(&first.link).then(|| "you have this already".to_owned()));
        let words = el("span")
            .attr("dir", "auto")
            .text(if is_quote { words::quoted(&first.said) } else { first.said.clone() })
            .child(el("span").class("soft start-more").text(more.join(" · ")));
        el("li").child(el("label").class("step-choice").child(tick).child(words))
    };
    let lines: Vec<El> = all.iter().enumerate().map(line).collect();
    let none = lines.is_empty().then(|| {
        el("p").text(
            "There are no answers that can be shown yet. You can add a change in your own words.",
        )
    });
    let care = (!lines.is_empty()).then(|| {
        el("p").class("help").text(
            "Small counts are not offered. Someone’s own words can show who they are: change the words if \
             they do.",
        )
    });
    let is_some = !lines.is_empty();
    let press = move || {
        let picked = ticked.get_untracked();
        let firsts = all.iter().enumerate().filter(|(place, _)| picked.contains(place));
        let with: Vec<_> = firsts.map(|(_, first)| begin(first.clone())).collect();
        let count = with.len();
        if count == 0 {
            return desk.tell("Tick what people said first.");
        }
        if let Some(last) = book.add(with) {
            is_open.set(false);
            book.open_form(last);
            desk.tell(&format!("{} added.", words::count(count, "change is", "changes are")));
        }
    };
    let add = is_some.then(|| button("button primary", "Add what I ticked", press));
    el("section")
        .class("card")
        .attr("aria-labelledby", START)
        .child(el("h2").id(START).attr("tabindex", "-1").text("Start from what people said"))
        .children(none)
        .children(care)
        .child(el("ul").class("start-list").attr("role", "list").children(lines))
        .child(el("div").class("button-row").children(add).child(button(
            "button",
            "Close",
            move || is_open.set(false),
        )))
}

/// What a new change is made of.
fn begin(first: First) -> impl FnOnce(ChangeId) -> Vec<Op> {
    move |id| {
        let set = |field, value| Op::Set { of: Some(id), field, value, over: Vec::new() };
        let text = |field, text: &str| set(field, Value::Text(text.to_owned()));
        let mut ops = vec![text(Field::Said, &first.said), Op::Link(id, first.link)];
        if !first.people.is_empty() {
            ops.push(text(Field::People, &first.people));
        }
        if !first.picture.is_empty() {
            ops.push(text(Field::Picture, &first.picture));
        }
        if let Some((standing, why)) = &first.decided {
            ops.push(set(Field::Standing, Value::Pick(standing.place())));
            ops.push(text(Field::Doing, why));
        }
        ops
    }
}
