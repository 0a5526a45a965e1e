//! The field for a picture: what fits some words, and a search through all of ours.

use super::pictures::{self, Picture};
use super::state::Desk;
use crate::ui::el::{El, button, el};
use crate::ui::picture::small;
use leptos::prelude::*;

/// Most pictures that are shown at once.
const MOST_SHOWN: usize = 18;

/// The field. `words` are those that the picture is for, `now` is the name of the one that was picked.
pub fn picture_field(
    desk: Desk,
    id: String,
    words: Memo<String>,
    now: Memo<String>,
    set: impl Fn(&str) + Copy + Send + Sync + 'static,
) -> El {
    let search = RwSignal::new(String::new());
    let field = el("input")
        .attr("type", "text")
        .class("text-field")
        .id(id.clone())
        .attr("autocomplete", "off")
        .on("input", move |event| search.set(event_target_value(&event)));
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
        el("li")
            .child(press.children(small(desk.pictures, code)).child(el("span").text(picture.name)))
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
    let is = move || now.with(|now| small(desk.pictures, now)).into_iter().collect();
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
