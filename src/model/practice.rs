//! Practice: small surveys with faults that were put there, to find and to fix. Our own advice judges what people
//! write, so that they learn what it will say of their own surveys.
//!
//! A practice survey is no draft that is kept: it is never among a person's own, and nothing can publish it.
//! Absent: what shows it, and where the scores are kept.

mod judge;
mod kept;
mod read;
mod turn;

pub use judge::{Verdict, judge};
pub use kept::{Result as LevelResult, Score, Scores, Unreadable};
pub use turn::{Stage, Turn, read as read_turn, write as write_turn};

use super::easy_read::Rule;
use super::survey::Kind;

/// In order.
const FILES: [&str; 3] = [
    include_str!("practice/level_1.txt"),
    include_str!("practice/level_2.txt"),
    include_str!("practice/level_3.txt"),
];

/// How many levels there are. They count from 1.
pub const LEVELS: u8 = FILES.len() as u8;

/// A survey to practise on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// What it is called.
    pub name: &'static str,
    /// What to look for in it.
    pub about: &'static str,
    /// The code of the picture that stands for it.
    pub picture: &'static str,
    /// What the survey is called.
    pub survey: &'static str,
    /// What to look at, one after another.
    pub items: Vec<Item>,
}

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which part of the survey it is: "Question 2".
    pub label: &'static str,
    /// The kind of question. `None` for the welcome page.
    pub kind: Option<Kind>,
    /// What it says.
    pub text: &'static str,
    /// Its choices. Empty where the kind of question has its own, or none.
    pub choices: Vec<&'static str>,
    /// What may be wrong with it, in words. "Nothing is wrong" is offered beside these.
    pub guesses: Vec<&'static str>,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with an item, and how it is fixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// Our advice finds it. People write it better, and the advice judges that.
    Found {
        /// By this rule.
        rule: Rule,
        /// One of each of these has to be in what they write, or it asks something else.
        keeps: Vec<Vec<&'static str>>,
        /// One way to write it: the text, or its choices one a line.
        better: Vec<&'static str>,
    },
    /// It takes a person to see it. They pick a way to fix it.
    Seen {
        /// What is wrong, in words.
        what: &'static str,
        /// Why it matters.
        why: &'static str,
        /// Ways to fix it.
        ways: Vec<Way>,
    },
}

/// A way to fix something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// What it says.
    pub words: &'static str,
    /// True for the one that fixes it.
    pub is_right: bool,
}

/// A level, from 1 to [`LEVELS`].
pub fn level(number: u8) -> Option<Level> {
    let place = usize::from(number).checked_sub(1)?;
    FILES.get(place).map(|file| read::level(file))
}

impl Level {
    /// How many items have something wrong.
    pub fn faults(&self) -> u8 {
        let with_fault = self.items.iter().filter(|item| item.fault != Fault::None);
        u8::try_from(with_fault.count()).unwrap_or(u8::MAX)
    }
}

impl Item {
    /// What can be picked as wrong with it, and whether it is. The right one is not always in the same place.
    pub fn offers(&self) -> Vec<(&'static str, bool)> {
        const NOTHING: &str = "Nothing is wrong";
        let mut offers: Vec<_> = self.guesses.iter().map(|guess| (*guess, false)).collect();
        let right = match &self.fault {
            Fault::None => None,
            Fault::Found { rule, .. } => Some(rule.name()),
            Fault::Seen { what, .. } => Some(*what),
        };
        let place = self.text.len() % (offers.len() + 1);
        offers.splice(place..place, right.map(|right| (right, true)));
        offers.push((NOTHING, self.fault == Fault::None));
        offers
    }

    /// True where its choices are what is to be changed.
    pub fn fixes_choices(&self) -> bool {
        !self.choices.is_empty()
    }
}
