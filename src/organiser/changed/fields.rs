//! The fields of a change's form: words, one of some, a day. Each is saved as it is typed, and shows where two
//! people wrote apart.

use super::book::{Book, field_id};
use crate::model::change::{ChangeId, Field, LONGEST_FIELD, Value, pounds};
use crate::model::day;
use crate::organiser::words;
use crate::ui::el::{El, Event, button, el, parts};
use leptos::prelude::*;

/// What tells a field from the others.
#[derive(Clone, Copy)]
pub struct About {
    pub of: Option<ChangeId>,
    pub field: Field,
    pub label: &'static str,
    /// A sentence more. May be empty.
    pub help: &'static str,
}

/// What stands in a field now.
pub fn value(book: Book, of: Option<ChangeId>, field: Field) -> Memo<Value> {
    Memo::new(move |_| {
        book.content.with(|content| {
            content.fields(of).map_or(Value::Nothing, |fields| fields.value(field).clone())
        })
    })
}

/// The words in it.
fn text_of(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Day(number) => day::show(*number),
        _ => String::new(),
    }
}

/// A field for words, of so many lines. A label that changes comes as `label`.
pub fn text(book: Book, about: About, rows: u32) -> El {
    let label = about.label;
    text_called(book, about, rows, move || label.to_owned())
}

/// The same with a label that follows signals.
pub fn text_called(
    book: Book,
    about: About,
    rows: u32,
    label: impl Fn() -> String + Send + 'static,
) -> El {
    let About { of, field, help, .. } = about;
    let id = field_id(of, field);
    let stored = value(book, of, field);
    let area = match rows {
        1 => el("input").attr("type", "text").attr("autocomplete", "off"),
        rows => el("textarea").attr("rows", rows.to_string()),
    };
    let area = area
        .class("text-field")
        .id(id.clone())
        .attr("dir", "auto")
        .attr("maxlength", LONGEST_FIELD.to_string())
        .attr_if("aria-describedby", (!help.is_empty()).then(|| format!("{id}-help")))
        .value(move || stored.with(text_of))
        .on("input", move |event| book.write(of, field, Value::Text(event_target_value(&event))))
        .on("blur", move |_| book.stop_typing());
    el("div")
        .class("labelled")
        .child(el("label").attr("for", id.clone()).live_text(label))
        .children(help_line(&id, help))
        .child(area)
        .and(clash(book, about))
}

fn help_line(id: &str, help: &'static str) -> Option<El> {
    (!help.is_empty()).then(|| el("p").class("help").id(format!("{id}-help")).text(help))
}

/// A field for a day.
pub fn day_field(book: Book, about: About) -> El {
    let About { of, field, label, help } = about;
    let id = field_id(of, field);
    let stored = value(book, of, field);
    let set = move |event: Event| {
        let typed = event_target_value(&event);
        // While a year is typed it is a year long ago, which is no reason to forget the day.
        let now = match day::read(&typed) {
            _ if typed.is_empty() => Value::Nothing,
            Some(day) => Value::Day(day),
            None => return,
        };
        if now != stored.get_untracked() {
            book.write(of, field, now);
            book.stop_typing();
        }
    };
    let input = el("input")
        .attr("type", "date")
        .class("text-field")
        .id(id.clone())
        .attr_if("aria-describedby", (!help.is_empty()).then(|| format!("{id}-help")))
        .value(move || stored.with(text_of))
        .on("change", set);
    el("div")
        .class("labelled")
        .child(el("label").attr("for", id.clone()).text(label))
        .children(help_line(&id, help))
        .child(input)
        .and(clash(book, about))
}

