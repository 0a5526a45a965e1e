//! Hard words in a text, and what they mean, in place.

use crate::model::meanings::pieces;
use crate::model::survey::{Meaning, Question};
use crate::model::words::{Word, Words};
use crate::ui::el::{El, announced, el};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;

/// The attribute that says which meaning a word has.
const PLACE: &str = "data-meaning";

/// Puts a text into an element, its explained words to be tapped.
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

/// True for a question with words that have a meaning, in its own words or in those that explain it.
pub fn has_some(question: &Question, meanings: &[Meaning], words: &Words) -> bool {
    let texts = [question.asks(words), &question.hint];
    let mut all = texts.into_iter().flat_map(|text| pieces(text, meanings));
    all.any(|(_, place)| place.is_some())
}

/// Opens and closes a word that is tapped anywhere in this element. The words themselves hear nothing: screen
/// readers call what hears a press clickable, and say its heading in pieces.
pub fn hears_taps(of: El, open: RwSignal<Option<usize>>) -> El {
    of.on("click", move |event| {
        let event: MouseEvent = event.into();
        let word: Element = event_target(&event);
        let place = word.get_attribute(PLACE).and_then(|place| place.parse().ok());
        if let Some(place) = place {
            turn(place, open);
        }
    })
}

/// A word that can be tapped. It is no button: those can't flow over two lines with the words around them,
/// and screen readers would say its heading in pieces. Keys come by one of its own: see [`ways`].
fn word(text: String, place: usize, open: RwSignal<Option<usize>>) -> El {
    el("span")
        .class("explained")
        .class_while("open", move || open.get() == Some(place))
        .attr(PLACE, place.to_string())
        .text(text)
}

fn turn(place: usize, open: RwSignal<Option<usize>>) {
    open.update(|open| *open = (*open != Some(place)).then_some(place));
}

/// For keys and screen readers: a button for each word of these texts that has a meaning. It shows while it has
/// the focus.
pub fn ways(
    texts: [&str; 2],
    meanings: &[Meaning],
    words: Words,
    open: RwSignal<Option<usize>>,
) -> Vec<El> {
    let all = texts.into_iter().flat_map(|text| pieces(text, meanings));
    let mut places: Vec<usize> = all.filter_map(|(_, place)| place).collect();
    places.sort_unstable();
    places.dedup();
    let way = |place: usize| {
        el("span")
            .class("button plain unseen explain")
            .attr("role", "button")
            .attr("tabindex", "0")
            .live_attr("aria-expanded", move || Some((open.get() == Some(place)).to_string()))
            .on("click", move |_| turn(place, open))
            .on("keydown", move |event| {
                let event: KeyboardEvent = event.into();
                let is_open = open.get_untracked() == Some(place);
                if matches!(&*event.key(), "Enter" | " ") || is_open && event.key() == "Escape" {
                    event.prevent_default();
                    turn(place, open);
                }
            })
            .text(words.fill(Word::WordMeans, &[&meanings[place].word]))
    };
    places.into_iter().map(way).collect()
}

/// What the open word means. Read out when it opens.
pub fn meaning(meanings: Vec<Meaning>, words: Words, open: RwSignal<Option<usize>>) -> El {
    announced("status", move || {
        let Some(Meaning { word, text }) = open.get().and_then(|place| meanings.get(place)) else {
            return Vec::new();
        };
        let title = el("strong").text(words.fill(Word::WordMeans, &[word]));
        let notice = el("div").class("notice meaning say").attr("dir", "auto");
        vec![notice.child(el("p").child(title)).child(el("p").text(text.clone()))]
    })
}
