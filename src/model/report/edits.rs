//! What an organiser makes of a report: which questions, which rule for small numbers, their own words, and quotes.
//! It is kept in their browser.
//!
//! Absent: what the app says by itself, which is made from the answers each time.

use crate::model::id::{QuestionId, SurveyId};
use crate::model::suppress::Rule;
use std::collections::BTreeMap;

/// Most quotes: as many as fit on a page with the longest words.
pub const MOST_QUOTES: usize = 5;

/// Names a question of a report. One that changed its kind has a table for each way to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The question.
    pub question: QuestionId,
    /// Which of its tables, from 0, in the order of publishing.
    pub nth: u8,
}

/// A place for words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    Title,
    AskedHead,
    Asked,
    WhoHead,
    Who,
    SaidHead,
    Said,
    QuotesHead,
    NextHead,
    Next,
    /// The words of a question.
    Question(Key),
    /// What its chart says, in a sentence.
    Finding(Key),
    /// Who was asked it, and who did not answer.
    Base(Key),
}

/// What an organiser wrote in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Their words.
    pub text: String,
    /// What the app said there then: more answers may have come since.
    pub instead_of: String,
}

/// All of it, for one survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edits {
    /// The survey.
    pub survey: SurveyId,
    /// Which counts are small.
    pub rule: Rule,
    /// The questions that are ticked. `None` until somebody ticks one: then the first ones are in it.
    pub questions: Option<Vec<Key>>,
    /// Their words, by place.
    pub texts: BTreeMap<Slot, Own>,
    /// What people said in their own words.
    pub quotes: Vec<String>,
}

impl Slot {
    /// Most letters that go into a report: what is longer than that is cut there.
    pub fn longest(self) -> usize {
        match self {
            Slot::AskedHead
            | Slot::WhoHead
            | Slot::SaidHead
            | Slot::QuotesHead
            | Slot::NextHead => 80,
            Slot::Title => 120,
            Slot::Question(_) | Slot::Base(_) => 200,
            Slot::Finding(_) => 240,
            Slot::Said => 300,
            Slot::Asked | Slot::Who => 500,
            Slot::Next => 700,
        }
    }

    /// True for what is one line.
    pub fn is_heading(self) -> bool {
        use Slot::{AskedHead, NextHead, Question, QuotesHead, SaidHead, Title, WhoHead};
        matches!(self, Title | AskedHead | WhoHead | SaidHead | QuotesHead | NextHead | Question(_))
    }
}

/// Most letters of a quote.
pub const LONGEST_QUOTE: usize = 200;

impl Edits {
    /// Nothing written and nothing picked.
    pub fn new(survey: SurveyId) -> Self {
        let (texts, quotes) = (BTreeMap::new(), Vec::new());
        Self { survey, rule: Rule::default(), questions: None, texts, quotes }
    }

    /// Writes over what the app says in a place. Its own words take away what was written; no words leave
    /// the place out, but for a heading.
    pub fn write(&mut self, slot: Slot, text: &str, ours: &str) {
        if text == ours || slot.is_heading() && text.trim().is_empty() {
            self.texts.remove(&slot);
        } else {
            let own = Own { text: text.to_owned(), instead_of: ours.to_owned() };
            self.texts.insert(slot, own);
        }
    }

    /// Takes in what another tab made of the same report: what is only there, and of one place what is here.
    pub fn merge(&mut self, other: Edits) {
        if self.survey != other.survey {
            return;
        }
        for (slot, own) in other.texts {
            self.texts.entry(slot).or_insert(own);
        }
        if self.questions.is_none() {
            self.questions = other.questions;
        }
        for quote in other.quotes {
            if !self.quotes.contains(&quote) && self.quotes.len() < MOST_QUOTES {
                self.quotes.push(quote);
            }
        }
    }

    /// Puts a question in or out. `now` are those that are in it.
    pub fn tick(&mut self, key: Key, is_in: bool, now: &[Key]) {
        let picked = self.questions.get_or_insert_with(|| now.to_vec());
        picked.retain(|other| *other != key);
        if is_in {
            picked.push(key);
        }
    }
}
