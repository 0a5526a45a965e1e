//! How many choices people can pick, or which numbers fit.

use super::controls::{Label, Takes, number_field};
use crate::model::draft::Part;
use crate::model::id::QuestionId;
use crate::model::limit::{Hundredths, Limit};
use crate::organiser::field::problem_about;
use crate::organiser::ids::limits_id;
use crate::organiser::state::Desk;
use crate::organiser::words::{self, About};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The two fields. They count choices, or they are numbers themselves.
pub fn limits(desk: Desk, question: QuestionId, counts: bool) -> El {
    let problem = problem_about(desk, About::Limits(question));
    let id = limits_id(question);
    let problem_id = format!("{id}-problem");
    let described_by = {
        let problem_id = problem_id.clone();
        Signal::derive(move || problem.get().map(|_| problem_id.clone()))
    };
    // The field takes numbers as people type them, and a limit of choices counts those whole.
    let part = move |part: fn(Option<Limit>) -> Part| {
        Callback::new(move |number: Option<Hundredths>| {
            let limit = |n: Hundredths| if counts { Limit(n.0 / 100) } else { Limit::from(n) };
            desk.set_part(question, part(number.map(limit)));
        })
    };
    let value = move |most: bool| {
        Memo::new(move |_| {
            let limit = desk.draft.with(|draft| {
                let question = draft.content().question(question)?;
                if most { question.most } else { question.least }
            });
            limit.map(|limit| match counts {
                true => Hundredths(limit.count().saturating_mul(100)),
                false => limit.number(),
            })
        })
    };
    let takes = if counts { Takes::Count } else { Takes::Number };
    let (legend, least, most) = words::limits(counts);
    let trouble = el("p")
        .class("problem")
        .id(problem_id)
        .hidden(move || problem.get().is_none())
        .live_text(move || problem.get().unwrap_or_default());
    let field = |end: &str, label: &str, is_most: bool, set: fn(Option<Limit>) -> Part| {
        let (id, label) = (format!("{id}-{end}"), Label::seen(label));
        number_field(id, label, takes, value(is_most), part(set), Some(described_by))
    };
    let fields = [field("least", least, false, Part::Least), field("most", most, true, Part::Most)];
    let note = el("span").class("help").text(" You can leave these empty.");
    el("fieldset")
        .class("limits")
        .class_while("has-problem", move || problem.get().is_some())
        .id(id.clone())
        .attr("tabindex", "-1")
        .child(el("legend").text(legend).child(note))
        .child(trouble)
        .child(el("div").class("limits-row").children(fields))
}
