//! What reviewers said about a question, in numbers and lists.

use super::{AllNotes, Ease, NoteName, Says};
use crate::model::id::QuestionId;
use std::collections::{BTreeMap, BTreeSet};

/// What reviewers said about one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many found it easy, hard, and not OK, in the order of [`Ease::ALL`].
    pub ease: [usize; 3],
    /// Words that people do not know, and how many people: the most first.
    pub words: Vec<(String, usize)>,
    /// Everything else that they said, in the order of the notes' names.
    pub said: Vec<NoteName>,
}

/// Sums up the notes about a question; about the survey as a whole, for `None`.
pub fn tally(notes: &AllNotes, question: Option<QuestionId>) -> Tally {
    let mut tally = Tally::default();
    let mut words = Vec::new();
    for (name, _, note) in notes.iter().filter(|(.., note)| note.question == question) {
        match &note.says {
            Says::Nothing => {}
            Says::Ease(ease) => {
                let place = Ease::ALL.iter().position(|other| other == ease);
                tally.ease[place.unwrap_or_default()] += 1;
            }
            Says::HardWord(word) => words.push((name, word)),
            _ => tally.said.push(name),
        }
    }
    tally.words = counted(words.into_iter());
    tally
}

/// Words that people do not know, in the whole survey, and how many people: the most first.
pub fn hard_words(notes: &AllNotes) -> Vec<(String, usize)> {
    counted(notes.iter().filter_map(|(name, _, note)| match &note.says {
        Says::HardWord(word) => Some((name, word)),
        _ => None,
    }))
}

/// Counts people, not notes: who taps a word on two pages still is one person.
fn counted<'a>(words: impl Iterator<Item = (NoteName, &'a String)>) -> Vec<(String, usize)> {
    let mut people: BTreeMap<String, BTreeSet<_>> = BTreeMap::new();
    for (name, word) in words {
        people.entry(word.trim().to_lowercase()).or_default().insert(name.reviewer);
    }
    let mut counted: Vec<_> = people.into_iter().map(|(word, who)| (word, who.len())).collect();
    counted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counted
}
