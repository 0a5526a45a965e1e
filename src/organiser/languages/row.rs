//! One text and the field for it in another language.

use super::groups::{lost_marks, name, original};
use super::names;
use crate::model::draft::{Content, Place};
use crate::model::survey::Language;
use crate::organiser::field::TextField;
use crate::organiser::state::Desk;
use crate::organiser::words::short;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// Past this many characters, a text gets a field of several lines.
const LONG: usize = 60;
/// Most characters of a text in the name of its field. All of it stands beside the field.
const LONGEST_IN_NAME: usize = 120;

/// The text on one side, the field on the other.
pub fn row(desk: Desk, language: Language, place: Place) -> El {
    let read = move |of: fn(&Content, Place) -> String| {
        Memo::new(move |_| desk.draft.with(|draft| of(draft.content(), place)))
    };
    let (text, what) = (read(original), read(name));
    let lost = Memo::new(move |_| {
        desk.draft.with(|draft| lost_marks(draft.content(), language, place)).join(" ")
    });
    let into = names::name(language);
    let label = Signal::derive(move || {
        let text = text.with(|text| short(text, LONGEST_IN_NAME));
        match what.get().as_str() {
            "" => format!("{text} – in {into}"),
            what => format!("{what} in {into}: {text}"),
        }
    });
    let from = move || match place {
        Place::Own(_) => Language::ENGLISH,
        _ => desk.draft.with(|draft| draft.content().language),
    };
    let is_long = text.with_untracked(|text| text.chars().count() > LONG || text.contains('\n'));
    let rows = if is_long { 3 } else { 1 };
    let has_name = move || what.with(|what| !what.is_empty());
    let what = move || parts().child(el("p").class("soft").live_text(move || what.get()));
    let words = el("p")
        .class("words")
        .live_attr("lang", move || Some(from().tag().to_owned()))
        .attr("dir", "auto")
        .live_text(move || text.get());
    let notice = el("p")
        .class("notice")
        .hidden(move || lost.with(String::is_empty))
        .live_text(move || format!("Put {} in too.", lost.get()));
    let original = el("div").class("original").show(has_name, what).child(words);
    let translation = el("div")
        .class("translation")
        .view(view! { <TextField desk place label label_unseen=true rows language /> })
        .child(notice);
    el("li").class("text-row").child(original).child(translation)
}
