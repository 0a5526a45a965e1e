//! The fields of a word's form. Each is saved as it is typed, and shows where two people wrote apart.

use super::book::{Book, field_id};
use crate::browser::page;
use crate::model::easy_read::Finding;
use crate::model::glossary::{Field, LONGEST_FIELD, MOST_WORDS, TermId, advice, count_words};
use crate::organiser::buttons::button;
use crate::organiser::{pictures, words};
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// What a part is called.
pub fn name(field: Field) -> &'static str {
    match field {
        Field::Word => "Word",
        Field::Meaning => "What it means",
        Field::IsNot => "What it is not (optional)",
        Field::Picture => "Picture",
        Field::Also => "Other names for it (optional)",
    }
}

/// A field for words, of so many lines, with a sentence of help.
pub fn text(book: Book, of: TermId, field: Field, rows: u32, help: &'static str) -> El {
    let id = field_id(of, field);
    let stored = Memo::new(move |_| {
        book.content.with(|content| {
            content.term(of).map(|term| term.text(field).to_owned()).unwrap_or_default()
        })
    });
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
        .value(move || stored.get())
        .on("input", move |event| book.write(of, field, event_target_value(&event)))
        .on("blur", move |_| book.stop_typing());
    let help =
        (!help.is_empty()).then(|| el("p").class("help").id(format!("{id}-help")).text(help));
    el("div")
        .class("labelled")
        .child(el("label").attr("for", id.clone()).text(name(field)))
        .children(help)
        .child(area)
        .and(easier(book, of, field))
        .and(clash(book, of, field))
}

/// How long it is, and what could be easier to read.
fn easier(book: Book, of: TermId, field: Field) -> El {
    if !matches!(field, Field::Meaning | Field::IsNot) {
        return parts();
    }
    let draw = move || {
        let Some(term) = book.term(of) else { return parts() };
        let text = term.text(field).to_owned();
        let many = count_words(&text);
        let count = format!("{many} of {MOST_WORDS} words");
        let line = el("p").class("soft").text(match many > MOST_WORDS {
            true => format!("{count}. Make it shorter."),
            false => count,
        });
        let one = |found: Finding| el("li").text(found.why);
        let found = advice(&term, &text);
        let list = (!found.is_empty())
            .then(|| el("ul").class("word-advice").children(found.into_iter().map(one)));
        parts().child(line).children(list)
    };
    parts().live_parts(draw)
}

/// What two people wrote apart, and the press that picks one. Nothing where there is nothing to decide.
pub fn clash(book: Book, of: TermId, field: Field) -> El {
    let values = Memo::new(move |_| {
        book.content.with(|content| {
            let values = content.term(of).map_or_else(Vec::new, |term| term.values(field));
            let values: Vec<String> = values.into_iter().map(str::to_owned).collect();
            if values.len() > 1 { values } else { Vec::new() }
        })
    });
    let one = move |value: String| {
        let says = match field {
            _ if value.is_empty() => "Nothing".to_owned(),
            Field::Picture => pictures::name(&value).unwrap_or("A photo").to_owned(),
            _ => words::quoted(&value),
        };
        let take = button("button", "Keep this", move || {
            book.write(of, field, value.clone());
            book.stop_typing();
            page::focus_soon(&field_id(of, field));
        })
        .attr("aria-label", format!("Keep this: {says}"));
        el("li").child(el("p").attr("dir", "auto").text(says)).child(take)
    };
    let draw = move || {
        let all = values.get();
        if all.is_empty() {
            return parts();
        }
        let name = words::quoted(name(field).trim_end_matches(" (optional)"));
        let says = format!("Two people wrote {name} at the same time. Which one do you keep?");
        let list =
            el("ul").class("clash-list").attr("role", "list").children(all.into_iter().map(one));
        parts().child(el("div").class("notice").child(el("p").text(says)).child(list))
    };
    parts().live_parts(draw)
}
