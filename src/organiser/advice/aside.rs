//! The advice that people decided to live with, their reasons, and the way back.

use crate::browser::page;
use crate::model::draft::{Content, SetAside};
use crate::organiser::languages::groups::{Group, name};
use crate::organiser::state::{Desk, HEADING, Spot};
use crate::organiser::words::{quoted, short};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The id of the heading, where the focus goes when a line goes away.
const LEFT: &str = "left-as-it-is";
/// Most letters of the words that a line is about.
const LONGEST: usize = 120;

/// The section. Empty while there is nothing.
pub fn left_as_it_is(desk: Desk) -> El {
    let asides = Memo::new(move |_| desk.draft.with(|draft| standing(draft.content())));
    el("section").class("advice-asides").attr("aria-labelledby", LEFT).live(move || {
        let asides = asides.get();
        if asides.is_empty() {
            return Vec::new();
        }
        let last = asides.len() == 1;
        let heading = el("h2").id(LEFT).attr("tabindex", "-1").text("Left as it is");
        let lines = asides.into_iter().map(|aside| line(desk, aside, last));
        let list = el("ul").attr("role", "list").children(lines);
        vec![heading, list]
    })
}

/// What people live with whose words are still there.
fn standing(content: &Content) -> Vec<SetAside> {
    let stands = |aside: &&SetAside| {
        content.text(aside.place).is_some_and(|text| text.contains(&aside.words))
    };
    content.set_aside.iter().filter(stands).cloned().collect()
}

fn line(desk: Desk, aside: SetAside, last: bool) -> El {
    let place = desk.draft.with_untracked(|draft| {
        let content = draft.content();
        match Spot::of(aside.place) {
            Spot::Question(id) => Group::Question(id).name(content),
            Spot::Words => Group::HardWords.name(content),
            Spot::Welcome => name(content, aside.place),
        }
    });
    let rule = aside.rule.name();
    let what = match aside.words.as_str() {
        "" => String::new(),
        words => format!(" {}", quoted(&short(words, LONGEST))),
    };
    let reason = match aside.reason.as_str() {
        "" => "No reason given.".to_owned(),
        reason => format!("Why: {reason}"),
    };
    let says = el("p").attr("dir", "auto").child(el("strong").text(format!("{rule}."))).text(what);
    let back = el("button")
        .attr("type", "button")
        .class("button")
        .text("Bring it back")
        .attr("aria-label", format!("Bring it back: {rule}, {place}"))
        .on("click", move |_| {
            desk.bring_back(aside.clone());
            page::focus_soon(if last { HEADING } else { LEFT });
        });
    el("li")
        .class("card aside")
        .child(says)
        .child(el("p").class("soft").attr("dir", "auto").text(place))
        .child(el("p").attr("dir", "auto").text(reason))
        .child(el("div").class("button-row").child(back))
}
