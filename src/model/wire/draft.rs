//! The saved form of a draft: its whole log.

mod parts;

use self::parts::{
    DraftChoiceV1, DraftQuestionV1, MeaningV1, SetAsideV1, read_aside, read_choice, read_meaning,
    read_position, write_aside, write_choice, write_meaning,
};
use super::log::{LogRead, read_few};
use super::place::{
    ChoicePartV1, PartV1, PlaceV1, a_picture, read_part, read_place, read_sentence, write_part,
    write_place,
};
use super::question::{IdV1, QuestionV1, read_kind, write_kind};
use super::review::RecordedV1;
use super::survey::SendToV1;
use super::{LARGEST_PACKET, Packet, Unreadable, pack, unpack_v1};
use crate::model::draft::{
    Act, Change, ChoicePart, Draft, DraftQuestion, Edit, Published, ReaderCheck, TooMuch,
};
use crate::model::id::{Author, ChoiceId, DraftSecret, Edition, MeaningId, QuestionId, SurveyId};
use crate::model::seal::PublicKey;
use crate::model::survey::{Language, is_picture};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct DraftV1 {
    id: u64,
    secret: [u8; 16],
    log: Vec<EditV1>,
}

/// The same, as it is read: each edit is checked and put away before the next.
#[derive(Deserialize)]
struct DraftReadV1 {
    id: u64,
    secret: [u8; 16],
    log: LogRead,
}

#[derive(Serialize, Deserialize)]
pub(super) struct EditV1 {
    author: u32,
    number: u32,
    revision: u32,
    at: u64,
    seen: Vec<(u32, u32)>,
    act: ActV1,
}

#[derive(Serialize, Deserialize)]
enum ActV1 {
    Do(#[serde(deserialize_with = "read_few")] Vec<ChangeV1>),
    Undo(u32),
    Redo(u32),
    /// Words that were typed beside others, and what the place said before. Only in version 2.
    Beside(Box<BesideV1>),
}

#[derive(Serialize, Deserialize)]
struct BesideV1 {
    typed: ChangeV1,
    was: String,
}

#[derive(Serialize, Deserialize)]
enum ChangeV1 {
    SetText {
        place: PlaceV1,
        text: String,
    },
    SetKind {
        question: IdV1,
        kind: u8,
    },
    AddQuestion(DraftQuestionV1),
    MoveQuestion {
        question: IdV1,
        to: Vec<u8>,
    },
    RemoveQuestion(IdV1),
    AddChoices {
        question: IdV1,
        choices: Vec<DraftChoiceV1>,
    },
    MoveChoice {
        question: IdV1,
        choice: IdV1,
        to: Vec<u8>,
    },
    RemoveChoice {
        question: IdV1,
        choice: IdV1,
    },
    SetPart {
        question: IdV1,
        part: PartV1,
    },
    SetChoicePart {
        question: IdV1,
        choice: IdV1,
        part: ChoicePartV1,
    },
    AddMeaning(MeaningV1),
    RemoveMeaning(IdV1),
    SetLanguage(String),
    AddLanguage(String),
    RemoveLanguage(String),
    Translate {
        language: String,
        place: PlaceV1,
        text: String,
    },
    SetAside(SetAsideV1),
    BringBack(SetAsideV1),
    AddReaderCheck {
        who: String,
        at: u64,
        print: u64,
    },
    RemoveReaderCheck {
        who: String,
        at: u64,
        print: u64,
    },
    NameVersion(String),
    NoteBack(u64),
    Record(RecordedV1),
    SetSendTo(Vec<SendToV1>),
    SetCloses(Option<u32>),
    Published {
        version: u32,
        edition: [u8; 16],
        key: [u8; 32],
    },
    SetKeepUntil(Option<u32>),
    /// The place of the word in `Word::ALL`.
    LeaveOut(u8, bool),
    SetLogo(String),
    /// A question with the name of its sound or video, and what that says.
    AddQuestionWithMedia(DraftQuestionV1, String, String),
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
            act: write_act(edit),
        };
        let value = DraftV1 {
            id: self.id().0,
            secret: self.secret().0,
            log: self.log().iter().map(edit).collect(),
        };
        // The same form, with a kind of act that earlier releases do not know. Few drafts have it.
        let is_typed_beside = self.log().iter().any(|edit| edit.was.is_some());
        pack(Self::NAME, if is_typed_beside { 2 } else { 1 }, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let read: DraftReadV1 = unpack_v1(if version == 2 { 1 } else { version }, body)?;
        let draft = Draft::from_foreign_log(SurveyId(read.id), read.log.0?);
        Ok(draft.map_err(|TooMuch| Unreadable::TooLarge)?.with_secret(DraftSecret(read.secret)))
    }
}

