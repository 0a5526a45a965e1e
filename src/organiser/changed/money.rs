//! The field for an amount: a number of pounds, or that nobody knows. That is never the same as 0.

use super::book::{Book, field_id};
use super::fields::{About, clash, list, text, value};
use crate::model::change::{
    ChangeId, Every, Field, MOST_PENCE, Value, is_amount, pounds, read_pounds,
};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// What a change costs or saves, how often, and where the number comes from.
pub fn money(
    book: Book,
    of: ChangeId,
    [amount, every, source]: [Field; 3],
    name: &'static str,
) -> El {
    let about = |field, label, help| About { of: Some(of), field, label, help };
    let stored = value(book, Some(of), amount);
    let id = field_id(Some(of), amount);
    let problem = format!("{id}-problem");
    let typed = RwSignal::new(None::<String>);
    let is_wrong = move || typed.with(Option::is_some);
    let shown = move || match (typed.get(), stored.get()) {
        (Some(typed), _) => typed,
        (None, Value::Pence(pence)) => pounds(pence).trim_start_matches('£').to_owned(),
        (None, _) => String::new(),
    };
    // Only once the person leaves the field: an amount that is half typed is another amount.
    let set = move |event| {
        let text = event_target_value(&event);
        match read_pounds(&text) {
            _ if text.trim().is_empty() => {
                typed.set(None);
                if matches!(stored.get_untracked(), Value::Pence(_)) {
                    book.write(Some(of), amount, Value::Nothing);
                }
            }
            Some(pence) => {
                typed.set(None);
                book.write(Some(of), amount, Value::Pence(pence));
            }
            None => typed.set(Some(text)),
        }
        book.stop_typing();
    };
    let described = problem.clone();
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .class("text-field")
        .id(id.clone())
        .live_attr("aria-invalid", move || is_wrong().then(|| "true".to_owned()))
        .live_attr("aria-describedby", move || is_wrong().then(|| described.clone()))
        .value(shown)
        .on("change", set);
    let not_known = el("input")
        .attr("type", "checkbox")
        .checked(move || stored.get() == Value::NotKnown)
        .on("change", move |event| {
            let is = event_target_checked(&event.into());
            typed.set(None);
            book.write(Some(of), amount, if is { Value::NotKnown } else { Value::Nothing });
            book.stop_typing();
        });
    let wrong = el("p").class("problem").id(problem).hidden(move || !is_wrong());
    let field = el("div")
        .class("labelled")
        .child(el("label").attr("for", id).text(format!("{name} in pounds")))
        .child(wrong.live_text(move || {
            let is_number = typed.with(|typed| typed.as_ref().is_some_and(|text| is_amount(text)));
            match is_number {
                true => {
                    format!("This is more than we can add up. The most is {}.", pounds(MOST_PENCE))
                }
                false => "Write a number, like 1200 or 3.50.".to_owned(),
            }
        }))
        .child(input)
        .and(clash(book, about(amount, name, "")));
    let tick = el("label").class("tick").child(not_known).child(el("span").text("Not known"));
    let names: Vec<&str> = Every::ALL.iter().map(|each| each.name()).collect();
    el("fieldset")
        .class("pick-one")
        .child(el("legend").text(name))
        .child(field)
        .child(tick)
        .child(list(book, about(every, "How often", ""), &names))
        .child(text(book, about(source, "Where this number comes from", ""), 1))
}
