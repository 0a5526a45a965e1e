//! Hard words in a text: buttons that show what they mean, in place.

use crate::model::meanings::pieces;
use crate::model::survey::Meaning;
use crate::model::words::{Word, Words};
use crate::ui::el::{El, el};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Puts a text into an element, its explained words as buttons.
pub fn explained(
    mut into: El,
    text: &str,
    meanings: &[Meaning],
    open: RwSignal<Option<usize>>,
) -> El {
    for (text, place) in pieces(text, meanings) {
        let text = text.to_owned();
        into = match place {
            None => into.text(text),
            Some(place) => into.child(word(text, place, open)),
        };
    }
    into
}

/// A word that can be tapped. No `button`: those can't flow over two lines with the words around
/// them, and would part a word from its full stop.
fn word(text: String, place: usize, open: RwSignal<Option<usize>>) -> El {
    let turn = move || open.update(|open| *open = (*open != Some(place)).then_some(place));
    el("span")
        .class("explained")
        .attr("role", "button")
        .attr("tabindex", "0")
        .live_attr("aria-expanded", move || Some((open.get() == Some(place)).to_string()))
        .on("click", move |_| turn())
        .on("keydown", move |event| {
            let event: KeyboardEvent = event.into();
            if matches!(&*event.key(), "Enter" | " ") {
                event.prevent_default();
                turn();
            }
        })
        .text(text)
}

/// What the open word means. Read out when it opens.
pub fn meaning(meanings: Vec<Meaning>, words: Words, open: RwSignal<Option<usize>>) -> El {
    el("div").class("meaning-place").attr("role", "status").live(move || {
        let Some(Meaning { word, text }) = open.get().and_then(|place| meanings.get(place)) else {
            return Vec::new();
        };
        let title = el("strong").text(words.fill(Word::WordMeans, &[word]));
        let notice = el("div").class("notice meaning say").attr("dir", "auto");
        vec![notice.child(el("p").child(title)).child(el("p").text(text.clone()))]
    })
}
