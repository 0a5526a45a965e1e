//! The editor: an outline, a card for each question, and the preview of a phone.
//!
//! One card is open at a time, so a survey of hundreds of questions has few fields in the page.
//! What the closed cards show is in `lines`.

mod add;
mod card;
mod choice_line;
pub mod choices;
mod controls;
mod earlier;
mod kind_pick;
pub mod limits;
mod lines;
pub mod marks;
mod options;
mod outline;
mod paste_list;
mod picture;
mod picture_dialog;
mod preview;
pub mod put_in;
pub mod repeat;
mod sentence;
mod summary;
mod welcome_card;
pub mod when;
mod words_card;

use super::state::{Desk, HEADING};
use add::AddQuestion;
use card::QuestionCard;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use outline::Outline;
use picture_dialog::PictureDialog;
use preview::Preview;
use summary::{ErrorSummary, NotSaved};
use welcome_card::WelcomeCard;
use words_card::WordsCard;

/// The editor's screen.
#[component]
pub fn Editor(desk: Desk) -> impl IntoView {
    let preview = RwSignal::new(false);
    let lines = lines::lines(desk);
    let ids = Memo::new(move |_| {
        lines.with(|lines| lines.iter().map(|line| line.id).collect::<Vec<_>>())
    });
    // On the window: the keys must work wherever the focus is, on the bar at the top too.
    let keys = window_event_listener(leptos::ev::keydown, move |event| on_key(desk, &event));
    on_cleanup(move || keys.remove());
    view! {
        <div class="editor" class:preview-on=preview>
            <Outline desk lines />
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
                <ErrorSummary desk lines />
                <div class="editor-cards">
                    <WelcomeCard desk />
                    <For each=move || ids.get() key=|id| *id let(id)>
                        <QuestionCard desk id lines />
                    </For>
                    <AddQuestion desk />
                    <WordsCard desk />
                </div>
            </main>
            <Preview desk lines />
            <PictureDialog desk />
        </div>
    }
}

/// The editor's keys: undo and redo. They work in fields too, since every key there is a step.
pub fn on_key(desk: Desk, event: &KeyboardEvent) {
    let elsewhere = desk.picking.get_untracked().is_some();
    if elsewhere || !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
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
