//! The choices of a question: typed one by one, or pasted as a list.

use crate::browser::share;
use crate::model::draft::Place;
use crate::model::id::{ChoiceId, QuestionId};
use crate::organiser::field::TextField;
use crate::organiser::state::{Desk, editing::add_choice_id};
use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;

/// The choices, and ways to add more.
#[component]
pub fn Choices(desk: Desk, question: QuestionId) -> impl IntoView {
    let ids = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let choices = draft.content().question(question).map(|question| &question.choices);
            choices.into_iter().flatten().map(|choice| choice.id).collect::<Vec<_>>()
        })
    });
    let add = move |_| desk.add_choices(question, None, vec![String::new()], &[]);
    view! {
        <fieldset class="draft-choices">
            <legend>"Choices"</legend>
            <ol role="list">
                <For each=move || ids.get() key=|id| *id let(choice)>
                    <ChoiceLine desk question choice ids />
                </For>
            </ol>
            <div class="button-row">
                <button type="button" class="button" id=add_choice_id(question) on:click=add>
                    "Add a choice"
                </button>
            </div>
            <PasteList desk question ids />
        </fieldset>
    }
}

#[component]
fn ChoiceLine(
    desk: Desk,
    question: QuestionId,
    choice: ChoiceId,
    ids: Memo<Vec<ChoiceId>>,
) -> impl IntoView {
    let number = Memo::new(move |_| {
        ids.with(|ids| ids.iter().position(|other| *other == choice)).map_or(0, |place| place + 1)
    });
    let label = Signal::derive(move || format!("Choice {}", number.get()));
    let is_last = move || number.get() == ids.with(Vec::len);
    // Enter in a line of a list makes the next line, as everywhere else.
    let enter = Callback::new(move |()| {
        desk.add_choices(question, Some(choice), vec![String::new()], &[]);
    });
    let keys = move |event: KeyboardEvent| {
        if event.alt_key() && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
            // Here it moves the choice, not the whole question.
            event.prevent_default();
            event.stop_propagation();
            desk.move_choice(question, choice, event.key() == "ArrowDown");
        }
    };
    let paste = move |event: ClipboardEvent| {
        let lines = lines(&share::pasted(&event).unwrap_or_default());
        if lines.len() > 1 {
            event.prevent_default();
            // The first line goes in here when it is empty, the rest below.
            desk.add_choices(question, Some(choice), lines, &[choice]);
        }
    };
    view! {
        <li class="choice-line" on:keydown=keys on:paste=paste>
            <TextField desk place=Place::Choice(question, choice) label label_unseen=true on_enter=enter />
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
        </li>
    }
}

/// A field for a whole list, one choice a line.
#[component]
fn PasteList(desk: Desk, question: QuestionId, ids: Memo<Vec<ChoiceId>>) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let id = format!("paste-{}", question.0);
    let add = move |_| {
        let lines = lines(&text.get());
        if lines.is_empty() {
            desk.tell("Write one choice on each line. Then press “Add this list”.");
            return;
        }
        desk.add_choices(question, None, lines, &ids.get());
        text.set(String::new());
    };
    view! {
        <details class="paste-list">
            <summary>"Paste a list of choices"</summary>
            <label for=id.clone()>"One choice on each line"</label>
            <textarea
                class="text-field"
                id=id
                rows="4"
                dir="auto"
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <div class="button-row">
                <button type="button" class="button" on:click=add>
                    "Add this list"
                </button>
            </div>
        </details>
    }
}

/// The lines of a list, without empty ones, bullets and numbers.
fn lines(text: &str) -> Vec<String> {
    let bare = |line: &str| {
        let line = line.trim().trim_start_matches(['•', '–', '*', '·', '◦', '▪']);
        line.strip_prefix("- ").unwrap_or(line).trim().to_owned()
    };
    text.lines().map(bare).filter(|line| !line.is_empty()).collect()
}
