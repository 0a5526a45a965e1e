//! Practice: the levels, how somebody did at each the first time and the last time, and the way to clear that.
//!
//! A practice survey is drawn here alone. **Invariant:** it is never kept as a draft, so it is never among somebody's
//! own surveys and nothing can publish it. What is kept is the scores, in this browser.

mod item;
mod level;

use super::confirm::{Asking, Asks, ask, confirm};
use super::library;
use super::screen::Screen;
use super::state::{Desk, HEADING};
use crate::browser::page;
use crate::model::practice::{LEVELS, Level, LevelResult, Score, level as read};
use crate::ui::el::{El, button, el, parts};
use crate::ui::picture::small;
use leptos::prelude::*;

/// The screen: the list of levels, or one of them.
pub fn screen(desk: Desk, number: Option<u8>) -> El {
    match number.and_then(|number| Some((number, read(number)?))) {
        Some((number, level)) => level::level(desk, number, level),
        None => list(desk),
    }
}

fn list(desk: Desk) -> El {
    let scores = RwSignal::new(library::practice());
    let cards = move || {
        let of = |number: u8| scores.with(|scores| scores.as_ref().ok()?.of(number));
        let cards =
            (1..=LEVELS).filter_map(|number| Some(card(desk, number, &read(number)?, of(number))));
        vec![el("ol").class("guide-cards").attr("role", "list").children(cards)]
    };
    let unreadable = move || {
        let is_bad = scores.with(Result::is_err);
        let says = "Your scores are here, but they cannot be read. They stay as they are until you clear them. You \
                    can practise all the same.";
        is_bad.then(|| el("p").class("notice bad").text(says)).into_iter().collect()
    };
    let is_some = move || scores.with(|scores| scores.as_ref().is_ok_and(|all| !all.is_empty()));
    let can_clear = move || is_some() || scores.with(Result::is_err);
    el("main")
        .class("column practice")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Practise"))
        .child(el("p").text(
            "We made up 3 surveys and put faults in them. Find the faults, and write the words better.",
        ))
        .child(el("p").class("soft").text(
            "Your scores stay in this browser. Nobody else sees them. Your own surveys stay as they are.",
        ))
        .live(unreadable)
        .live(cards)
        .show(can_clear, move || parts().child(clear(desk, scores)))
}

type Kept = RwSignal<Result<crate::model::practice::Scores, crate::model::practice::Unreadable>>;

fn card(desk: Desk, number: u8, level: &Level, result: Option<LevelResult>) -> El {
    let screen = Screen::Practice(Some(number));
    let name = format!("Level {number}: {}", level.name);
    let press = if result.is_some() { "Do it again" } else { "Start" };
    let start = el("a")
        .class("button")
        .attr("href", format!("#{}", screen.fragment()))
        .on_follow(move || desk.go(screen))
        .text(press)
        .attr("aria-label", format!("{press}: level {number}"));
    let lines = match result {
        None => vec!["You have not done this level yet.".to_owned()],
        Some(result) => both(level, result),
    };
    el("li").class("card guide-card").children(small(desk.pictures, level.picture)).child(
        el("div")
            .child(el("h2").text(name))
            .child(el("p").text(level.about))
            .children(lines.into_iter().map(|line| el("p").class("soft").text(line)))
            .child(el("div").class("button-row").child(start)),
    )
}

/// How somebody did, the first time and the last.
fn both(level: &Level, result: LevelResult) -> Vec<String> {
    let first = format!("First time: {}", says(level, result.first));
    let last = (result.times > 1).then(|| format!("Last time: {}", says(level, result.last)));
    [first].into_iter().chain(last).collect()
}

/// "You judged 5 of 6 right and fixed 4 of 5 faults."
fn says(level: &Level, score: Score) -> String {
    format!(
        "You got {} of {} right. You fixed {} of {} faults.",
        score.found,
        level.items.len(),
        score.fixed,
        level.faults(),
    )
}

fn clear(desk: Desk, scores: Kept) -> El {
    let asking = Asking::new();
    let asks = Asks {
        title: "Clear your scores?".into(),
        text: "This clears the scores of all levels. You cannot get them back.".into(),
        yes: "Yes, clear them".into(),
        no: "No, keep them",
    };
    let forget = Callback::new(move |()| {
        library::clear_practice();
        scores.set(library::practice());
        desk.tell("Your scores are cleared.");
        page::focus_soon(HEADING);
    });
    el("div")
        .class("button-row")
        .child(button("button").on("click", move |_| ask(asking)).text("Clear my scores"))
        .child(confirm(asking, asks, forget))
}
