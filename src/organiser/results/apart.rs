//! The answers that are kept apart: counted on their own, beside nothing else that anybody said, and only once enough
//! sets of them are in.
//!
//! Absent: groups to compare, and rows of people. Nobody knows whose these answers are.

use super::download::{Of, more_downloads, save_csv};
use super::look::Look;
use super::share::shared_apart_part;
use super::tally::{About, tally_card};
use crate::model::dataset::{Dataset, held_back};
use crate::model::results::results as added_up;
use crate::model::suppress::{shared, shared_apart};
use crate::model::survey::Survey;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The part of the results for answers that are kept apart: all of them, or what can be shared. Nothing where nobody
/// was asked for any.
pub fn apart(desk: Desk, look: Look) -> Vec<El> {
    let (versions, sets) = (desk.versions.read(), desk.apart.read());
    let is_asked = versions.iter().any(Survey::keeps_some_apart);
    let has_answers = desk.received.with(|received| !received.is_empty());
    if sets.is_empty() && !(is_asked && has_answers) {
        return Vec::new();
    }
    let part = || el("div").class("results-part").child(el("h2").text("Kept apart"));
    let data = match Dataset::of_apart(&versions, &sets, &desk.words) {
        Ok(data) => data,
        Err(why) => {
            let says = el("div").class("notice").child(el("p").text(why.says()));
            return vec![part().child(says)];
        }
    };
    let soft = |text: String| el("p").class("soft").text(text);
    let held = (data.held > 0).then(|| soft(held_back(data.held)));
    if look.shares.get() {
        let rule = look.rule.get();
        let received = desk.received.read();
        let beside = shared(&desk.laid(&versions, &received), rule);
        let shared = shared_apart(&data, rule, &beside);
        return vec![shared_apart_part(part(), &shared, desk.pictures)];
    }
    let told = added_up(&data).own;
    let base = format!(
        "From {}. These answers were sealed apart from the rest. Nothing here joins them to what else a person said, \
         and nothing can be compared by them.",
        words::count(told.people, "person", "people")
    );
    let save = save_csv(desk, Of::Apart, "button");
    let about = About::Everybody { of: told.people };
    let cards = told.tallies.iter().map(|tally| tally_card(tally, about, desk.pictures));
    vec![
        part()
            .child(soft(base))
            .children(held)
            .child(el("div").class("button-row").child(save))
            .child(more_downloads(desk, Of::Apart))
            .children(cards),
    ]
}
