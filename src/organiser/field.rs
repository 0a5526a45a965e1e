//! A labelled field for one text of the draft, with its problem beside it.

use super::state::Desk;
use super::words;
use crate::model::draft::{Place, Problem};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The id of the field for a place. The error summary and every move of focus use it.
pub fn field_id(place: Place) -> String {
    match place {
        Place::Title => "title".to_owned(),
        Place::Organisation => "organisation".to_owned(),
        Place::Welcome => "welcome".to_owned(),
        Place::WhoSees => "who-sees".to_owned(),
        Place::Question(id) => format!("question-{}", id.0),
        Place::Hint(id) => format!("hint-{}", id.0),
        Place::Choice(id, choice) => format!("choice-{}-{}", id.0, choice.0),
    }
}

/// The problem of a place, in words.
pub fn problem_of(desk: Desk, place: Place) -> Memo<Option<String>> {
    Memo::new(move |_| {
        let here = |problem: &&Problem| problem.place() == Some(place);
        desk.problems.with(|all| all.iter().find(here).copied()).map(words::problem_here)
    })
}

/// A field for a text.
#[component]
pub fn TextField(
    desk: Desk,
    place: Place,
    /// What it is for.
    #[prop(into)]
    label: Signal<String>,
    /// A sentence more, under the label.
    #[prop(optional)]
    help: &'static str,
    /// Lines to show. 1 is a line that takes no line breaks.
    #[prop(default = 1)]
    rows: u32,
    /// True where the place on the page says what the field is for. Screen readers still hear it.
    #[prop(optional)]
    label_unseen: bool,
    /// What Enter does in a field of one line.
    #[prop(optional)]
    on_enter: Option<Callback<()>>,
) -> impl IntoView {
    let id = field_id(place);
    let problem = problem_of(desk, place);
    let value = Memo::new(move |_| {
        desk.draft.with(|draft| draft.content().text(place).unwrap_or_default().to_owned())
    });
    let help_id = format!("{id}-help");
    let problem_id = format!("{id}-problem");
    let described_by = {
        let (help_id, problem_id) = (help_id.clone(), problem_id.clone());
        move || match (help.is_empty(), problem.get().is_some()) {
            (true, false) => None,
            (false, false) => Some(help_id.clone()),
            (true, true) => Some(problem_id.clone()),
            (false, true) => Some(format!("{problem_id} {help_id}")),
        }
    };
    let invalid = move || problem.get().map(|_| "true");
    let write = move |event| desk.write(place, event_target_value(&event));
    let keys = move |event: KeyboardEvent| {
        // Enter may also end a word in Japanese or Chinese: then it is not for us.
        if let (Some(enter), "Enter", false) = (on_enter, &*event.key(), event.is_composing()) {
            event.prevent_default();
            enter.run(());
        }
    };
    let field = if rows == 1 {
        view! {
            <input
                type="text"
                class="text-field"
                id=id.clone()
                dir="auto"
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=invalid
                prop:value=value
                on:input=write
                on:keydown=keys
                on:blur=move |_| desk.stop_typing()
            />
        }
        .into_any()
    } else {
        view! {
            <textarea
                class="text-field"
                id=id.clone()
                dir="auto"
                rows=rows
                aria-describedby=described_by
                aria-invalid=invalid
                prop:value=value
                on:input=write
                on:blur=move |_| desk.stop_typing()
            ></textarea>
        }
        .into_any()
    };
    view! {
        <div class="labelled" class:wrong=move || problem.get().is_some()>
            <label class=if label_unseen { "unseen" } else { "" } for=id>
                {label}
            </label>
            {(!help.is_empty()).then(|| view! { <p class="help" id=help_id>{help}</p> })}
            <p class="problem" id=problem_id hidden=move || problem.get().is_none()>
                {problem}
            </p>
            {field}
        </div>
    }
}
