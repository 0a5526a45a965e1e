//! The changes as a spreadsheet: a row for each, of one survey or of many.
//!
//! Absent: what stands in which cell (see [`change`](crate::model::change)).

use super::cell::{Cell, Form, file};
use crate::model::change::{HEADS, is_number};

/// The table as a file.
pub fn write_changes(rows: &[Vec<String>], form: Form) -> Vec<u8> {
    let head = HEADS.map(|head| Cell::Text(head.to_owned())).to_vec();
    let row = |row: &Vec<String>| {
        let cell = |(column, text): (usize, &String)| match text.parse::<f64>() {
            Ok(_) if is_number(column) => Cell::Number(text.clone()),
            _ => Cell::Text(text.clone()),
        };
        row.iter().enumerate().map(cell).collect()
    };
    file([head].into_iter().chain(rows.iter().map(row)), form)
}
