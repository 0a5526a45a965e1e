//! Add answers: paste a message, or give files. Says what became of each. And take answers out
//! again, for a person who wants them back.

mod take_out;

use super::screen::{Part, Screen};
use super::state::{Desk, HEADING, Taken, Trouble};
use super::words;
use crate::browser::file;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use take_out::TakeOut;

/// The inbox of the survey on the desk.
#[component]
pub fn Inbox(desk: Desk) -> impl IntoView {
    let pasted = RwSignal::new(String::new());
    let over = RwSignal::new(false);
    let add = move |_| {
        if pasted.with(|text| text.trim().is_empty()) {
            desk.tell("Paste a message first. Then press “Add these answers”.");
            return;
        }
        desk.take_text(&pasted.get());
        // What could not be read stays in the field, so that nothing pasted is lost.
        if desk.taken.with(|taken| taken.as_ref().is_some_and(|taken| taken.trouble.is_empty())) {
            pasted.set(String::new());
        }
    };
    let choose = move |event: ev::Event| spawn_local(desk.take_files(file::given(&event)));
    let drop = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        spawn_local(desk.take_files(file::given(&event)));
    };
    let hold = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let total = move || desk.received.with(Vec::len);
    let results = move |_| {
        if let Screen::Survey(id, _) = desk.screen.get() {
            desk.go(Screen::Survey(id, Part::Results));
        }
    };
    view! {
        <main
            class="column"
            on:dragover=hold
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <h1 id=HEADING tabindex="-1">
                "Add answers"
            </h1>
            <Show when=move || desk.versions.with(Vec::is_empty)>
                <div class="notice">
                    <p>"This survey is not published yet. Publish it, then people can answer."</p>
                </div>
            </Show>
            {move || desk.taken.get().map(|taken| view! { <TakenReport taken /> })}
            <p>
                <strong class="big">{total}</strong>
                {move || if total() == 1 { " person answered so far." } else { " people answered so far." }}
            </p>
            <Show when=move || total() != 0>
                <div class="button-row">
                    <button type="button" class="button" on:click=results>
                        "See what people said"
                    </button>
                </div>
            </Show>
            <div class="card">
                <label class="label" for="paste">
                    "Paste messages here"
                </label>
                <p class="help" id="paste-help">
                    "Paste whole messages or emails, as many as you like. We find the answers in them."
                </p>
                <textarea
                    class="text-field"
                    id="paste"
                    rows="6"
                    aria-describedby="paste-help"
                    prop:value=pasted
                    on:input=move |event| pasted.set(event_target_value(&event))
                ></textarea>
                <div class="button-row">
                    <button type="button" class="button primary" on:click=add>
                        "Add these answers"
                    </button>
                </div>
            </div>
            <div class="card drop" class:over=over>
                <h2>"Or add files"</h2>
                <p class="help" id="files-help">
                    "Drop files here, or choose them. You can add many at once."
                </p>
                <label class="button file-button">
                    "Choose files"
                    <input type="file" multiple aria-describedby="files-help" on:change=choose />
                </label>
            </div>
            <p class="soft">"You can add the same answer twice. It counts once."</p>
            <Show when=move || !desk.versions.with(Vec::is_empty)>
                <TakeOut desk />
            </Show>
        </main>
    }
}

/// What became of the answers that were just taken in.
#[component]
pub fn TakenReport(taken: Taken) -> impl IntoView {
    let mut lines: Vec<String> = Vec::new();
    let mut line = |count: usize, one: &str, many: &str| {
        if count > 0 {
            lines.push(words::count(count, one, many));
        }
    };
    line(taken.new, "new answer.", "new answers.");
    line(
        taken.newer,
        "person sent new answers. They took the place of the old ones.",
        "people sent new answers. They took the place of the old ones.",
    );
    line(taken.seen_before, "seen before. It counts once.", "seen before. They count once.");
    for (title, count) in &taken.other_survey {
        let went = words::count(*count, "answer was", "answers were");
        lines.push(format!("{went} for another survey, “{title}”. We put it there."));
    }
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let unreadable = taken.trouble.len();
    let trouble: Vec<_> = taken
        .trouble
        .into_iter()
        .map(|(from, trouble)| {
            view! {
                <li>
                    <strong dir="auto">{from}</strong>
                    ": "
                    {explain(trouble)}
                </li>
            }
        })
        .collect();
    view! {
        <div id="taken" class="taken" tabindex="-1" role="status">
            {(!lines.is_empty())
                .then(|| {
                    view! {
                        <div class="notice good">
                            <ul>{lines}</ul>
                        </div>
                    }
                })}
            {(!trouble.is_empty())
                .then(|| {
                    view! {
                        <div class="notice bad">
                            <p>{format!("{unreadable} could not be added:")}</p>
                            <ul>{trouble}</ul>
                        </div>
                    }
                })}
        </div>
    }
}

/// Why something was not taken in, and what to do.
fn explain(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Bad(why) => words::bad_answer(why),
        Trouble::UnknownSurvey => {
            "It is for a survey that is not on this computer. Open it where the survey was made. \
             Or open a copy of that work here first."
        }
        Trouble::UnknownVersion => {
            "It is for a newer version of this survey that is not on this computer. Open it where that \
             version was made. Or open a copy of that work here first."
        }
        Trouble::WrongKey => {
            "It is locked for somebody else, or was changed on the way. Ask the person to send it again."
        }
        Trouble::FileTooLarge => "The file is too large. Choose another file.",
        Trouble::FileUnread => "The browser could not read it. Choose it again.",
        Trouble::NotKept => {
            "There is no room in this browser to keep it. Save a copy of your work. \
             Then delete a survey you do not need, and try again."
        }
        Trouble::TakenBack => "This person took their answers back.",
    }
}
