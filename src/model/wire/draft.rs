//! The saved form of a draft: its whole log.

use super::question::{ChoiceV1, ConditionV1, IdV1, QuestionV1, read_kind, write_kind};
use super::{LARGEST_PACKET, Packet, Unreadable, pack, unpack_v1};
use crate::model::draft::{
    Act, Change, ChoicePart, Draft, DraftChoice, DraftMeaning, DraftQuestion, Edit, Part, Place,
    Position,
};
use crate::model::id::{Author, ChoiceId, MeaningId, QuestionId, SurveyId};
use crate::model::survey::Language;
use crate::model::words::Word;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct DraftV1 {
    id: u64,
    log: Vec<EditV1>,
}

#[derive(Serialize, Deserialize)]
struct EditV1 {
    author: u32,
    number: u32,
    revision: u32,
    at: u64,
    seen: Vec<(u32, u32)>,
    act: ActV1,
}

#[derive(Serialize, Deserialize)]
enum ActV1 {
    Do(Vec<ChangeV1>),
    Undo(u32),
    Redo(u32),
}

#[derive(Serialize, Deserialize)]
enum ChangeV1 {
    SetText { place: PlaceV1, text: String },
    SetKind { question: IdV1, kind: u8 },
    AddQuestion(DraftQuestionV1),
    MoveQuestion { question: IdV1, to: Vec<u8> },
    RemoveQuestion(IdV1),
    AddChoices { question: IdV1, choices: Vec<DraftChoiceV1> },
    MoveChoice { question: IdV1, choice: IdV1, to: Vec<u8> },
    RemoveChoice { question: IdV1, choice: IdV1 },
    SetPart { question: IdV1, part: PartV1 },
    SetChoicePart { question: IdV1, choice: IdV1, part: ChoicePartV1 },
    AddMeaning { id: IdV1, word: String, text: String },
    RemoveMeaning(IdV1),
    SetLanguage(String),
    AddLanguage(String),
    RemoveLanguage(String),
    Translate { language: String, place: PlaceV1, text: String },
}

#[derive(Serialize, Deserialize)]
enum PartV1 {
    Picture(String),
    Other(bool),
    Personal(bool),
    Least(Option<i64>),
    Most(Option<i64>),
    ShowIf(ConditionV1),
    Repeat(Option<IdV1>),
}

#[derive(Serialize, Deserialize)]
enum ChoicePartV1 {
    Picture(String),
    Alone(bool),
}

#[derive(Serialize, Deserialize)]
enum PlaceV1 {
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
}

#[derive(Serialize, Deserialize)]
struct DraftQuestionV1 {
    position: Vec<u8>,
    question: QuestionV1<DraftChoiceV1>,
}

#[derive(Serialize, Deserialize)]
struct DraftChoiceV1 {
    position: Vec<u8>,
    choice: ChoiceV1,
}

impl Packet for Draft {
    const NAME: &'static str = "draft";
    /// A log is longer than what it adds up to: 5,000 edits of a working day are 80 kB.
    const LARGEST: usize = 4 * LARGEST_PACKET;

    fn to_packet(&self) -> Vec<u8> {
        let edit = |edit: &Edit| EditV1 {
            author: edit.author.0,
            number: edit.number,
            revision: edit.revision,
            at: edit.at,
            seen: edit.seen.iter().map(|(author, count)| (author.0, *count)).collect(),
            act: write_act(&edit.act),
        };
        let value = DraftV1 { id: self.id().0, log: self.log().iter().map(edit).collect() };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let read: DraftV1 = unpack_v1(version, body)?;
        let edit = |edit: EditV1| {
            Some(Edit {
                author: Author(edit.author),
                number: edit.number,
                revision: edit.revision,
                at: edit.at,
                seen: edit.seen.into_iter().map(|(author, n)| (Author(author), n)).collect(),
                act: read_act(edit.act)?,
            })
        };
        let log: Option<Vec<Edit>> = read.log.into_iter().map(edit).collect();
        Ok(Draft::from_log(SurveyId(read.id), log.ok_or(Unreadable::Damaged)?))
    }
}

