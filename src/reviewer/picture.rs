//! Another picture for a question: what fits its words, and a search through all of ours.

use super::state::{PictureList, Reviewing};
use crate::model::id::QuestionId;
use crate::model::pictures::{Picture, find_in, suggest_in};
use crate::participant::app::button;
use crate::participant::pictures::fetch_all;
use crate::ui::el::{El, el};
use crate::ui::picture::small;
use leptos::prelude::*;

/// Most pictures that are shown at once: more than that nobody looks through on a phone.
const MOST_SHOWN: usize = 12;

/// The part of the page. `words` are the question's own.
pub fn another_picture(state: Reviewing, question: QuestionId, words: String) -> El {
    let search = RwSignal::new(String::new());
    let is_open = !untrack(|| state.picture(question)).is_empty();
    if is_open {
        state.want_pictures();
    }
    let found = move || match state.list.get() {
        PictureList::NotYet => vec![say("Getting the pictures…")],
        PictureList::Failed => vec![
            say("The pictures did not come. Check your internet. Then try again."),
            button("button", "Try again", move || state.want_pictures()),
        ],
        PictureList::Here(list) => {
            let found = search.with(|search| fitting(state, question, list, search, &words));
            shown(state, question, found, search.with(|search| search.trim().is_empty()))
        }
    };
    let field = el("input")
        .attr("type", "text")
        .class("field")
        .id("picture-search")
        .attr("autocomplete", "off")
        .on("input", move |event| search.set(event_target_value(&event)));
    let label = el("label").attr("for", "picture-search").text("Search for a picture");
    el("details")
        .attr_if("open", is_open.then_some(""))
        .on("toggle", move |_| state.want_pictures())
        .child(el("summary").text("Choose another picture"))
        .child(el("p").text("Press the picture that fits best."))
        .child(el("div").class("labelled").child(label).child(field))
        .child(el("div").live(found))
}

fn say(text: &'static str) -> El {
    el("p").attr("role", "status").text(text)
}

/// What a search finds. Without one, what fits the words, and what was picked before.
fn fitting(
    state: Reviewing,
    question: QuestionId,
    list: &'static str,
    search: &str,
    words: &str,
) -> Vec<Picture> {
    let all = |search| find_in(list, search).into_iter().flat_map(|group| group.pictures);
    if !search.trim().is_empty() {
        return all(search).take(MOST_SHOWN).collect();
    }
    let picked = untrack(|| state.picture(question));
    let is_picked = |picture: &Picture| picture.code == picked;
    let mut found = suggest_in(list, words);
    if !picked.is_empty() && !found.iter().any(is_picked) {
        found.extend(all("").find(is_picked));
    }
    found
}

fn shown(state: Reviewing, question: QuestionId, found: Vec<Picture>, is_all: bool) -> Vec<El> {
    if found.is_empty() {
        // Nothing was searched for yet, and no picture fits the words: the field stands alone.
        let none = (!is_all).then(|| say("No pictures found. Try another word."));
        return none.into_iter().collect();
    }
    // These alone are fetched when they are wanted: nobody needs all that there are.
    let codes = found.iter().map(|picture| picture.code.to_owned()).collect();
    fetch_all(state.trial.pictures, codes);
    let one = |picture: Picture| {
        let code = picture.code;
        let is_picked = move || state.picture(question) == code;
        let press = el("button")
            .attr("type", "button")
            .class("picture-to-pick")
            .live_attr("aria-pressed", move || Some(is_picked().to_string()))
            .on("click", move |_| state.turn_picture(question, code));
        el("li").child(press.children(small(state.trial.pictures, code)).text(picture.name))
    };
    let list = el("ul").class("pictures-to-pick").attr("role", "list");
    vec![list.children(found.into_iter().map(one))]
}
