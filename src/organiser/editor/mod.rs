//! The editor: an outline, a card for each question, and the preview of a phone.
//!
//! One card is open at a time, so a survey of hundreds of questions has few fields in the page.

mod card;
mod choices;
mod outline;
mod preview;
mod welcome_card;

use super::home::save_copy;
use super::state::editing::ADD_QUESTION;
use super::state::publishing::PROBLEMS;
use super::state::{Desk, HEADING, Saving, Spot};
use super::words;
use crate::model::draft::{DraftKind, Problem};
use crate::model::id::QuestionId;
use card::QuestionCard;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use outline::Outline;
use preview::Preview;
use welcome_card::WelcomeCard;

/// The editor's screen.
#[component]
pub fn Editor(desk: Desk) -> impl IntoView {
    let preview = RwSignal::new(false);
    let ids = Memo::new(move |_| {
        desk.draft.with(|draft| {
            draft.content().questions.iter().map(|question| question.id).collect::<Vec<_>>()
        })
    });
    // On the window: the keys must work wherever the focus is, on the bar at the top too.
    let keys = window_event_listener(leptos::ev::keydown, move |event| on_key(desk, &event));
    on_cleanup(move || keys.remove());
    view! {
        <div class="editor" class:preview-on=preview>
            <Outline desk ids />
            <main class="cards-column">
                <h1 class="unseen" id=HEADING tabindex="-1">
                    "Questions"
                </h1>
                <button
                    type="button"
                    class="button preview-toggle"
                    aria-pressed=move || preview.get().to_string()
                    on:click=move |_| preview.update(|on| *on = !*on)
                >
                    {move || if preview.get() { "Back to the questions" } else { "See it on a phone" }}
                </button>
                <NotSaved desk />
                <ErrorSummary desk ids />
                <div class="editor-cards">
                    <WelcomeCard desk />
                    <For each=move || ids.get() key=|id| *id let(id)>
                        <QuestionCard desk id ids />
                    </For>
                    <AddQuestion desk />
                </div>
            </main>
            <Preview desk ids />
        </div>
    }
}

/// The editor's keys: undo and redo. They work in fields too, since every key there is a step.
fn on_key(desk: Desk, event: &KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => {
            event.prevent_default();
            desk.undo();
        }
        ("z", true) | ("y", false) => {
            event.prevent_default();
            desk.redo();
        }
        _ => {}
    }
}

/// The browser refused to keep the draft. Stays until it works again, with the ways out.
#[component]
fn NotSaved(desk: Desk) -> impl IntoView {
    view! {
        <div role="alert">
            <Show when=move || desk.saving.get() == Saving::Failed>
                <div class="notice bad">
                    <p>
                        <strong>"Your last changes are not saved. "</strong>
                        "This browser has no room, or does not keep anything. Do not close this page."
                    </p>
                    <div class="button-row">
                        <button type="button" class="button" on:click=move |_| desk.save()>
                            "Try again"
                        </button>
                        <button type="button" class="button" on:click=move |_| save_copy(desk)>
                            "Save a copy as a file"
                        </button>
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// What stands in the way of publishing. Each line leads to its field.
#[component]
fn ErrorSummary(desk: Desk, ids: Memo<Vec<QuestionId>>) -> impl IntoView {
    let line = move |problem: Problem| {
        let number = question_of(problem)
            .and_then(|id| ids.with(|ids| ids.iter().position(|other| *other == id)))
            .map(|place| place + 1);
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            match problem.place() {
                Some(place) => desk.open_place(place),
                None => crate::browser::page::focus_soon(ADD_QUESTION),
            }
        };
        view! {
            <li>
                <a href="#" on:click=go>
                    {words::problem(problem, number)}
                </a>
            </li>
        }
    };
    let has_some = move || !desk.problems.with(Vec::is_empty);
    let mended = move || desk.checked.get() && !has_some();
    view! {
        <div
            class="notice bad error-summary"
            id=PROBLEMS
            tabindex="-1"
            role="group"
            aria-labelledby="problems-title"
            hidden=move || !has_some()
        >
            <h2 id="problems-title">"Mend these before you publish"</h2>
            <ul>{move || desk.problems.get().into_iter().map(line).collect_view()}</ul>
        </div>
        <div role="status">
            <Show when=mended>
                <div class="notice good">
                    <p>"All mended. You can publish now."</p>
                </div>
            </Show>
        </div>
    }
}

/// The question that a problem is about.
fn question_of(problem: Problem) -> Option<QuestionId> {
    use crate::model::draft::Place;
    match problem.place()? {
        Place::Question(id) | Place::Hint(id) | Place::Choice(id, _) => Some(id),
        Place::Title | Place::Organisation | Place::Welcome | Place::WhoSees => None,
    }
}

/// Ways to add a question: one for each kind.
#[component]
fn AddQuestion(desk: Desk) -> impl IntoView {
    let button = move |kind: DraftKind| {
        let id = (kind == DraftKind::ALL[0]).then_some(ADD_QUESTION);
        view! {
            <button type="button" class="button" id=id on:click=move |_| desk.add_question(kind)>
                {words::kind(kind)}
            </button>
        }
    };
    let place = move || match desk.spot.get() {
        Spot::Welcome => "It goes at the end.",
        Spot::Question(_) => "It goes below the open question.",
    };
    view! {
        <section class="card add-question" aria-labelledby="add-question-title">
            <h2 id="add-question-title">"Add a question"</h2>
            <p class="help">"How will people answer it? " {place}</p>
            <div class="button-row">{DraftKind::ALL.map(button).collect_view()}</div>
        </section>
    }
}