fn write_act(act: &Act) -> ActV1 {
    match act {
        Act::Do(changes) => ActV1::Do(changes.iter().map(write_change).collect()),
        Act::Undo(number) => ActV1::Undo(*number),
        Act::Redo(number) => ActV1::Redo(*number),
    }
}

/// `None` when a position is none that we make.
fn read_act(act: ActV1) -> Option<Act> {
    Some(match act {
        ActV1::Do(changes) => Act::Do(changes.into_iter().map(read_change).collect::<Option<_>>()?),
        ActV1::Undo(number) => Act::Undo(number),
        ActV1::Redo(number) => Act::Redo(number),
    })
}

fn write_change(change: &Change) -> ChangeV1 {
    let tag = |language: &Language| language.tag().to_owned();
    match change {
        Change::SetText { place, text } => {
            ChangeV1::SetText { place: write_place(*place), text: text.clone() }
        }
        Change::SetKind { question, kind } => {
            ChangeV1::SetKind { question: question.0.into(), kind: write_kind(*kind) }
        }
        Change::AddQuestion(question) => ChangeV1::AddQuestion(DraftQuestionV1 {
            position: question.position.as_bytes().to_vec(),
            question: QuestionV1::write(question.question.clone(), write_choice),
        }),
        Change::MoveQuestion { question, to } => {
            ChangeV1::MoveQuestion { question: question.0.into(), to: to.as_bytes().to_vec() }
        }
        Change::RemoveQuestion(question) => ChangeV1::RemoveQuestion(question.0.into()),
        Change::AddChoices { question, choices } => ChangeV1::AddChoices {
            question: question.0.into(),
            choices: choices.iter().cloned().map(write_choice).collect(),
        },
        Change::MoveChoice { question, choice, to } => ChangeV1::MoveChoice {
            question: question.0.into(),
            choice: choice.0.into(),
            to: to.as_bytes().to_vec(),
        },
        Change::RemoveChoice { question, choice } => {
            ChangeV1::RemoveChoice { question: question.0.into(), choice: choice.0.into() }
        }
        Change::SetPart { question, part } => {
            ChangeV1::SetPart { question: question.0.into(), part: write_part(part) }
        }
        Change::SetChoicePart { question, choice, part } => ChangeV1::SetChoicePart {
            question: question.0.into(),
            choice: choice.0.into(),
            part: match part {
                ChoicePart::Picture(name) => ChoicePartV1::Picture(name.clone()),
                ChoicePart::Alone(alone) => ChoicePartV1::Alone(*alone),
            },
        },
        Change::AddMeaning(DraftMeaning { id, word, text }) => {
            ChangeV1::AddMeaning { id: id.0.into(), word: word.clone(), text: text.clone() }
        }
        Change::RemoveMeaning(id) => ChangeV1::RemoveMeaning(id.0.into()),
        Change::SetLanguage(language) => ChangeV1::SetLanguage(tag(language)),
        Change::AddLanguage(language) => ChangeV1::AddLanguage(tag(language)),
        Change::RemoveLanguage(language) => ChangeV1::RemoveLanguage(tag(language)),
        Change::Translate { language, place, text } => ChangeV1::Translate {
            language: tag(language),
            place: write_place(*place),
            text: text.clone(),
        },
    }
}

