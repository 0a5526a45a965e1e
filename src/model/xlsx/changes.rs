//! The changes as a workbook: a sheet with a row for each, and one about it.

use super::sheet::{self, Cell, Sheet};
use crate::model::change::{HEADS, is_number};
use crate::model::zip::Zip;

/// The workbook. `about` are the lines of the last sheet: what something is, and the thing.
pub fn write_changes(rows: &[Vec<String>], about: &[(String, String)]) -> Vec<u8> {
    let mut zip = Zip::default();
    for (name, text) in sheet::around(&["Changes", "About"]) {
        zip.file(name, text.as_bytes());
    }
    let mut changes = Sheet::open(&mut zip, 1, HEADS.len());
    changes.head(&HEADS.map(str::to_owned));
    for row in rows {
        let cell = |(column, text): (usize, &String)| match text.parse() {
            _ if text.is_empty() => Cell::Empty,
            Ok(number) if is_number(column) => Cell::Number(number),
            _ => day(text).unwrap_or_else(|| Cell::Text(text.clone())),
        };
        changes.row(row.iter().enumerate().map(cell));
    }
    changes.close();
    let mut sheet = Sheet::open(&mut zip, 2, 2);
    sheet.head(&["About these changes".to_owned(), String::new()]);
    for (what, text) in about {
        sheet.row([what, text].map(|text| Cell::Text(text.clone())).into_iter());
    }
    sheet.close();
    zip.finish()
}

/// A text that is a day and nothing else.
fn day(text: &str) -> Option<Cell> {
    crate::model::day::read(text)?;
    let parts: Vec<u32> = text.split('-').flat_map(str::parse).collect();
    let [year, month, day] = parts[..] else { return None };
    Some(Cell::day((year, month, day)))
}