impl EditV1 {
    /// `None` when a change holds something that we do not make.
    pub(super) fn read(self) -> Option<Edit> {
        let (act, was) = read_act(self.act)?;
        Some(Edit {
            author: Author(self.author),
            number: self.number,
            revision: self.revision,
            at: self.at,
            seen: self.seen.into_iter().map(|(author, n)| (Author(author), n)).collect(),
            act,
            was,
        })
    }
}

fn write_act(edit: &Edit) -> ActV1 {
    match &edit.act {
        Act::Do(changes) => match (&edit.was, changes.as_slice()) {
            (Some(was), [typed]) => {
                ActV1::Beside(Box::new(BesideV1 { typed: write_change(typed), was: was.clone() }))
            }
            _ => ActV1::Do(changes.iter().map(write_change).collect()),
        },
        Act::Undo(number) => ActV1::Undo(*number),
        Act::Redo(number) => ActV1::Redo(*number),
    }
}

/// The act, and what its place said before. `None` when a position is none that we make.
fn read_act(act: ActV1) -> Option<(Act, Option<String>)> {
    let act = match act {
        ActV1::Do(changes) => Act::Do(changes.into_iter().map(read_change).collect::<Option<_>>()?),
        ActV1::Undo(number) => Act::Undo(number),
        ActV1::Redo(number) => Act::Redo(number),
        ActV1::Beside(beside) => {
            let BesideV1 { typed, was } = *beside;
            let typed = read_change(typed)?;
            let is_typed = matches!(typed, Change::SetText { .. } | Change::Translate { .. });
            return is_typed.then_some((Act::Do(vec![typed]), Some(was)));
        }
    };
    Some((act, None))
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
        Change::AddQuestion(question) => {
            let written = DraftQuestionV1 {
                position: question.position.as_bytes().to_vec(),
                question: QuestionV1::write(question.question.clone(), write_choice),
            };
            match (&question.media, &question.media_words) {
                (name, words) if name.is_empty() && words.is_empty() => {
                    ChangeV1::AddQuestion(written)
                }
                (name, words) => {
                    ChangeV1::AddQuestionWithMedia(written, name.to_string(), words.clone())
                }
            }
        }
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
                ChoicePart::Code(code) => ChoicePartV1::Code(code.clone()),
            },
        },
        Change::AddMeaning(meaning) => ChangeV1::AddMeaning(write_meaning(meaning.clone())),
        Change::RemoveMeaning(id) => ChangeV1::RemoveMeaning(id.0.into()),
        Change::SetLanguage(language) => ChangeV1::SetLanguage(tag(language)),
        Change::AddLanguage(language) => ChangeV1::AddLanguage(tag(language)),
        Change::RemoveLanguage(language) => ChangeV1::RemoveLanguage(tag(language)),
        Change::Translate { language, place, text } => ChangeV1::Translate {
            language: tag(language),
            place: write_place(*place),
            text: text.clone(),
        },
        Change::SetAside(aside) => ChangeV1::SetAside(write_aside(aside)),
        Change::BringBack(aside) => ChangeV1::BringBack(write_aside(aside)),
        Change::AddReaderCheck(ReaderCheck { who, at, print }) => {
            ChangeV1::AddReaderCheck { who: who.clone(), at: *at, print: *print }
        }
        Change::RemoveReaderCheck(ReaderCheck { who, at, print }) => {
            ChangeV1::RemoveReaderCheck { who: who.clone(), at: *at, print: *print }
        }
        Change::NameVersion(name) => ChangeV1::NameVersion(name.clone()),
        Change::NoteBack(at) => ChangeV1::NoteBack(*at),
        Change::Record(recorded) => ChangeV1::Record(recorded.into()),
        Change::SetSendTo(ways) => {
            ChangeV1::SetSendTo(ways.iter().cloned().map(SendToV1::from).collect())
        }
        Change::SetCloses(day) => ChangeV1::SetCloses(*day),
        Change::SetKeepUntil(day) => ChangeV1::SetKeepUntil(*day),
        Change::SetLogo(name) => ChangeV1::SetLogo(name.clone()),
        Change::LeaveOut(word, is) => ChangeV1::LeaveOut(*word as u8, *is),
        Change::Published(Published { version, edition, key }) => {
            ChangeV1::Published { version: *version, edition: edition.0, key: key.0 }
        }
    }
}

