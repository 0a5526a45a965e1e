//! The saved forms of what a change of a draft puts in: questions, choices, hard words, and advice that was set
//! aside.

use super::super::place::{PlaceV1, a_picture, read_place, write_place};
use super::super::question::{ChoiceV1, IdV1, QuestionV1};
use crate::model::draft::{DraftChoice, DraftMeaning, Position, SetAside};
use crate::model::easy_read::Rule;
use crate::model::id::MeaningId;
use crate::model::survey::is_picture;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(super) struct MeaningV1 {
    id: IdV1,
    word: String,
    text: String,
    also: Vec<String>,
    picture: String,
    term: Option<u64>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SetAsideV1 {
    place: PlaceV1,
    /// The place of the rule in [`Rule::ALL`].
    rule: u8,
    words: String,
    reason: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct DraftQuestionV1 {
    pub(super) position: Vec<u8>,
    pub(super) question: QuestionV1<DraftChoiceV1>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct DraftChoiceV1 {
    position: Vec<u8>,
    choice: ChoiceV1,
}

pub(super) fn write_aside(aside: &SetAside) -> SetAsideV1 {
    let rule = Rule::ALL.iter().position(|rule| *rule == aside.rule);
    SetAsideV1 {
        place: write_place(aside.place),
        rule: u8::try_from(rule.unwrap_or(0)).unwrap_or(0),
        words: aside.words.clone(),
        reason: aside.reason.clone(),
    }
}

/// `None` when the rule or the place is none that we know.
pub(super) fn read_aside(aside: SetAsideV1) -> Option<SetAside> {
    Some(SetAside {
        place: read_place(aside.place)?,
        rule: *Rule::ALL.get(usize::from(aside.rule))?,
        words: aside.words,
        reason: aside.reason,
    })
}

pub(super) fn write_meaning(meaning: DraftMeaning) -> MeaningV1 {
    let DraftMeaning { id, word, text, also, picture, term } = meaning;
    MeaningV1 { id: id.0.into(), word, text, also, picture, term }
}

pub(super) fn read_meaning(meaning: MeaningV1) -> Option<DraftMeaning> {
    let MeaningV1 { id, word, text, also, picture, term } = meaning;
    let picture = a_picture(picture)?;
    Some(DraftMeaning { id: MeaningId(id.into()), word, text, also, picture, term })
}

pub(super) fn write_choice(choice: DraftChoice) -> DraftChoiceV1 {
    DraftChoiceV1 { position: choice.position.as_bytes().to_vec(), choice: choice.choice.into() }
}

pub(super) fn read_choice(choice: DraftChoiceV1) -> Option<DraftChoice> {
    is_picture(&choice.choice.picture).then_some(())?;
    Some(DraftChoice { position: read_position(choice.position)?, choice: choice.choice.into() })
}

pub(super) fn read_position(bytes: Vec<u8>) -> Option<Position> {
    Position::from_bytes(bytes).ok()
}
