//! The card of hard words: what each means. People can tap them in the survey.

use crate::model::draft::Place;
use crate::model::id::MeaningId;
use crate::organiser::beside::here;
use crate::organiser::field::TextField;
use crate::organiser::ids::{ADD_WORD, card_id};
use crate::organiser::later;
use crate::organiser::state::{Desk, Spot};
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// Closed, it shows the words. Open, a pair of fields for each.
pub fn words_card(desk: Desk) -> El {
    let open = Memo::new(move |_| desk.spot.get() == Spot::Words);
    let words = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let words = draft.content().meanings.iter().map(|meaning| meaning.word.trim());
            words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
        })
    });
    let shown = move || {
        words.with(|words| match words.as_str() {
            "" => "No hard words yet".to_owned(),
            words => words.to_owned(),
        })
    };
    let closed = move || {
        let opener = button("card-opener")
            .on("click", move |_| desk.open(Spot::Words))
            .child(el("span").class("card-kind").text("Word list"))
            .child(el("span").class("card-text").attr("dir", "auto").live_text(shown));
        parts().child(opener)
    };
    el("section")
        .class("card editor-card")
        .class_while("open", move || open.get())
        .id(card_id(Spot::Words))
        .attr("aria-label", "Word list")
        .child(here(desk, Spot::Words))
        .show(move || open.get(), move || open_card(desk))
        .show(move || !open.get(), closed)
}

fn open_card(desk: Desk) -> El {
    let ids = Memo::new(move |_| {
        desk.draft.with(|draft| {
            draft.content().meanings.iter().map(|meaning| meaning.id).collect::<Vec<_>>()
        })
    });
    let pair = move |id: MeaningId| {
        let number = Memo::new(move |_| {
            ids.with(|ids| ids.iter().position(|other| *other == id)).map_or(0, |at| at + 1)
        });
        let field = move |place: Place, label: Signal<String>, rows: u32| {
            view! { <TextField desk place label rows /> }
        };
        let word = Signal::derive(move || format!("Word {}", number.get()));
        let means = Signal::derive(move || format!("What word {} means", number.get()));
        let out = button("button")
            .on("click", move |_| desk.remove_meaning(id))
            .live_text(move || format!("Remove word {}", number.get()));
        let group =
            el("div")
                .class("hard-word")
                .attr("role", "group")
                .live_attr("aria-label", move || Some(format!("Hard word {}", number.get())))
                .view(field(Place::Word(id), word, 1))
                .view(field(Place::Meaning(id), means, 2))
                .child(el("div").class("word-ways").live_parts(move || {
                    later::once_here(desk, |later| (later.word_ways)(desk, id))
                }))
                .child(out);
        el("li").child(group)
    };
    let text = "Is there a word that people may not know? Write here what it means. People can tap these words in your survey to see what they mean.";
    let add = button("button")
        .id(ADD_WORD)
        .on("click", move |_| desk.add_meaning())
        .text("Add a hard word");
    parts()
        .child(el("h2").class("card-kind").text("Word list"))
        .child(el("p").text(text))
        .child(el("ul").class("hard-words").attr("role", "list").keyed(move || ids.get(), pair))
        .child(el("div").class("button-row").child(add))
        .live_parts(move || later::once_here(desk, |later| (later.word_offers)(desk)))
}
