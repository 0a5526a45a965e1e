//! The cards of the editor. One of them is open at a time.

use crate::model::draft::{Content, Place};
use crate::model::id::QuestionId;

/// A card of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// The first page: title, whose it is, what it is for.
    Welcome,
    /// A question, or a page between questions.
    Question(QuestionId),
    /// The hard words and what they mean.
    Words,
}

impl Card {
    /// The card that holds a place.
    pub fn of(place: Place) -> Self {
        match place {
            Place::Question(id)
            | Place::Hint(id)
            | Place::Choice(id, _)
            | Place::PictureAlt(id)
            | Place::MediaWords(id)
            | Place::Pile(id, _) => Card::Question(id),
            Place::Word(_) | Place::Meaning(_) => Card::Words,
            Place::Title
            | Place::Organisation
            | Place::Welcome
            | Place::WhoSees
            | Place::After
            | Place::Privacy
            | Place::PrivacyLink
            | Place::AskWho
            | Place::LogoAlt
            | Place::Said(_)
            | Place::Own(_) => Card::Welcome,
        }
    }

    /// The question that it shows.
    pub fn question(self) -> Option<QuestionId> {
        match self {
            Card::Question(id) => Some(id),
            Card::Welcome | Card::Words => None,
        }
    }

    /// The card that opens when a step brought questions back or took some away, so that `before` became
    /// what `content` holds now: the first that came back, or the first page in place of one that went.
    pub fn after_step(self, before: &[QuestionId], content: &Content) -> Self {
        let is_new = |id: &QuestionId| !before.contains(id);
        let mut after = content.questions.iter().map(|question| question.id);
        match after.find(is_new) {
            Some(back) => Card::Question(back),
            None if self.is_there(content) => self,
            None => Card::Welcome,
        }
    }

    /// False for the card of a question that is gone.
    pub fn is_there(self, content: &Content) -> bool {
        self.question().is_none_or(|id| content.question(id).is_some())
    }
}