/// One of some, as radio buttons. What each is called, and what stands behind it.
pub fn pick(book: Book, about: About, all: &[(&'static str, &'static str)]) -> El {
    let About { of, field, label, help } = about;
    let id = field_id(of, field);
    let stored = value(book, of, field);
    let one = |(place, (name, more)): (u8, &(&'static str, &'static str))| {
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", id.clone())
            // The way to this field leads to its first choice.
            .attr_if("id", (place == 0).then(|| id.clone()))
            .checked(move || stored.get() == Value::Pick(place))
            .on("change", move |_| {
                book.write(of, field, Value::Pick(place));
                book.stop_typing();
            });
        let name = el("span").child(el("strong").text(*name));
        let name = if more.is_empty() { name } else { name.text(". ").text(*more) };
        el("label").class("step-choice").child(radio).child(name)
    };
    el("fieldset")
        .class("pick-one")
        .attr_if("aria-describedby", (!help.is_empty()).then(|| format!("{id}-help")))
        .child(el("legend").text(label))
        .children(help_line(&id, help))
        .child(el("div").class("pick-list").children((0..).zip(all).map(one)))
        .and(clash(book, about))
}

/// One of some, in a list that opens. The first is that nobody said.
pub fn list(book: Book, about: About, all: &[&'static str]) -> El {
    let About { of, field, label, help } = about;
    let id = field_id(of, field);
    let stored = value(book, of, field);
    let option = |(place, name): (u8, &&'static str)| {
        el("option")
            .attr("value", place.to_string())
            .text(*name)
            .selected(move || stored.get() == Value::Pick(place))
    };
    let none = el("option").attr("value", "").text("Not said yet");
    let none = none.selected(move || !matches!(stored.get(), Value::Pick(_)));
    let set = move |event: Event| {
        let value = event_target_value(&event).parse().map_or(Value::Nothing, Value::Pick);
        book.write(of, field, value);
        book.stop_typing();
    };
    let select = el("select")
        .class("text-field")
        .id(id.clone())
        .attr_if("aria-describedby", (!help.is_empty()).then(|| format!("{id}-help")))
        .on("change", set)
        .child(none)
        .children((0..).zip(all).map(option));
    el("div")
        .class("labelled")
        .child(el("label").attr("for", id.clone()).text(label))
        .children(help_line(&id, help))
        .child(select)
        .and(clash(book, about))
}

/// What two people wrote apart, and the press that picks one. Nothing where there is nothing to decide.
pub fn clash(book: Book, about: About) -> El {
    let About { of, field, label, .. } = about;
    let values = Memo::new(move |_| {
        book.content.with(|content| {
            let fields = content.fields(of);
            let values = fields.map_or_else(Vec::new, |fields| fields.values(field));
            let values: Vec<Value> = values.into_iter().cloned().collect();
            if values.len() > 1 { values } else { Vec::new() }
        })
    });
    let one = move |value: Value| {
        let says = says(&value);
        let take = button("button").attr("aria-label", format!("Keep {says}")).text("Keep this");
        let take = take.on("click", move |_| {
            book.write(of, field, value.clone());
            book.stop_typing();
            crate::browser::page::focus_soon(&field_id(of, field));
        });
        el("li").child(el("p").attr("dir", "auto").text(says)).child(take)
    };
    let draw = move || {
        let all = values.get();
        if all.is_empty() {
            return parts();
        }
        let says = format!("Two people wrote “{label}” at the same time. Which one do you keep?");
        let list =
            el("ul").class("clash-list").attr("role", "list").children(all.into_iter().map(one));
        parts().child(el("div").class("notice").child(el("p").text(says)).child(list))
    };
    parts().live_parts(draw)
}

/// A value in words.
fn says(value: &Value) -> String {
    match value {
        Value::Nothing => "Nothing".to_owned(),
        Value::Text(text) if text.trim().is_empty() => "Nothing".to_owned(),
        Value::Text(text) => words::quoted(text),
        Value::Pick(place) => format!("Choice {}", u32::from(*place) + 1),
        Value::Day(day) => words::day(*day),
        Value::Pence(pence) => pounds(*pence),
        Value::NotKnown => "Not known".to_owned(),
    }
}
