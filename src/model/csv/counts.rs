//! Counts that can be shared, as a spreadsheet: a row for each choice of each question.
//!
//! Absent: what may be shown (see [`suppress`](crate::model::suppress)), and answers of single people.

use super::cell::{Cell, Form, file};
use crate::model::suppress::{LeftOut, Shared, SharedWords, Shown, Table};
use crate::model::survey::Kind;

/// What stands over the columns.
const HEADS: [&str; 5] = ["Question", "Choice", "Group", "People", "Note"];

/// The counts as a file, with those of tags, and below them those of what is kept apart. What people wrote is no count.
pub fn write_counts(
    shared: &Shared,
    words: &[SharedWords],
    apart: Option<&Shared>,
    form: Form,
) -> Vec<u8> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut rows = vec![HEADS.map(text).to_vec()];
    let row = |cells: [&str; 3], shown: Shown| {
        let mut row = cells.map(text).to_vec();
        let (people, note) = match shown {
            Shown::Count(count) => (Cell::Number(count.to_string()), ""),
            Shown::Hidden => {
                (Cell::empty(), "Hidden: a small number, or one that would give it back")
            }
            Shown::About(count) => (Cell::Number(count.to_string()), "Rounded"),
        };
        row.extend([people, text(note)]);
        row
    };
    rows.push(row(["All questions", "People who answered for themselves", ""], shared.people));
    let add = |rows: &mut Vec<Vec<Cell>>, Table { entry, counts }: &Table| {
        let counts = match counts {
            Ok(counts) => counts,
            Err(why) => {
                rows.push([&entry.text, "", "", "", says(*why)].map(text).to_vec());
                return;
            }
        };
        for (choice, shown) in entry.choices.iter().zip(&counts.choices) {
            for (place, shown) in shown.iter().enumerate() {
                let group = match entry.kind {
                    Kind::Ranking => "Put it first",
                    _ => entry.piles.get(place).map_or("", String::as_str),
                };
                rows.push(row([&entry.text, &choice.text, group], *shown));
            }
        }
        rows.push(row([&entry.text, "Were asked", ""], counts.asked));
        if entry.kind != Kind::Sorting {
            rows.push(row([&entry.text, "Did not answer", ""], counts.unanswered));
        }
    };
    shared.tables.iter().for_each(|table| add(&mut rows, table));
    for SharedWords { entry, tags, asked, .. } in words {
        match tags {
            Ok(tags) if tags.is_empty() => {}
            Ok(tags) => {
                let tag = |(name, shown): &(String, Shown)| {
                    row([&entry.text, &format!("Tag: {name}"), ""], *shown)
                };
                rows.extend(tags.iter().map(tag));
                rows.push(row([&entry.text, "Were asked", ""], *asked));
            }
            Err(why) => rows.push([&entry.text, "Tags", "", "", says(*why)].map(text).to_vec()),
        }
    }
    if let Some(apart) = apart {
        rows.push(row(["All that is kept apart", "Sets of answers", ""], apart.people));
        apart.tables.iter().for_each(|table| add(&mut rows, table));
    }
    file(rows, form)
}

/// Why a question is left out, in words.
pub fn says(why: LeftOut) -> &'static str {
    match why {
        LeftOut::Words => "Left out: written answers, numbers and dates can show who someone is.",
        LeftOut::Repeated => "Left out: one person is asked this more than once.",
        LeftOut::Small => "Left out: the counts would give small numbers away.",
        LeftOut::Depends => {
            "Left out: only some people are asked this, and who they are would give small numbers away."
        }
    }
}
