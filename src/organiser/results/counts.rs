//! Counts of choices: bars where a person picks, and a table where each choice has more than one
//! count. The numbers stand beside the bars, so that nobody has to measure.

use super::tally::Asked;
use crate::model::codebook::CodedChoice;
use crate::ui::el::{El, el};
use crate::ui::picture::{self, Pictures};

/// A count, and what would fill its bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub count: usize,
    pub most: usize,
}

/// A bar for each choice, as long as the share of those who answered.
pub fn bars<'a>(
    bars: impl Iterator<Item = (&'a CodedChoice, usize)>,
    most: usize,
    (asked, pictures): (Asked, Pictures),
) -> El {
    let line = |(choice, count): (&CodedChoice, usize)| {
        el("li")
            .child(el("span").class("bar-name").children(named(pictures, choice)))
            .child(bar(Cell { count, most }))
            .child(el("span").class("bar-count").text(asked.count(count)))
    };
    el("ul").class("bars").attr("role", "list").children(bars.map(line))
}

/// A row for each choice, with a count in each column. `what` is what the rows are: choices or
/// cards.
pub fn table<'a>(
    what: &'static str,
    columns: Vec<String>,
    rows: impl Iterator<Item = (&'a CodedChoice, Vec<Cell>)>,
    (asked, pictures): (Asked, Pictures),
) -> El {
    let head = |name: String| el("th").attr("scope", "col").attr("dir", "auto").text(name);
    let cell = |cell: Cell| el("td").text(cell.count.to_string()).text(" ").child(bar(cell));
    let row = |(choice, cells): (&CodedChoice, Vec<Cell>)| {
        let name = el("span").class("bar-name").children(named(pictures, choice));
        el("tr")
            .child(el("th").attr("scope", "row").child(name))
            .children(cells.into_iter().map(cell))
    };
    let caption = match asked {
        Asked::People { .. } => "Each number is how many people.",
        Asked::Others { .. } => "Each number is for how many people.",
        Asked::Times => "Each number is how many times.",
    };
    let heads = el("tr")
        .child(el("th").attr("scope", "col").text(what))
        .children(columns.into_iter().map(head));
    el("table")
        .class("counts")
        .child(el("caption").text(caption))
        .child(el("thead").child(heads))
        .child(el("tbody").children(rows.map(row)))
}

/// A choice by its picture and its words.
fn named(pictures: Pictures, choice: &CodedChoice) -> impl Iterator<Item = El> {
    let words = el("span").attr("dir", "auto").text(choice.text.clone());
    picture::small(pictures, &choice.picture).into_iter().chain([words])
}

fn bar(Cell { count, most }: Cell) -> El {
    let filled =
        el("rect").attr("width", (count * 1000 / most.max(1)).to_string()).attr("height", "1");
    el("svg")
        .class("count-bar")
        .attr("viewBox", "0 0 1000 1")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(filled)
}
