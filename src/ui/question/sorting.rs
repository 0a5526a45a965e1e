//! Sorting cards into 3 places: one card at a time, with 3 buttons. Each button stands over what was put there.
//! A card that has a place can be moved again.

use super::{Form, Stand};
use crate::model::picking;
use crate::model::survey::Choice;
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::picture;
use leptos::prelude::*;

/// The id of the card that is next.
pub fn card_id(stand: &Stand) -> String {
    [stand.field, "-card"].concat()
}

/// The card that is next, the places for it, and what is in them.
pub fn sorting(form: &Form) -> Vec<El> {
    let Form { words, answer, on_answer, stand, focus, .. } = *form;
    let kept = StoredValue::new(form.question.clone());
    // The first card without a place, and its number.
    let next = move || {
        let given = answer.run(());
        let placed = picking::placed(&given);
        let waits = |choice: &&Choice| placed.iter().all(|(id, _)| *id != choice.id);
        let card = kept.with_value(|question| question.choices.iter().find(waits).cloned());
        Some((placed.len() + 1, card?))
    };
    let count = form.question.choices.len().to_string();
    let kind = form.question.kind;
    let card = el("div").class("sort-card").attr("role", "status").live(move || match next() {
        None => vec![el("p").class("sort-name").text(words.say(Word::AllSorted))],
        Some((number, card)) => {
            let number = words.fill(Word::CardOf, &[&number.to_string(), &count]);
            let name = card.says(kind, &words).to_owned();
            let mut all = vec![el("p").class("sort-count").text(number)];
            all.extend(picture::small(stand.pictures, card.shows(kind)));
            all.push(el("p").class("sort-name say").attr("dir", "auto").text(name));
            all
        }
    });
    let described = card_id(&stand);
    let place = |at: u8| {
        let press = move |_| {
            let before = untrack(|| answer.run(()));
            if let Some((_, card)) = untrack(next) {
                on_answer.run(picking::place(&before, card.id, Some(at)));
            }
        };
        let id = match at {
            0 => stand.field.to_owned(),
            at => [stand.field, "-place-", &at.to_string()].concat(),
        };
        let button = el("button")
            .attr("type", "button")
            .class("button say")
            .id(id.clone())
            // Whoever comes back to it by keys hears the card that is next.
            .attr_if("aria-describedby", (at == 0).then(|| described.clone()))
            .live_attr("aria-disabled", move || next().is_none().then(|| "true".to_owned()))
            .on("click", press)
            .text(form.question.pile(usize::from(at), &words).to_owned());
        let placed_card = move |choice: &Choice| {
            let id = choice.id;
            let press = move |_| {
                let before = untrack(|| answer.run(()));
                on_answer.run(picking::place(&before, id, None));
                focus.run(stand.field);
            };
            let name = words.fill(Word::PutBack, &[choice.says(kind, &words)]);
            let button = el("button").attr("type", "button").class("button placed");
            el("li").child(button.attr("dir", "auto").on("click", press).text(name))
        };
        let cards = move || {
            let given = answer.run(());
            let here = |choice: &&Choice| picking::placed(&given).contains(&(choice.id, at));
            kept.with_value(|question| {
                question.choices.iter().filter(here).map(placed_card).collect()
            })
        };
        let has_none =
            move || picking::placed(&answer.run(())).iter().all(|(_, place)| *place != at);
        let list = el("ul").attr("role", "list").attr("aria-labelledby", id).hidden(has_none);
        el("div").class("place").child(button).child(list.live(cards))
    };
    vec![card.id(card_id(&stand)), el("div").class("places").children((0..3).map(place))]
}
