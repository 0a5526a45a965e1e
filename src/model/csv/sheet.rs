//! The answers as a spreadsheet, some rows at a time, so that a page can be used while a large one is made.
//!
//! The table goes in; bytes come out, which make one file together. Nearly every cell says what thousands of others
//! say: a choice in the words of a version. Those are written out once.

use super::cell::{Cell, Writer};
use super::{Cells, Options, cell, fixed_of, headings, names};
use crate::model::dataset::{Column, Dataset, Part, Value};
use core::ops::Range;

/// A spreadsheet that is being written.
pub struct Sheet<'d, 'a, M> {
    data: &'d Dataset<'a>,
    options: Options,
    moment: M,
    columns: Vec<Column>,
    /// By column and version, what stands there for each choice once it was first needed.
    known: Vec<Vec<Vec<Option<String>>>>,
    rows: Range<usize>,
    has_head: bool,
}

impl<'d, 'a, M: Fn(u64) -> String> Sheet<'d, 'a, M> {
    /// Begins with the first row.
    pub fn begin(data: &'d Dataset<'a>, options: Options, moment: M) -> Self {
        let columns = data.columns(options.many);
        let known = vec![vec![Vec::new(); data.versions.len()]; columns.len()];
        let rows = 0..data.people.len();
        Self { data, options, moment, columns, known, rows, has_head: false }
    }

    /// How many rows are written, of how many.
    pub fn done(&self) -> (usize, usize) {
        (self.rows.start, self.rows.end)
    }

    /// So many more rows, the first time with the head. `None` once that is all.
    pub fn next(&mut self, rows: usize) -> Option<Vec<u8>> {
        if self.has_head && self.rows.is_empty() {
            return None;
        }
        let mut file = Writer::new(self.options.form);
        if !self.has_head {
            self.has_head = true;
            file.mark();
            let head = match self.options.cells {
                Cells::Words => headings(self.data, &self.columns),
                Cells::Codes => names(self.data, &self.columns),
            };
            head.into_iter().for_each(|text| file.cell(&Cell::Text(text)));
            file.end_of_row();
        }
        let until = self.rows.end.min(self.rows.start.saturating_add(rows));
        for row in self.rows.start..until {
            for fixed in fixed_of(self.data) {
                file.cell(&fixed.cell(self.data, row, self.options.cells, &self.moment));
            }
            for at in 0..self.columns.len() {
                self.answer(&mut file, at, row);
            }
            file.end_of_row();
        }
        self.rows.start = until;
        Some(file.finish())
    }

    fn answer(&mut self, file: &mut Writer, at: usize, row: usize) {
        let (data, column) = (self.data, &self.columns[at]);
        let value = data.value(column, row);
        let is_words = self.options.cells == Cells::Words;
        let choice = match (&value, column.part) {
            (Value::Text(text), _) => return file.text(text),
            (Value::Empty, _) => return file.text(""),
            (Value::Ticked(false), _) if is_words => return file.text(""),
            (Value::Choice(choice), _) => *choice,
            (Value::Ticked(true), Part::Choice(choice)) => choice,
            _ => return file.cell(&cell(data, column, row, self.options.cells)),
        };
        let Some(version) = data.people[row].version else {
            return file.cell(&cell(data, column, row, self.options.cells));
        };
        let known = &mut self.known[at][version];
        if known.len() <= choice {
            known.resize(choice + 1, None);
        }
        let form = self.options.form;
        let cells = self.options.cells;
        let written = known[choice].get_or_insert_with(|| {
            let mut alone = Writer::new(form);
            alone.cell(&cell(data, column, row, cells));
            alone.written()
        });
        file.as_written(written);
    }
}

/// The answers as a file, all at once. `moment` turns milliseconds since 1970 into the organiser's own day and time of
/// day, as `2026-11-23T09:05:30`. Rows are in the order of the table.
pub fn write(data: &Dataset, options: Options, moment: impl Fn(u64) -> String) -> Vec<u8> {
    let mut sheet = Sheet::begin(data, options, moment);
    sheet.next(usize::MAX).unwrap_or_default()
}
