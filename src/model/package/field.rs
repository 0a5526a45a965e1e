//! What each column of the answers is to a program: its name, its words, its type and its labels. The schemas and the
//! scripts all say this, each in its own language.

use crate::model::csv::{Fixed, explained, fixed_of, headings};
use crate::model::dataset::{Column, Dataset, Many, Missing, Part};
use crate::model::survey::Kind;

/// A column of the answers.
pub struct Field {
    /// As it stands over the column.
    pub name: String,
    /// In words.
    pub label: String,
    pub holds: Holds,
    /// Each code with its meaning, for a column of codes.
    pub codes: Vec<(usize, String)>,
    /// True where a larger code means more: faces from bad to good.
    pub is_ordered: bool,
    /// Why a cell may hold no answer.
    pub reasons: Vec<Missing>,
}

/// The type of what a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Text,
    /// A code, or a place in a ranking.
    Whole,
    Number,
    Day,
    Month,
    Moment,
}

/// Every column, in the order of the file.
pub fn fields(data: &Dataset) -> Vec<Field> {
    let columns = data.columns(Many::Columns);
    let headings = headings(data, &columns);
    let (fixed, own) = headings.split_at(fixed_of(data).len());
    let of_fixed = |(fixed, heading): (&Fixed, &String)| Field {
        name: fixed.name().to_owned(),
        label: heading.clone(),
        holds: match fixed {
            Fixed::CameInAt => Holds::Moment,
            Fixed::CameInBy | Fixed::Finished | Fixed::Late => Holds::Whole,
            Fixed::Response | Fixed::Version | Fixed::Paper | Fixed::Language => Holds::Text,
        },
        codes: fixed.codes(),
        is_ordered: false,
        reasons: Vec::new(),
    };
    let of_column = |(column, heading): (&Column, &String)| {
        let entry = &data.entries[column.entry];
        let explained = explained(data, column);
        Field {
            name: column.name(data),
            label: heading.clone(),
            holds: holds(entry.kind, column.part),
            codes: explained.codes,
            is_ordered: matches!(entry.kind, Kind::Faces3 | Kind::Faces5)
                && column.part == Part::Whole,
            reasons: explained.reasons,
        }
    };
    let front = fixed_of(data).iter().zip(fixed).map(of_fixed);
    front.chain(columns.iter().zip(own).map(of_column)).collect()
}

fn holds(kind: Kind, part: Part) -> Holds {
    match (part, kind) {
        (Part::OwnWords | Part::Joined, _) => Holds::Text,
        (Part::Choice(_) | Part::Tag(_) | Part::Mark, _) => Holds::Whole,
        (Part::Whole, Kind::Number) => Holds::Number,
        (Part::Whole, Kind::Date) => Holds::Day,
        (Part::Whole, Kind::Month) => Holds::Month,
        (Part::Whole, kind) if kind.is_typed() => Holds::Text,
        (Part::Whole, _) => Holds::Whole,
    }
}

/// A text in one line of at most so many bytes, for scripts that take no more.
pub fn short(text: &str, most: usize) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        let gap = if line.is_empty() { "" } else { " " };
        if line.len() + gap.len() + word.len() > most {
            let room = most.saturating_sub(line.len() + gap.len() + '…'.len_utf8());
            let end = (0..=room.min(word.len())).rfind(|end| word.is_char_boundary(*end));
            line += gap;
            line += &word[..end.unwrap_or(0)];
            line.push('…');
            return line;
        }
        line += gap;
        line += word;
    }
    line
}
