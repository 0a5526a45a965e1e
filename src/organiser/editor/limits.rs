//! How many choices people can pick, or which numbers fit.

use super::controls::{NumberField, Takes};
use crate::model::draft::Part;
use crate::model::id::QuestionId;
use crate::organiser::field::problem_about;
use crate::organiser::state::Desk;
use crate::organiser::words::About;
use leptos::prelude::*;

/// The id of the fieldset, which the error summary leads to.
pub fn limits_id(question: QuestionId) -> String {
    format!("limits-{}", question.0)
}

/// The two fields.
#[component]
pub fn Limits(
    desk: Desk,
    question: QuestionId,
    /// True when they count choices, false when they are numbers themselves.
    counts: bool,
) -> impl IntoView {
    let problem = problem_about(desk, About::Limits(question));
    let id = limits_id(question);
    let problem_id = format!("{id}-problem");
    let described_by = {
        let problem_id = problem_id.clone();
        Signal::derive(move || problem.get().map(|_| problem_id.clone()))
    };
    // A field works in hundredths, choices are counted whole.
    let unit = if counts { 100 } else { 1 };
    let part = move |part: fn(Option<i64>) -> Part| {
        Callback::new(move |number: Option<i64>| {
            desk.set_part(question, part(number.map(|number| number / unit)));
        })
    };
    let value = move |most: bool| {
        Memo::new(move |_| {
            let limit = desk.draft.with(|draft| {
                let question = draft.content().question(question)?;
                if most { question.most } else { question.least }
            });
            limit.map(|limit| limit.saturating_mul(unit))
        })
    };
    let takes = if counts { Takes::Count } else { Takes::Number };
    let (legend, least, most) = if counts {
        ("How many can people pick?", "At least", "At most")
    } else {
        ("Which numbers fit?", "Smallest number", "Largest number")
    };
    view! {
        <fieldset
            class="limits"
            class:has-problem=move || problem.get().is_some()
            id=id.clone()
            tabindex="-1"
        >
            <legend>{legend} <span class="help">" You can leave these empty."</span></legend>
            <p class="problem" id=problem_id hidden=move || problem.get().is_none()>
                {problem}
            </p>
            <div class="limits-row">
                <NumberField
                    id=format!("{id}-least")
                    label=least
                    takes
                    value=value(false)
                    on_number=part(Part::Least)
                    described_by_too=described_by
                />
                <NumberField
                    id=format!("{id}-most")
                    label=most
                    takes
                    value=value(true)
                    on_number=part(Part::Most)
                    described_by_too=described_by
                />
            </div>
        </fieldset>
    }
}
