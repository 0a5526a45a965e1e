//! Every question with its answer, and a full-size button to change each. Small links to change
//! an answer are missed (design.md, section 4).

use super::state::{Answering, Page};
use crate::model::response::Answer;
use crate::model::survey::Question;
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// The last page before sending.
#[component]
pub fn CheckAnswers(state: Answering) -> impl IntoView {
    let cards = state.survey.with_value(|survey| {
        let card = |(number, question): (usize, &Question)| {
            let answer = state.progress.with_untracked(|p| p.answers.get(question.id).cloned());
            answer_card(state, number, question, answer)
        };
        survey.questions.iter().enumerate().map(card).collect::<Vec<_>>()
    });
    let has_none = state.progress.with_untracked(|progress| progress.answers.is_empty());
    view! {
        <h1 id=HEADING tabindex="-1">
            "Check your answers"
        </h1>
        <div class="notice">
            <p>"Nothing is sent yet. You can change any answer."</p>
        </div>
        <ol class="cards" role="list">
            {cards}
        </ol>
        {has_none.then(|| view! { <p>"You have not answered any questions yet."</p> })}
        <div class="steps">
            <button type="button" class="button" on:click=move |_| state.back()>
                "Back"
            </button>
            <button
                type="button"
                class="button primary"
                on:click=move |_| state.go(Page::Send)
            >
                "Send my answers"
            </button>
        </div>
    }
}

fn answer_card(
    state: Answering,
    number: usize,
    question: &Question,
    answer: Option<Answer>,
) -> impl IntoView + use<> {
    let change = if answer.is_some() { "Change this answer" } else { "Answer this now" };
    let given = match answer {
        None => view! { <p class="given">"You skipped this"</p> }.into_any(),
        Some(Answer::Text(words)) => view! { <p class="given" dir="auto">{words}</p> }.into_any(),
        Some(answer) => {
            let picked = question.kind.choices().iter().filter(|c| answer.picked(c.id));
            let item = |text: &String| view! { <li dir="auto">{text.clone()}</li> };
            let items: Vec<_> = picked.map(|choice| item(&choice.text)).collect();
            view! { <ul class="given">{items}</ul> }.into_any()
        }
    };
    view! {
        <li class="answer-card">
            <h2 class="words" dir="auto">
                {question.text.clone()}
            </h2>
            {given}
            <button
                type="button"
                class="button"
                aria-label=[change, ": ", &question.text].concat()
                on:click=move |_| state.change(number)
            >
                {change}
            </button>
        </li>
    }
}
