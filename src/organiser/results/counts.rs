//! Counts of choices: rows of people or bars where a person picks, and a table where each choice has more
//! than one count. The numbers stand beside them, so that nobody has to measure or to count.

use super::tally::Asked;
use crate::model::codebook::CodedChoice;
use crate::model::results::chart::Figures;
use crate::ui::el::{El, el, parts};
use crate::ui::picture::{self, Pictures};

/// A count, and what would fill its bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub count: usize,
    pub most: usize,
}

/// A line for each choice: a row of people, or a bar as long as the share of those who answered where there are too
/// many for a row, or where it is times that are counted.
pub fn chart(
    counted: &[(&CodedChoice, usize)],
    most: usize,
    (asked, pictures): (Asked, Pictures),
) -> El {
    let largest = counted.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let people = Figures::of(largest).filter(|_| asked != Asked::Times);
    let drawn = |count| match people {
        Some(people) => figures(count, people),
        None => bar(Cell { count, most }),
    };
    let line = |(choice, count): &(&CodedChoice, usize)| {
        el("li")
            .child(el("span").class("bar-name").children(named(pictures, choice)))
            .child(drawn(*count))
            .child(el("span").class("bar-count").text(asked.count(*count)))
    };
    let lines = el("ul").class("bars").attr("role", "list").children(counted.iter().map(line));
    let legend = people.filter(|people| people.each > 1).map(|Figures { each, .. }| {
        el("p").class("soft").text(format!("Each figure stands for {each} people."))
    });
    parts().child(lines).children(legend)
}

/// The size of a figure, in the units of its drawing.
const WIDTH: usize = 26;
const HEIGHT: usize = 34;
/// From the start of one figure to that of the next.
const STEP: usize = 30;

/// A row of people. Of the last there is only a part when they don't come out even.
pub fn figures(count: usize, Figures { each, room }: Figures) -> El {
    let figure = |place: usize| {
        let x = place * STEP;
        let head = format!("M{} 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z", x + WIDTH / 2);
        format!("{head}M{x} {HEIGHT}v-6a11 11 0 0 1 11-11h4a11 11 0 0 1 11 11v6z")
    };
    let (whole, rest) = (count / each, count % each);
    let row: String = (0..whole).map(figure).collect();
    // A drawing in the drawing, which cuts off what does not fit.
    let part = (rest > 0).then(|| {
        let width = WIDTH * rest / each;
        el("svg")
            .attr("x", (whole * STEP).to_string())
            .attr("width", width.to_string())
            .attr("height", HEIGHT.to_string())
            .attr("viewBox", format!("0 0 {width} {HEIGHT}"))
            .child(el("path").attr("d", figure(0)))
    });
    el("svg")
        .class(if count == 0 { "figures none" } else { "figures" })
        .attr("width", (room * STEP).to_string())
        .attr("viewBox", format!("0 0 {} {HEIGHT}", room * STEP))
        .attr("aria-hidden", "true")
        .child(el("path").attr("d", row))
        .children(part)
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
pub fn named(pictures: Pictures, choice: &CodedChoice) -> impl Iterator<Item = El> {
    let words = el("span").attr("dir", "auto").text(choice.text.clone());
    picture::small(pictures, &choice.picture).into_iter().chain([words])
}

/// A bar as long as the share of those who answered.
pub fn bar(Cell { count, most }: Cell) -> El {
    let filled =
        el("rect").attr("width", (count * 1000 / most.max(1)).to_string()).attr("height", "1");
    el("svg")
        .class("count-bar")
        .attr("viewBox", "0 0 1000 1")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(filled)
}
