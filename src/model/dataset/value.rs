//! What one cell holds, by its type, and why it may hold no answer.
//!
//! Absent: how it is written. That depends on the file.

use super::Part;
use crate::model::answer::Answer;
use crate::model::codebook::Entry;
use crate::model::limit::Hundredths;
use crate::model::survey::Kind;
use crate::model::typed;
use crate::model::work::Mark;

/// What one cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing: the person's version did not offer this choice, or they said nothing in their own words.
    Empty,
    /// No answer, and why.
    Missing(Missing),
    /// The choice that was picked, by its place in the entry.
    Choice(usize),
    /// The choices that were picked, by their places in the entry.
    Choices(Vec<usize>),
    /// Whether this choice was ticked.
    Ticked(bool),
    /// The place in a ranking, from 1.
    Place(usize),
    /// The place that a card was sorted into: 0, 1 or 2.
    Pile(usize),
    /// A number, in hundredths.
    Number(Hundredths),
    /// Year, month and day.
    Date((u32, u32, u32)),
    /// Year and month.
    Month((u32, u32)),
    /// What was written.
    Text(&'a str),
    /// How it may be used.
    Mark(Mark),
}

/// Why a cell holds no answer. A dot and a letter is no number anywhere, and Stata and SAS know it as a missing value
/// with a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
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
    pub const ALL: [Missing; 6] = [
        Missing::Skipped,
        Missing::NotAsked,
        Missing::PreferredNot,
        Missing::NoPlace,
        Missing::Unfit,
        Missing::NoVersion,
    ];

    /// What stands in the cell of a file in codes.
    pub fn code(self) -> &'static str {
        match self {
            Missing::Skipped => ".s",
            Missing::NotAsked => ".n",
            Missing::PreferredNot => ".p",
            Missing::NoPlace => ".x",
            Missing::Unfit => ".w",
            Missing::NoVersion => ".v",
        }
    }

    /// The same in a few words, for a label.
    pub fn label(self) -> &'static str {
        match self {
            Missing::Skipped => "Skipped",
            Missing::NotAsked => "Not asked",
            Missing::PreferredNot => "Preferred not to say",
            Missing::NoPlace => "Gave it no place",
            Missing::Unfit => "Does not fit the question",
            Missing::NoVersion => "Version not on this computer",
        }
    }
}

/// What an answer of this kind puts in this part of its entry.
pub(super) fn of<'a>(entry: &Entry, part: Part, kind: Kind, answer: &'a Answer) -> Value<'a> {
    match (part, answer) {
        (Part::OwnWords, Answer::Other { words, .. }) => Value::Text(words),
        (Part::OwnWords | Part::Tag(_) | Part::Mark, _) => Value::Empty,
        (_, Answer::PreferNotToSay) => Value::Missing(Missing::PreferredNot),
        (Part::Whole, Answer::Text(text)) => typed_as(kind, text),
        (Part::Whole, answer) => {
            let picked = entry.choices.iter().position(|choice| answer.picked(choice.id));
            picked.map_or(Value::Empty, Value::Choice)
        }
        (Part::Joined, answer) => {
            let picked = |at: &usize| answer.picked(entry.choices[*at].id);
            let mut all: Vec<usize> = (0..entry.choices.len()).filter(picked).collect();
            all.sort_by_key(|at| entry.choices[*at].code);
            Value::Choices(all)
        }
        (Part::Choice(at), Answer::Ranked(order)) => {
            let place = order.iter().position(|id| *id == entry.choices[at].id);
            place.map_or(Value::Missing(Missing::NoPlace), |place| Value::Place(place + 1))
        }
        (Part::Choice(at), Answer::Sorted(cards)) => {
            let card = cards.iter().find(|(id, _)| *id == entry.choices[at].id);
            card.map_or(Value::Missing(Missing::NoPlace), |(_, pile)| {
                Value::Pile(usize::from(*pile).min(2))
            })
        }
        (Part::Choice(at), answer) => Value::Ticked(answer.picked(entry.choices[at].id)),
    }
}

fn typed_as(kind: Kind, text: &str) -> Value<'_> {
    let value = match kind {
        Kind::Number => typed::number(text).map(Value::Number),
        Kind::Date => typed::date(text).map(Value::Date),
        Kind::Month => typed::month(text).map(Value::Month),
        _ => Some(Value::Text(text)),
    };
    value.unwrap_or(Value::Empty)
}
