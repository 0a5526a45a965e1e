//! The receipts that an organiser's computer gave for the tablets of a survey: who left the inbox before they typed one
//! on the tablet finds it again.
//!
//! A receipt opens nothing and tells nothing of anybody: a tablet may be emptied by it, whose answers are all here.
//! Absent: how a receipt is made (see [`receipt`](super::receipt())).

use crate::model::id::SurveyId;

/// Most receipts of a survey that are kept. The oldest go: their tablets were emptied long ago, or their answers can be
/// collected again.
pub const MOST_ISSUED: usize = 500;
/// Most letters of a code.
pub const LONGEST_CODE: usize = 20;

/// One receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// What is to be typed on the tablet.
    pub code: String,
    /// How many answers it is for.
    pub answers: u32,
    /// When these were first all in, in milliseconds since 1970.
    pub at: u64,
}

impl Issued {
    /// What stands in the browser's record of it, whose name has the code.
    pub fn write(&self) -> String {
        format!("{} {}", self.answers, self.at)
    }

    /// The same, read: without its code. `None` for what is no such record.
    pub fn read(text: &str) -> Option<Self> {
        let (answers, at) = text.split_once(' ')?;
        Some(Self { code: String::new(), answers: answers.parse().ok()?, at: at.parse().ok()? })
    }
}

/// The receipts of a survey, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipts {
    /// Of which.
    pub survey: SurveyId,
    /// All that are kept.
    pub all: Vec<Issued>,
}

impl Receipts {
    /// None yet.
    pub fn new(survey: SurveyId) -> Self {
        Self { survey, all: Vec::new() }
    }

    /// Keeps a receipt. The same answers may have been collected before: then it stands where it stood.
    pub fn note(&mut self, issued: Issued) {
        match self.all.iter_mut().find(|one| one.code == issued.code) {
            Some(one) => one.at = one.at.min(issued.at),
            None => self.all.push(issued),
        }
        self.all.sort_by_key(|one| one.at);
        self.all.drain(..self.all.len().saturating_sub(MOST_ISSUED));
    }

    /// Those of another tab, or of a backup, too.
    pub fn merge(&mut self, other: Receipts) {
        other.all.into_iter().for_each(|issued| self.note(issued));
    }
}
