//! Spreadsheets: answers in words, answers in codes, and the codebook that explains the codes.
//!
//! Answers have one row for each response. Written by the `csv` crate as RFC 4180 with CRLF, and a
//! byte order mark so that Excel reads UTF-8. All but numbers is quoted: a program that splits at
//! `;` must not find a cell of its own inside one of ours. A question that was skipped, or was not
//! asked, is empty.
//!
//! Columns stand in the order of their codes, and a code never changes. `q6` is a question, `q6_2`
//! one of its choices, where each has a column of its own: 1 picked, 0 not; the place in a ranking;
//! the place a card was sorted into. `q6_words` is what was said instead of a choice. In a section
//! that is repeated, `q6.2` is the second time.
//!
//! Cells and headers that a spreadsheet would run as a formula get a `'` in front (OWASP, "CSV
//! injection"). Negative numbers are no formulas and stay as they are.

mod notes;

pub use notes::write_notes;

use super::answer::Answer;
use super::codebook::{self, Codebook, Entry, Said};
use super::inbox::Received;
use super::standard::OTHER;
use super::survey::{Kind, Survey};
use super::typed;
use super::words::{Word, Words};
use csv::{QuoteStyle, Terminator, WriterBuilder};

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
/// Stands for "prefer not to say" among codes. Far from the codes of choices.
const PREFERRED_NOT: &str = "-99";

/// Whether cells hold words, for people, or codes, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    Words,
    Codes,
}

/// What stands in one column of an entry.
#[derive(Clone, Copy)]
enum Column {
    /// The whole answer.
    Whole,
    /// One of the choices, by its place in the entry.
    Choice(usize),
    /// What was said instead of a choice.
    OwnWords,
}

/// The answers as a file. `date` turns milliseconds since 1970 into the organiser's own date. Rows
/// are in the order of `received`.
pub fn write(
    versions: &[Survey],
    received: &[Received],
    cells: Cells,
    words: &Words,
    date: impl Fn(u64) -> String,
) -> Result<Vec<u8>, csv::Error> {
    let book = Codebook::of(versions, words);
    let entries = book.by_code();
    let said: Vec<Vec<Said>> = received.iter().map(|one| codebook::said(versions, one)).collect();
    let mut columns: Vec<(&Entry, u8, Column)> = Vec::new();
    for entry in entries {
        // As many times as anybody was asked: always once at least.
        let asked = |person: &Vec<Said>| entry.said(person).map(|said| said.asked.round).max();
        let last = said.iter().filter_map(asked).max().unwrap_or(0);
        for round in 0..=last {
            columns.extend(columns_of(entry).into_iter().map(|column| (entry, round, column)));
        }
    }
    let fixed = match cells {
        Cells::Words => ["Response", "Survey version", "Came in on"],
        Cells::Codes => ["response", "version", "came_in_on"],
    };
    let mut rows = vec![fixed.map(str::to_owned).to_vec()];
    rows[0].extend(columns.iter().map(|(entry, round, column)| match cells {
        Cells::Words => label(entry, *round, *column, words),
        Cells::Codes => name(entry, *round, *column),
    }));
    for (Received { at, response, .. }, said) in received.iter().zip(&said) {
        // The letter keeps spreadsheets from reading an id of digits as a number.
        let id = format!("r{}", response.id);
        let mut row = vec![id, response.version.to_string(), date(*at)];
        for (entry, round, column) in &columns {
            let said = entry.said(said).find(|said| said.asked.round == *round);
            let answer = said.and_then(|said| said.answer);
            row.push(answer.map_or_else(String::new, |a| cell(entry, *column, a, cells, words)));
        }
        rows.push(row);
    }
    file(rows)
}

/// The codebook as a file: a row for each column of the answers, and for each code in it.
pub fn write_codebook(versions: &[Survey], words: &Words) -> Result<Vec<u8>, csv::Error> {
    let book = Codebook::of(versions, words);
    let header = ["Column", "Question", "Kind", "First version", "Code", "What it means"];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for entry in book.by_code() {
        for column in columns_of(entry) {
            let codes = codes_of(entry, column, words);
            let mut line = |code: &str, meaning: &str| {
                rows.push(vec![
                    name(entry, 0, column),
                    label(entry, 0, column, words),
                    format!("{:?}", entry.kind),
                    entry.since.to_string(),
                    code.to_owned(),
                    meaning.to_owned(),
                ]);
            };
            if codes.is_empty() {
                line("", "");
            }
            for (code, meaning) in codes {
                line(&code, &meaning);
            }
        }
    }
    file(rows)
}

