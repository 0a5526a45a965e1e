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
use crate::model::results::tallies;
use crate::model::standard::HELP;
use crate::model::survey::{Kind, Survey};
use download::{CSV_HELP, MoreDownloads, save_csv};
use leptos::prelude::*;
pub use lists::date;
use std::collections::BTreeSet;
use tally::{Asked, TallyCard};

/// The results of the survey on the desk.
#[component]
pub fn Results(desk: Desk) -> impl IntoView {
    let people = move || desk.received.with(Vec::len);
    let has_some = Memo::new(move |_| people() != 0);
    let heading = move || match people() {
        0 => "Nobody has answered yet".to_owned(),
        people => format!("{} answered", words::count(people, "person", "people")),
    };
    let add = move |_| {
        if let Screen::Survey(id, _) = desk.screen.get() {
            desk.go(Screen::Survey(id, Part::Inbox));
        }
    };
    view! {
        <main class="column">
            <div class="heading-row">
                <h1 id=HEADING tabindex="-1">
                    {heading}
                </h1>
                <div class="button-row">
                    <button type="button" class="button" on:click=add>
                        "Add answers"
                    </button>
                    <Show when=move || has_some.get()>
                        <button
                            type="button"
                            class="button primary"
                            aria-describedby=CSV_HELP
                            on:click=move |_| save_csv(desk)
                        >
                            "Download CSV"
                        </button>
                    </Show>
                </div>
            </div>
            <Show
                when=move || has_some.get()
                fallback=|| {
                    view! {
                        <div class="card empty">
                            <p>"When people send you their answers, add them here. Then you will see what people said."</p>
                        </div>
                    }
                }
            >
                <MoreDownloads desk />
            </Show>
            {move || cards(desk)}
        </main>
    }
}

/// A card for each question. None before anyone answered.
fn cards(desk: Desk) -> Vec<impl IntoView> {
    let (versions, received) = (desk.versions.read(), desk.received.read());
    if received.is_empty() {
        return Vec::new();
    }
    let repeated = repeated(&versions);
    let card = |tally: crate::model::results::Tally| {
        let asked = match repeated.contains(&tally.entry.id) {
            true => Asked::Times,
            false => Asked::People { of: received.len() },
        };
        view! { <TallyCard tally asked /> }
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
