//! Removing many answers at once: which of them a person means, by the day they came in, by the way, or one
//! by one.
//!
//! What came in goes in, and so does a way to name the day of a time; what to show and what to remove comes
//! out. Absent: the removing itself, which is for whoever keeps them.

use super::{By, Received};
use crate::model::answer::Answer;
use crate::model::codebook::version_of;
use crate::model::plain_text::is_blank;
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

/// Days with how many answers came in on each.
pub type Days = Vec<(String, usize)>;

/// The days on which answers came in, the last first. `day` names the day of a time so that names sort.
pub fn by_day(received: &[Received], day: impl Fn(u64) -> String) -> Days {
    let mut days: BTreeMap<String, usize> = BTreeMap::new();
    received.iter().for_each(|one| *days.entry(day(one.at)).or_default() += 1);
    days.into_iter().rev().collect()
}

/// The ways in which answers came in, with how many by each.
pub fn by_way(received: &[Received]) -> Vec<(By, usize)> {
    let count = |by: &By| received.iter().filter(|one| one.by == *by).count();
    let ways = By::ALL.iter().map(|by| (*by, count(by)));
    ways.filter(|(_, count)| *count > 0).collect()
}

/// The answers that pass, the last that came in first. A day or a way that none came in by lets all pass:
/// those that did may be removed by now.
pub fn sieved<'a>(
    received: &'a [Received],
    sieve: &Sieve,
    day: impl Fn(u64) -> String,
) -> Vec<&'a Received> {
    let has_day =
        |wanted: &Received| sieve.day.as_ref().is_some_and(|name| *name == day(wanted.at));
    let has_way = |wanted: &Received| sieve.by == Some(wanted.by);
    let any_day = !received.iter().any(has_day);
    let any_way = !received.iter().any(has_way);
    let passes = |one: &&Received| (any_day || has_day(one)) && (any_way || has_way(one));
    received.iter().rev().filter(passes).collect()
}

/// The first words that a person wrote, in the order of their version. They tell more than an id does which
/// answers are not meant. Empty where nothing was written.
pub fn first_words<'a>(versions: &[Survey], received: &'a Received) -> &'a str {
    let response = &received.response;
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
