//! Answers that are typed: words, numbers and dates.

use super::{Form, WRONG};
use crate::model::answer::Answer;
use crate::model::picking;
use crate::model::survey::Kind;
use crate::model::words::Word;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// One field. The question is its label.
pub fn field(form: &Form, described_by: &Option<String>) -> El {
    let Form { answer, on_answer, stand, .. } = *form;
    let kind = form.question.kind;
    let field = match kind {
        Kind::LongText => el("textarea").attr("rows", "5").class("field"),
        Kind::Number => el("input").attr("inputmode", "decimal").class("field short"),
        _ => el("input").class("field"),
    };
    // A phone's keyboard says so on its Enter: see `survey_page`.
    let field = field.attr_if("enterkeyhint", (kind != Kind::LongText).then_some("next"));
    field
        .id(stand.field)
        .attr("dir", "auto")
        .attr("maxlength", kind.longest_answer().to_string())
        .attr("autocomplete", "off")
        .attr("aria-labelledby", stand.heading)
        .attr_if("aria-describedby", described_by.clone())
        .attr_if("aria-invalid", form.wrong.map(|_| "true"))
        .value(move || match answer.run(()) {
            Some(Answer::Text(words)) => words,
            _ => String::new(),
        })
        .on("input", move |event| {
            on_answer.run(Some(Answer::Text(event_target_value(&event))));
        })
}

/// A box each for day, month and year, or for month and year.
pub fn date(form: &Form) -> El {
    let Form { words, answer, on_answer, stand, .. } = *form;
    let names = match form.question.kind {
        Kind::Date => &[Word::Day, Word::Month, Word::Year][..],
        _ => &[Word::Month, Word::Year],
    };
    let boxes = names.len();
    // Only what has to be mended is marked, in the answer as it was when the person went on with it. An error
    // leads to the first of these.
    let given = form.wrong.and_then(|_| untrack(|| answer.run(())));
    let is_wrong = |number: &usize| picking::is_wrong_box(&given, boxes, *number);
    let first = (0..boxes).find(is_wrong).unwrap_or(0);
    let date_box = |(number, name): (usize, &Word)| {
        let write = move |is_left| {
            move |event| {
                let before = untrack(|| answer.run(()));
                let typed = event_target_value(&event);
                on_answer.run(picking::type_date(&before, boxes, (number, is_left), &typed));
            }
        };
        let is_wrong = is_wrong(&number);
        let input = el("input")
            .class("field")
            // A keyboard of digits alone has no letters for March.
            .attr_if("inputmode", (*name != Word::Month).then_some("numeric"))
            // Room for a whole date, which then goes into all boxes.
            .attr("maxlength", "30")
            .attr("autocomplete", "off")
            .attr_if("id", (number == first).then_some(stand.field))
            .attr_if("aria-describedby", is_wrong.then(|| [stand.field, WRONG].concat()))
            .attr_if("aria-invalid", is_wrong.then_some("true"))
            .value(move || picking::date_box(&answer.run(()), number))
            .on("input", write(false))
            .on("change", write(true));
        let name = el("span").class("say").text(words.say(*name));
        let class = if number + 3 == boxes { "date-box day" } else { "date-box" };
        el("label").class(class).child(name).child(input)
    };
    el("div").class("date").children(names.iter().enumerate().map(date_box))
}
