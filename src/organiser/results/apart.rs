//! The answers that are kept apart: counted on their own, beside nothing else that anybody said.
//!
//! Absent: groups to compare, and rows of people. Nobody knows whose these answers are.

use super::download::save_apart;
use super::tally::{About, tally_card};
use crate::model::dataset::Dataset;
use crate::model::results::results as added_up;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, button, el};
use leptos::prelude::*;

/// The part of the results for answers that are kept apart. Nothing where there are none.
pub fn apart(desk: Desk) -> Vec<El> {
    let (versions, apart) = (desk.versions.read(), desk.apart.read());
    if apart.is_empty() {
        return Vec::new();
    }
    let told = added_up(&Dataset::of_apart(&versions, &apart, &desk.words)).own;
    let base = format!(
        "From {}. Their phones sealed these answers apart from the rest, so nobody can see what else they said, or \
         compare by these answers.",
        words::count(told.people, "person", "people")
    );
    let save = button("button")
        .on("click", move |_| save_apart(desk))
        .text("Download CSV of what is kept apart");
    let about = About::Everybody { of: told.people };
    let cards = told.tallies.iter().map(|tally| tally_card(tally, about, desk.pictures));
    vec![
        el("div")
            .class("results-part")
            .child(el("h2").text("Kept apart"))
            .child(el("p").class("soft").text(base))
            .child(el("div").class("button-row").child(save))
            .children(cards),
    ]
}
