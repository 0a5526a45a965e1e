//! What people wrote, answer by answer, as a team reads it, and which of it is looked for.

use super::{Mark, Spot, TagId, Work};
use crate::model::codebook::Entry;
use crate::model::dataset::{Column, Dataset, Help, Many, Part, Value};
use crate::model::plain_text::is_blank;
use crate::model::response::Asked;
use crate::model::standard::OTHER;
use crate::model::survey::Kind;

/// One written answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    /// Whose it is, and to what.
    pub spot: Spot,
    /// The row of the person in the table.
    pub row: usize,
    /// The place of the question in the table.
    pub entry: usize,
    /// As it was written.
    pub words: &'a str,
    /// Which sending of the person's answers it is from.
    pub revision: u32,
    /// True when somebody else answered for the person.
    pub is_answered_for: bool,
}

/// What was done with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody said yet how it may be used.
    Open,
    /// Somebody did, and then the person sent other answers: they are to be read again.
    Stale(Mark),
    /// So.
    Marked(Mark),
}

impl State {
    /// What was done with an answer, of this sending.
    pub fn of(work: &Work, spot: Spot, revision: u32) -> Self {
        match work.mark(spot) {
            None => State::Open,
            Some((mark, read)) if read == revision => State::Marked(mark),
            Some((mark, _)) => State::Stale(mark),
        }
    }
}

/// Which answers are looked for. The default is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    /// Words in it, in large letters or small.
    pub words: String,
    /// To this question, by its code.
    pub question: Option<usize>,
    /// With this tag.
    pub tag: Option<TagId>,
    /// So marked. `Some(None)` for those that are still to be read.
    pub mark: Option<Option<Mark>>,
}

/// True for a question to which people write words: the answer itself, or what they say instead of a choice.
pub fn is_written(entry: &Entry) -> bool {
    let is_text = matches!(entry.kind, Kind::ShortText | Kind::LongText);
    is_text || entry.choice(OTHER).is_some() && !entry.kind.is_typed()
}

/// Everything that was written, question by question in the order of the newest version, each in the order in which
/// the answers stand in the table.
pub fn written<'a>(data: &Dataset<'a>) -> Vec<Written<'a>> {
    (0..data.entries.len()).flat_map(|entry| written_to(data, entry)).collect()
}

/// What was written to one question, by its place in the table.
pub fn written_to<'a>(data: &Dataset<'a>, entry: usize) -> Vec<Written<'a>> {
    if !is_written(&data.entries[entry]) {
        return Vec::new();
    }
    let is_words = |column: &Column| matches!(column.part, Part::Whole | Part::OwnWords);
    let mut columns = data.columns_of(entry, Many::Columns);
    columns.retain(is_words);
    let mut all = Vec::new();
    for (row, person) in data.people.iter().enumerate() {
        let response = &person.received.response;
        for column in &columns {
            let Value::Text(words) = data.value(column, row) else { continue };
            if is_blank(words) {
                continue;
            }
            let asked = Asked { question: data.entries[entry].id, round: column.round };
            all.push(Written {
                spot: Spot { response: response.id, asked },
                row,
                entry,
                words,
                revision: response.revision,
                is_answered_for: person.help == Help::AnsweredFor,
            });
        }
    }
    all
}

impl Written<'_> {
    /// What was done with it.
    pub fn state(&self, work: &Work) -> State {
        State::of(work, self.spot, self.revision)
    }
}

/// True for an answer that is looked for. `code` is that of its question.
pub fn passes(sieve: &Sieve, work: &Work, (code, one): (usize, &Written)) -> bool {
    let low = |text: &str| text.to_lowercase();
    let has_words = || {
        let words = low(&sieve.words);
        let mut wanted = words.split_whitespace().peekable();
        wanted.peek().is_none() || {
            let text = low(one.words);
            wanted.all(|word| text.contains(word))
        }
    };
    let is_marked = |mark: Option<Mark>| match (one.state(work), mark) {
        (State::Open | State::Stale(_), None) => true,
        (State::Marked(is), Some(wanted)) => is == wanted,
        _ => false,
    };
    sieve.question.is_none_or(|wanted| wanted == code)
        && sieve.tag.is_none_or(|tag| work.has_tag(one.spot, tag))
        && sieve.mark.is_none_or(is_marked)
        && has_words()
}
