//! Choices from a list that is written somewhere else. Part of the second part of the program.

use super::left_out::{keep_marks, left_out, pasted};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::paste;
use crate::organiser::state::Desk;
use crate::ui::el::{El, Event, button, el, parts};
use leptos::ev::ClipboardEvent;
use leptos::prelude::*;

/// A field for a whole list, one choice a line.
pub fn paste_list(desk: Desk, question: QuestionId, ids: Memo<Vec<ChoiceId>>) -> El {
    let text = RwSignal::new(String::new());
    let id = format!("paste-{}", question.0);
    let add = move |_: Event| {
        let found = text.with(|text| paste::choices(text));
        if found.is_empty() {
            desk.tell("Write one choice on each line. Then press “Add this list”.");
            return;
        }
        desk.add_list(question, None, found, &ids.get());
        text.set(String::new());
    };
    let out = Memo::new(move |_| text.with(|text| paste::choices(text).out));
    let field = el("textarea")
        .class("text-field")
        .id(id.clone())
        .attr("rows", "4")
        .attr("dir", "auto")
        .value(move || text.get())
        .on("paste", keep_marks)
        .on("input", move |event| text.set(event_target_value(&event)));
    let button = button("button").on("click", add).text("Add this list");
    let list = el("details")
        .class("paste-list")
        .child(el("summary").text("Paste a list"))
        .child(el("label").attr("for", id).text("One choice on each line"))
        .child(field)
        .child(left_out(out))
        .child(el("div").class("button-row").child(button));
    parts().child(list)
}

/// Takes a list that is pasted into the field of a choice. The first line goes in there when it is empty, the
/// rest below. One line is left to the field.
pub fn paste_into_choice(desk: Desk, question: QuestionId, choice: ChoiceId, event: Event) {
    let found = paste::choices(&pasted(&event));
    if found.count() > 1 {
        ClipboardEvent::from(event).prevent_default();
        desk.add_list(question, Some(choice), found, &[choice]);
    }
}
