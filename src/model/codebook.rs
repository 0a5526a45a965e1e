//! The codebook: every question that was ever asked in a survey, over all its versions.
//!
//! Published versions go in; one list of questions comes out, each with every choice it ever had.
//! Results and CSV both read it, so a deleted question keeps its answers.

use super::id::{ChoiceId, QuestionId};
use super::survey::{Choice, Kind, Survey};

/// Every question over all versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    /// The newest version's in its order, then those that only older versions had.
    pub entries: Vec<Entry>,
}

/// One question over all versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The question.
    pub id: QuestionId,
    /// Its newest words.
    pub text: String,
    /// How it is answered. A question that changed its kind has one entry for each.
    pub kind: Kind,
}

impl Codebook {
    /// The codebook of these versions of one survey, in any order.
    pub fn of(versions: &[Survey]) -> Self {
        let mut newest_first: Vec<&Survey> = versions.iter().collect();
        newest_first.sort_by_key(|survey| core::cmp::Reverse(survey.version));
        let mut book = Self::default();
        for question in newest_first.iter().flat_map(|survey| &survey.questions) {
            match book.entries.iter_mut().find(|e| e.is(question.id, &question.kind)) {
                Some(entry) => entry.add_choices(question.kind.choices()),
                None => book.entries.push(Entry {
                    id: question.id,
                    text: question.text.clone(),
                    kind: question.kind.clone(),
                }),
            }
        }
        book
    }
}

impl Entry {
    /// True when this is the entry for a question answered in this way.
    pub fn is(&self, id: QuestionId, kind: &Kind) -> bool {
        let is_text = |kind: &Kind| matches!(kind, Kind::ShortText | Kind::LongText);
        let same = core::mem::discriminant(&self.kind) == core::mem::discriminant(kind);
        self.id == id && (same || is_text(&self.kind) && is_text(kind))
    }

    /// The newest words of a choice.
    pub fn choice(&self, id: ChoiceId) -> Option<&str> {
        self.kind.choices().iter().find(|choice| choice.id == id).map(|choice| &*choice.text)
    }

    fn add_choices(&mut self, older: &[Choice]) {
        if let Kind::OneChoice(choices) | Kind::ManyChoices(choices) = &mut self.kind {
            for choice in older {
                if choices.iter().all(|known| known.id != choice.id) {
                    choices.push(choice.clone());
                }
            }
        }
    }
}
