//! What limits an answer: how many choices people may pick, or which numbers fit.
//!
//! A question holds its two limits without their unit, for its kind can change under them, and drafts and links
//! have written them so from the start. So a [`Limit`] shows itself to nobody: who wants to read one must say
//! what it counts, and can't show a number 100 times too large.
//!
//! Absent: whether an answer keeps to them (see [`answer`](super::answer)).

use super::survey::Question;
use super::words::{Word, Words};

/// A number in hundredths, as people type numbers: `Hundredths(250)` is 2.5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hundredths(pub i64);

impl Hundredths {
    /// As people write it: `3`, `2.5`, `-0.25`. Not by `Display`, which costs phones more.
    pub fn shown(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        let whole = (size / 100).to_string();
        match (size / 10 % 10, size % 10) {
            (0, 0) => [sign, &whole].concat(),
            (tens, 0) => [sign, &whole, ".", &tens.to_string()].concat(),
            (tens, ones) => [sign, &whole, ".", &tens.to_string(), &ones.to_string()].concat(),
        }
    }
}

/// One end of what fits, in the unit of the question's kind: choices, or hundredths of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Limit(pub i64);

impl Limit {
    /// As a number of choices.
    pub fn count(self) -> i64 {
        self.0
    }

    /// As a number that people type.
    pub fn number(self) -> Hundredths {
        Hundredths(self.0)
    }
}

/// A number that people type, as one end of what fits.
impl From<Hundredths> for Limit {
    fn from(number: Hundredths) -> Self {
        Self(number.0)
    }
}

/// How many choices people may pick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountLimits {
    /// The fewest.
    pub least: Option<i64>,
    /// The most.
    pub most: Option<i64>,
}

/// Which numbers fit, both ends with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberLimits {
    /// The smallest.
    pub least: Option<Hundredths>,
    /// The largest.
    pub most: Option<Hundredths>,
}

impl<C> Question<C> {
    /// Its limits, where it has choices to pick.
    pub fn count_limits(&self) -> CountLimits {
        CountLimits { least: self.least.map(Limit::count), most: self.most.map(Limit::count) }
    }

    /// Its limits, where it asks for a number.
    pub fn number_limits(&self) -> NumberLimits {
        NumberLimits { least: self.least.map(Limit::number), most: self.most.map(Limit::number) }
    }
}

impl CountLimits {
    /// How many to pick, in a sentence or two, as phones and papers say it.
    pub fn says(self, words: &Words) -> String {
        let at_least = |least: i64| words.fill(Word::PickAtLeast, &[&least.to_string()]);
        let up_to = |most: i64| words.fill(Word::PickUpTo, &[&most.to_string()]);
        match (self.least, self.most) {
            // Both ends: people who keep to the only one they are told of must not be told that they are wrong.
            (Some(least), Some(most)) if least > 1 => [at_least(least), up_to(most)].join(" "),
            (_, Some(most)) => up_to(most),
            (Some(least), None) => at_least(least),
            (None, None) => words.say(Word::PickMany).to_owned(),
        }
    }
}
