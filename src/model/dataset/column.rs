//! The columns of the table: which there are for a question, what they are called, and what choices in them said.
//!
//! `q6` is a question, `q6_2` one of its choices, where each has a column of its own. In a section that is repeated,
//! `q6.2` is the second time. A name tells what a column holds, for a CSV has no other way to say it: `q7_text`, also
//! for what was said instead of a choice, `q8_number`, `q9_date`, `q10_month`; all others hold codes. `q7_tag2` is a tag
//! that a team gave, `q7_mark` how they use the words.

use super::Dataset;
use crate::model::codebook::Entry;
use crate::model::id::ChoiceId;
use crate::model::piping;
use crate::model::plain_text::without_controls;
use crate::model::standard::{self, OTHER};
use crate::model::survey::{Kind, Question};
use crate::model::words::{Word, Words};

/// A column for answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The place of its entry in the table.
    pub entry: usize,
    /// Which time round, from 0.
    pub round: u8,
    /// What of the answer.
    pub part: Part,
    pub(super) group: usize,
}

/// What stands in one column of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The whole answer.
    Whole,
    /// One of the choices, by its place in the entry.
    Choice(usize),
    /// All the choices that were ticked, in one cell.
    Joined,
    /// What was said instead of a choice.
    OwnWords,
    /// Whether what was written has a tag, by its place among those of the table.
    Tag(usize),
    /// How what was written may be used.
    Mark,
}

/// How ticks of one question are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Many {
    /// A column for each choice.
    #[default]
    Columns,
    /// All of them in one cell.
    Joined,
    /// First in one cell, then a column for each choice.
    Both,
}

/// The parts of an entry that have columns.
pub(super) fn parts_of(entry: &Entry, many: Many) -> Vec<Part> {
    let (kind, ticks) = (entry.kind, entry.kind.picks_many());
    let mut by_code: Vec<usize> = (0..entry.choices.len()).collect();
    by_code.sort_by_key(|at| entry.choices[*at].code);
    let mut parts = Vec::new();
    if ticks && many != Many::Columns {
        parts.push(Part::Joined);
    }
    match ticks || matches!(kind, Kind::Ranking | Kind::Sorting) {
        true if ticks && many == Many::Joined => {}
        true => parts.extend(by_code.into_iter().map(Part::Choice)),
        false => parts.push(Part::Whole),
    }
    if entry.choice(OTHER).is_some() && !kind.is_typed() {
        parts.push(Part::OwnWords);
    }
    parts
}

impl Part {
    /// True for what is about words that were said instead of a choice: whoever picked one left out nothing.
    pub fn is_beside_choices(self, entry: &Entry) -> bool {
        match self {
            Part::OwnWords => true,
            Part::Tag(_) | Part::Mark => !entry.kind.is_typed(),
            Part::Whole | Part::Choice(_) | Part::Joined => false,
        }
    }
}

impl Column {
    /// What it is called in files with codes.
    pub fn name(&self, data: &Dataset) -> String {
        let entry = &data.entries[self.entry];
        let time = if self.round == 0 { String::new() } else { format!(".{}", self.round + 1) };
        let part = match self.part {
            Part::Choice(at) => format!("_{}", entry.choices[at].code),
            Part::OwnWords => "_text".to_owned(),
            Part::Joined => "_all".to_owned(),
            Part::Tag(at) => format!("_tag{}", data.tag(at).map_or(0, |tag| tag.code)),
            Part::Mark => "_mark".to_owned(),
            Part::Whole => match entry.kind {
                Kind::Number => "_number",
                Kind::Date => "_date",
                Kind::Month => "_month",
                kind if kind.is_typed() => "_text",
                _ => "",
            }
            .to_owned(),
        };
        format!("q{}{time}{part}", entry.code)
    }

    /// What it is called for people: the newest words.
    pub fn heading(&self, data: &Dataset) -> String {
        let entry = &data.entries[self.entry];
        let time = if self.round == 0 { String::new() } else { format!(" ({})", self.round + 1) };
        let part = match self.part {
            Part::Whole | Part::Joined => String::new(),
            Part::Choice(at) => format!(": {}", entry.choices[at].text),
            Part::OwnWords => format!(": {}", data.words.say(Word::OtherWords)),
            Part::Tag(at) => format!(" (tag: {})", data.tag(at).map_or("", |tag| &tag.name)),
            Part::Mark => " (use of the words)".to_owned(),
        };
        without_controls(&format!("{}{time}{part}", entry.text))
    }

    /// True when this version of its question had what it is about.
    pub fn is_in(&self, entry: &Entry, question: &Question) -> bool {
        match self.part {
            Part::Whole | Part::Joined => true,
            Part::Choice(at) => question.offers(entry.choices[at].id),
            Part::OwnWords => question.other,
            Part::Tag(_) | Part::Mark => entry.kind.is_typed() || question.other,
        }
    }
}

/// What a choice said to a person with this version of the question.
pub fn says(question: &Question, choice: ChoiceId, words: &Words) -> String {
    let own = question.choices.iter().find(|own| own.id == choice);
    let says = own.map_or_else(
        || standard::says(choice, question.kind, words),
        |own| own.says(question.kind, words),
    );
    piping::without_answers(says)
}

/// What a place for cards was called in this version of the question.
pub fn pile(question: &Question, place: usize, words: &Words) -> String {
    piping::without_answers(question.pile(place, words))
}
