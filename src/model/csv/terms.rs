//! The words that a group agreed as a spreadsheet: a row for each.
//!
//! Absent: what stands in which cell (see [`glossary`](crate::model::glossary)).

use super::cell::{Cell, Form, file, needs_guard};
use crate::model::glossary::HEADS;

/// The table as a file.
pub fn write_words(rows: &[Vec<String>], form: Form) -> Vec<u8> {
    let head = HEADS.map(|head| Cell::Text(head.to_owned())).to_vec();
    let row = |row: &Vec<String>| row.iter().cloned().map(Cell::Text).collect();
    file([head].into_iter().chain(rows.iter().map(row)), form)
}

/// A cell of such a file as it was before it was made safe for spreadsheets.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| needs_guard(rest)).unwrap_or(cell)
}
