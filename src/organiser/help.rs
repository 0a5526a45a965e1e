//! "What is this?": what the screen is for and what to do first, in place, above the screen.
//!
//! The button is in the bar and comes with the page (see [`bar`](super::bar)). Absent: a tour. Nothing opens by
//! itself.

use super::bar::close_help;
use super::ids::HELP_HEADING;
use super::screen::Screen;
use super::state::Desk;
use crate::model::guides::{Topic, help};
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// What the help of a screen is about.
fn topic(screen: Screen) -> Topic {
    match screen {
        Screen::Home => Topic::Home,
        Screen::Pair => Topic::Pair,
        Screen::Words => Topic::Words,
        Screen::Sent(_) => Topic::Sent,
        Screen::Guides => Topic::Guides,
        Screen::Guide(_) => Topic::Guide,
        Screen::Practice(_) => Topic::Practice,
        Screen::Survey(_, part) => Topic::Part(part),
    }
}

/// The panel, for the screen that is shown.
pub fn panel(desk: Desk) -> El {
    let Some(help) = help(topic(desk.screen.get_untracked())) else { return parts() };
    let guide = help.guide;
    let screen = Screen::Guide(guide);
    let more = el("a")
        .attr("href", format!("#{}", screen.fragment()))
        .on_follow(move || desk.go(screen))
        .text(guide.title());
    let more = el("p").text("Learn more: ").child(more);
    let close = button("button").on("click", move |_| close_help(desk)).text("Close");
    let inside = el("div")
        .class("help-inside")
        .child(el("h2").id(HELP_HEADING).attr("tabindex", "-1").text("What is this?"))
        .children(help.lines.into_iter().map(|line| el("p").text(line)))
        .child(more)
        .child(el("div").class("button-row").child(close));
    let panel = el("section")
        .class("help-panel no-print")
        .attr("aria-labelledby", HELP_HEADING)
        .on_key(move |event| {
            if event.key() == "Escape" {
                event.prevent_default();
                close_help(desk);
            }
        })
        .child(inside);
    parts().child(panel)
}
