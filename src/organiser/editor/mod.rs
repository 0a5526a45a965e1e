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
mod find;
mod handle;
mod history;
mod kind_pick;
pub mod limits;
pub mod lines;
pub mod marks;
mod move_to;
mod options;
pub mod outline;
mod own_photo;
mod paste_list;
mod paste_questions;
mod picture;
mod picture_dialog;
mod preview;
pub mod put_in;
mod ready_made;
pub mod repeat;
mod sentence;
mod shortcuts;
mod summary;
pub mod tools;
mod welcome_card;
pub mod when;
mod words_card;

use super::beside::sign;
use super::state::{Desk, HEADING};
use add::add_question;
use card::question_card;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use outline::Outline;
use picture_dialog::picture_dialog;
use summary::{error_summary, not_saved};
use welcome_card::welcome_card;
use words_card::words_card;

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
                {tools::tools(desk)}
                {not_saved(desk)}
                {sign(desk)}
                {error_summary(desk, lines)}
                <div class="editor-cards" data-places="">
                    {welcome_card(desk)}
                    <For each=move || ids.get() key=|id| *id let(id)>
                        {question_card(desk, id, lines)}
                    </For>
                    {add_question(desk)}
                    {words_card(desk)}
                </div>
            </main>
            {preview::preview(desk, lines, preview)}
            {picture_dialog(desk)}
            {tools::dialog(desk, lines)}
            {move_to::dialog(desk, lines)}
        </div>
    }
}

/// The editor's keys. They work in fields too, since every key there is a step.
pub fn on_key(desk: Desk, event: &KeyboardEvent) {
    let elsewhere = desk.picking.get_untracked().is_some() || desk.tool.get_untracked().is_some();
    if elsewhere || event.is_composing() {
        return;
    }
    if let Some(command) = shortcuts::command(event)
        && shortcuts::run(desk, command)
    {
        event.prevent_default();
    }
}
