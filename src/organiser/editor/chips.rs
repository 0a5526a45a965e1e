//! The row of chips under an open question. Each says what is so, and opens under the row what
//! changes it.

use super::open_card::Card;
use crate::model::chips::{Chip, chips_of, name, says};
use crate::organiser::later;
use crate::organiser::words::{self, About};
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// The row, and what is open under it.
pub fn chip_row(card: Card) -> El {
    let Card { desk, id, kind, .. } = card;
    let chips = Memo::new(move |_| chips_of(kind.get()));
    // What is wrong shows, also to whoever was led here by the list of problems.
    let wrong = Memo::new(move |_| {
        let problems = desk.problems.read();
        let chip = |problem: &_| match words::about(*problem) {
            About::When(own) if own == id => Some(Chip::Asked),
            About::Limits(own) if own == id => Some(Chip::Limits),
            About::Repeat(own) if own == id => Some(Chip::Repeats),
            About::Apart(own) if own == id => Some(Chip::Personal),
            _ => None,
        };
        problems.iter().filter_map(chip).collect::<Vec<_>>()
    });
    // What was opened for that stays open when it is fixed: somebody is in the middle of it.
    let led_to = RwSignal::new(Vec::<Chip>::new());
    Effect::new(move |_| {
        let new =
            wrong.get().into_iter().filter(|chip| led_to.with_untracked(|l| !l.contains(chip)));
        let new: Vec<Chip> = new.collect();
        if !new.is_empty() {
            led_to.update(|led_to| led_to.extend(new));
        }
    });
    let is_open = move |chip| {
        let has = |chips: &Vec<Chip>| chips.contains(&chip);
        card.chip.get() == Some(chip) || wrong.with(has) || led_to.with(has)
    };
    // The number first: what is in the panel is called after the same things, with the number last.
    let panel_id = move |chip| format!("{}-{}", id.0, name(chip).to_lowercase());
    let chip = move |chip: Chip| {
        let value = Memo::new(move |_| {
            desk.draft.with(|draft| {
                draft
                    .content()
                    .question(id)
                    .map(|question| says(chip, question))
                    .unwrap_or_default()
            })
        });
        button("chip")
            .live_attr("aria-expanded", move || Some(is_open(chip).to_string()))
            .attr("aria-controls", panel_id(chip))
            .text(format!("{}: ", name(chip)))
            .child(el("strong").live_text(move || value.get()))
            .on("click", move |_| {
                let opens = !untrack(|| is_open(chip));
                led_to.update(|led_to| led_to.retain(|other| *other != chip));
                card.chip.set(opens.then_some(chip));
            })
    };
    let panel = move |chip: Chip| {
        el("div").class("chip-panel").id(panel_id(chip)).show(
            move || is_open(chip),
            move || {
                parts().live_parts(move || {
                    later::once_here(desk, |later| (later.chip_panel)(card, chip))
                })
            },
        )
    };
    el("div")
        .class("chips")
        .child(el("div").class("chip-row").keyed(move || chips.get(), chip))
        .child(el("div").class("chip-panels").keyed(move || chips.get(), panel))
}
