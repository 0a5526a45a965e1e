//! The saved form of a draft: its whole log.

use super::survey::IdV1;
use super::{LARGEST_PACKET, Packet, Unreadable, pack, unpack_v1};
use crate::model::draft::{
    Act, Change, Draft, DraftChoice, DraftKind, DraftQuestion, Edit, Place, Position,
};
use crate::model::id::{Author, ChoiceId, QuestionId, SurveyId};
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
    SetKind { question: IdV1, kind: DraftKindV1 },
    AddQuestion(DraftQuestionV1),
    MoveQuestion { question: IdV1, to: Vec<u8> },
    RemoveQuestion(IdV1),
    AddChoices { question: IdV1, choices: Vec<DraftChoiceV1> },
    MoveChoice { question: IdV1, choice: IdV1, to: Vec<u8> },
    RemoveChoice { question: IdV1, choice: IdV1 },
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
}

#[derive(Serialize, Deserialize)]
enum DraftKindV1 {
    OneChoice,
    ManyChoices,
    ShortText,
    LongText,
}

#[derive(Serialize, Deserialize)]
struct DraftQuestionV1 {
    id: IdV1,
    position: Vec<u8>,
    kind: DraftKindV1,
    text: String,
    hint: String,
    choices: Vec<DraftChoiceV1>,
}

#[derive(Serialize, Deserialize)]
struct DraftChoiceV1 {
    id: IdV1,
    position: Vec<u8>,
    text: String,
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
    match change {
        Change::SetText { place, text } => {
            ChangeV1::SetText { place: write_place(*place), text: text.clone() }
        }
        Change::SetKind { question, kind } => {
            ChangeV1::SetKind { question: question.0.into(), kind: write_kind(*kind) }
        }
        Change::AddQuestion(question) => ChangeV1::AddQuestion(DraftQuestionV1 {
            id: question.id.0.into(),
            position: question.position.as_bytes().to_vec(),
            kind: write_kind(question.kind),
            text: question.text.clone(),
            hint: question.hint.clone(),
            choices: question.choices.iter().map(write_choice).collect(),
        }),
        Change::MoveQuestion { question, to } => {
            ChangeV1::MoveQuestion { question: question.0.into(), to: to.as_bytes().to_vec() }
        }
        Change::RemoveQuestion(question) => ChangeV1::RemoveQuestion(question.0.into()),
        Change::AddChoices { question, choices } => ChangeV1::AddChoices {
            question: question.0.into(),
            choices: choices.iter().map(write_choice).collect(),
        },
        Change::MoveChoice { question, choice, to } => ChangeV1::MoveChoice {
            question: question.0.into(),
            choice: choice.0.into(),
            to: to.as_bytes().to_vec(),
        },
        Change::RemoveChoice { question, choice } => {
            ChangeV1::RemoveChoice { question: question.0.into(), choice: choice.0.into() }
        }
    }
}

/// `None` when a position is none that we make.
fn read_change(change: ChangeV1) -> Option<Change> {
    let question_id = |id: IdV1| QuestionId(id.into());
    let choice_id = |id: IdV1| ChoiceId(id.into());
    Some(match change {
        ChangeV1::SetText { place, text } => Change::SetText { place: read_place(place), text },
        ChangeV1::SetKind { question, kind } => {
            Change::SetKind { question: question_id(question), kind: read_kind(kind) }
        }
        ChangeV1::AddQuestion(question) => Change::AddQuestion(DraftQuestion {
            id: question_id(question.id),
            position: read_position(question.position)?,
            kind: read_kind(question.kind),
            text: question.text,
            hint: question.hint,
            choices: read_choices(question.choices)?,
        }),
        ChangeV1::MoveQuestion { question, to } => {
            Change::MoveQuestion { question: question_id(question), to: read_position(to)? }
        }
        ChangeV1::RemoveQuestion(question) => Change::RemoveQuestion(question_id(question)),
        ChangeV1::AddChoices { question, choices } => {
            Change::AddChoices { question: question_id(question), choices: read_choices(choices)? }
        }
        ChangeV1::MoveChoice { question, choice, to } => Change::MoveChoice {
            question: question_id(question),
            choice: choice_id(choice),
            to: read_position(to)?,
        },
        ChangeV1::RemoveChoice { question, choice } => {
            Change::RemoveChoice { question: question_id(question), choice: choice_id(choice) }
        }
    })
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
    }
}

fn read_place(place: PlaceV1) -> Place {
    match place {
        PlaceV1::Title => Place::Title,
        PlaceV1::Organisation => Place::Organisation,
        PlaceV1::Welcome => Place::Welcome,
        PlaceV1::WhoSees => Place::WhoSees,
        PlaceV1::Question(id) => Place::Question(QuestionId(id.into())),
        PlaceV1::Hint(id) => Place::Hint(QuestionId(id.into())),
        PlaceV1::Choice(id, choice) => {
            Place::Choice(QuestionId(id.into()), ChoiceId(choice.into()))
        }
    }
}

fn write_kind(kind: DraftKind) -> DraftKindV1 {
    match kind {
        DraftKind::OneChoice => DraftKindV1::OneChoice,
        DraftKind::ManyChoices => DraftKindV1::ManyChoices,
        DraftKind::ShortText => DraftKindV1::ShortText,
        DraftKind::LongText => DraftKindV1::LongText,
    }
}

fn read_kind(kind: DraftKindV1) -> DraftKind {
    match kind {
        DraftKindV1::OneChoice => DraftKind::OneChoice,
        DraftKindV1::ManyChoices => DraftKind::ManyChoices,
        DraftKindV1::ShortText => DraftKind::ShortText,
        DraftKindV1::LongText => DraftKind::LongText,
    }
}

fn write_choice(choice: &DraftChoice) -> DraftChoiceV1 {
    DraftChoiceV1 {
        id: choice.id.0.into(),
        position: choice.position.as_bytes().to_vec(),
        text: choice.text.clone(),
    }
}

fn read_choices(choices: Vec<DraftChoiceV1>) -> Option<Vec<DraftChoice>> {
    let choice = |choice: DraftChoiceV1| {
        Some(DraftChoice {
            id: ChoiceId(choice.id.into()),
            position: read_position(choice.position)?,
            text: choice.text,
        })
    };
    choices.into_iter().map(choice).collect()
}

fn read_position(bytes: Vec<u8>) -> Option<Position> {
    Position::from_bytes(bytes).ok()
}
