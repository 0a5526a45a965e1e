//! What reviewers said about a question, in numbers and lists.
//!
//! Each round by itself: between two rounds the words may change, and one person may be in both
//! under two names.

use super::{AllNotes, Ease, NoteName, ReviewerId, RoundId, Says};
use crate::model::id::QuestionId;
use std::collections::{BTreeMap, BTreeSet};

/// What reviewers said about one question in one round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many found it easy, hard, and not OK, in the order of [`Ease::ALL`].
    pub ease: [usize; 3],
    /// Words that people do not know, and how many people: the most first.
    pub words: Vec<(String, usize)>,
    /// Everything else that they said, in the order of the notes' names.
    pub said: Vec<NoteName>,
}

/// Sums up the notes of a round about a question; about the survey as a whole, for `None`.
pub fn tally(notes: &AllNotes, round: RoundId, question: Option<QuestionId>) -> Tally {
    let mut tally = Tally::default();
    let mut words = Vec::new();
    let is_it = |name: NoteName| notes.round_of(name.reviewer) == Some(round);
    let about = notes.iter().filter(|(name, _, note)| note.question == question && is_it(*name));
    for (name, _, note) in about {
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
    let mut all: Vec<_> = people(words.into_iter()).into_iter().collect();
    all.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
    tally.words = all.into_iter().map(|(word, who)| (word, who.len())).collect();
    tally
}

/// A word that people do not know, and how many people in each round.
pub type HardWord = (String, Vec<(RoundId, usize)>);

/// Words that people do not know, in the whole survey: the most people first.
pub fn hard_words(notes: &AllNotes) -> Vec<HardWord> {
    let words = notes.iter().filter_map(|(name, _, note)| match &note.says {
        Says::HardWord(word) => Some((name, word)),
        _ => None,
    });
    let in_rounds = |(word, who): (String, BTreeSet<ReviewerId>)| {
        let mut rounds: BTreeMap<RoundId, usize> = BTreeMap::new();
        for round in who.into_iter().filter_map(|who| notes.round_of(who)) {
            *rounds.entry(round).or_default() += 1;
        }
        (word, rounds.into_iter().collect())
    };
    let mut all: Vec<HardWord> = people(words).into_iter().map(in_rounds).collect();
    let count = |word: &HardWord| word.1.iter().map(|(_, count)| count).sum::<usize>();
    all.sort_by(|a, b| count(b).cmp(&count(a)).then_with(|| a.0.cmp(&b.0)));
    all
}

/// People, not notes: who taps a word on two pages still is one person.
fn people<'a>(
    words: impl Iterator<Item = (NoteName, &'a String)>,
) -> BTreeMap<String, BTreeSet<ReviewerId>> {
    let mut people: BTreeMap<String, BTreeSet<_>> = BTreeMap::new();
    for (name, word) in words {
        people.entry(word.trim().to_lowercase()).or_default().insert(name.reviewer);
    }
    people
}
