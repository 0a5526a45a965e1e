//! My surveys: all of them, a way to start, and the copy of everything.

use super::library::{Summary, Unread};
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING};
use super::{library, words};
use crate::browser::{clock, file};
use crate::model::wire::{Backup, LARGEST_BACKUP};
use crate::organiser::confirm::{Asking, Confirm, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The first screen.
#[component]
pub fn Home(desk: Desk) -> impl IntoView {
    let has_none = move || desk.summaries.with(Vec::is_empty);
    view! {
        <main class="column">
            <div class="heading-row">
                <h1 id=HEADING tabindex="-1">
                    "My surveys"
                </h1>
                <button type="button" class="button primary" on:click=move |_| desk.make_new()>
                    "Make a survey"
                </button>
            </div>
            {(!desk.keeps_anything())
                .then(|| {
                    view! {
                        <div class="notice bad">
                            <p>
                                <strong>"This browser does not keep anything. "</strong>
                                "You can not make a survey here. Open this page in a window that is not private, or in another browser."
                            </p>
                        </div>
                    }
                })}
            <StrayAnswers desk />
            <Show when=move || !has_none()>
                <CopyReminder desk />
            </Show>
            <UnreadData desk />
            <Show when=has_none>
                <div class="card empty">
                    <h2>"You have no surveys yet"</h2>
                    <p>"Press “Make a survey” to write your own. Or start from the ready-made one below, and change the words."</p>
                    <p>"Your work is kept on this computer. Nobody else can see it."</p>
                </div>
            </Show>
            <ul class="survey-cards" role="list">
                <For
                    each=move || desk.summaries.get()
                    key=|summary| summary.clone()
                    let(summary)
                >
                    <SurveyCard desk summary />
                </For>
                <li class="card ready-made">
                    <h2>"Start from a ready-made survey"</h2>
                    <p class="soft">
                        <strong>"Your support at home."</strong>
                        " 15 questions about where people live and the help they get."
                    </p>
                    <div class="button-row">
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| desk.make_from_ready_made()
                        >
                            "Use “Your support at home”"
                        </button>
                    </div>
                </li>
            </ul>
            <OpenCopy desk />
        </main>
    }
}

#[component]
fn SurveyCard(desk: Desk, summary: Summary) -> impl IntoView {
    let Summary { id, title, questions, changed_at, version, responses } = summary;
    let title = words::or(&title, words::NO_TITLE);
    let asking = Asking::new();
    let go = move |part| move |_| desk.go(Screen::Survey(id, part));
    let mut facts = vec![words::count(questions, "question", "questions")];
    facts.extend(version.map(|version| format!("version {version}")));
    facts.push(format!("changed {}", words::days(clock::days_ago(changed_at))));
    let state = match version {
        Some(_) => view! { <p class="pill open">"Open for answers"</p> },
        None => view! { <p class="pill">"Draft"</p> },
    };
    let about = |what: &str| format!("{what}: {title}");
    let delete_text = match responses {
        0 => "You can not get it back.".to_owned(),
        some => format!(
            "Its {} will be deleted too. You can not get them back. Save a copy first if you are not sure.",
            words::count(some, "answer", "answers"),
        ),
    };
    let kept = title.clone();
    view! {
        <li class="card">
            {state}
            <h2 dir="auto">{title.clone()}</h2>
            <p class="soft">{facts.join(" · ")}</p>
            {version
                .map(|_| {
                    view! {
                        <p>
                            <strong class="big">{responses}</strong>
                            {if responses == 1 { " person answered" } else { " people answered" }}
                        </p>
                    }
                })}
            <div class="button-row">
                {(responses > 0)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button primary"
                                aria-label=about("See answers")
                                on:click=go(Part::Results)
                            >
                                "See answers"
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="button"
                    class:primary=responses == 0
                    aria-label=about("Edit")
                    on:click=go(Part::Questions)
                >
                    "Edit"
                </button>
                {version
                    .map(|_| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                aria-label=about("Share")
                                on:click=go(Part::Share)
                            >
                                "Share"
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="button"
                    aria-label=about("Make a copy")
                    on:click=move |_| desk.make_from(id)
                >
                    "Make a copy"
                </button>
                <button
                    type="button"
                    class="button danger"
                    aria-label=about("Delete")
                    on:click=move |_| ask(asking)
                >
                    "Delete"
                </button>
            </div>
            <Confirm
                dialog=asking
                title=format!("Delete “{title}”?")
                text=delete_text
                yes="Yes, delete it"
                no="No, keep it"
                on_yes=Callback::new(move |()| desk.delete(id, &kept))
            />
        </li>
    }
}

/// Browser storage can vanish, and the keys are nowhere else. So the app keeps asking.
#[component]
fn CopyReminder(desk: Desk) -> impl IntoView {
    let last = move || match desk.copied_at.get() {
        None => "You have not saved a copy yet.".to_owned(),
        Some(at) => format!("You last saved a copy {}.", words::days(clock::days_ago(at))),
    };
    let save = move |_| save_copy(desk);
    view! {
        <div class="notice with-action">
            <p>
                <strong>"Your work is only on this computer. "</strong>
                {last}
            </p>
            <button type="button" class="button" on:click=save>
                "Save a copy now"
            </button>
        </div>
    }
}

/// Saves everything as one file.
pub fn save_copy(desk: Desk) {
    let backup = desk.backup();
    let name = format!("ask-together-copy-{}.json", clock::day(clock::now()));
    match file::save(&name, "application/json", backup.to_json().as_bytes()) {
        Ok(()) => {
            library::note_copied(clock::now());
            desk.copied_at.set(Some(clock::now()));
            let left_out = if desk.unread.with_untracked(Vec::is_empty) {
                ""
            } else {
                " The work that can not be read is not in it. Save that as a file too."
            };
            desk.tell(&format!(
                "A copy is saved as {name}. Keep it safe: it can open people's answers.{left_out}",
            ));
        }
        Err(_) => desk.tell("The copy was not saved. Please try again."),
    }
}

/// Puts a copy back.
#[component]
fn OpenCopy(desk: Desk) -> impl IntoView {
    let open = move |event: leptos::ev::Event| {
        let given = file::given(&event);
        spawn_local(async move {
            for file in given {
                let text = match file.text(LARGEST_BACKUP).await {
                    Ok(text) => text,
                    Err(_) => {
                        desk.tell("We could not read this file. Choose another file.");
                        continue;
                    }
                };
                match Backup::from_json(&text) {
                    Err(why) => desk.tell(words::bad_copy(why)),
                    Ok(backup) => {
                        let surveys = words::count(backup.surveys.len(), "survey", "surveys");
                        match library::restore(backup) {
                            Ok(()) => desk.tell(&format!("The copy is open. It held {surveys}.")),
                            Err(_) => desk.tell(
                                "Not all of the copy fits in this browser. Delete a survey you do not need. Then try again.",
                            ),
                        }
                    }
                }
            }
            desk.load_home();
        });
    };
    view! {
        <section class="open-copy">
            <h2>"Open a copy"</h2>
            <p class="soft" id="open-copy-help">
                "Did you save a copy before, here or on another computer? Open it to go on. What is here now stays."
            </p>
            <label class="button file-button">
                "Choose a copy"
                <input
                    type="file"
                    accept=".json,application/json"
                    aria-describedby="open-copy-help"
                    on:change=open
                />
            </label>
        </section>
    }
}

/// What is in storage and can't be read. It stays, and can be had as a file.
#[component]
fn UnreadData(desk: Desk) -> impl IntoView {
    let item = move |unread: Unread| {
        let name = unread.name.replace('/', "-");
        let asking = Asking::new();
        let text = unread.text.clone();
        let shown_name = unread.name.clone();
        let save = move |_| {
            let saved = file::save(&format!("{name}.txt"), "text/plain", text.as_bytes());
            desk.tell(match saved {
                Ok(()) => "Saved as a file.",
                Err(_) => "The file was not saved. Please try again.",
            });
        };
        let forget = Callback::new(move |()| {
            library::forget(&unread);
            desk.load_home();
        });
        view! {
            <li>
                <code>{shown_name}</code>
                <div class="button-row">
                    <button type="button" class="button" on:click=save>
                        "Save it as a file"
                    </button>
                    <button type="button" class="button danger" on:click=move |_| ask(asking)>
                        "Delete it"
                    </button>
                </div>
                <Confirm
                    dialog=asking
                    title="Delete this?"
                    text="Save it as a file first. You can not get it back."
                    yes="Yes, delete it"
                    no="No, keep it"
                    on_yes=forget
                />
            </li>
        }
    };
    view! {
        <Show when=move || !desk.unread.with(Vec::is_empty)>
            <div class="notice bad unread">
                <p>
                    <strong>"Some work on this computer can not be read. "</strong>
                    "It is still here. Save it as a file, and ask for help. A newer Ask Together may be able to read it."
                </p>
                <ul role="list">{move || desk.unread.get().into_iter().map(item).collect_view()}</ul>
            </div>
        </Show>
    }
}

/// An answer link was opened, but its survey is not in this browser.
#[component]
fn StrayAnswers(desk: Desk) -> impl IntoView {
    move || desk.taken.get().map(|taken| view! { <super::inbox::TakenReport taken /> })
}