fn file(rows: Vec<Vec<String>>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn columns_of(entry: &Entry) -> Vec<Column> {
    let each = entry.kind.picks_many() || matches!(entry.kind, Kind::Ranking | Kind::Sorting);
    let mut by_code: Vec<usize> = (0..entry.choices.len()).collect();
    by_code.sort_by_key(|at| entry.choices[*at].code);
    let mut columns: Vec<Column> = match each {
        true => by_code.into_iter().map(Column::Choice).collect(),
        false => vec![Column::Whole],
    };
    if entry.choice(OTHER).is_some() {
        columns.push(Column::OwnWords);
    }
    columns
}

fn name(entry: &Entry, round: u8, column: Column) -> String {
    let time = if round == 0 { String::new() } else { format!(".{}", round + 1) };
    let part = match column {
        Column::Whole => String::new(),
        Column::Choice(at) => format!("_{}", entry.choices[at].code),
        Column::OwnWords => "_words".to_owned(),
    };
    format!("q{}{time}{part}", entry.code)
}

fn label(entry: &Entry, round: u8, column: Column, words: &Words) -> String {
    let time = if round == 0 { String::new() } else { format!(" ({})", round + 1) };
    let part = match column {
        Column::Whole => String::new(),
        Column::Choice(at) => format!(": {}", entry.choices[at].text),
        Column::OwnWords => format!(": {}", words.say(Word::OtherWords)),
    };
    format!("{}{time}{part}", entry.text)
}

/// What each code in a column means. Empty where the column holds no codes.
fn codes_of(entry: &Entry, column: Column, words: &Words) -> Vec<(String, String)> {
    let mut codes: Vec<(String, String)> = match column {
        Column::OwnWords => return Vec::new(),
        Column::Choice(_) if entry.kind.picks_many() => {
            vec![
                ("1".into(), words.say(Word::Yes).into()),
                ("0".into(), words.say(Word::No).into()),
            ]
        }
        Column::Choice(_) if entry.kind == Kind::Sorting => entry
            .piles
            .iter()
            .zip(1..)
            .map(|(pile, code)| (code.to_string(), pile.clone()))
            .collect(),
        Column::Choice(_) => {
            let places = (1..=entry.choices.len()).map(|place| place.to_string());
            places.map(|place| (place.clone(), words.fill(Word::RankPlace, &[&place]))).collect()
        }
        Column::Whole => {
            let mut choices: Vec<_> = entry.choices.iter().collect();
            choices.sort_by_key(|choice| choice.code);
            choices.into_iter().map(|c| (c.code.to_string(), c.text.clone())).collect()
        }
    };
    if entry.personal {
        codes.push((PREFERRED_NOT.to_owned(), words.say(Word::PreferNot).to_owned()));
    }
    codes
}

fn cell(entry: &Entry, column: Column, answer: &Answer, cells: Cells, words: &Words) -> String {
    let in_words = cells == Cells::Words;
    match (column, answer) {
        (Column::OwnWords, Answer::Other { words, .. }) => words.clone(),
        (Column::OwnWords, _) => String::new(),
        (_, Answer::PreferNotToSay) if in_words => words.say(Word::PreferNot).to_owned(),
        (_, Answer::PreferNotToSay) => PREFERRED_NOT.to_owned(),
        (Column::Whole, Answer::Text(text)) => match entry.kind {
            Kind::Number => typed::number(text).map_or_else(String::new, typed::show),
            Kind::Date => typed::date(text)
                .map_or_else(String::new, |(y, m, d)| format!("{y:04}-{m:02}-{d:02}")),
            Kind::Month => {
                typed::month(text).map_or_else(String::new, |(y, m)| format!("{y:04}-{m:02}"))
            }
            _ => text.clone(),
        },
        (Column::Whole, answer) => {
            let picked = entry.choices.iter().find(|choice| answer.picked(choice.id));
            picked.map_or_else(String::new, |choice| match cells {
                Cells::Words => choice.text.clone(),
                Cells::Codes => choice.code.to_string(),
            })
        }
        (Column::Choice(at), Answer::Ranked(order)) => {
            let place = order.iter().position(|id| *id == entry.choices[at].id);
            place.map_or_else(String::new, |place| (place + 1).to_string())
        }
        (Column::Choice(at), Answer::Sorted(cards)) => {
            let place = cards.iter().find(|(id, _)| *id == entry.choices[at].id);
            place.map_or_else(String::new, |(_, place)| match cells {
                Cells::Words => entry.piles.get(usize::from(*place)).cloned().unwrap_or_default(),
                Cells::Codes => (place + 1).to_string(),
            })
        }
        (Column::Choice(at), answer) => {
            let picked = answer.picked(entry.choices[at].id);
            if picked { "1" } else { "0" }.to_owned()
        }
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
