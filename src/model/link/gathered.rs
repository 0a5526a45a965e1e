//! Answers out of many texts that belong together, such as the emails of a mailbox: each once, however often people
//! quoted it in what they wrote back.
//!
//! A text at a time goes in, so that a page can be used meanwhile; all that was found comes out at the end, as only
//! then is it known whether a copy that was cut short is also there whole.

use super::BadLink;
use super::message::{TELLING, has_survey, pieces};
use crate::model::seal::SealedResponse;
use std::collections::{BTreeSet, HashSet};

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
