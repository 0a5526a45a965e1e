//! What people said, added up.
//!
//! Published versions and received responses go in; for each question, counts and written answers
//! come out. No percentages: with few people they mislead, and easy read does without them.

use super::codebook::{Codebook, Entry};
use super::inbox::Received;
use super::response::Answer;
use super::survey::{Kind, Survey};

/// What people said to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The question, with every choice it ever had.
    pub entry: Entry,
    /// How many people picked each choice, in the order of the entry's choices.
    pub counts: Vec<usize>,
    /// What people wrote, in the order it came in.
    pub written: Vec<String>,
    /// How many people answered.
    pub answered: usize,
    /// How many people were asked and did not answer.
    pub skipped: usize,
}

/// Adds up every question, in the order of the codebook.
pub fn tallies(versions: &[Survey], received: &[Received]) -> Vec<Tally> {
    let entries = Codebook::of(versions).entries;
    entries.into_iter().map(|entry| tally(entry, versions, received)).collect()
}

fn tally(entry: Entry, versions: &[Survey], received: &[Received]) -> Tally {
    let mut tally = Tally {
        counts: vec![0; entry.kind.choices().len()],
        written: Vec::new(),
        answered: 0,
        skipped: 0,
        entry,
    };
    for response in received.iter().map(|received| &received.response) {
        // A version without this question did not ask it, so nobody skipped it there.
        let version = versions.iter().find(|survey| survey.version == response.version);
        let asked = version.and_then(|survey| survey.question(tally.entry.id));
        let Some(question) = asked.filter(|q| tally.entry.is(q.id, &q.kind)) else { continue };
        match response.answers.get(question.id).filter(|answer| answer.fits(&question.kind)) {
            None => tally.skipped += 1,
            Some(answer) => tally.add(answer),
        }
    }
    tally
}

impl Tally {
    fn add(&mut self, answer: &Answer) {
        self.answered += 1;
        if let Answer::Text(words) = answer {
            self.written.push(words.clone());
        }
        for (count, choice) in self.counts.iter_mut().zip(self.entry.kind.choices()) {
            *count += usize::from(answer.picked(choice.id));
        }
    }

    /// True when people answer in their own words.
    pub fn is_written(&self) -> bool {
        matches!(self.entry.kind, Kind::ShortText | Kind::LongText)
    }
}
