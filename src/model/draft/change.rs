//! What can be done to a draft. One act is one step of undo, however many changes it makes.

use super::content::{DraftChoice, DraftKind, DraftQuestion, Position};
use crate::model::id::{Author, ChoiceId, Id, QuestionId};

/// A piece of text in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// What the survey is called.
    Title,
    /// Whose it is.
    Organisation,
    /// What it is for.
    Welcome,
    /// Who will see the answers.
    WhoSees,
    /// A question.
    Question(QuestionId),
    /// The sentence that explains a question.
    Hint(QuestionId),
    /// A choice of a question.
    Choice(QuestionId, ChoiceId),
}

/// Something that can be done to a draft. What it names may be gone by the time it is applied,
/// since somebody else may have deleted it: then it does nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Put these words in that place.
    SetText { place: Place, text: String },
    /// Have it answered in another way. Choices are kept, for a change of mind.
    SetKind { question: QuestionId, kind: DraftKind },
    /// Put in a question, with all it has.
    AddQuestion(DraftQuestion),
    /// Put a question somewhere else.
    MoveQuestion { question: QuestionId, to: Position },
    /// Take a question out.
    RemoveQuestion(QuestionId),
    /// Put in choices, one or a whole list.
    AddChoices { question: QuestionId, choices: Vec<DraftChoice> },
    /// Put a choice somewhere else.
    MoveChoice { question: QuestionId, choice: ChoiceId, to: Position },
    /// Take a choice out.
    RemoveChoice { question: QuestionId, choice: ChoiceId },
}

/// One step that a person takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Make these changes, in their order.
    Do(Vec<Change>),
    /// Take back the author's own edit with this number.
    Undo(u32),
    /// Let the author's own edit with this number stand again.
    Redo(u32),
}

impl From<Change> for Act {
    fn from(change: Change) -> Self {
        Act::Do(vec![change])
    }
}

impl Act {
    /// Where this act puts words, when that is all it does.
    pub(super) fn typed_in(&self) -> Option<Place> {
        match self {
            Act::Do(changes) => match changes.as_slice() {
                [Change::SetText { place, .. }] => Some(*place),
                _ => None,
            },
            Act::Undo(_) | Act::Redo(_) => None,
        }
    }

    /// The highest number among the ids that this act made for `author`, or 0.
    pub(super) fn highest_id(&self, author: Author) -> u32 {
        match self {
            Act::Do(changes) => changes.iter().map(|c| c.highest_id(author)).max().unwrap_or(0),
            Act::Undo(_) | Act::Redo(_) => 0,
        }
    }
}

impl Change {
    /// The highest number among the ids that this change made for `author`, or 0.
    fn highest_id(&self, author: Author) -> u32 {
        let own = |id: Id| if id.author == author { id.number } else { 0 };
        let of_choices = |choices: &[DraftChoice]| choices.iter().map(|c| own(c.id.0)).max();
        match self {
            Change::AddQuestion(question) => {
                own(question.id.0).max(of_choices(&question.choices).unwrap_or(0))
            }
            Change::AddChoices { choices, .. } => of_choices(choices).unwrap_or(0),
            _ => 0,
        }
    }
}
