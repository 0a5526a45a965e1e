//! What people said, added up.
//!
//! Published versions and received responses go in; for each question, counts and written answers
//! come out. Only what a person was asked counts. What somebody answered for a person is added up
//! apart, and never with what people said themselves. No percentages: with few people they mislead,
//! and easy read does without them.

pub mod chart;
pub mod summary;

use super::answer::Answer;
use super::codebook::{self, Codebook, Entry, Outcome, Said, version_of};
use super::inbox::Received;
use super::plain_text::is_blank;
use super::standard::{HELP, HELP_ANSWERED};
use super::survey::{Kind, Survey};
use super::words::Words;

/// What everybody said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// What people said who answered for themselves, alone or with help.
    pub own: Told,
    /// What somebody else answered for a person.
    pub for_them: Told,
    /// What all of them said about help: it tells the two apart, so it is told once.
    pub help: Option<Tally>,
    /// How many of those who count as answering for themselves did not say if somebody helped.
    pub help_unsaid: usize,
    /// Responses to versions that are not here. Nobody can tell what was asked, so they count nowhere.
    pub unknown: usize,
}

/// The answers of some people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How many people these answers are about.
    pub people: usize,
    /// Every question but the one about help, in the order of the codebook.
    pub tallies: Vec<Tally>,
}

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
    /// How many sent something that can be no answer to this question.
    pub unfit: usize,
}

/// Adds up every question. Standard choices get these words.
pub fn results(versions: &[Survey], received: &[Received], words: &Words) -> Results {
    let known: Vec<Vec<Said>> = received
        .iter()
        .filter_map(|one| {
            let version = version_of(versions, &one.response)?;
            Some(codebook::said(version, &one.response))
        })
        .collect();
    let all: Vec<&[Said]> = known.iter().map(Vec::as_slice).collect();
    let (for_them, own): (Vec<&[Said]>, Vec<&[Said]>) =
        all.iter().partition(|said| is_answered_for(said));
    let entries = Codebook::of(versions, words).entries;
    let told = |people: &[&[Said]]| {
        let asked = entries.iter().filter(|entry| entry.id != HELP);
        let tallies = asked.map(|entry| tally(entry, people)).collect();
        Told { people: people.len(), tallies }
    };
    let help = entries.iter().find(|entry| entry.id == HELP);
    Results {
        help_unsaid: own.iter().filter(|said| about_help(said).is_none()).count(),
        unknown: received.len() - known.len(),
        help: help.map(|entry| tally(entry, &all)),
        own: told(&own),
        for_them: told(&for_them),
    }
}

/// What a person said about help.
fn about_help<'a>(said: &[Said<'a>]) -> Option<&'a Answer> {
    said.iter().find_map(|said| match said.outcome {
        Outcome::Answer(answer) if said.asked.question == HELP => Some(answer),
        _ => None,
    })
}

/// True for a response that somebody else gave in the place of a person. Who wrote down what a person
/// said, or explained words to them, did not.
fn is_answered_for(said: &[Said]) -> bool {
    about_help(said).is_some_and(|answer| answer.picked(HELP_ANSWERED))
}

fn tally(entry: &Entry, people: &[&[Said]]) -> Tally {
    let mut tally = Tally::new(entry.clone());
    for said in people.iter().flat_map(|person| entry.said(person)) {
        match said.outcome {
            Outcome::Skipped => tally.skipped += 1,
            Outcome::Unfit => tally.unfit += 1,
            Outcome::Answer(Answer::PreferNotToSay) => tally.preferred_not += 1,
            Outcome::Answer(answer) => tally.add(answer),
        }
    }
    tally.numbers.sort_unstable();
    tally
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
            unfit: 0,
            entry,
        }
    }

    fn add(&mut self, answer: &Answer) {
        self.answered += 1;
        match answer {
            Answer::Text(words) => self.written.push(words.clone()),
            Answer::Other { words, .. } if !is_blank(words) => {
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
