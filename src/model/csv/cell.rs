//! Cells and rows of a file: RFC 4180 with CRLF, and a byte order mark so that Excel reads UTF-8.
//!
//! Text is quoted and numbers are not, by what a column holds and never by what a cell looks like: a
//! program that asks can tell 007 from 7. Absent: what stands in which cell.

use crate::model::plain_text::{closed, turns, without_controls};

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

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

/// Why a cell of the file in codes holds no answer. A dot and a letter is no number anywhere, and
/// Stata and SAS know it as a missing value with a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// They were asked, and went on.
    Skipped,
    /// It was not in their version, or their answers led past it.
    NotAsked,
    /// They prefer not to say.
    PreferredNot,
    /// They ranked or sorted others, and not this one.
    NoPlace,
    /// What came can't be an answer to this question.
    Unfit,
    /// The version that they answered is not in this browser.
    NoVersion,
}

impl Missing {
    /// Every reason.
    const ALL: [Missing; 6] = [
        Missing::Skipped,
        Missing::NotAsked,
        Missing::PreferredNot,
        Missing::NoPlace,
        Missing::Unfit,
        Missing::NoVersion,
    ];

    /// What stands in the cell.
    pub(super) fn code(self) -> &'static str {
        match self {
            Missing::Skipped => ".s",
            Missing::NotAsked => ".n",
            Missing::PreferredNot => ".p",
            Missing::NoPlace => ".x",
            Missing::Unfit => ".w",
            Missing::NoVersion => ".v",
        }
    }
}

impl Cell {
    /// A cell without anything in it.
    pub(super) fn empty() -> Self {
        Cell::Text(String::new())
    }

    fn write(&self, file: &mut String) {
        match self {
            Cell::Number(number) => file.push_str(number),
            Cell::Missing(missing) => quote(missing.code(), file),
            // Texts of questions come from drafts of others.
            Cell::Text(text) => quote(&guarded(&closed(&without_controls(text))), file),
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

/// The file with these rows.
pub(super) fn file(rows: impl IntoIterator<Item = Vec<Cell>>) -> Vec<u8> {
    let mut file = BYTE_ORDER_MARK.to_owned();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                file.push(',');
            }
            cell.write(&mut file);
        }
        file.push_str("\r\n");
    }
    file.into_bytes()
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
