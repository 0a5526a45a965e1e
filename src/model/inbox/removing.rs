//! Removing many answers at once: which of them a person means, by the day they came in, by the way, or one
//! by one.
//!
//! What came in goes in, and so does a way to name the day of a time; what to show and what to remove comes
//! out. Answers that only wait are listed among those that count. Absent: the removing itself, which is for
//! whoever keeps them.

use super::{By, Noted, Received, Waiting};
use crate::model::answer::Answer;
use crate::model::codebook::version_of;
use crate::model::id::ResponseId;
use crate::model::plain_text::is_blank;
use crate::model::response::Response;
use crate::model::survey::Survey;
use std::collections::BTreeMap;

/// Which answers are shown to pick from. The default is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    /// The day they came in.
    pub day: Option<String>,
    /// The way they came in.
    pub by: Option<By>,
}

/// An answer that can be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Listed {
    /// When and how it came in, and whose it is.
    pub came: Noted,
    /// True for one that waits, and is not counted.
    pub waits: bool,
}

impl Listed {
    /// True for a set that is kept apart. Nothing is noted of when and how such a set came in.
    pub fn is_apart(&self) -> bool {
        self.came.at == 0
    }
}

/// Days with how many answers came in on each.
pub type Days = Vec<(String, usize)>;

/// All that can be picked, in the order they came in: answers that count, and those that wait and are not
/// removed.
pub fn listed(
    received: &[Received],
    waiting: &[Waiting],
    is_removed: impl Fn(ResponseId) -> bool,
) -> Vec<Listed> {
    let counted = received.iter().map(|one| Listed {
        came: Noted { at: one.at, by: one.by, id: one.response.id },
        waits: false,
    });
    let noted = waiting.iter().filter_map(|one| one.noted).filter(|one| !is_removed(one.id));
    let mut all: Vec<Listed> =
        counted.chain(noted.map(|came| Listed { came, waits: true })).collect();
    all.sort_by_key(|one| (one.came.at, one.came.id));
    all
}

/// The days on which answers came in, the last first. `day` names the day of a time so that names sort.
pub fn by_day(all: &[Listed], day: impl Fn(u64) -> String) -> Days {
    let mut days: BTreeMap<String, usize> = BTreeMap::new();
    let dated = all.iter().filter(|one| !one.is_apart());
    dated.for_each(|one| *days.entry(day(one.came.at)).or_default() += 1);
    days.into_iter().rev().collect()
}

/// The ways in which answers came in, with how many by each.
pub fn by_way(all: &[Listed]) -> Vec<(By, usize)> {
    let count = |by: &By| all.iter().filter(|one| !one.is_apart() && one.came.by == *by).count();
    let ways = By::ALL.iter().map(|by| (*by, count(by)));
    ways.filter(|(_, count)| *count > 0).collect()
}

/// The answers that pass, the last that came in first. A day or a way that none came in by lets all pass:
/// those that did may be removed by now.
pub fn sieved(all: &[Listed], sieve: &Sieve, day: impl Fn(u64) -> String) -> Vec<Listed> {
    let has_day =
        |wanted: &Listed| sieve.day.as_ref().is_some_and(|name| *name == day(wanted.came.at));
    let has_way = |wanted: &Listed| !wanted.is_apart() && sieve.by == Some(wanted.came.by);
    let any_day = !all.iter().any(has_day);
    let any_way = !all.iter().any(has_way);
    let passes = |one: &&Listed| (any_day || has_day(one)) && (any_way || has_way(one));
    all.iter().rev().filter(passes).copied().collect()
}

/// The first words that a person wrote, in the order of their version. They tell more than an id does which
/// answers are not meant. Empty where nothing was written.
pub fn first_words<'a>(versions: &[Survey], response: &'a Response) -> &'a str {
    let place = |question| {
        let survey = version_of(versions, response)?;
        survey.questions.iter().position(|other| other.id == question)
    };
    let written = response.answers.iter().filter_map(|(asked, answer)| match answer {
        Answer::Text(words) | Answer::Other { words, .. } if !is_blank(words) => {
            Some((place(asked.question).unwrap_or(usize::MAX), asked.round, words.trim()))
        }
        _ => None,
    });
    written.min_by_key(|(place, round, _)| (*place, *round)).map_or("", |(.., words)| words)
}
