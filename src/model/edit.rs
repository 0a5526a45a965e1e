//! What a press in the editor does to a draft, and what is to happen on the screen then.
//!
//! The draft and what a person wants go in, an [`Edited`] comes out: the changes of one step of undo, the
//! card that opens, where the focus goes, and what is said. The organiser's program runs it.
//!
//! Absent: typing, which is one step for a whole stretch of keys (see [`Draft::typed`](super::draft::Draft)),
//! and the element that a [`Focus`] stands for.

pub mod advice;
mod card;
pub mod choices;
pub mod languages;
pub mod meanings;
pub mod moving;
pub mod notes;
pub mod pictures;
pub mod questions;
pub mod several;
pub mod undoing;

pub use card::Card;

use super::draft::{Change, Place};
use super::id::QuestionId;

/// What a press does. The default does nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited {
    /// One step of undo. Empty when the draft stays as it is.
    pub changes: Vec<Change>,
    /// The card that opens.
    pub open: Option<Card>,
    /// Where the focus goes.
    pub focus: Focus,
    /// What is said about it.
    pub said: Option<Said>,
}

/// Where the focus goes after an edit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// Nowhere: the control that was pressed is still there.
    #[default]
    Stays,
    /// It is given back to the control that was pressed, which the edit moves on the page.
    Held,
    /// Into the first field of the card that opens.
    FirstField,
    /// Into the field of these words.
    Text(Place),
    /// To the button that adds a question.
    AddQuestion,
    /// To the button that adds a choice to this question.
    AddChoice(QuestionId),
    /// To the button that adds a hard word.
    AddWord,
    /// To the line of this question in the outline.
    Outline(QuestionId),
    /// To the button that starts selecting several questions.
    SelectSeveral,
    /// To the heading of the screen.
    Heading,
}

/// What is said after an edit, by eye and by screen reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Whether Undo is offered beside them.
    pub offers_undo: bool,
}

impl Edited {
    /// These changes and nothing else.
    pub fn only(changes: Vec<Change>) -> Self {
        Self { changes, ..Self::default() }
    }

    /// The same, and this is said with Undo beside it.
    fn saying(self, text: String) -> Self {
        Self { said: Some(Said { text, offers_undo: true }), ..self }
    }

    /// The same, and this card opens with the focus in its first field.
    fn opening(self, question: QuestionId) -> Self {
        Self { open: Some(Card::Question(question)), focus: Focus::FirstField, ..self }
    }

    /// The same, and the focus goes there.
    fn focusing(self, focus: Focus) -> Self {
        Self { focus, ..self }
    }
}

/// What has the focus after something went from a list: what stood after it, or else before it.
fn neighbour<T: Copy + PartialEq>(all: &[T], gone: T) -> Option<T> {
    let place = all.iter().position(|other| *other == gone)?;
    all.get(place + 1).or_else(|| all.get(place.checked_sub(1)?)).copied()
}
