//! Answers out of many texts that belong together, such as the emails of a mailbox: each once, however often people
//! quoted it in what they wrote back.
//!
//! A text at a time goes in, so that a page can be used meanwhile; all that was found comes out at the end, as only
//! then is it known whether a copy that was cut short is also there whole.

use super::message::{TELLING, has_survey, pieces};
use super::{ANSWER, BadLink};
use crate::model::seal::SealedResponse;
use std::collections::{BTreeSet, HashSet};

/// Least bytes of a part of a long text: so many answers are found in a moment.
const PART: usize = 32 * 1024;

/// A long text in parts, to be looked through one after the other. Each part but the first begins with a line that has
/// an answer in it: what is in front of that is never read as a part of the answer.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    core::iter::from_fn(move || {
        let left = rest.take()?;
        let (part, behind) = match cut_at(left) {
            Some(at) => (&left[..at], Some(&left[at..])),
            None => (left, None),
        };
        rest = behind;
        Some(part)
    })
}

/// The start of the first line behind a part that has an answer in it.
fn cut_at(text: &str) -> Option<usize> {
    let from = (PART..text.len()).find(|at| text.is_char_boundary(*at))?;
    let first_line = from + text[from..].find('\n')? + 1;
    let mark = first_line + text[first_line..].find(ANSWER)?;
    Some(text[..mark].rfind('\n')? + 1)
}

/// What was found so far.
#[derive(Debug, Default)]
pub struct Gathered {
    found: Vec<Found>,
    /// The codes of all that is whole.
    wholes: HashSet<String>,
    has_survey: bool,
}

#[derive(Debug)]
struct Found {
    code: String,
    says: Result<SealedResponse, BadLink>,
}

impl Gathered {
    /// Looks through one more text.
    pub fn add(&mut self, text: &str) {
        let before = self.found.len();
        for (code, says) in pieces(text) {
            if says.is_err() || self.wholes.insert(code.clone()) {
                self.found.push(Found { code, says });
            }
        }
        self.has_survey |= self.found.len() == before && has_survey(text);
    }

    /// How many there are so far.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// True when a text had no answers, but a link to a survey.
    pub fn has_survey(&self) -> bool {
        self.has_survey
    }

    /// All of them in their order. A copy that was cut short is not told of when the whole one is here too.
    pub fn finish(self) -> Vec<Result<SealedResponse, BadLink>> {
        let wholes: BTreeSet<&str> = self.wholes.iter().map(String::as_str).collect();
        let mut told_cut: HashSet<String> = HashSet::new();
        let mut is_told = |found: &Found| {
            let code = found.code.as_str();
            if found.says != Err(BadLink::CutShort) || code.len() < TELLING {
                return true;
            }
            let is_part = wholes.range(code..).next().is_some_and(|whole| whole.starts_with(code));
            !is_part && told_cut.insert(code.to_owned())
        };
        let told: Vec<bool> = self.found.iter().map(&mut is_told).collect();
        let told = self.found.into_iter().zip(told).filter(|(_, is_told)| *is_told);
        told.map(|(found, _)| found.says).collect()
    }
}
