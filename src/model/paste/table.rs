//! Rows of pasted tables: their cells, and the row at their head. Word puts a tab after its bullets and
//! numbers too, so what only marks a line is told from a cell here.

use super::line::What;
use super::mark;
use super::signs::{is_line_to_write_on, is_smileys, is_tick, said, tidy};
use crate::model::survey::MOST_CHOICES;

/// What the column of the questions is called in a table.
const HEADS: [&str; 12] = [
    "question",
    "questions",
    "statement",
    "statements",
    "item",
    "items",
    "no",
    "no.",
    "nr",
    "number",
    "#",
    "please tick",
];

/// What columns are called that hold no choice.
const NO_CHOICES: [&str; 10] = [
    "question",
    "questions",
    "statement",
    "statements",
    "comment",
    "comments",
    "notes",
    "any comments",
    "your answer",
    "answer",
];

/// The cells of a line. Word puts a tab after its own bullets and numbers: those are no cells.
pub(super) fn cells(line: &str) -> (String, Vec<String>) {
    let mut cells: Vec<String> = line.trim_start().split('\t').map(tidy).collect();
    let marked = match &*cells[0] {
        _ if cells[1..].iter().all(String::is_empty) => None,
        first if is_mark(first) => Some(first.to_owned()),
        first if is_letter(first) => Some("•".to_owned()),
        // The numbers of the rows of a table.
        first
            if first.chars().all(|letter| letter.is_numeric() || letter == '.')
                && cells[1..].iter().any(|cell| cell.contains(char::is_alphabetic)) =>
        {
            Some([first, "."].concat())
        }
        _ => None,
    };
    if let Some(mark) = marked {
        let at = cells.iter().skip(1).position(|cell| !cell.is_empty()).map_or(1, |at| at + 1);
        cells.drain(..at);
        cells[0] = [mark, cells[0].clone()].join(" ");
    }
    let first = cells.remove(0);
    (first, cells)
}

fn is_mark(cell: &str) -> bool {
    mark::mark(&[cell, "X"].join(" ")).is_some_and(|(_, rest)| rest == "X")
}

/// True for a letter that stands for one of Word's bullets once its font is lost.
fn is_letter(cell: &str) -> bool {
    let mut letters = cell.chars();
    let one = letters.next().filter(|_| letters.next().is_none());
    one.is_some_and(|letter| {
        !letter.is_numeric() && (letter < '\u{250}' || !letter.is_alphabetic())
    }) && !is_tick(cell)
        && !is_smileys(cell)
}

/// True for a cell of a table to tick or to write in.
pub(super) fn is_open(cell: &str) -> bool {
    cell.is_empty() || is_box(cell) || is_line_to_write_on(cell)
}

fn is_box(cell: &str) -> bool {
    mark::bullet(&[cell, " X"].concat()) == Some("X") || is_tick(cell)
}

/// The head row of a table whose next row has boxes, or room for ticks.
pub(super) fn columns(line: &str, below: &str) -> Option<What> {
    if !line.contains('\t') {
        return None;
    }
    let (first, rest) = cells(line);
    let starts_empty = line.starts_with('\t');
    let (head, names) = if starts_empty && !is_mark(&first) && mark::mark(&first).is_none() {
        (String::new(), [vec![first], rest].concat())
    } else {
        (first, rest)
    };
    let is_name = |name: &&String| said(name).is_some() && !name.contains(['?', '؟']);
    let count = names.iter().filter(is_name).count();
    let (below, open) = cells(below);
    let is_open =
        said(&below).is_some() && !open.is_empty() && open.iter().all(|cell| is_open(cell));
    let has_boxes = is_open && open.iter().any(|cell| is_box(cell));
    let is_head = head.is_empty() || HEADS.contains(&&*head.to_lowercase());
    if count == 0 || names.iter().any(|name| !name.is_empty() && !is_name(&name)) {
        return None;
    }
    // "Question / Yes / No" over rows that have words of their own only names the columns.
    if !(has_boxes || is_head && (is_open || count > 1 || !head.is_empty())) {
        return None;
    }
    let has_words = !open.is_empty() && !is_open;
    let names = if has_words && is_head && !head.is_empty() { Vec::new() } else { names };
    let is_choice = |name: &String| !NO_CHOICES.contains(&&*name.to_lowercase());
    let names = names.iter().filter_map(|name| said(name)).filter(is_choice);
    let names = names.take(MOST_CHOICES).collect();
    Some(What::Columns((!is_head).then_some(head).and_then(|head| said(&head)), names))
}
