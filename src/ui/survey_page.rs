//! The page of one question: how far along, the question, and the ways on.

use super::heading::Level;
use super::icon::{BACK, Drawing};
use super::question::{Given, QuestionForm};
use crate::model::response::Answer;
use crate::model::survey::Question;
use leptos::prelude::*;

/// Where a question stands among the others, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// This one.
    pub number: usize,
    /// All of them.
    pub of: usize,
}

/// Which way a person goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the page before.
    Back,
    /// To the next page, with the answer.
    Next,
    /// To the next page, without.
    Skip,
}

/// A question with all that is round it.
#[component]
pub fn SurveyPage(
    question: Question,
    count: Count,
    answer: Given,
    on_answer: Callback<Option<Answer>>,
    on_way: Callback<Way>,
    /// What the main button says: "Next", or "Save" when one answer is being changed.
    next: &'static str,
    level: Level,
    heading: &'static str,
) -> impl IntoView {
    let Count { number, of } = count;
    let go = move |way| move |_| on_way.run(way);
    view! {
        <div class="progress">
            <p>{format!("Question {number} of {of}")}</p>
            <div class="progress-bar" aria-hidden="true">
                <svg viewBox="0 0 100 1" preserveAspectRatio="none">
                    <rect width=number * 100 / of height="1" />
                </svg>
            </div>
        </div>
        <QuestionForm question answer on_answer level heading />
        <div class="steps">
            <button type="button" class="button" on:click=go(Way::Back)>
                <Drawing icon=BACK />
                "Back"
            </button>
            <button type="button" class="button primary" on:click=go(Way::Next)>
                {next}
            </button>
        </div>
        <p class="skip">
            <button type="button" class="button plain" on:click=go(Way::Skip)>
                "Skip this question"
            </button>
        </p>
    }
}
