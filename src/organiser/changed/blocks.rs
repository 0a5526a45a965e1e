//! Headings, sentences, lists and tables of a page, as elements.

use crate::model::change::Block;
use crate::ui::el::{El, el};

/// A part of the page. Headings are of the second level.
pub fn drawn(block: &Block) -> El {
    let own = |tag: &'static str, text: &String| el(tag).attr("dir", "auto").text(text.clone());
    match block {
        Block::Heading(text) => own("h3", text),
        Block::Text(text) => own("p", text),
        // It is for who writes the page, not for who reads it.
        Block::Missing(text) => own("p", text).class("soft missing no-print"),
        Block::List(lines) => {
            el("ul").class("plain-list").children(lines.iter().map(|line| own("li", line)))
        }
        Block::Table { head, rows } => {
            let heads = head.iter().map(|name| el("th").attr("scope", "col").text(name.clone()));
            let row = |row: &Vec<String>| {
                let cell = |(place, text): (usize, &String)| {
                    let cell = if place == 0 { el("th").attr("scope", "row") } else { el("td") };
                    let label = head.get(place).cloned().unwrap_or_default();
                    cell.attr("dir", "auto").attr("data-label", label).text(text.clone())
                };
                el("tr").children(row.iter().enumerate().map(cell))
            };
            el("table")
                .class("board-table")
                .child(el("thead").child(el("tr").children(heads)))
                .child(el("tbody").children(rows.iter().map(row)))
        }
    }
}