/// `None` when a position, a kind or a language is none that we make.
fn read_change(change: ChangeV1) -> Option<Change> {
    let question_id = |id: IdV1| QuestionId(id.into());
    let choice_id = |id: IdV1| ChoiceId(id.into());
    Some(match change {
        ChangeV1::SetText { place, text } => Change::SetText { place: read_place(place)?, text },
        ChangeV1::SetKind { question, kind } => {
            Change::SetKind { question: question_id(question), kind: read_kind(kind)? }
        }
        ChangeV1::AddQuestion(question) => Change::AddQuestion(DraftQuestion {
            position: read_position(question.position)?,
            question: question.question.read_with(read_choice)?,
        }),
        ChangeV1::MoveQuestion { question, to } => {
            Change::MoveQuestion { question: question_id(question), to: read_position(to)? }
        }
        ChangeV1::RemoveQuestion(question) => Change::RemoveQuestion(question_id(question)),
        ChangeV1::AddChoices { question, choices } => Change::AddChoices {
            question: question_id(question),
            choices: choices.into_iter().map(read_choice).collect::<Option<_>>()?,
        },
        ChangeV1::MoveChoice { question, choice, to } => Change::MoveChoice {
            question: question_id(question),
            choice: choice_id(choice),
            to: read_position(to)?,
        },
        ChangeV1::RemoveChoice { question, choice } => {
            Change::RemoveChoice { question: question_id(question), choice: choice_id(choice) }
        }
        ChangeV1::SetPart { question, part } => {
            Change::SetPart { question: question_id(question), part: read_part(part) }
        }
        ChangeV1::SetChoicePart { question, choice, part } => Change::SetChoicePart {
            question: question_id(question),
            choice: choice_id(choice),
            part: match part {
                ChoicePartV1::Picture(name) => ChoicePart::Picture(name),
                ChoicePartV1::Alone(alone) => ChoicePart::Alone(alone),
            },
        },
        ChangeV1::AddMeaning { id, word, text } => {
            Change::AddMeaning(DraftMeaning { id: MeaningId(id.into()), word, text })
        }
        ChangeV1::RemoveMeaning(id) => Change::RemoveMeaning(MeaningId(id.into())),
        ChangeV1::SetLanguage(tag) => Change::SetLanguage(Language::parse(&tag)?),
        ChangeV1::AddLanguage(tag) => Change::AddLanguage(Language::parse(&tag)?),
        ChangeV1::RemoveLanguage(tag) => Change::RemoveLanguage(Language::parse(&tag)?),
        ChangeV1::Translate { language, place, text } => Change::Translate {
            language: Language::parse(&language)?,
            place: read_place(place)?,
            text,
        },
    })
}

fn write_part(part: &Part) -> PartV1 {
    match part {
        Part::Picture(name) => PartV1::Picture(name.clone()),
        Part::Other(other) => PartV1::Other(*other),
        Part::Personal(personal) => PartV1::Personal(*personal),
        Part::Least(least) => PartV1::Least(*least),
        Part::Most(most) => PartV1::Most(*most),
        Part::ShowIf(condition) => PartV1::ShowIf(ConditionV1::write(condition)),
        Part::Repeat(source) => PartV1::Repeat(source.map(|id| id.0.into())),
    }
}

fn read_part(part: PartV1) -> Part {
    match part {
        PartV1::Picture(name) => Part::Picture(name),
        PartV1::Other(other) => Part::Other(other),
        PartV1::Personal(personal) => Part::Personal(personal),
        PartV1::Least(least) => Part::Least(least),
        PartV1::Most(most) => Part::Most(most),
        PartV1::ShowIf(condition) => Part::ShowIf(condition.read()),
        PartV1::Repeat(source) => Part::Repeat(source.map(|id| QuestionId(id.into()))),
    }
}

fn write_place(place: Place) -> PlaceV1 {
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
    }
}

/// `None` for a word that the app does not say.
fn read_place(place: PlaceV1) -> Option<Place> {
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
    })
}

fn write_choice(choice: DraftChoice) -> DraftChoiceV1 {
    DraftChoiceV1 { position: choice.position.as_bytes().to_vec(), choice: choice.choice.into() }
}

fn read_choice(choice: DraftChoiceV1) -> Option<DraftChoice> {
    Some(DraftChoice { position: read_position(choice.position)?, choice: choice.choice.into() })
}

fn read_position(bytes: Vec<u8>) -> Option<Position> {
    Position::from_bytes(bytes).ok()
}
