//! What people said: a card for each question, and the ways to take the answers out as a file.
//!
//! Absent: percentages. With few people they mislead, and easy read does without them.

mod counts;
mod download;
mod lists;
mod tally;

use super::screen::{Part, Screen};
use super::state::{Desk, HEADING};
use super::words;
use crate::model::id::QuestionId;
use crate::model::results::{Tally, tallies};
use crate::model::standard::HELP;
use crate::model::survey::{Kind, Survey};
use crate::ui::el::{El, button, el, parts};
use download::{CSV_HELP, more_downloads, save_csv};
use leptos::prelude::*;
pub use lists::day;
use std::collections::BTreeSet;
use tally::{Asked, tally_card};

/// The results of the survey on the desk.
pub fn results(desk: Desk) -> El {
    let people = move || desk.received.with(Vec::len);
    let has_some = Memo::new(move |_| people() != 0);
    let heading = move || match people() {
        0 => "Nobody has answered yet".to_owned(),
        people => format!("{} answered", words::count(people, "person", "people")),
    };
    let add = move |_| {
        if let Screen::Survey(id, _) = desk.screen.get_untracked() {
            desk.go(Screen::Survey(id, Part::Inbox));
        }
    };
    let csv = move || {
        let save = button("button primary")
            .attr("aria-describedby", CSV_HELP)
            .on("click", move |_| save_csv(desk))
            .text("Download CSV");
        parts().child(save)
    };
    let none = || {
        let text = "When people send you their answers, add them here. Then you will see what people said.";
        parts().child(el("div").class("card empty").child(el("p").text(text)))
    };
    let buttons = el("div")
        .class("button-row")
        .child(button("button").on("click", add).text("Add answers"))
        .show(move || has_some.get(), csv);
    let head = el("div")
        .class("heading-row")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").live_text(heading))
        .child(buttons);
    el("main")
        .class("column")
        .child(head)
        .show(move || has_some.get(), move || parts().child(more_downloads(desk)))
        .show(move || !has_some.get(), none)
        .live(move || cards(desk))
}

/// A card for each question. None before anyone answered.
fn cards(desk: Desk) -> Vec<El> {
    let (versions, received) = (desk.versions.read(), desk.received.read());
    if received.is_empty() {
        return Vec::new();
    }
    let repeated = repeated(&versions);
    let card = |tally: Tally| {
        let asked = match repeated.contains(&tally.entry.id) {
            true => Asked::Times,
            false => Asked::People { of: received.len() },
        };
        tally_card(&tally, asked, desk.pictures)
    };
    tallies(&versions, &received, &desk.words).into_iter().map(card).collect()
}

/// The questions that one person may be asked many times: those in a section that is repeated.
fn repeated(versions: &[Survey]) -> BTreeSet<QuestionId> {
    let mut found = BTreeSet::new();
    for survey in versions {
        let mut within = false;
        for question in &survey.questions {
            match question.kind {
                Kind::Section => within = question.repeat.is_some(),
                _ if question.id == HELP => within = false,
                _ => {}
            }
            if within {
                found.insert(question.id);
            }
        }
    }
    found
}
