//! A field for a day of the survey: until when it is open, until when answers are kept.

use super::state::Desk;
use crate::model::day;
use crate::model::draft::{Change, Content};
use crate::ui::el::{El, Event, el};
use leptos::prelude::*;

/// What tells one such field from another.
#[derive(Clone, Copy)]
pub struct DayField {
    /// The id of the field.
    pub id: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// The day that is set, in days since 1970-01-01.
    pub stored: fn(&Content) -> Option<u32>,
    /// What sets it.
    pub change: fn(Option<u32>) -> Change,
}

/// The field, with what follows from the day that is set.
pub fn day_field(
    desk: Desk,
    field: DayField,
    says: impl Fn(Option<u32>) -> String + Send + 'static,
) -> El {
    let DayField { id, label, stored, change } = field;
    let stored = Memo::new(move |_| desk.draft.with(|draft| stored(draft.content())));
    let set = move |event: Event| {
        let typed = event_target_value(&event);
        // While a year is typed it is a year long ago, which is no reason to forget the day.
        let now =
            if typed.is_empty() { None } else { day::read(&typed).or(stored.get_untracked()) };
        if now != stored.get_untracked() {
            desk.change(change(now));
        }
    };
    let help = [id, "-help"].concat();
    let input = el("input")
        .attr("type", "date")
        .class("text-field")
        .id(id)
        .attr("aria-describedby", help.clone())
        .value(move || stored.get().map(day::show).unwrap_or_default())
        .on("change", set);
    el("div")
        .class("labelled")
        .child(el("label").attr("for", id).text(label))
        .child(el("p").class("help").id(help).live_text(move || says(stored.get())))
        .child(input)
}
