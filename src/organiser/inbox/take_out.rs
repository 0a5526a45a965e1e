//! Take answers out: a person wants their answers back and tells the code that their phone showed.

use crate::browser::{clock, page};
use crate::model::inbox::Received;
use crate::organiser::confirm::{Asking, Confirm, ask};
use crate::organiser::results::date;
use crate::organiser::state::{BadCode, Desk};
use leptos::prelude::*;

const CODE: &str = "take-out-code";
const HELP: &str = "take-out-help";
const PROBLEM: &str = "take-out-problem";

/// The section with the field for the code.
#[component]
pub fn TakeOut(desk: Desk) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<BadCode>);
    let found = RwSignal::new(None::<Received>);
    let asking = Asking::new();
    let look = move || match desk.find_code(&typed.get_untracked()) {
        Ok(received) => {
            problem.set(None);
            found.set(Some(received));
            ask(asking);
        }
        Err(why) => {
            problem.set(Some(why));
            page::focus_soon(CODE);
        }
    };
    let type_on = move |event| {
        typed.set(event_target_value(&event));
        problem.set(None);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            look();
        }
    };
    let take_out = Callback::new(move |()| {
        if let Some(received) = found.get_untracked() {
            desk.take_out(&received.response);
            typed.set(String::new());
        }
    });
    let text = move || {
        let day = found.with(|found| found.as_ref().map(|received| day(received.at)));
        let day = day.unwrap_or_default();
        format!("They came in on {day}. You can not get them back. They can not be added again.")
    };
    let described_by = move || match problem.get() {
        Some(_) => format!("{PROBLEM} {HELP}"),
        None => HELP.to_owned(),
    };
    view! {
        <section class="card">
            <h2>"Take answers out"</h2>
            <div class="labelled" class:wrong=move || problem.get().is_some()>
                <label for=CODE>"The person’s code"</label>
                <p class="help" id=HELP>
                    "A person can take their answers back. They tell you a code like 1a2b-3c4d. Write it here."
                </p>
                <p class="problem" id=PROBLEM hidden=move || problem.get().is_none()>
                    {move || problem.get().map(explain)}
                </p>
                <input
                    type="text"
                    class="text-field code-field"
                    id=CODE
                    dir="ltr"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby=described_by
                    aria-invalid=move || problem.get().map(|_| "true")
                    prop:value=typed
                    on:input=type_on
                    on:keydown=on_key
                />
            </div>
            <div class="button-row">
                <button type="button" class="button danger" on:click=move |_| look()>
                    "Take these answers out"
                </button>
            </div>
            <Confirm
                dialog=asking
                title="Take out this person’s answers?"
                text=text
                yes="Yes, take them out"
                no="No, keep them"
                on_yes=take_out
            />
        </section>
    }
}

/// The day here in words.
fn day(at: u64) -> String {
    let day = clock::day(at);
    let mut parts = day.split('-').filter_map(|part| part.parse().ok());
    let mut part = || parts.next().unwrap_or_default();
    date((part(), part(), part()))
}

/// Why the code finds nothing, and what to do.
fn explain(why: BadCode) -> &'static str {
    match why {
        BadCode::NoCode => {
            "A code has 8 numbers and letters from A to F. Ask the person to read it again."
        }
        BadCode::Unknown => {
            "No answers here have this code. Ask the person to read it again. \
             If you did not add their answers yet, add them first."
        }
        BadCode::TakenBack => "These answers are taken out already.",
        BadCode::Shared => "2 people have this code. We can not tell whose answers to take out.",
    }
}
