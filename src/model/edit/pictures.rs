//! Picking a picture: for a question, for one of its choices, or for the first page.

use super::Edited;
use crate::model::draft::{Change, ChoicePart, Content, Part, Place};
use crate::model::id::{ChoiceId, QuestionId};

/// What a picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pictured {
    /// A question.
    Question(QuestionId),
    /// A choice of a question.
    Choice(QuestionId, ChoiceId),
    /// The first page: the logo of who asks.
    Logo,
}

impl Pictured {
    /// The name of the picture that somebody picked. Empty when nobody did.
    pub fn picture(self, content: &Content) -> &str {
        let picture = match self {
            Pictured::Question(id) => content.question(id).map(|question| &question.picture),
            Pictured::Choice(id, choice) => {
                let question = content.question(id);
                question.and_then(|q| q.choice(choice)).map(|choice| &choice.choice.picture)
            }
            Pictured::Logo => Some(&content.notice.logo),
        };
        picture.map_or("", String::as_str)
    }

    /// The words that stand beside the picture.
    pub fn words_beside(self, content: &Content) -> &str {
        let place = match self {
            Pictured::Question(id) => Place::Question(id),
            Pictured::Choice(id, choice) => Place::Choice(id, choice),
            Pictured::Logo => Place::Organisation,
        };
        content.text(place).unwrap_or_default()
    }
}

/// Gives it this picture, or takes its picture away.
pub fn set(of: Pictured, name: String) -> Edited {
    Edited::only(vec![match of {
        Pictured::Question(question) => Change::SetPart { question, part: Part::Picture(name) },
        Pictured::Choice(question, choice) => {
            Change::SetChoicePart { question, choice, part: ChoicePart::Picture(name) }
        }
        Pictured::Logo => Change::SetLogo(name),
    }])
}
