//! What a person said when they were asked whether their words may be used.
//!
//! Found by what a question says, in any version: no kind of question is only for that. Where a survey asks, only a
//! yes lets anybody quote: who skipped it or is not sure said no such thing.

use crate::model::codebook::Entry;
use crate::model::csv::in_words;
use crate::model::dataset::{Dataset, Many, Missing, Value};
use crate::model::piping;
use crate::model::standard::{YES, is_standard};

/// A question about the use of people's words, and the answer of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// What was asked, in the words that the person read.
    pub question: String,
    /// What they said. `None` when they did not answer.
    pub answer: Option<String>,
    /// True when their words may be quoted, as far as this goes.
    pub allows: bool,
}

/// What tells that a question is about people's words.
const ABOUT: [&str; 7] = [
    "quote",
    "your words",
    "your own words in",
    "what you say in",
    "what you said in",
    "what you told us in",
    "your answers in",
];
/// What tells that it asks to be allowed something.
const ASKS: [&str; 8] = [
    "can we",
    "may we",
    "could we",
    "is it ok",
    "are you happy",
    "do you agree",
    "do you want us",
    "let us",
];
/// How an answer starts that is no yes.
const REFUSALS: [&str; 7] = ["no", "not", "do not", "don't", "i", "maybe", "never"];

fn is_about_quotes(entry: &Entry) -> bool {
    let text = entry.text.to_lowercase().replace('’', "'");
    let has = |all: &[&str]| all.iter().any(|words| text.contains(words));
    entry.kind.picks_one() && has(&ABOUT) && has(&ASKS)
}

/// The questions about it, by their places in the table.
pub fn quote_questions(data: &Dataset) -> Vec<usize> {
    (0..data.entries.len()).filter(|place| is_about_quotes(&data.entries[*place])).collect()
}

/// What one person was asked about it, in the order of the survey.
pub fn consents(data: &Dataset, questions: &[usize], row: usize) -> Vec<Consent> {
    let columns = questions.iter().flat_map(|place| data.columns_of(*place, Many::Columns));
    let said = columns.filter_map(|column| {
        let entry = &data.entries[column.entry];
        let value = data.value(&column, row);
        let (answer, allows) = match &value {
            Value::Choice(at) => {
                let words = in_words(data, &column, row, &value);
                let allows = is_yes(entry, *at, &words);
                (Some(words), allows)
            }
            Value::Missing(Missing::Skipped | Missing::PreferredNot | Missing::Unfit) => {
                (None, false)
            }
            _ => return None,
        };
        let asked = data.question(&column, row).map(|question| question.asks(data.words));
        let question = asked.map_or_else(|| entry.text.clone(), piping::without_answers);
        Some(Consent { question, answer, allows })
    });
    said.collect()
}

fn is_yes(entry: &Entry, at: usize, words: &str) -> bool {
    let id = entry.choices[at].id;
    if is_standard(id) {
        return id == YES;
    }
    let low = words.trim().to_lowercase().replace('’', "'");
    let refuses = |start: &&str| {
        let rest = low.strip_prefix(*start);
        let is_word = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\'');
        rest.is_some_and(is_word) && (**start != *"i" || low.contains("not") || low.contains("n't"))
    };
    !REFUSALS.iter().any(refuses)
}

/// True where nothing that a person said forbids to quote them.
pub fn may_quote(consents: &[Consent]) -> bool {
    consents.iter().all(|consent| consent.allows)
}
