//! The script for SPSS, which PSPP runs too.
//!
//! SPSS takes each line of a file for a person, so it reads the file whose written answers have no line breaks. Codes
//! are read as text first: the reasons why there is no answer become negative numbers, which no code is, and are
//! declared missing. Of numbers that people wrote, which may be negative, the reason is lost.

use super::WARNING;
use super::field::{Field, Holds, short};
use crate::model::dataset::Missing;
use core::fmt::Write;

/// Most bytes of a label: of a column, and of a code.
const LONGEST_LABEL: usize = 240;
const LONGEST_MEANING: usize = 110;
/// Most bytes of a text.
const LONGEST_TEXT: usize = 32_767;

/// The most bytes of each column of a file, at least 1.
pub fn widths(file: &[u8]) -> Vec<usize> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let mut widths = Vec::new();
    for record in reader.byte_records().flatten() {
        widths.resize(widths.len().max(record.len()), 1);
        for (width, cell) in widths.iter_mut().zip(&record) {
            *width = (*width).max(cell.len()).min(LONGEST_TEXT);
        }
    }
    widths
}

/// `answers.sps`.
pub fn script(fields: &[Field], widths: &[usize]) -> String {
    let warning = format!("* {WARNING}\n");
    let mut text = warning
        + "* Set the working directory to this folder, then run all of it.\n\n\
           GET DATA /TYPE=TXT /FILE='answers-for-spss.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED\n  \
           /FIRSTCASE=2 /DELIMITERS=',' /QUALIFIER='\"' /VARIABLES=\n";
    for (place, field) in fields.iter().enumerate() {
        let width = widths.get(place).copied().unwrap_or(1).max(4);
        let raw = if is_text(field) { "" } else { RAW };
        // Text can't fail to take more.
        let _ = writeln!(text, "  {}{raw} A{width}", field.name);
    }
    text += "  .\n\n";
    let not_text = || fields.iter().filter(|field| !is_text(field));
    for field in not_text() {
        let name = &field.name;
        let _ = match field.holds {
            Holds::Day => writeln!(
                text,
                "IF (INDEX({name}{RAW}, '-') > 0) {name} = NUMBER({name}{RAW}, SDATE10).\nFORMATS {name} (SDATE10)."
            ),
            Holds::Number => {
                writeln!(text, "RECODE {name}{RAW} (CONVERT) INTO {name}.\nFORMATS {name} (F12.2).")
            }
            _ => {
                let reasons =
                    numbered(field).map(|(number, why)| format!(" ('{}'={number})", why.code()));
                let reasons: String = reasons.collect();
                let _ = writeln!(text, "RECODE {name}{RAW}{reasons} (CONVERT) INTO {name}.");
                let missing = if field.reasons.is_empty() { "" } else { "MISSING VALUES" };
                match missing {
                    "" => writeln!(text, "FORMATS {name} (F4.0)."),
                    missing => {
                        writeln!(text, "FORMATS {name} (F4.0).\n{missing} {name} (LOWEST THRU -1).")
                    }
                }
            }
        };
    }
    text.push_str("EXECUTE.\n");
    for field in not_text() {
        let _ = writeln!(text, "DELETE VARIABLES {}{RAW}.", field.name);
    }
    text.push('\n');
    for field in fields {
        let label = quoted(&field.label, LONGEST_LABEL);
        let _ = writeln!(text, "VARIABLE LABELS {} {label}.", field.name);
        if is_text(field) || field.holds != Holds::Whole {
            continue;
        }
        let codes = field.codes.iter().map(|(code, label)| (*code as i64, &**label));
        let all = codes.chain(numbered(field).map(|(number, why)| (number, why.label())));
        let lines: String = all
            .map(|(code, label)| format!("\n  {code} {}", quoted(label, LONGEST_MEANING)))
            .collect();
        if !lines.is_empty() {
            let _ = writeln!(text, "VALUE LABELS {}{lines}.", field.name);
        }
    }
    text
}

/// What the name of a column ends with while it is text.
const RAW: &str = "_raw";

/// Months and times stay text: each program has its own idea of those.
fn is_text(field: &Field) -> bool {
    matches!(field.holds, Holds::Text | Holds::Month | Holds::Moment)
}

/// The number that stands for each reason why there is no answer, the same in every column.
fn numbered(field: &Field) -> impl Iterator<Item = (i64, Missing)> + '_ {
    let all = (1..).zip(Missing::ALL).filter(|(_, why)| field.reasons.contains(why));
    all.map(|(number, why): (i64, Missing)| (-number, why))
}

fn quoted(text: &str, most: usize) -> String {
    format!("'{}'", short(text, most).replace('\'', "''"))
}
