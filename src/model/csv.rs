//! The spreadsheet: one row for each response.
//!
//! Written by the `csv` crate as RFC 4180 with CRLF, and a byte order mark so that Excel reads
//! UTF-8. All but numbers is quoted: a program that splits at `;` must not find a cell of its own
//! inside one of ours. A question where people pick many has one column for each choice: 1 picked, 0 not. A
//! question that was skipped, or was not in that version, is empty.
//!
//! Cells and headers that a spreadsheet would run as a formula get a `'` in front (OWASP, "CSV
//! injection"). Negative numbers are no formulas and stay as they are.

use super::codebook::{Codebook, Entry};
use super::inbox::Received;
use super::response::Answer;
use super::survey::{Kind, Survey};
use csv::{QuoteStyle, Terminator, WriterBuilder};

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The file's bytes. `date` turns milliseconds since 1970 into the organiser's own date.
/// Rows are in the order of `received`.
pub fn write(
    versions: &[Survey],
    received: &[Received],
    date: impl Fn(u64) -> String,
) -> Result<Vec<u8>, csv::Error> {
    let entries = Codebook::of(versions).entries;
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let mut header = vec!["Response".to_owned(), "Survey version".into(), "Came in on".into()];
    header.extend(entries.iter().flat_map(headers));
    writer.write_record(header.iter().map(|cell| guarded(cell)))?;
    for Received { at, response } in received {
        // The letter keeps spreadsheets from reading an id of digits as a number.
        let id = format!("r{}", response.id);
        let mut row = vec![id, response.version.to_string(), date(*at)];
        for entry in &entries {
            let question = versions
                .iter()
                .find(|survey| survey.version == response.version)
                .and_then(|survey| survey.question(entry.id))
                .filter(|question| entry.is(question.id, &question.kind));
            let answer = question.and_then(|question| {
                response.answers.get(entry.id).filter(|answer| answer.fits(&question.kind))
            });
            row.extend(cells(entry, answer));
        }
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn headers(entry: &Entry) -> Vec<String> {
    match &entry.kind {
        Kind::ManyChoices(choices) => {
            choices.iter().map(|choice| format!("{}: {}", entry.text, choice.text)).collect()
        }
        _ => vec![entry.text.clone()],
    }
}

fn cells(entry: &Entry, answer: Option<&Answer>) -> Vec<String> {
    match &entry.kind {
        Kind::ManyChoices(choices) => {
            let cell = |answer: &Answer, choice| if answer.picked(choice) { "1" } else { "0" };
            let cell = |choice| answer.map_or("", |answer| cell(answer, choice)).to_owned();
            choices.iter().map(|choice| cell(choice.id)).collect()
        }
        _ => vec![match answer {
            Some(Answer::OneChoice(id)) => entry.choice(*id).unwrap_or_default().to_owned(),
            Some(Answer::Text(words)) => words.clone(),
            Some(Answer::ManyChoices(_)) | None => String::new(),
        }],
    }
}

/// The cell with a `'` in front when a spreadsheet might run it.
fn guarded(cell: &str) -> String {
    // Some programs drop leading blanks before they look, and read wide letters like narrow ones.
    let first = cell.trim_start().chars().next();
    let starts_formula = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    let starts_control = cell.starts_with(['\t', '\r', '\n']);
    if (starts_formula || starts_control) && !is_negative_number(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// `-5` and `-5.25`, and nothing that could go on as a formula.
fn is_negative_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match cell.strip_prefix('-') {
        None => false,
        Some(rest) => match rest.split_once('.') {
            None => digits(rest),
            Some((whole, part)) => digits(whole) && digits(part),
        },
    }
}
