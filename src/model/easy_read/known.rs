//! The words that a survey explains somewhere, or that its organiser has decided to live with: nothing is
//! said about them anywhere else in it.

use super::Rule;
use super::explain;
use crate::model::draft::{Content, Place};

/// Words, in small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// What the hard words and the texts of the survey explain.
    explained: Vec<String>,
    /// What people live with, and where they said so. There it is still found, to be changed after all.
    accepted: Vec<(Place, String)>,
}

impl Known {
    /// The known words of a draft.
    pub fn of(content: &Content) -> Self {
        let meanings = content.meanings.iter().map(|meaning| meaning.word.trim().to_lowercase());
        let mut explained: Vec<String> = meanings.filter(|word| !word.is_empty()).collect();
        let first = [Place::Title, Place::Welcome, Place::WhoSees, Place::Privacy, Place::After];
        let questions = content.questions.iter().map(|question| question.id);
        let asked = questions.flat_map(|id| [Place::Question(id), Place::Hint(id)]);
        for place in first.into_iter().chain(asked) {
            explain::of_text(content.text(place).unwrap_or_default(), &mut explained);
        }
        let of_words = [Rule::HardWord, Rule::Jargon, Rule::Idiom, Rule::Acronym];
        let aside = content.set_aside.iter().filter(|aside| of_words.contains(&aside.rule));
        let accepted = aside.map(|aside| (aside.place, aside.words.to_lowercase()));
        Self { explained, accepted: accepted.filter(|(_, words)| !words.is_empty()).collect() }
    }

    /// These words and no others, as where one of them is being explained.
    pub fn of_words<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let words = words.map(|word| word.trim().to_lowercase());
        Self { explained: words.filter(|word| !word.is_empty()).collect(), ..Self::default() }
    }

    /// The words that some texts of one document explain, which is what [`of`](Self::of) is for a survey.
    pub fn of_texts<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut known = Self::default();
        for text in texts {
            explain::of_text(text, &mut known.explained);
        }
        known
    }

    /// The words that are known in this place.
    pub fn at(&self, place: Place) -> impl Iterator<Item = &str> {
        let accepted = self.accepted.iter().filter(move |(there, _)| *there != place);
        let explained = self.explained.iter().map(String::as_str);
        explained.chain(accepted.map(|(_, words)| words.as_str()))
    }
}
