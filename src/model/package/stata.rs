//! The script for Stata. The reasons why there is no answer are Stata's own: `.s`, `.n` and so on.

use super::WARNING;
use super::field::{Field, Holds, short};
use core::fmt::Write;

/// Most bytes of a label: of a column, and of a code.
const LONGEST_LABEL: usize = 80;
const LONGEST_MEANING: usize = 200;

/// `answers.do`.
pub fn script(fields: &[Field]) -> String {
    let mut text = format!(
        "* {WARNING}\n* Set the working directory to this folder, then run all of it.\n\n\
         import delimited using \"answers.csv\", varnames(nonames) rowrange(2) stringcols(_all) ///\n  \
         bindquotes(strict) encoding(\"utf-8\") clear\n"
    );
    for (place, field) in (1..).zip(fields) {
        // Text can't fail to take more.
        let _ = writeln!(text, "rename v{place} {}", name(field));
    }
    text.push('\n');
    for field in fields {
        let name = name(field);
        let _ = match field.holds {
            Holds::Whole | Holds::Number => {
                let _ = writeln!(text, "generate double raw_ = real({name})");
                for why in &field.reasons {
                    let _ = writeln!(text, "replace raw_ = {0} if {name} == \"{0}\"", why.code());
                }
                writeln!(text, "drop {name}\nrename raw_ {name}")
            }
            Holds::Day => dated(&mut text, &name, "date", "YMD", "%td"),
            Holds::Month => dated(&mut text, &name, "monthly", "YM", "%tm"),
            Holds::Moment => dated(&mut text, &name, "clock", "YMD#hms", "%tc"),
            Holds::Text => Ok(()),
        };
        let _ = writeln!(text, "label variable {name} {}", quoted(&field.label, LONGEST_LABEL));
        if field.codes.is_empty() {
            continue;
        }
        let codes = field.codes.iter().map(|(code, label)| (code.to_string(), &**label));
        let reasons = field.reasons.iter().map(|why| (why.code().to_owned(), why.label()));
        for (code, label) in codes.chain(reasons) {
            let label = quoted(label, LONGEST_MEANING);
            let _ = writeln!(text, "label define {name} {code} {label}, modify");
        }
        let _ = writeln!(text, "label values {name} {name}");
    }
    text
}

fn dated(
    text: &mut String,
    name: &str,
    read: &str,
    order: &str,
    shown: &str,
) -> Result<(), core::fmt::Error> {
    writeln!(
        text,
        "generate double raw_ = {read}({name}, \"{order}\")\nformat raw_ {shown}\ndrop {name}\nrename raw_ {name}"
    )
}

/// Stata takes no point in a name: `q6.2_text` is `q6_time2_text`.
fn name(field: &Field) -> String {
    field.name.replace('.', "_time")
}

/// In quotation marks that hold others. What Stata would fill in or end the label with is written in another way.
fn quoted(text: &str, most: usize) -> String {
    let plain = |letter: char| match letter {
        '"' => '”',
        '`' => '‘',
        '\'' => '’',
        '$' => '＄',
        letter => letter,
    };
    format!("`\"{}\"'", short(&text.chars().map(plain).collect::<String>(), most))
}
