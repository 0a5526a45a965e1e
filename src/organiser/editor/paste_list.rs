//! Choices from a list that is written somewhere else.

use crate::model::id::{ChoiceId, QuestionId};
use crate::organiser::state::Desk;
use leptos::prelude::*;

/// A field for a whole list, one choice a line.
#[component]
pub fn PasteList(desk: Desk, question: QuestionId, ids: Memo<Vec<ChoiceId>>) -> impl IntoView {
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
pub fn lines(text: &str) -> Vec<String> {
    let bare = |line: &str| {
        let line = line.trim().trim_start_matches(['•', '–', '*', '·', '◦', '▪']);
        line.strip_prefix("- ").unwrap_or(line).trim().to_owned()
    };
    text.lines().map(bare).filter(|line| !line.is_empty()).collect()
}
