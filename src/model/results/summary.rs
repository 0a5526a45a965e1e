//! What most people said to one question, for the sentence that stands first.
//!
//! It says which choice had the most, and never why. Absent: the words, which are the organiser's program's.

use super::Tally;
use crate::model::survey::Kind;

/// Most choices that one sentence names.
const MOST_NAMED: usize = 3;

/// Which choices had the most, by their places in the tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Summary {
    /// All who answered picked this one.
    Everyone { choice: usize },
    /// More than half of them picked this one, and it leads.
    Most { choice: usize, count: usize },
    /// These were picked most often: one, or some with the same count.
    Often { choices: Vec<usize>, count: usize },
}

/// `None` where a sentence would say nothing: nobody answered, the question has no choices to count, or too many
/// choices have the same count.
pub fn summary(tally: &Tally) -> Option<Summary> {
    let kind = tally.entry.kind;
    if !(kind.picks_one() || kind.picks_many() || kind == Kind::Ranking) {
        return None;
    }
    let count = *tally.counts.iter().max()?;
    if count == 0 {
        return None;
    }
    let leads = |(place, of): (usize, &usize)| (*of == count).then_some(place);
    let choices: Vec<usize> = tally.counts.iter().enumerate().filter_map(leads).collect();
    match *choices {
        [choice] if count == tally.answered => Some(Summary::Everyone { choice }),
        [choice] if count * 2 > tally.answered => Some(Summary::Most { choice, count }),
        _ if choices.len() > MOST_NAMED || choices.len() == tally.counts.len() => None,
        _ => Some(Summary::Often { choices, count }),
    }
}
