//! The picture of a change: what fits its words, and a search through all of ours.

use super::book::Book;
use crate::model::change::{ChangeId, Field, Value};
use crate::organiser::pictures::{self, Picture};
use crate::ui::el::{El, button, el};
use crate::ui::picture::small;
use leptos::prelude::*;

/// Most pictures that are shown at once.
const MOST_SHOWN: usize = 18;

/// The part of the form.
pub fn picture(book: Book, of: ChangeId) -> El {
    let search = RwSignal::new(String::new());
    let words = Memo::new(move |_| {
        book.change(of).map(|change| change.fields.text(Field::Said).to_owned()).unwrap_or_default()
    });
    let now = Memo::new(move |_| {
        book.change(of)
            .map(|change| change.fields.text(Field::Picture).to_owned())
            .unwrap_or_default()
    });
    let id = format!("picture-search-{}", of.0);
    let field = el("input")
        .attr("type", "text")
        .class("text-field")
        .id(id.clone())
        .attr("autocomplete", "off")
        .on("input", move |event| search.set(event_target_value(&event)));
    let set = move |code: &str| {
        book.write(Some(of), Field::Picture, Value::Text(code.to_owned()));
        book.stop_typing();
    };
    let found = move || -> Vec<Picture> {
        match search.with(|search| search.trim().is_empty()) {
            true => words.with(|words| pictures::suggest(words)),
            false => search.with(|search| {
                pictures::find(search).into_iter().flat_map(|group| group.pictures).collect()
            }),
        }
    };
    let one = move |picture: Picture| {
        let code = picture.code;
        let press = el("button")
            .attr("type", "button")
            .class("picture-choice")
            .live_attr("aria-pressed", move || Some((now.get() == code).to_string()))
            .on("click", move |_| set(code));
        el("li").child(
            press.children(small(book.desk.pictures, code)).child(el("span").text(picture.name)),
        )
    };
    let shown = move || {
        let all = found();
        if all.is_empty() && search.with(|search| !search.trim().is_empty()) {
            return vec![
                el("p").attr("role", "status").text("No pictures found. Try another word."),
            ];
        }
        let grid = el("ul").class("picture-grid").attr("role", "list");
        vec![grid.children(all.into_iter().take(MOST_SHOWN).map(one))]
    };
    let none = button("button").text("No picture").on("click", move |_| set(""));
    let none = none.hidden(move || now.with(String::is_empty));
    let is = move || now.with(|now| small(book.desk.pictures, now)).into_iter().collect();
    el("fieldset")
        .class("pick-one")
        .child(el("legend").text("Picture"))
        .child(el("div").class("button-row").live(is).child(none))
        .child(
            el("div")
                .class("labelled")
                .child(el("label").attr("for", id).text("Search for a picture"))
                .child(field),
        )
        .live(shown)
}
