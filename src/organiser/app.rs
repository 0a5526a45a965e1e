//! The organiser's program: the bar at the top, and the screen below it.

use super::editor::Editor;
use super::home::Home;
use super::inbox::Inbox;
use super::languages::Languages;
use super::results::Results;
use super::screen::{Part, Screen};
use super::share::Share;
use super::state::{Desk, HEADING, Saving};
use super::words;
use crate::browser::page;
use crate::ui::icon::{TICK, drawing};
use leptos::prelude::*;

/// The whole program.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    Effect::new(move |_| {
        page::set_title(&match desk.screen.get() {
            Screen::Home => "My surveys – Ask Together".to_owned(),
            Screen::Survey(_, part) => format!("{} – {} – Ask Together", part.name(), title(desk)),
        });
    });
    let screen = Memo::new(move |_| desk.screen.get());
    let shown = move || match screen.get() {
        Screen::Home => view! { <Home desk /> }.into_any(),
        Screen::Survey(_, Part::Questions) => view! { <Editor desk /> }.into_any(),
        Screen::Survey(_, Part::Languages) => view! { <Languages desk /> }.into_any(),
        Screen::Survey(id, Part::Share) => view! { <Share desk id /> }.into_any(),
        Screen::Survey(_, Part::Inbox) => view! { <Inbox desk /> }.into_any(),
        Screen::Survey(_, Part::Results) => view! { <Results desk /> }.into_any(),
    };
    view! {
        <div class="organiser">
            <TopBar desk />
            {shown}
            <Messages desk />
        </div>
    }
}

/// The title of the survey on the desk, or what stands for it while it has none.
pub fn title(desk: Desk) -> String {
    desk.draft.with(|draft| words::or(&draft.content().title, words::NO_TITLE))
}

#[component]
fn TopBar(desk: Desk) -> impl IntoView {
    let in_survey = move || matches!(desk.screen.get(), Screen::Survey(..));
    let is_written = |part| matches!(part, Part::Questions | Part::Languages);
    let in_editor =
        move || matches!(desk.screen.get(), Screen::Survey(_, part) if is_written(part));
    let home = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        desk.go(Screen::Home);
    };
    view! {
        <header class="top-bar">
            <a class="brand" href="#" on:click=home>
                "Ask Together"
            </a>
            <Show when=in_survey>
                <span class="crumb" dir="auto">
                    {move || title(desk)}
                </span>
                <Saved desk />
            </Show>
            <Show when=in_editor>
                <div class="top-actions">
                    <button
                        type="button"
                        class="button"
                        aria-disabled=move || (!desk.can_undo()).then_some("true")
                        on:click=move |_| desk.undo()
                    >
                        "Undo"
                    </button>
                    <button
                        type="button"
                        class="button"
                        aria-disabled=move || (!desk.can_redo()).then_some("true")
                        on:click=move |_| desk.redo()
                    >
                        "Redo"
                    </button>
                    <button
                        type="button"
                        class="button primary"
                        on:click=move |_| desk.publish()
                    >
                        "Publish"
                    </button>
                </div>
            </Show>
        </header>
        <Show when=in_survey>
            <Parts desk />
        </Show>
    }
}

/// Whether the draft is kept. Says so in words; a failure stays until it works again.
#[component]
fn Saved(desk: Desk) -> impl IntoView {
    move || match desk.saving.get() {
        Saving::Saved => view! {
            <span class="saved">
                {drawing(TICK)}
                "Saved on this computer"
            </span>
        }
        .into_any(),
        Saving::Failed => view! {
            <span class="not-saved">"Not saved"</span>
        }
        .into_any(),
    }
}

/// The parts of a survey's work.
#[component]
fn Parts(desk: Desk) -> impl IntoView {
    let part = move |part: Part| {
        let current = move || match desk.screen.get() {
            Screen::Survey(_, shown) if shown == part => Some("page"),
            _ => None,
        };
        let screen = move || match desk.screen.get() {
            Screen::Survey(id, _) => Screen::Survey(id, part),
            Screen::Home => Screen::Home,
        };
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            desk.go(screen());
        };
        view! {
            <li>
                <a href=move || format!("#{}", screen().fragment()) aria-current=current on:click=go>
                    {part.name()}
                </a>
            </li>
        }
    };
    view! {
        <nav class="parts" aria-label="This survey">
            <ul role="list">{Part::ALL.map(part).collect_view()}</ul>
        </nav>
    }
}

/// What was just done. In the page from the start, so that screen readers hear each change.
#[component]
fn Messages(desk: Desk) -> impl IntoView {
    // The button goes away with the message, so the focus moves to what came back.
    let undo = move |_| match desk.screen.get_untracked() {
        Screen::Survey(_, Part::Languages) => {
            desk.undo();
            page::focus_soon(HEADING);
        }
        _ => desk.undo_and_return(),
    };
    let shown = move || {
        desk.message.get().map(|message| {
            let undo = message.can_undo.then(|| {
                view! {
                    <button type="button" class="button" on:click=undo>
                        "Undo"
                    </button>
                }
            });
            view! {
                <div class="toast">
                    <p>{message.text}</p>
                    {undo}
                    <button type="button" class="button plain" on:click=move |_| desk.message.set(None)>
                        "Close"
                    </button>
                </div>
            }
        })
    };
    view! {
        <div class="toasts" role="status">
            {shown}
        </div>
    }
}