fn read_question(question: DraftQuestionV1) -> Option<DraftQuestion> {
    let position = read_position(question.position)?;
    let question = question.question.read_with(read_choice)?;
    is_picture(&question.picture).then_some(DraftQuestion { position, question })
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
        ChangeV1::AddQuestion(question) => Change::AddQuestion(read_question(question)?),
        ChangeV1::AddQuestionWithMedia(question, name, words) => {
            let mut question = read_question(question)?;
            question.media = a_picture(name)?.into();
            question.media_words = words;
            Change::AddQuestion(question)
        }
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
            Change::SetPart { question: question_id(question), part: read_part(part)? }
        }
        ChangeV1::SetChoicePart { question, choice, part } => Change::SetChoicePart {
            question: question_id(question),
            choice: choice_id(choice),
            part: match part {
                ChoicePartV1::Picture(name) => ChoicePart::Picture(a_picture(name)?),
                ChoicePartV1::Alone(alone) => ChoicePart::Alone(alone),
                ChoicePartV1::Code(code) => ChoicePart::Code(code),
            },
        },
        ChangeV1::AddMeaning(meaning) => Change::AddMeaning(read_meaning(meaning)?),
        ChangeV1::RemoveMeaning(id) => Change::RemoveMeaning(MeaningId(id.into())),
        ChangeV1::SetLanguage(tag) => Change::SetLanguage(Language::parse(&tag)?),
        ChangeV1::AddLanguage(tag) => Change::AddLanguage(Language::parse(&tag)?),
        ChangeV1::RemoveLanguage(tag) => Change::RemoveLanguage(Language::parse(&tag)?),
        ChangeV1::Translate { language, place, text } => Change::Translate {
            language: Language::parse(&language)?,
            place: read_place(place)?,
            text,
        },
        ChangeV1::SetAside(aside) => Change::SetAside(read_aside(aside)?),
        ChangeV1::BringBack(aside) => Change::BringBack(read_aside(aside)?),
        ChangeV1::AddReaderCheck { who, at, print } => {
            Change::AddReaderCheck(ReaderCheck { who, at, print })
        }
        ChangeV1::RemoveReaderCheck { who, at, print } => {
            Change::RemoveReaderCheck(ReaderCheck { who, at, print })
        }
        ChangeV1::NameVersion(name) => Change::NameVersion(name),
        ChangeV1::NoteBack(at) => Change::NoteBack(at),
        ChangeV1::Record(recorded) => Change::Record(recorded.read()?),
        ChangeV1::SetSendTo(ways) => {
            Change::SetSendTo(ways.into_iter().map(SendToV1::read).collect::<Option<_>>()?)
        }
        ChangeV1::SetCloses(day) => Change::SetCloses(day),
        ChangeV1::SetKeepUntil(day) => Change::SetKeepUntil(day),
        ChangeV1::SetLogo(name) => Change::SetLogo(a_picture(name)?),
        ChangeV1::LeaveOut(word, is) => Change::LeaveOut(read_sentence(word)?, is),
        ChangeV1::Published { version, edition, key } => {
            Change::Published(Published { version, edition: Edition(edition), key: PublicKey(key) })
        }
    })
}
