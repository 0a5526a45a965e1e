//! The ids of the elements that something else leads to: the focus after an edit, the error summary, the
//! device beside this one. A leaf, so that whoever moves the focus names no view.

use crate::model::draft::Place;
use crate::model::edit::{Card, Focus};
use crate::model::id::QuestionId;
use crate::model::survey::Language;

/// Each screen's heading, which a new screen puts the focus on.
pub const HEADING: &str = "heading";
/// The button that adds a question: it gets the focus when there is nothing better.
pub const ADD_QUESTION: &str = "add-question";
/// The same in the card of hard words.
pub const ADD_WORD: &str = "add-word";
/// The button that starts selecting several.
pub const SELECT_SEVERAL: &str = "select-several";
/// The error summary.
pub const PROBLEMS: &str = "problems";
/// The open step, in the bar.
pub const OPEN_STEP: &str = "open-step";
/// The heading of the card that says where answers go.
pub const WHERE_ANSWERS_GO: &str = "where-answers-go";
/// The open part of a step, in the row below the bar.
pub const OPEN_PART: &str = "open-part";
/// The heading of what the screen is for.
pub const HELP_HEADING: &str = "help-heading";
/// The button that shows and hides that.
pub const HELP: &str = "help";
/// What is said about answers that came in.
pub const TAKEN: &str = "taken";
/// And what is said about those that the browser did not keep.
pub const NOT_KEPT: &str = "not-kept";
/// The heading of the card that asks whether to take in a draft.
pub const OFFERED: &str = "offered";
/// What two people changed apart. The focus goes there when a button goes away with what it settled.
pub const TO_SETTLE: &str = "to-settle";
/// The heading of the device beside this one, which gets the focus when what had it is gone.
pub const LIVE: &str = "live";

/// The field for a place, in the survey's own language or in another. The error summary and every move of
/// focus use it.
pub fn field_id(language: Option<Language>, place: Place) -> String {
    let id = match place {
        Place::Title => "title".to_owned(),
        Place::Organisation => "organisation".to_owned(),
        Place::Welcome => "welcome".to_owned(),
        Place::WhoSees => "who-sees".to_owned(),
        Place::After => "after".to_owned(),
        Place::Question(id) => format!("question-{}", id.0),
        Place::Hint(id) => format!("hint-{}", id.0),
        Place::Choice(id, choice) => format!("choice-{}-{}", id.0, choice.0),
        Place::PictureAlt(id) => format!("picture-alt-{}", id.0),
        Place::MediaWords(id) => format!("media-words-{}", id.0),
        Place::Pile(id, at) => format!("pile-{}-{at}", id.0),
        Place::Word(id) => format!("word-{}", id.0),
        Place::Meaning(id) => format!("meaning-{}", id.0),
        Place::Own(word) => format!("own-{}", word.key()),
        Place::Privacy => "privacy".to_owned(),
        Place::PrivacyLink => "privacy-link".to_owned(),
        Place::AskWho => "ask-who".to_owned(),
        Place::LogoAlt => "logo-alt".to_owned(),
        Place::Said(word) => format!("said-{}", word.key()),
    };
    match language {
        None => id,
        Some(language) => format!("in-{}-{id}", language.tag()),
    }
}

/// A card of the editor.
pub fn card_id(card: Card) -> String {
    match card {
        Card::Welcome => "card".to_owned(),
        Card::Question(id) => format!("card-{}", id.0),
        Card::Words => "card-words".to_owned(),
    }
}

/// The first field of a card, or what stands for one.
pub fn first_field_id(card: Card) -> String {
    match card {
        Card::Welcome => field_id(None, Place::Title),
        Card::Question(id) => field_id(None, Place::Question(id)),
        Card::Words => ADD_WORD.to_owned(),
    }
}

/// The line of a question in the outline.
pub fn entry_id(question: QuestionId) -> String {
    format!("outline-{}", question.0)
}

/// The button that adds a choice.
pub fn add_choice_id(question: QuestionId) -> String {
    format!("add-choice-{}", question.0)
}

/// The fieldset of the choices.
pub fn choices_id(question: QuestionId) -> String {
    format!("choices-{}", question.0)
}

/// Whether the answers to a question are kept apart.
pub fn apart_id(question: QuestionId) -> String {
    format!("apart-{}", question.0)
}

/// The fieldset of the limits.
pub fn limits_id(question: QuestionId) -> String {
    format!("limits-{}", question.0)
}

/// The list of how often a section is asked.
pub fn repeat_id(question: QuestionId) -> String {
    format!("repeat-{}", question.0)
}

/// The fieldset of when a question is asked.
pub fn when_id(question: QuestionId) -> String {
    format!("when-{}", question.0)
}

/// Where the focus goes after an edit. `None` where it is not sent to an element.
pub fn focused_id(focus: Focus) -> Option<String> {
    Some(match focus {
        Focus::Stays | Focus::Held | Focus::FirstField => return None,
        Focus::Text(place) => field_id(None, place),
        Focus::AddQuestion => ADD_QUESTION.to_owned(),
        Focus::AddChoice(question) => add_choice_id(question),
        Focus::AddWord => ADD_WORD.to_owned(),
        Focus::Outline(question) => entry_id(question),
        Focus::SelectSeveral => SELECT_SEVERAL.to_owned(),
        Focus::Heading => HEADING.to_owned(),
    })
}
