//! The card of one question: what people said to it, in the way that suits its kind, and who did
//! not answer it.

use super::counts::{Bars, Cell, Table};
use super::lists::{Dates, Listed, Numbers};
use crate::model::codebook::CodedChoice;
use crate::model::results::Tally;
use crate::model::standard::OTHER;
use crate::model::survey::Kind;
use crate::organiser::words;
use leptos::prelude::*;

/// What the counts of a question count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// People, of so many who sent answers. Not all of them need to have been asked.
    People { of: usize },
    /// Times: one person can be asked again.
    Times,
}

impl Asked {
    /// A count in words: "1 person", "2 times".
    pub fn count(self, number: usize) -> String {
        match self {
            Asked::People { .. } => words::count(number, "person", "people"),
            Asked::Times => words::count(number, "time", "times"),
        }
    }
}

/// One question.
#[component]
pub fn TallyCard(tally: Tally, asked: Asked) -> impl IntoView {
    let id = format!("asked-{}", tally.entry.code);
    let notes: Vec<_> =
        notes(&tally, asked).into_iter().map(|note| view! { <p class="soft">{note}</p> }).collect();
    view! {
        <section class="card tally">
            <h2 class="words" id=id.clone() dir="auto">
                {tally.entry.text.clone()}
            </h2>
            {said(&tally, asked, id)}
            <div class="notes">{notes}</div>
        </section>
    }
}

/// What people said. `about` is the id of the question's heading.
fn said(tally: &Tally, asked: Asked, about: String) -> AnyView {
    let kind = tally.entry.kind;
    let choices = || tally.entry.choices.iter();
    if kind.picks_one() || kind.picks_many() {
        let bars = choices().cloned().zip(tally.counts.iter().copied()).collect();
        let own = (!tally.written.is_empty()).then(|| {
            let other = tally.entry.choice(OTHER).map_or("", |choice| &choice.text).to_owned();
            view! {
                <p class="own-words">{format!("“{other}”, in people’s own words:")}</p>
                <Listed items=tally.written.clone() about />
            }
        });
        return view! {
            <Bars bars most=tally.answered asked />
            {own}
        }
        .into_any();
    }
    if kind.is_typed() && !matches!(kind, Kind::Number | Kind::Date | Kind::Month) {
        return match tally.written.is_empty() {
            true => view! { <p>"No one wrote anything."</p> }.into_any(),
            false => view! { <Listed items=tally.written.clone() about /> }.into_any(),
        };
    }
    if tally.answered == 0 {
        return view! { <p>"No one answered this."</p> }.into_any();
    }
    let most = tally.answered;
    let row = |choice: &CodedChoice, cells: &[usize]| {
        (choice.clone(), cells.iter().map(|count| Cell { count: *count, most }).collect())
    };
    match kind {
        Kind::Ranking => {
            let counts = tally.counts.iter().zip(&tally.ranked);
            let rows = choices().zip(counts).map(|(c, (first, ranked))| row(c, &[*first, *ranked]));
            let columns = vec!["Put it first".to_owned(), "Gave it a place".to_owned()];
            view! { <Table what="Choice" columns rows=rows.collect() asked /> }.into_any()
        }
        Kind::Sorting => {
            let rows = choices().zip(&tally.sorted).map(|(choice, places)| row(choice, places));
            let columns = tally.entry.piles.clone();
            view! { <Table what="Card" columns rows=rows.collect() asked /> }.into_any()
        }
        Kind::Number => {
            view! { <Numbers numbers=tally.numbers.clone() middle=tally.middle() about /> }
                .into_any()
        }
        _ => view! { <Dates kind written=tally.written.clone() about /> }.into_any(),
    }
}

/// Who was asked, and who did not answer.
fn notes(tally: &Tally, asked: Asked) -> Vec<String> {
    let times = tally.answered + tally.preferred_not + tally.skipped;
    let mut notes = Vec::new();
    match asked {
        Asked::Times => notes.push(format!("Asked {}.", asked.count(times))),
        Asked::People { .. } if times == 0 => notes.push("No one was asked this.".to_owned()),
        Asked::People { of } if times < of => {
            let were = if times == 1 { "was" } else { "were" };
            notes.push(format!("{times} of {of} people {were} asked this."));
        }
        Asked::People { .. } => {}
    }
    if tally.preferred_not > 0 {
        let count = asked.count(tally.preferred_not);
        notes.push(match asked {
            Asked::People { .. } => format!("{count} preferred not to say."),
            Asked::Times => format!("{count} people preferred not to say."),
        });
    }
    if tally.entry.kind.can_skip() && times > 0 {
        notes.push(match (tally.skipped, asked) {
            (0, _) => "No one skipped this.".to_owned(),
            (some, Asked::People { .. }) => format!("{} skipped this.", asked.count(some)),
            (some, Asked::Times) => format!("Skipped {}.", asked.count(some)),
        });
    }
    notes
}
