//! A piece of advice: what it is about, why, and the changes that it offers.

use super::Rule;
use crate::model::draft::Place;
use crate::model::survey::Kind;
use core::ops::Range;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a thought.
    Note,
    /// Many people will find this hard.
    Amber,
    /// Most people will find this hard, or the answers will mislead.
    Red,
}

/// One piece of advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which advice.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// How many points it adds to its sentence. At [`score::HARD`](super::score::HARD) points a sentence is hard to read.
    pub adds: u8,
    /// The text it is about. For advice about a whole question, the question's own text.
    pub place: Place,
    /// The words it is about: bytes of that text, at the edges of letters. Empty when it is about
    /// the whole question.
    pub at: Range<usize>,
    /// What is hard and why: one or two short sentences, in plain words.
    pub why: String,
    /// What to do instead. The best first; may be empty.
    pub remedies: Vec<Remedy>,
}

/// A change that one tap makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// What the button says: "Change to “think about”".
    pub label: String,
    /// What it does.
    pub does: Does,
}

/// What a remedy does to the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// The finding's place says this instead. The whole text.
    Write(String),
    /// The question is asked as two, one behind the other, answered in the same way.
    Split(String, String),
    /// The question gets one more choice, at the end.
    AddChoice(String),
    /// The question is answered in another way.
    SetKind(Kind),
    /// The word goes to the survey's hard words, with what it means.
    Explain {
        /// The word.
        word: String,
        /// What it means, in a sentence.
        meaning: String,
    },
}
