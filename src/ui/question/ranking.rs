//! Putting choices in order: tap the most important one first, then the next. No dragging.

use super::Form;
use crate::model::picking;
use crate::model::survey::Choice;
use crate::model::words::Word;
use crate::ui::el::{El, announced, el};
use crate::ui::picture;
use leptos::prelude::*;

/// The choices as buttons, each with its number, and a way to begin again.
pub fn ranking(form: &Form) -> Vec<El> {
    let Form { words, answer, on_answer, stand, focus, .. } = *form;
    let kind = form.question.kind;
    // What a press has done. The name of a button that has the focus is not said once more.
    let done = RwSignal::new(String::new());
    let mut first = Some(stand.field);
    let card = |choice: &Choice| {
        let id = choice.id;
        let place = move || {
            let given = answer.run(());
            let place = picking::order(&given).iter().position(|other| *other == id)?;
            Some((place + 1).to_string())
        };
        let said = move || match place() {
            Some(place) => [", ", &words.fill(Word::RankPlace, &[&place])].concat(),
            None => [", ", words.say(Word::RankNone)].concat(),
        };
        let press = move |_| {
            let before = untrack(|| answer.run(()));
            let now = picking::rank(&before, id);
            done.set(match picking::order(&now).iter().position(|other| *other == id) {
                Some(place) => words.fill(Word::RankPlace, &[&(place + 1).to_string()]),
                None => words.say(Word::RankNone).to_owned(),
            });
            on_answer.run(now);
        };
        let number = el("span").class("rank-number").attr("aria-hidden", "true");
        let text = choice.says(kind, &words).to_owned();
        el("button")
            .attr("type", "button")
            .class("choice rank")
            .attr_if("id", first.take())
            .live_attr("aria-pressed", move || Some(place().is_some().to_string()))
            .on("click", press)
            .child(number.live_text(move || place().unwrap_or_default()))
            .children(picture::small(stand.pictures, choice.shows(kind)))
            .child(el("span").class("choice-text say").attr("dir", "auto").text(text))
            .child(el("span").class("unseen").live_text(said))
    };
    let cards = el("div").class("choices").children(form.question.choices.iter().map(card));
    let again = el("button")
        .attr("type", "button")
        .class("button plain")
        .hidden(move || picking::order(&answer.run(())).is_empty())
        .on("click", move |_| {
            on_answer.run(None);
            focus.run(stand.field);
        })
        .text(words.say(Word::RankAgain));
    let done = announced("status", move || {
        let line = |text| el("p").text(text);
        Some(done.get()).filter(|done| !done.is_empty()).map(line).into_iter().collect()
    });
    vec![cards, done.class("unseen"), again]
}
