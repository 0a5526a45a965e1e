//! Cells and rows of a file: RFC 4180 with CRLF, and where it is wanted a byte order mark so that Excel reads UTF-8.
//!
//! Text is quoted and numbers are not, by what a column holds and never by what a cell looks like: a
//! program that asks can tell 007 from 7. Absent: what stands in which cell.

use crate::model::dataset::{Missing, Value};
use crate::model::plain_text::{closed, turns, without_controls};

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// What stands between cells.
    pub separator: Separator,
    /// True for a byte order mark in front.
    pub mark: bool,
    /// True for spaces in place of line breaks: some programs take each line for a row.
    pub one_line: bool,
}

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    Comma,
    /// As Excel wants it in countries that write a comma in numbers.
    Semicolon,
    Tab,
}

impl Default for Form {
    fn default() -> Self {
        Self { separator: Separator::Comma, mark: true, one_line: false }
    }
}

impl Form {
    /// For programs: commas, and no mark that they would take for a part of the first name.
    pub const PLAIN: Form = Form { separator: Separator::Comma, mark: false, one_line: false };
    /// The same, a line for each row.
    pub const ONE_LINE: Form = Form { one_line: true, ..Form::PLAIN };
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// A number of our own making.
    Number(String),
    /// Words, or nothing.
    Text(String),
    /// Why there is no answer.
    Missing(Missing),
}

impl Cell {
    /// A cell without anything in it.
    pub(super) fn empty() -> Self {
        Cell::Text(String::new())
    }

    /// The same as a number, where the value is one of our own writing.
    pub(super) fn or_number(self, value: &Value) -> Self {
        match (self, value) {
            (Cell::Text(text), Value::Number(_) | Value::Place(_)) => Cell::Number(text),
            (cell, _) => cell,
        }
    }

    /// The whole number that it is.
    pub(super) fn as_number(&self) -> Option<usize> {
        match self {
            Cell::Number(number) => number.parse().ok(),
            _ => None,
        }
    }
}

fn quote(text: &str, file: &mut String) {
    file.push('"');
    for part in text.split_inclusive('"') {
        file.push_str(part);
        if part.ends_with('"') {
            file.push('"');
        }
    }
    file.push('"');
}

/// A file, or a part of one, that is being written.
pub(super) struct Writer {
    file: String,
    form: Form,
    separator: char,
    /// True at the start of a row.
    is_new: bool,
}

impl Writer {
    pub(super) fn new(form: Form) -> Self {
        let separator = match form.separator {
            Separator::Comma => ',',
            Separator::Semicolon => ';',
            Separator::Tab => '\t',
        };
        Self { file: String::new(), form, separator, is_new: true }
    }

    /// What stands before the first row.
    pub(super) fn mark(&mut self) {
        if self.form.mark {
            self.file.push_str(BYTE_ORDER_MARK);
        }
    }

    fn next_cell(&mut self) {
        if !core::mem::replace(&mut self.is_new, false) {
            self.file.push(self.separator);
        }
    }

    pub(super) fn cell(&mut self, cell: &Cell) {
        match cell {
            Cell::Number(number) => self.as_written(number),
            Cell::Missing(missing) => {
                self.next_cell();
                quote(missing.code(), &mut self.file);
            }
            Cell::Text(text) => self.text(text),
        }
    }

    /// A cell with words in it, or with nothing. Texts of questions come from drafts of others.
    pub(super) fn text(&mut self, text: &str) {
        self.next_cell();
        if is_harmless(text) {
            self.file.push('"');
            self.file.push_str(text);
            return self.file.push('"');
        }
        let text = guarded(&closed(&without_controls(text)));
        let text = if self.form.one_line { text.replace('\n', " ") } else { text };
        quote(&text, &mut self.file);
    }

    /// A cell that was written before.
    pub(super) fn as_written(&mut self, cell: &str) {
        self.next_cell();
        self.file.push_str(cell);
    }

    pub(super) fn end_of_row(&mut self) {
        self.file.push_str("\r\n");
        self.is_new = true;
    }

    pub(super) fn written(self) -> String {
        self.file
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.file.into_bytes()
    }
}

/// True for words that stand in a cell as they are. Most do, and looking closer at each takes its time.
fn is_harmless(text: &str) -> bool {
    let (first, mut bytes) = (text.bytes().next(), text.bytes());
    first.is_none_or(|first| first.is_ascii_alphanumeric())
        && bytes.all(|byte| matches!(byte, b' '..=b'~') && byte != b'"')
}

/// The file with these rows.
pub(super) fn file(rows: impl IntoIterator<Item = Vec<Cell>>, form: Form) -> Vec<u8> {
    let mut file = Writer::new(form);
    file.mark();
    for row in rows {
        row.iter().for_each(|cell| file.cell(cell));
        file.end_of_row();
    }
    file.finish()
}

/// The text with a `'` in front where it needs one.
pub(super) fn guarded(text: &str) -> String {
    let guard = if needs_guard(text) { "'" } else { "" };
    [guard, text].concat()
}

/// True for what a spreadsheet might run (OWASP, "CSV injection"), and for words that look like one of
/// our reasons why there is no answer.
pub(super) fn needs_guard(text: &str) -> bool {
    // Some programs drop leading blanks before they look, and read wide letters like narrow ones.
    // What shows nothing hides nothing.
    let is_unseen = |c: char| c.is_whitespace() || turns(c) || is_mark(c);
    let first = text.trim_start_matches(is_unseen).chars().next();
    let starts_formula = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    let starts_control = text.starts_with(['\t', '\r', '\n']);
    (starts_formula || starts_control) && !is_negative_number(text) && !is_phone_number(text)
        || Missing::ALL.iter().any(|missing| missing.code() == text)
}

/// True for marks that show nothing: which way the letter beside them runs, no space, no break.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// `-5` and `-5.25`, and nothing that could go on as a formula.
fn is_negative_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match text.strip_prefix('-') {
        None => false,
        Some(rest) => match rest.split_once('.') {
            None => digits(rest),
            Some((whole, part)) => digits(whole) && digits(part),
        },
    }
}

/// `+44 (0)20 7946 0000`: a plus, then digits, blanks and brackets. Nothing in it can name a cell, a
/// function or a program, or add up.
fn is_phone_number(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'(' | b')');
    text.strip_prefix('+').is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_digit()) && rest.bytes().all(fits)
    })
}
