//! The saved forms of a place in a draft, and of the parts of a question that are no text.

use super::question::{ConditionV1, IdV1};
use crate::model::draft::{Part, Place};
use crate::model::id::{ChoiceId, MeaningId, QuestionId};
use crate::model::limit::Limit;
use crate::model::standard::SENTENCES;
use crate::model::survey::is_picture;
use crate::model::words::Word;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(super) enum PartV1 {
    Picture(String),
    Other(bool),
    Personal(bool),
    Least(Option<i64>),
    Most(Option<i64>),
    ShowIf(ConditionV1),
    Repeat(Option<IdV1>),
    Name(String),
    Apart(bool),
    Media(String),
}

#[derive(Serialize, Deserialize)]
pub(super) enum ChoicePartV1 {
    Picture(String),
    Alone(bool),
    Code(String),
}

#[derive(Serialize, Deserialize)]
pub(super) enum PlaceV1 {
    Title,
    Organisation,
    Welcome,
    WhoSees,
    Question(IdV1),
    Hint(IdV1),
    Choice(IdV1, IdV1),
    After,
    PictureAlt(IdV1),
    Pile(IdV1, u8),
    Word(IdV1),
    Meaning(IdV1),
    /// The place of the word in [`Word::ALL`].
    Own(u8),
    Privacy,
    PrivacyLink,
    AskWho,
    LogoAlt,
    /// The place of the word in [`Word::ALL`].
    Said(u8),
    MediaWords(IdV1),
}

pub(super) fn write_part(part: &Part) -> PartV1 {
    match part {
        Part::Picture(name) => PartV1::Picture(name.clone()),
        Part::Other(other) => PartV1::Other(*other),
        Part::Personal(personal) => PartV1::Personal(*personal),
        Part::Least(least) => PartV1::Least(least.map(|limit| limit.0)),
        Part::Most(most) => PartV1::Most(most.map(|limit| limit.0)),
        Part::ShowIf(condition) => PartV1::ShowIf(ConditionV1::write(condition)),
        Part::Repeat(source) => PartV1::Repeat(source.map(|id| id.0.into())),
        Part::Name(name) => PartV1::Name(name.clone()),
        Part::Apart(apart) => PartV1::Apart(*apart),
        Part::Media(name) => PartV1::Media(name.clone()),
    }
}

/// `None` for a picture that is none of ours: nothing else is ever fetched, whatever a draft names.
pub(super) fn read_part(part: PartV1) -> Option<Part> {
    Some(match part {
        PartV1::Picture(name) => Part::Picture(a_picture(name)?),
        PartV1::Other(other) => Part::Other(other),
        PartV1::Personal(personal) => Part::Personal(personal),
        PartV1::Least(least) => Part::Least(least.map(Limit)),
        PartV1::Most(most) => Part::Most(most.map(Limit)),
        PartV1::ShowIf(condition) => Part::ShowIf(condition.read()),
        PartV1::Repeat(source) => Part::Repeat(source.map(|id| QuestionId(id.into()))),
        PartV1::Name(name) => Part::Name(name),
        PartV1::Apart(apart) => Part::Apart(apart),
        PartV1::Media(name) => Part::Media(a_picture(name)?),
    })
}

/// The name, if a picture of ours or a photo can have it.
pub(super) fn a_picture(name: String) -> Option<String> {
    is_picture(&name).then_some(name)
}

pub(super) fn write_place(place: Place) -> PlaceV1 {
    match place {
        Place::Title => PlaceV1::Title,
        Place::Organisation => PlaceV1::Organisation,
        Place::Welcome => PlaceV1::Welcome,
        Place::WhoSees => PlaceV1::WhoSees,
        Place::Question(id) => PlaceV1::Question(id.0.into()),
        Place::Hint(id) => PlaceV1::Hint(id.0.into()),
        Place::Choice(id, choice) => PlaceV1::Choice(id.0.into(), choice.0.into()),
        Place::After => PlaceV1::After,
        Place::PictureAlt(id) => PlaceV1::PictureAlt(id.0.into()),
        Place::Pile(id, at) => PlaceV1::Pile(id.0.into(), at),
        Place::Word(id) => PlaceV1::Word(id.0.into()),
        Place::Meaning(id) => PlaceV1::Meaning(id.0.into()),
        Place::Own(word) => PlaceV1::Own(word as u8),
        Place::Privacy => PlaceV1::Privacy,
        Place::PrivacyLink => PlaceV1::PrivacyLink,
        Place::AskWho => PlaceV1::AskWho,
        Place::LogoAlt => PlaceV1::LogoAlt,
        Place::Said(word) => PlaceV1::Said(word as u8),
        Place::MediaWords(id) => PlaceV1::MediaWords(id.0.into()),
    }
}

/// `None` for a word that is none of those which a survey may say otherwise or leave out.
pub(super) fn read_sentence(place: u8) -> Option<Word> {
    SENTENCES.into_iter().find(|word| *word as u8 == place)
}

/// `None` for a word that the app does not say.
pub(super) fn read_place(place: PlaceV1) -> Option<Place> {
    let question = |id: IdV1| QuestionId(id.into());
    Some(match place {
        PlaceV1::Title => Place::Title,
        PlaceV1::Organisation => Place::Organisation,
        PlaceV1::Welcome => Place::Welcome,
        PlaceV1::WhoSees => Place::WhoSees,
        PlaceV1::Question(id) => Place::Question(question(id)),
        PlaceV1::Hint(id) => Place::Hint(question(id)),
        PlaceV1::Choice(id, choice) => Place::Choice(question(id), ChoiceId(choice.into())),
        PlaceV1::After => Place::After,
        PlaceV1::PictureAlt(id) => Place::PictureAlt(question(id)),
        PlaceV1::Pile(id, at) => Place::Pile(question(id), at),
        PlaceV1::Word(id) => Place::Word(MeaningId(id.into())),
        PlaceV1::Meaning(id) => Place::Meaning(MeaningId(id.into())),
        PlaceV1::Own(word) => Place::Own(*Word::ALL.get(usize::from(word))?),
        PlaceV1::Privacy => Place::Privacy,
        PlaceV1::PrivacyLink => Place::PrivacyLink,
        PlaceV1::AskWho => Place::AskWho,
        PlaceV1::LogoAlt => Place::LogoAlt,
        PlaceV1::Said(word) => Place::Said(read_sentence(word)?),
        PlaceV1::MediaWords(id) => Place::MediaWords(question(id)),
    })
}
