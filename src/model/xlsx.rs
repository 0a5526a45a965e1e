//! The answers as a workbook: a sheet of answers in words, one of the codebook, and one about both.
//!
//! Numbers, dates and times are real ones, and what was written is text: a leading zero, a long number and `1e5` stay
//! as they are, and nothing that starts with `=` can run, for it is text in a column of text. The first row stays in
//! sight.
//!
//! Our own writer, for what it costs: `rust_xlsxwriter` is 263 kB of the page (brotli), and other crates are not
//! kept up. Tests read its files with `calamine`.

mod changes;
mod sheet;

pub use changes::write_changes;

use super::csv::{Fixed, codebook_rows, fixed_of, headings, in_words};
use super::dataset::{Column, Dataset, Many, Missing, Part, Value};
use super::survey::Kind;
use super::zip::Zip;
use sheet::{Cell, Sheet};

/// Why there is no workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLarge {
    /// A sheet holds 16,384 columns.
    Columns,
    /// A sheet holds 1,048,576 rows.
    Rows,
}

/// Most columns and rows of a sheet: Excel's own limits.
const MOST_COLUMNS: usize = 16_384;
const MOST_ROWS: usize = 1_048_576;

/// The names of the sheets, in their order.
const SHEETS: [&str; 3] = ["Answers", "Codebook", "About"];

/// The workbook. `moment` turns milliseconds since 1970 into the organiser's own day and time of day, as
/// `2026-11-23T09:05:30`. `about` are the lines of the last sheet: what something is, and the thing.
pub fn write(
    data: &Dataset,
    about: &[(String, String)],
    moment: impl Fn(u64) -> String,
    kind_name: impl Fn(Kind) -> &'static str,
) -> Result<Vec<u8>, TooLarge> {
    let columns = data.columns(Many::Columns);
    let fixed = fixed_of(data);
    if fixed.len() + columns.len() > MOST_COLUMNS {
        return Err(TooLarge::Columns);
    }
    let book = codebook_rows(data, kind_name);
    if data.people.len() >= MOST_ROWS || book.len() > MOST_ROWS {
        return Err(TooLarge::Rows);
    }
    let mut zip = Zip::default();
    for (name, text) in sheet::around(&SHEETS) {
        zip.file(name, text.as_bytes());
    }
    let mut answers = Sheet::open(&mut zip, 1, fixed.len() + columns.len());
    answers.head(&headings(data, &columns));
    for row in 0..data.people.len() {
        let fixed = fixed.iter().map(|fixed| of_fixed(*fixed, data, row, &moment));
        let own = columns.iter().map(|column| of_answer(data, column, row));
        answers.row(fixed.chain(own));
    }
    answers.close();
    let mut codebook = Sheet::open(&mut zip, 2, book.first().map_or(1, Vec::len));
    for (place, row) in book.iter().enumerate() {
        match place {
            0 => codebook.head(row),
            _ => codebook.row(row.iter().map(|text| Cell::Text(text.clone()))),
        }
    }
    codebook.close();
    let mut sheet = Sheet::open(&mut zip, 3, 2);
    sheet.head(&["About these answers".to_owned(), String::new()]);
    for (what, text) in about {
        sheet.row([what, text].map(|text| Cell::Text(text.clone())).into_iter());
    }
    sheet.close();
    Ok(zip.finish())
}

fn of_fixed(fixed: Fixed, data: &Dataset, row: usize, moment: impl Fn(u64) -> String) -> Cell {
    match fixed {
        Fixed::CameInAt => Cell::moment(&moment(data.people[row].received.at)),
        Fixed::Late => match Fixed::is_late(data, row, moment) {
            None => Cell::Empty,
            Some(true) => Cell::Text("Yes".to_owned()),
            Some(false) => Cell::Text("No".to_owned()),
        },
        fixed => {
            let text = fixed.text(data, row);
            let number = text.parse().ok().filter(|_| fixed == Fixed::Version);
            number.map_or(Cell::Text(text), Cell::Number)
        }
    }
}

fn of_answer(data: &Dataset, column: &Column, row: usize) -> Cell {
    let value = data.value(column, row);
    match value {
        Value::Number(number) => Cell::Number(number.0 as f64 / 100.0),
        Value::Place(place) => Cell::Number(place as f64),
        Value::Date(date) => Cell::day(date),
        Value::Month((year, month)) => Cell::month(year, month),
        // A choice that was not ticked, and one that was not offered: both have nothing in the cell.
        Value::Empty | Value::Ticked(false) => Cell::Empty,
        Value::Missing(why) if why != Missing::PreferredNot || is_tick(column, data) => Cell::Empty,
        value => Cell::Text(in_words(data, column, row, &value)),
    }
}

fn is_tick(column: &Column, data: &Dataset) -> bool {
    match column.part {
        Part::Tag(_) | Part::Mark => true,
        Part::Choice(_) => data.entries[column.entry].kind.picks_many(),
        Part::Whole | Part::Joined | Part::OwnWords => false,
    }
}
