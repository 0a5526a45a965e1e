//! What changed: what came of what people said. Writing it down, showing it to everybody, and showing it to people
//! who decide.
//!
//! Absent: what a press means (see [`change`](crate::model::change)).

mod agreed;
mod blocks;
mod board;
mod book;
mod fields;
mod form;
mod list;
mod money;
mod page_file;
mod picture;
mod start;
mod told;

use super::library;
use super::screen::{Part, Screen};
use super::state::Desk;
use super::words;
use crate::browser::clock;
use crate::model::id::SurveyId;
use crate::ui::el::{El, button, el, parts};
use book::Book;
use leptos::prelude::*;

/// One of the three screens.
pub fn screen(desk: Desk, id: SurveyId, part: Part) -> El {
    let book = Book::open(desk, id);
    match part {
        Part::Told => told::told(book),
        Part::Board => board::board(book),
        _ => list::list(book),
    }
}

/// The reminder on the first screen, for each survey with a change that is to be looked at again by now.
pub fn due(desk: Desk) -> El {
    // The list of surveys is read whenever the screen is shown.
    let here: Vec<(SurveyId, String)> =
        desk.summaries.with(|all| all.iter().map(|one| (one.id, one.title.clone())).collect());
    let today = clock::today();
    let notice = |changes: crate::model::change::Changes| {
        let (id, title) = here.iter().find(|(id, _)| *id == changes.survey())?.clone();
        let day = changes.content().review().filter(|day| *day <= today)?;
        let says = format!("You wanted to look at what changed on {}.", words::day(day));
        let go = button("button").text("Go to these changes");
        let go = go.on("click", move |_| desk.go(Screen::Survey(id, Part::Changes)));
        let title = el("strong").attr("dir", "auto").text(words::or(&title, words::NO_TITLE));
        let says = el("p").child(title).text(": ").text(says);
        Some(el("div").class("notice with-action").child(says).child(go))
    };
    parts().children(library::all_changes().into_iter().filter_map(notice))
}
