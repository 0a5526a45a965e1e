//! What people wrote, answer by answer: to a question for words, or instead of a choice.

use super::{Column, Dataset, Help, Many, Part, Value};
use crate::model::codebook::Entry;
use crate::model::plain_text::is_blank;
use crate::model::response::Asked;
use crate::model::standard::OTHER;
use crate::model::survey::Kind;
use crate::model::work::{Spot, State, Work};

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
