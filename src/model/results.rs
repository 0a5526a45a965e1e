//! What people said, added up.
//!
//! Published versions and received responses go in; for each question, counts and written answers
//! come out. Only what a person was asked counts. No percentages: with few people they mislead,
//! and easy read does without them.

use super::answer::Answer;
use super::codebook::{self, Codebook, Entry};
use super::inbox::Received;
use super::survey::{Kind, Survey};
use super::words::Words;

/// What people said to one question. A question that a person was asked many times counts each
/// time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The question, with every choice it ever had.
    pub entry: Entry,
    /// How many people picked each choice, in the order of the entry's choices. For a ranking, how
    /// many put it first.
    pub counts: Vec<usize>,
    /// For a ranking: how many people gave each choice a place at all.
    pub ranked: Vec<usize>,
    /// For sorted cards: how many people put each card into each of the 3 places.
    pub sorted: Vec<[usize; 3]>,
    /// For numbers: each, in hundredths, from small to large.
    pub numbers: Vec<i64>,
    /// What people wrote, in the order it came in.
    pub written: Vec<String>,
    /// How many answered.
    pub answered: usize,
    /// How many preferred not to say.
    pub preferred_not: usize,
    /// How many were asked and did not answer.
    pub skipped: usize,
}

/// Adds up every question, in the order of the codebook. Standard choices get these words.
pub fn tallies(versions: &[Survey], received: &[Received], words: &Words) -> Vec<Tally> {
    let said: Vec<_> = received.iter().map(|one| codebook::said(versions, one)).collect();
    let tally = |entry: Entry| {
        let mut tally = Tally::new(entry.clone());
        for person in &said {
            for said in entry.said(person) {
                match said.answer {
                    None => tally.skipped += 1,
                    Some(Answer::PreferNotToSay) => tally.preferred_not += 1,
                    Some(answer) => tally.add(answer),
                }
            }
        }
        tally.numbers.sort_unstable();
        tally
    };
    Codebook::of(versions, words).entries.into_iter().map(tally).collect()
}

impl Tally {
    fn new(entry: Entry) -> Self {
        let choices = entry.choices.len();
        Self {
            counts: vec![0; choices],
            ranked: vec![0; choices],
            sorted: vec![[0; 3]; choices],
            numbers: Vec::new(),
            written: Vec::new(),
            answered: 0,
            preferred_not: 0,
            skipped: 0,
            entry,
        }
    }

    fn add(&mut self, answer: &Answer) {
        self.answered += 1;
        match answer {
            Answer::Text(words) => self.written.push(words.clone()),
            Answer::Other { words, .. } if !words.trim().is_empty() => {
                self.written.push(words.clone());
            }
            _ => {}
        }
        if self.entry.kind == Kind::Number {
            self.numbers.extend(answer.number());
        }
        for (at, choice) in self.entry.choices.iter().enumerate() {
            match answer {
                Answer::Ranked(order) => {
                    self.counts[at] += usize::from(order.first() == Some(&choice.id));
                    self.ranked[at] += usize::from(order.contains(&choice.id));
                }
                Answer::Sorted(cards) => {
                    for (_, place) in cards.iter().filter(|(id, _)| *id == choice.id) {
                        self.sorted[at][usize::from(*place).min(2)] += 1;
                    }
                }
                _ => self.counts[at] += usize::from(answer.picked(choice.id)),
            }
        }
    }

    /// The number in the middle, in hundredths: as many are below it as above. `None` without
    /// numbers.
    pub fn middle(&self) -> Option<i64> {
        let count = self.numbers.len();
        let upper = self.numbers.get(count / 2)?;
        let lower = self.numbers.get(count.saturating_sub(1) / 2)?;
        Some(lower + (upper - lower) / 2)
    }
}
