//! What the app says of itself in every survey, on the card of the welcome page: each sentence with the reason why
//! it is there, to be said in other words or left out. "Your support will stay the same" does not belong
//! in a survey about a party.

use super::welcome_card::folded;
use crate::model::draft::{Change, Place};
use crate::model::standard::SENTENCES;
use crate::model::words::Word;
use crate::organiser::field::TextField;
use crate::organiser::state::Desk;
use crate::organiser::words::{LEAVE_OUT, of_first_page};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// All of them.
pub fn sentences(desk: Desk) -> El {
    const HEAD: &str = "sentences-head";
    let why = "Every survey says these. Write your own words, or leave one out if it does not fit. Leave a field \
               empty to use the words in grey.";
    let is_used = desk.draft.with_untracked(|draft| {
        let content = draft.content();
        let says = |word: &Word| content.text(Place::Said(*word)).is_some_and(|t| !t.is_empty());
        !content.left_out.is_empty() || SENTENCES.iter().any(says)
    });
    let all = el("div")
        .child(el("p").class("help").text(why))
        .children(SENTENCES.map(|word| sentence(desk, word)));
    folded((HEAD, "What we add"), all, is_used)
}

/// One of them.
fn sentence(desk: Desk, word: Word) -> El {
    let is_out =
        Memo::new(move |_| desk.draft.with(|draft| draft.content().left_out.contains(&word)));
    let name = of_first_page(Place::Said(word));
    let standard = desk.words.say(word).to_owned();
    let field = move || {
        let (placeholder, help) = (standard.clone(), reason(word));
        let place = Place::Said(word);
        vec![el("div").view(view! { <TextField desk place label=name help placeholder /> })]
    };
    let out = move || match is_out.get() {
        false => field(),
        true => vec![
            el("p").class("label").text(name),
            el("p").class("help").text("People do not see this. "),
            el("p").class("help").text(reason(word)),
        ],
    };
    let turn = move |_| desk.change(Change::LeaveOut(word, !is_out.get_untracked()));
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("aria-label", format!("{LEAVE_OUT}: {name}"))
        .checked(move || is_out.get())
        .on("change", turn);
    let says = el("span").text(LEAVE_OUT);
    el("div").class("sentence").live(out).child(el("label").class("tick").child(tick).child(says))
}

/// Why it is there.
fn reason(word: Word) -> &'static str {
    match word {
        Word::YouChoose => {
            "Why: people who get support may fear to lose it if they say no. If nobody who answers gets support \
             from you, say only that they do not have to answer."
        }
        Word::HelpIsFine => {
            "Why: many people answer with help. They need to know that this is fine, and that their own view \
             counts."
        }
        _ => {
            "Why: answers that somebody else gave are counted apart, so that nobody takes them for the person’s \
             own words."
        }
    }
}
