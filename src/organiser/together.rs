//! Making the survey together, a screen a job: asking people to check it, what they said, what two
//! people changed apart, drafts that go between people, and working side by side.
//!
//! **Invariant:** each screen has one strongest button, and that is never the one that starts a round
//! while one is open.

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
pub use settle::count as clash_count;

use super::bar::part_link;
use super::glossary;
use super::screen::Part;
use super::state::{Desk, HEADING};
use super::words;
use crate::ui::el::{El, el};
use came::{Adds, add};
use leptos::prelude::*;

/// The screen of one of these parts.
pub fn screen(desk: Desk, part: Part) -> El {
    let main = el("main")
        .class("column together")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text(part.name()));
    let came_in = || el("div").live(move || came_in::card(desk).into_iter().collect());
    match part {
        Part::Notes => main.child(came_in()).child(said::said(desk)),
        Part::Clashes => main.child(settle::settle(desk)),
        Part::Drafts => main
            .child(clashes(desk))
            .child(came_in())
            .child(glossary::news(desk))
            .child(drafts::drafts(desk))
            .child(add(desk, Adds::Drafts)),
        Part::Beside => main.child(clashes(desk)).child(live::card(desk)),
        _ => main
            .child(el("p").text(
                "Ask the people your survey is for to check it on their own phone. They say what is \
                 easy and what is hard. You decide together what to change.",
            ))
            .child(new_notes(desk))
            .child(invite::invite(desk)),
    }
}

/// The way to the notes, while there are new ones.
fn new_notes(desk: Desk) -> El {
    let unread = Memo::new(move |_| desk.draft.with(|draft| draft.content().making.unread()));
    news(desk, unread, Part::Notes, ("new note", "new notes"), "Read the notes")
}

/// The way to what two people changed apart, while that is to be decided.
fn clashes(desk: Desk) -> El {
    let open = Memo::new(move |_| settle::count(desk));
    news(desk, open, Part::Clashes, ("clash to resolve", "clashes to resolve"), "See the clashes")
}

fn news(
    desk: Desk,
    count: Memo<usize>,
    part: Part,
    (one, many): (&'static str, &'static str),
    go: &'static str,
) -> El {
    let notice = move || {
        let says = el("p").child(el("strong").text(words::count(count.get(), one, many)));
        let way = part_link(desk, part).class("button").text(go);
        el("div").class("notice with-action").child(says).child(way)
    };
    el("div").live(move || (count.get() > 0).then(notice).into_iter().collect())
}
