//! Groups of people beside each other: for each question a table with a column for each group, which says in words how
//! many people are in it.

use super::counts::{Cell, table};
use super::look::name_of;
use super::tally::Asked;
use crate::model::compare::{By, Side};
use crate::model::dataset::Dataset;
use crate::model::limit::Hundredths;
use crate::model::results::{Tally, Told, told};
use crate::model::survey::Kind;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use crate::ui::picture::Pictures;

/// The part of the screen with all questions. `refused` says which groups are not shown, and why.
pub fn beside(
    data: &Dataset,
    (by, sides): (By, &[Side]),
    refused: &[String],
    pictures: Pictures,
) -> El {
    let part = el("div").class("results-part").child(el("h2").text("Groups side by side"));
    let refused = refused.iter().map(|why| el("p").class("soft").text(why.clone()));
    let who = match by {
        By::Help => "What someone answered for a person stands in a column of its own.",
        By::BeforeAfter => {
            "They are people who answered for themselves more than once, each time with the same code: what they said \
             first, and what they said last."
        }
        _ => "They are people who answered for themselves.",
    };
    let base = format!(
        "Groups by {}. {who} Each group has a column, and says how many people are in it. Written \
         answers, dates and sorted cards are not compared.",
        name_of(data, by)
    );
    let part = part.child(el("p").class("soft").text(base)).children(refused);
    if sides.len() < 2 {
        let text = "There are not two groups with 5 people or more, so there is nothing to compare. Pick something else.";
        return part.child(el("p").text(text));
    }
    let told: Vec<(String, Told)> =
        sides.iter().map(|side| (side.name.clone(), told(data, &side.rows))).collect();
    let overlap = sides.iter().map(|side| side.rows.len()).sum::<usize>() > distinct(sides);
    let overlap = overlap.then(|| {
        el("p")
            .class("soft")
            .text("Some people are in more than one group: they picked more than one choice.")
    });
    let count = told.first().map_or(0, |(_, told)| told.tallies.len());
    // The question that tells them apart says nothing more.
    let is_shown = |at: &usize| {
        let entry = &told[0].1.tallies[*at].entry;
        let kind = entry.kind;
        let is_compared = kind.picks_one() || kind.picks_many() || kind == Kind::Ranking;
        (is_compared || kind == Kind::Number) && by != By::Question(entry.code)
    };
    let cards = (0..count).filter(is_shown).map(|at| card(&told, at, pictures));
    part.children(overlap).children(cards)
}

fn distinct(sides: &[Side]) -> usize {
    let mut rows: Vec<usize> = sides.iter().flat_map(|side| side.rows.iter().copied()).collect();
    rows.sort_unstable();
    rows.dedup();
    rows.len()
}

fn card(told: &[(String, Told)], at: usize, pictures: Pictures) -> El {
    let tallies: Vec<&Tally> = told.iter().map(|(_, told)| &told.tallies[at]).collect();
    let entry = &tallies[0].entry;
    let names: Vec<String> = told
        .iter()
        .map(|(name, told)| format!("{name}: {}", words::count(told.people, "person", "people")))
        .collect();
    let asked = match tallies[0].is_repeated {
        true => Asked::Times,
        false => Asked::People { of: told[0].1.people },
    };
    let kind = entry.kind;
    let drawn = if kind != Kind::Number {
        let about = (kind == Kind::Ranking).then(|| el("p").text("How many put each one first."));
        let cells = |choice: usize| {
            let cell = |tally: &&Tally| Cell { count: tally.counts[choice], most: tally.answered };
            tallies.iter().map(cell).collect::<Vec<_>>()
        };
        let rows = entry.choices.iter().enumerate().map(|(at, choice)| (choice, cells(at)));
        // With many groups it is wider than a phone, and moves by itself: also by keys.
        let wide = el("div")
            .class("beside-table")
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-label", "Groups side by side");
        let wide = wide.child(table("Choice", names.clone(), rows, (asked, pictures)));
        parts().children(about).child(wide)
    } else {
        let line = |(name, tally): (&String, &&Tally)| {
            let middle = tally.middle().map_or("no number".to_owned(), Hundredths::shown);
            el("li").attr("dir", "auto").text(format!("{name}: the middle number is {middle}."))
        };
        parts().child(el("ul").children(names.iter().zip(&tallies).map(line)))
    };
    let notes = told.iter().zip(&tallies).map(|((name, _), tally)| {
        let silent = tally.skipped + tally.preferred_not + tally.unfit;
        el("p").class("soft").attr("dir", "auto").text(format!(
            "{name}: {} asked, {} answered, {} did not.",
            words::number(tally.answered + silent),
            words::number(tally.answered),
            words::number(silent),
        ))
    });
    el("section")
        .class("card tally")
        .child(el("h3").class("words").attr("dir", "auto").text(entry.text.clone()))
        .and(drawn)
        .child(el("div").class("notes").children(notes))
}
