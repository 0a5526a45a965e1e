//! One choice: its picture, its words, and ways to move it and take it out.

use super::controls::Tick;
use super::paste_list::lines;
use super::picture::PictureButton;
use crate::browser::share;
use crate::model::draft::{ChoicePart, Place};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::standard;
use crate::model::survey::Kind;
use crate::organiser::field::TextField;
use crate::organiser::state::{Desk, Pictured};
use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;

/// A line.
#[component]
pub fn ChoiceLine(
    desk: Desk,
    question: QuestionId,
    choice: ChoiceId,
    kind: Memo<Kind>,
    ids: Memo<Vec<ChoiceId>>,
    is_full: Memo<bool>,
) -> impl IntoView {
    let number = Memo::new(move |_| {
        ids.with(|ids| ids.iter().position(|other| *other == choice)).map_or(0, |place| place + 1)
    });
    let label = Signal::derive(move || format!("Choice {}", number.get()));
    let of = Signal::derive(move || format!("choice {}", number.get()));
    let is_own = !standard::is_standard(choice);
    let says = Signal::derive(move || standard::says(choice, kind.get(), &desk.words).to_owned());
    // Enter in a line of a list makes the next line, as everywhere else.
    let enter = Callback::new(move |()| {
        if is_own && !is_full.get_untracked() {
            desk.add_choices(question, Some(choice), vec![String::new()], &[]);
        }
    });
    let keys = move |event: KeyboardEvent| {
        if event.alt_key() && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
            // Here it moves the choice, not the whole question.
            event.prevent_default();
            event.stop_propagation();
            if is_own {
                desk.move_choice(question, choice, event.key() == "ArrowDown");
            }
        }
    };
    let paste = move |event: ClipboardEvent| {
        let lines = lines(&share::pasted(&event).unwrap_or_default());
        if is_own && lines.len() > 1 {
            event.prevent_default();
            // The first line goes in here when it is empty, the rest below.
            desk.add_choices(question, Some(choice), lines, &[choice]);
        }
    };
    view! {
        <li on:keydown=keys on:paste=paste>
            <div class="choice-line">
                <PictureButton desk of=Pictured::Choice(question, choice) what=of />
                <TextField
                    desk
                    place=Place::Choice(question, choice)
                    label
                    label_unseen=true
                    placeholder=says
                    on_enter=enter
                />
                {is_own.then(|| view! { <ChoiceButtons desk question choice number ids /> })}
            </div>
            <Show when=move || is_own && kind.get().picks_many()>
                <Alone desk question choice number />
            </Show>
        </li>
    }
}

/// Up, down, and out.
#[component]
fn ChoiceButtons(
    desk: Desk,
    question: QuestionId,
    choice: ChoiceId,
    number: Memo<usize>,
    ids: Memo<Vec<ChoiceId>>,
) -> impl IntoView {
    let is_last = move || number.get() == ids.with(Vec::len);
    view! {
        <div class="choice-buttons">
            <button
                type="button"
                class="button square"
                aria-label=move || format!("Move choice {} up", number.get())
                aria-disabled=move || (number.get() <= 1).then_some("true")
                on:click=move |_| desk.move_choice(question, choice, false)
            >
                "↑"
            </button>
            <button
                type="button"
                class="button square"
                aria-label=move || format!("Move choice {} down", number.get())
                aria-disabled=move || is_last().then_some("true")
                on:click=move |_| desk.move_choice(question, choice, true)
            >
                "↓"
            </button>
            <button
                type="button"
                class="button square"
                aria-label=move || format!("Take out choice {}", number.get())
                on:click=move |_| desk.remove_choice(question, choice)
            >
                "✕"
            </button>
        </div>
    }
}

/// "None of these" and the like.
#[component]
fn Alone(desk: Desk, question: QuestionId, choice: ChoiceId, number: Memo<usize>) -> impl IntoView {
    let ticked = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let question = draft.content().question(question);
            question.and_then(|q| q.choice(choice)).is_some_and(|choice| choice.alone)
        })
    });
    view! {
        <Tick
            label=Signal::derive(move || {
                format!("Ticking choice {} unticks the others", number.get())
            })
            ticked
            on_tick=Callback::new(move |on| {
                desk.set_choice_part(question, choice, ChoicePart::Alone(on));
            })
        />
    }
}
