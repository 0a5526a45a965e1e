//! The scores of a person as their browser keeps them: the first time and the last time, for each level.
//!
//! The form is a line of numbers, so that nothing but numbers can come back: `1` for the form, then for each level
//! its number, found and fixed the first time, found and fixed the last time, and how many times.

use super::LEVELS;
use std::collections::BTreeMap;

/// The number of the form.
const FORM: &str = "1";
/// Most of anything that is counted.
const MOST: u32 = 9_999;

/// How somebody did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// How many items they judged right at the first go.
    pub found: u8,
    /// How many faults they fixed without being shown how.
    pub fixed: u8,
}

/// How somebody did at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Result {
    /// The first time.
    pub first: Score,
    /// The last time. The same as the first after one time.
    pub last: Score,
    /// How many times.
    pub times: u32,
}

/// What was kept is none of ours, or of a newer version. It stays until the person clears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// The scores of all levels, by their number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scores(BTreeMap<u8, Result>);

impl Scores {
    /// Reads them.
    pub fn read(text: &str) -> core::result::Result<Scores, Unreadable> {
        let mut parts = text.split(' ');
        if parts.next() != Some(FORM) {
            return Err(Unreadable);
        }
        let numbers: Vec<u32> = parts
            .map(str::parse)
            .collect::<core::result::Result<_, _>>()
            .map_err(|_| Unreadable)?;
        let mut scores = BTreeMap::new();
        for of_level in numbers.chunks(6) {
            let [level, rest @ ..] = of_level else { return Err(Unreadable) };
            let &[a, b, c, d, times] = rest else { return Err(Unreadable) };
            let small = |number: u32| u8::try_from(number).map_err(|_| Unreadable);
            let level = small(*level)?;
            if !(1..=LEVELS).contains(&level) || times == 0 || times > MOST {
                return Err(Unreadable);
            }
            let first = Score { found: small(a)?, fixed: small(b)? };
            let last = Score { found: small(c)?, fixed: small(d)? };
            if scores.insert(level, Result { first, last, times }).is_some() {
                return Err(Unreadable);
            }
        }
        Ok(Scores(scores))
    }

    /// Writes them.
    pub fn write(&self) -> String {
        let mut text = FORM.to_owned();
        for (level, Result { first, last, times }) in &self.0 {
            let numbers = [first.found, first.fixed, last.found, last.fixed].map(u32::from);
            for number in [u32::from(*level)].into_iter().chain(numbers).chain([*times]) {
                text.push(' ');
                text.push_str(&number.to_string());
            }
        }
        text
    }

    /// How somebody did at a level. `None` before they finished it.
    pub fn of(&self, level: u8) -> Option<Result> {
        self.0.get(&level).copied()
    }

    /// True before any level is finished.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes that a level is finished.
    pub fn note(&mut self, level: u8, score: Score) {
        let result = self.0.entry(level).or_insert(Result { first: score, last: score, times: 0 });
        result.last = score;
        result.times = (result.times + 1).min(MOST);
    }
}
