//! All answers as a zip for people who analyse them: a Data Package (version 2, datapackage.org) that any program can
//! check, the same described as CSV on the Web (W3C), the codebook, and ready scripts for R, SPSS and Stata that label
//! everything.
//!
//! The table of answers goes in; a zip comes out. Its answers are those of the file in codes, cell by cell. It is
//! marked as everything, not to be shared: small numbers in it can give people away. Absent: Parquet, for which no
//! small crate is kept up. The README in it says how DuckDB, pandas and Spark read it.

mod field;
mod r;
mod readme;
mod schema;
mod spss;
mod stata;

use super::csv::{self, Cells, Form, Options};
use super::dataset::{Dataset, Many};
use super::survey::Kind;
use super::zip::Zip;

/// What the package says of itself.
pub struct About<'a> {
    /// The title of the survey.
    pub title: &'a str,
    /// Lines about it: what something is, and the thing.
    pub lines: &'a [(String, String)],
}

/// What stands at the head of everything in it.
const WARNING: &str = "Everything: do not share. These are all answers, with small numbers that can give people away.";

/// The zip. `moment` turns milliseconds since 1970 into the organiser's own day and time of day, as
/// `2026-11-23T09:05:30`. `kind_name` is what organisers call a kind of question.
pub fn write(
    data: &Dataset,
    about: &About,
    moment: impl Fn(u64) -> String,
    kind_name: impl Fn(Kind) -> &'static str,
) -> Vec<u8> {
    let fields = field::fields(data);
    let options = Options { cells: Cells::Codes, many: Many::Columns, form: Form::PLAIN };
    let answers = csv::write(data, options, &moment);
    let one_line = csv::write(data, Options { form: Form::ONE_LINE, ..options }, &moment);
    let codebook = csv::write_codebook(data, Form::PLAIN, kind_name);
    let widths = spss::widths(&one_line);
    let mut zip = Zip::default();
    let mut text = |name: &str, text: String| zip.file(name, text.as_bytes());
    text("README.txt", readme::readme(about));
    text("datapackage.json", schema::package(about, &fields, &super::csv::heads(data)));
    text("answers.csv-metadata.json", schema::on_the_web(about, &fields));
    text("answers.R", r::script(&fields));
    text("answers.sps", spss::script(&fields, &widths));
    text("answers.do", stata::script(&fields));
    zip.file("answers.csv", &answers);
    zip.file("answers-for-spss.csv", &one_line);
    zip.file("codebook.csv", &codebook);
    zip.finish()
}
