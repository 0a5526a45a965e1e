//! The choices of a question: typed one by one, or pasted as a list. Standard choices come by
//! themselves, and only their words and pictures can be changed.

use super::choice_line::ChoiceLine;
use super::paste_list::PasteList;
use crate::model::draft::DraftQuestion;
use crate::model::id::QuestionId;
use crate::model::standard;
use crate::model::survey::Kind;
use crate::organiser::field::problem_about;
use crate::organiser::state::Desk;
use crate::organiser::state::choices::add_choice_id;
use crate::organiser::words::About;
use leptos::prelude::*;

/// The id of the fieldset, which the error summary leads to.
pub fn choices_id(question: QuestionId) -> String {
    format!("choices-{}", question.0)
}

/// The choices, and ways to add more where that is possible.
#[component]
pub fn Choices(desk: Desk, question: QuestionId, kind: Memo<Kind>) -> impl IntoView {
    let ids = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let offered = draft.content().question(question).map(DraftQuestion::offered);
            offered.into_iter().flatten().map(|choice| choice.id).collect::<Vec<_>>()
        })
    });
    let is_standard = Memo::new(move |_| !standard::choices_of(kind.get()).is_empty());
    // "This or that" has two choices and no more.
    let is_full = Memo::new(move |_| kind.get() == Kind::EitherOr && ids.with(Vec::len) >= 2);
    let add = move |_| desk.add_choices(question, None, vec![String::new()], &[]);
    let problem = problem_about(desk, About::Choices(question));
    let id = choices_id(question);
    let problem_id = format!("{id}-problem");
    let described_by = {
        let problem_id = problem_id.clone();
        move || problem.get().map(|_| problem_id.clone())
    };
    view! {
        <fieldset
            class="draft-choices"
            class:has-problem=move || problem.get().is_some()
            id=id
            tabindex="-1"
            aria-describedby=described_by
        >
            <legend>"Choices"</legend>
            <p class="problem" id=problem_id hidden=move || problem.get().is_none()>
                {problem}
            </p>
            <Show when=move || is_standard.get()>
                <p class="help">
                    "These words are ready. You can write your own. Leave a choice empty to use ours."
                </p>
            </Show>
            <ol role="list">
                <For each=move || ids.get() key=|id| *id let(choice)>
                    <ChoiceLine desk question choice kind ids is_full />
                </For>
            </ol>
            <Show when=move || !is_standard.get() && !is_full.get()>
                <div class="button-row">
                    <button type="button" class="button" id=add_choice_id(question) on:click=add>
                        "Add a choice"
                    </button>
                </div>
                <PasteList desk question ids />
            </Show>
        </fieldset>
    }
}
