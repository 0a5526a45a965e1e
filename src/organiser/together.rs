//! Making the survey together: asking people to check it, what they said, what was decided,
//! working side by side, and drafts that go between people.

mod came;
mod came_in;
mod clash;
mod drafts;
mod invite;
mod live;
mod offered;
mod read;
mod said;
pub mod scan;
mod settle;
mod suggestion;

pub use came::came_words;
pub use live::screen as pair_screen;
pub use offered::offered;

use super::screen::{Part, Screen};
use super::state::{Desk, HEADING};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The screen.
pub fn screen(desk: Desk) -> El {
    let making = move |_| {
        if let Screen::Survey(id, _) = desk.screen.get_untracked() {
            desk.go(Screen::Survey(id, Part::Making));
        }
    };
    let story = el("button").attr("type", "button").class("button").on("click", making);
    el("main")
        .class("column together")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Ask people"))
        .child(el("p").text(
            "Ask the people it is for to check the survey. They say what is easy and what is hard. \
             You decide together what to change.",
        ))
        .child(settle::settle(desk))
        .child(invite::invite(desk))
        .child(came::add(desk))
        .child(el("div").live(move || vec![came_in::card(desk)]))
        .child(said::said(desk))
        .child(live::card(desk))
        .child(drafts::drafts(desk))
        .child(
            el("section")
                .class("card")
                .child(el("h2").text("How this was made"))
                .child(el("p").text(
                    "We keep a record: who took part, what they said, and what changed. You can \
                     show it or print it.",
                ))
                .child(el("div").class("button-row").child(story.text("See how this was made"))),
        )
}
