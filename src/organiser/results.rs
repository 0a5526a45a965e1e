//! What people said: counts with bars, written answers, and the spreadsheet.

use super::app::title;
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING};
use super::words;
use crate::browser::{clock, file};
use crate::model::results::{Tally, tallies};
use crate::model::{csv, survey::Choice};
use leptos::prelude::*;

/// Written answers that show before a person asks for all.
const FIRST: usize = 5;

/// The results of the survey on the desk.
#[component]
pub fn Results(desk: Desk) -> impl IntoView {
    let people = move || desk.received.with(Vec::len);
    let heading = move || match people() {
        0 => "Nobody has answered yet".to_owned(),
        people => format!("{} answered", words::count(people, "person", "people")),
    };
    let add = move |_| {
        if let Screen::Survey(id, _) = desk.screen.get() {
            desk.go(Screen::Survey(id, Part::Inbox));
        }
    };
    let cards = move || {
        desk.versions.with(|versions| {
            desk.received.with(|received| {
                if received.is_empty() {
                    return Vec::new();
                }
                tallies(versions, received)
                    .into_iter()
                    .map(|tally| view! { <TallyCard tally /> })
                    .collect()
            })
        })
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
                    <Show when=move || people() != 0>
                        <button
                            type="button"
                            class="button primary"
                            on:click=move |_| save_csv(desk)
                        >
                            "Download CSV"
                        </button>
                    </Show>
                </div>
            </div>
            <Show when=move || people() == 0>
                <div class="card empty">
                    <p>"When people send you their answers, add them here. Then you will see what people said."</p>
                </div>
            </Show>
            {cards}
        </main>
    }
}

fn save_csv(desk: Desk) {
    let name = format!("{}.csv", words::file_name(&title(desk), "answers"));
    let bytes = desk
        .versions
        .with(|versions| desk.received.with(|received| csv::write(versions, received, clock::day)));
    let saved =
        bytes.is_ok_and(|bytes| file::save(&name, "text/csv;charset=utf-8", &bytes).is_ok());
    if saved {
        desk.tell(&format!("The answers are saved as {name}. Open it in a spreadsheet."));
    } else {
        desk.tell("The file was not saved. Please try again.");
    }
}

#[component]
fn TallyCard(tally: Tally) -> impl IntoView {
    let most = tally.answered.max(1);
    let bars: Vec<_> = tally
        .entry
        .kind
        .choices()
        .iter()
        .zip(&tally.counts)
        .map(|(choice, count)| bar(choice, *count, most))
        .collect();
    let written = tally.is_written().then(|| view! { <Written answers=tally.written.clone() /> });
    let skipped = match tally.skipped {
        0 => "No one skipped this.".to_owned(),
        some => format!("{} skipped this.", words::count(some, "person", "people")),
    };
    view! {
        <section class="card tally">
            <h2 class="words" dir="auto">
                {tally.entry.text.clone()}
            </h2>
            {(!bars.is_empty()).then(|| view! { <ul class="bars" role="list">{bars}</ul> })}
            {written}
            <p class="soft">{skipped}</p>
        </section>
    }
}

/// A bar as long as the share of those who answered. The count stands beside it in words.
fn bar(choice: &Choice, count: usize, most: usize) -> impl IntoView + use<> {
    view! {
        <li>
            <span class="bar-name" dir="auto">
                {choice.text.clone()}
            </span>
            <svg class="bar" viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true">
                <rect width=count * 1000 / most height="1" />
            </svg>
            <span class="bar-count">{words::count(count, "person", "people")}</span>
        </li>
    }
}

#[component]
fn Written(answers: Vec<String>) -> impl IntoView {
    if answers.is_empty() {
        return view! { <p>"No one wrote anything."</p> }.into_any();
    }
    let all = RwSignal::new(answers.len() <= FIRST);
    let count = answers.len();
    let shown = move || {
        let number = if all.get() { count } else { FIRST };
        let item = |words: &String| view! { <li dir="auto">{words.clone()}</li> };
        answers.iter().take(number).map(item).collect_view()
    };
    view! {
        <ul class="written" role="list">
            {shown}
        </ul>
        <Show when=move || !all.get()>
            <div class="button-row">
                <button type="button" class="button" on:click=move |_| all.set(true)>
                    {format!("Read all {count}")}
                </button>
            </div>
        </Show>
    }
    .into_any()
}
