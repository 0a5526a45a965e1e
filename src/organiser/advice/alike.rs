//! Advice that says the very same of many questions: one card, with a list of them and one press for all.
//!
//! Absent: which advice that is (see [`Shown::says_the_same`](super::boxes::Shown)).

use super::boxes::Shown;
use crate::browser::page;
use crate::model::draft::Place;
use crate::model::easy_read::Rule;
use crate::model::edit::pictures::Pictured;
use crate::organiser::buttons::button;
use crate::organiser::editor::picture::button_id;
use crate::organiser::languages::groups::Group;
use crate::organiser::screen::Part;
use crate::organiser::screen::Screen;
use crate::organiser::state::{Desk, HEADING};
use crate::ui::el::{El, el};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// From so many on, they stand together.
const MANY: usize = 3;

/// Takes those out that say the same of many questions. In their order.
pub fn alike(all: &mut Vec<Shown>) -> Vec<Vec<Shown>> {
    let mut groups: Vec<Vec<Shown>> = Vec::new();
    for shown in all.iter() {
        match groups.iter_mut().find(|group| group[0].says_the_same(shown)) {
            Some(group) => group.push(shown.clone()),
            None => groups.push(vec![shown.clone()]),
        }
    }
    groups.retain(|group| group.len() >= MANY);
    all.retain(|shown| !groups.iter().any(|group| group.contains(shown)));
    groups
}

/// Their card.
pub fn card(desk: Desk, group: Vec<Shown>) -> El {
    let (rule, why) = (group[0].rule, group[0].why.clone());
    let title = format!("{} ({})", rule.name(), group.len());
    let lines = el("ul").class("advice-alike").attr("role", "list");
    let lines = lines.children(group.iter().map(|shown| line(desk, shown)));
    let asides: Vec<_> = group.iter().map(Shown::aside).collect();
    let leave = button("button", "Ignore all of these", move || {
        desk.leave_all(asides.clone());
        page::focus_soon(HEADING);
    });
    el("section")
        .class("card")
        .child(el("h2").text(title))
        .child(el("p").text(why))
        .child(lines)
        .child(el("div").class("button-row").child(leave))
}

/// One question, and the way to where it is mended.
fn line(desk: Desk, shown: &Shown) -> El {
    let (place, rule) = (shown.place, shown.rule);
    let name = desk.draft.with_untracked(|draft| match place {
        Place::Question(id) => Group::Question(id).name(draft.content()),
        _ => String::new(),
    });
    let does = if rule == Rule::NoPicture { "Choose a picture" } else { "Edit this" };
    let address = match desk.screen.get_untracked() {
        Screen::Survey(id, _) => Screen::Survey(id, Part::Questions).fragment(),
        elsewhere => elsewhere.fragment(),
    };
    let go = el("a")
        .attr("href", format!("#{address}"))
        .text(does)
        .attr("aria-label", format!("{does}: {name}"))
        .on("click", move |event| {
            let event: MouseEvent = event.into();
            event.prevent_default();
            desk.open_place(place);
            if let (Rule::NoPicture, Place::Question(id)) = (rule, place) {
                page::focus_soon(&button_id(Pictured::Question(id)));
            }
        });
    el("li").class("advised").child(el("p").attr("dir", "auto").text(name)).child(go)
}
