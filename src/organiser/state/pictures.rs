//! Picking a picture: for a question, or for one of its choices.

use super::Desk;
use crate::model::draft::{ChoicePart, Part, Place};
use crate::model::id::{ChoiceId, QuestionId};
use leptos::prelude::*;

/// What a picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pictured {
    /// A question.
    Question(QuestionId),
    /// A choice of a question.
    Choice(QuestionId, ChoiceId),
}

impl Desk {
    /// The name of the picture that somebody picked. Empty when nobody did.
    pub fn picture(&self, of: Pictured) -> String {
        self.draft.with(|draft| {
            let picture = match of {
                Pictured::Question(id) => draft.content().question(id).map(|q| &q.picture),
                Pictured::Choice(id, choice) => {
                    let question = draft.content().question(id);
                    question.and_then(|q| q.choice(choice)).map(|choice| &choice.choice.picture)
                }
            };
            picture.cloned().unwrap_or_default()
        })
    }

    /// The words that stand beside the picture.
    pub fn words_beside(&self, of: Pictured) -> String {
        let place = match of {
            Pictured::Question(id) => Place::Question(id),
            Pictured::Choice(id, choice) => Place::Choice(id, choice),
        };
        self.draft.with(|draft| draft.content().text(place).unwrap_or_default().to_owned())
    }

    /// Gives it this picture, or takes its picture away.
    pub fn set_picture(&self, of: Pictured, name: String) {
        match of {
            Pictured::Question(id) => self.set_part(id, Part::Picture(name)),
            Pictured::Choice(id, choice) => {
                self.set_choice_part(id, choice, ChoicePart::Picture(name));
            }
        }
    }
}
