//! The sent forms of a review: the invitation and what comes back.

use super::question::IdV1;
use super::{Packet, Unreadable, pack, unpack_v1};
use crate::model::id::{Author, QuestionId, SurveyId};
use crate::model::review::{
    Ask, Decision, Deletion, Ease, Invitation, MOST_ASKS, MOST_NOTES, Note, NoteName, Notes,
    Recorded, Reviewer, ReviewerId, Round, RoundId, Says, Step, Verdict,
};
use crate::model::seal::SealedNotes;
use crate::model::survey::{LONGEST_TEXT, Survey, is_picture};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
pub(super) struct AskV1 {
    number: u32,
    question: Option<IdV1>,
    text: String,
}

#[derive(Serialize, Deserialize)]
pub(super) enum RecordedV1 {
    Round {
        id: u64,
        at: u64,
        asks: Vec<AskV1>,
    },
    Notes(NotesV1),
    Decision {
        note: NoteNameV1,
        verdict: u8,
        reason: String,
        author: u32,
        at: u64,
    },
    Read(Vec<NoteNameV1>),
    Name(u32, String),
    /// The place of the step in [`Step::ALL`].
    Step(Option<u8>),
    Deletion {
        at: u64,
        answers: u32,
        told: Option<u32>,
    },
}

/// A reviewer and a number.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) struct NoteNameV1(u64, u32);

#[derive(Serialize, Deserialize)]
struct InvitationV1 {
    round: u64,
    /// The survey's own packet.
    survey: Vec<u8>,
    asks: Vec<AskV1>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct NotesV1 {
    survey: u64,
    round: u64,
    revision: u32,
    reviewer: u64,
    name: String,
    may_be_named: bool,
    notes: Vec<NoteV1>,
}

#[derive(Serialize, Deserialize)]
struct NoteV1 {
    number: u32,
    revision: u32,
    question: Option<IdV1>,
    says: SaysV1,
}

#[derive(Serialize, Deserialize)]
enum SaysV1 {
    Nothing,
    /// The place of the answer in [`Ease::ALL`].
    Ease(u8),
    HardWord(String),
    Wording(String),
    Picture(String),
    Choice(String),
    Question(String),
    Free(String),
    Reply(u32, String),
    /// The word, and what it means.
    Meaning(String, String),
}

impl From<&Ask> for AskV1 {
    fn from(ask: &Ask) -> Self {
        let question = ask.question.map(|id| id.0.into());
        Self { number: ask.number, question, text: ask.text.clone() }
    }
}

impl From<AskV1> for Ask {
    fn from(ask: AskV1) -> Self {
        let question = ask.question.map(|id| QuestionId(id.into()));
        Self { number: ask.number, question, text: ask.text }
    }
}

impl From<NoteName> for NoteNameV1 {
    fn from(name: NoteName) -> Self {
        Self(name.reviewer.0, name.number)
    }
}

impl From<NoteNameV1> for NoteName {
    fn from(NoteNameV1(reviewer, number): NoteNameV1) -> Self {
        Self { reviewer: ReviewerId(reviewer), number }
    }
}

impl From<&Recorded> for RecordedV1 {
    fn from(recorded: &Recorded) -> Self {
        match recorded {
            Recorded::Round(Round { id, at, asks }) => RecordedV1::Round {
                id: id.0,
                at: *at,
                asks: asks.iter().map(AskV1::from).collect(),
            },
            Recorded::Notes(notes) => RecordedV1::Notes(notes.into()),
            Recorded::Decision(decision) => RecordedV1::Decision {
                note: decision.note.into(),
                verdict: place_in(&Verdict::ALL, decision.verdict),
                reason: decision.reason.clone(),
                author: decision.author.0,
                at: decision.at,
            },
            Recorded::Read(names) => {
                RecordedV1::Read(names.iter().copied().map(NoteNameV1::from).collect())
            }
            Recorded::Name(author, name) => RecordedV1::Name(author.0, name.clone()),
            Recorded::Step(step) => RecordedV1::Step(step.map(|step| place_in(&Step::ALL, step))),
            Recorded::Deletion(Deletion { at, answers, told }) => {
                RecordedV1::Deletion { at: *at, answers: *answers, told: *told }
            }
        }
    }
}

impl RecordedV1 {
    /// `None` when it holds what is not known here.
    pub(super) fn read(self) -> Option<Recorded> {
        Some(match self {
            RecordedV1::Round { id, at, asks } => Recorded::Round(Round {
                id: RoundId(id),
                at,
                asks: asks.into_iter().map(Ask::from).collect(),
            }),
            RecordedV1::Notes(notes) => Recorded::Notes(notes.read().ok()?),
            RecordedV1::Decision { note, verdict, reason, author, at } => {
                Recorded::Decision(Decision {
                    note: note.into(),
                    verdict: *Verdict::ALL.get(usize::from(verdict))?,
                    reason,
                    author: Author(author),
                    at,
                })
            }
            RecordedV1::Read(names) => {
                Recorded::Read(names.into_iter().map(NoteName::from).collect())
            }
            RecordedV1::Name(author, name) => Recorded::Name(Author(author), name),
            RecordedV1::Step(None) => Recorded::Step(None),
            RecordedV1::Step(Some(step)) => {
                Recorded::Step(Some(*Step::ALL.get(usize::from(step))?))
            }
            RecordedV1::Deletion { at, answers, told } => {
                Recorded::Deletion(Deletion { at, answers, told })
            }
        })
    }
}

/// The place of an item in a short list that holds it.
fn place_in<T: PartialEq>(all: &[T], item: T) -> u8 {
    all.iter().position(|other| *other == item).unwrap_or_default() as u8
}

impl Packet for Invitation {
    const NAME: &'static str = "invitation";

    fn to_packet(&self) -> Vec<u8> {
        let value = InvitationV1 {
            round: self.round.0,
            survey: self.survey.to_packet(),
            asks: self.asks.iter().map(AskV1::from).collect(),
        };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let InvitationV1 { round, survey, asks } = unpack_v1(version, body)?;
        if asks.len() > MOST_ASKS || asks.iter().any(|ask| ask.text.len() > LONGEST_TEXT) {
            return Err(Unreadable::Damaged);
        }
        Ok(Self {
            round: RoundId(round),
            survey: Survey::from_packet(&survey)?,
            asks: asks.into_iter().map(Ask::from).collect(),
        })
    }
}

impl From<&Notes> for NotesV1 {
    fn from(notes: &Notes) -> Self {
        let says = |says: &Says| match says {
            Says::Nothing => SaysV1::Nothing,
            Says::Ease(ease) => SaysV1::Ease(place_in(&Ease::ALL, *ease)),
            Says::HardWord(word) => SaysV1::HardWord(word.clone()),
            Says::Wording(text) => SaysV1::Wording(text.clone()),
            Says::Picture(name) => SaysV1::Picture(name.clone()),
            Says::Choice(text) => SaysV1::Choice(text.clone()),
            Says::Question(text) => SaysV1::Question(text.clone()),
            Says::Free(text) => SaysV1::Free(text.clone()),
            Says::Reply(ask, text) => SaysV1::Reply(*ask, text.clone()),
            Says::Meaning(word, text) => SaysV1::Meaning(word.clone(), text.clone()),
        };
        let note = |(number, note): (&u32, &Note)| NoteV1 {
            number: *number,
            revision: note.revision,
            question: note.question.map(|id| id.0.into()),
            says: says(&note.says),
        };
        Self {
            survey: notes.survey.0,
            round: notes.round.0,
            revision: notes.revision,
            reviewer: notes.reviewer.id.0,
            name: notes.reviewer.name.clone(),
            may_be_named: notes.reviewer.may_be_named,
            notes: notes.notes.iter().map(note).collect(),
        }
    }
}

impl NotesV1 {
    /// Damaged when it holds what no release makes.
    pub(super) fn read(self) -> Result<Notes, Unreadable> {
        let short = |text: String| {
            if text.len() <= LONGEST_TEXT { Ok(text) } else { Err(Unreadable::Damaged) }
        };
        let picture = |name: String| {
            if is_picture(&name) { Ok(name) } else { Err(Unreadable::Damaged) }
        };
        let says = |says: SaysV1| {
            Ok(match says {
                SaysV1::Nothing => Says::Nothing,
                SaysV1::Ease(place) => {
                    Says::Ease(*Ease::ALL.get(usize::from(place)).ok_or(Unreadable::Newer)?)
                }
                SaysV1::HardWord(word) => Says::HardWord(short(word)?),
                SaysV1::Wording(text) => Says::Wording(short(text)?),
                SaysV1::Picture(name) => Says::Picture(picture(name)?),
                SaysV1::Choice(text) => Says::Choice(short(text)?),
                SaysV1::Question(text) => Says::Question(short(text)?),
                SaysV1::Free(text) => Says::Free(short(text)?),
                SaysV1::Reply(ask, text) => Says::Reply(ask, short(text)?),
                SaysV1::Meaning(word, text) => Says::Meaning(short(word)?, short(text)?),
            })
        };
        let count = self.notes.len();
        let note = |note: NoteV1| {
            let question = note.question.map(|id| QuestionId(id.into()));
            Ok((note.number, Note { revision: note.revision, question, says: says(note.says)? }))
        };
        let notes: BTreeMap<u32, Note> =
            self.notes.into_iter().map(note).collect::<Result<_, Unreadable>>()?;
        if notes.len() != count || count > MOST_NOTES {
            return Err(Unreadable::Damaged);
        }
        Ok(Notes {
            survey: SurveyId(self.survey),
            round: RoundId(self.round),
            revision: self.revision,
            reviewer: Reviewer {
                id: ReviewerId(self.reviewer),
                name: short(self.name)?,
                may_be_named: self.may_be_named,
            },
            notes,
        })
    }
}

impl Packet for Notes {
    const NAME: &'static str = "notes";

    fn to_packet(&self) -> Vec<u8> {
        pack(Self::NAME, 1, &NotesV1::from(self))
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        unpack_v1::<NotesV1>(version, body)?.read()
    }
}

#[derive(Serialize, Deserialize)]
struct SealedNotesV1 {
    survey: u64,
    round: u64,
    sealed: Vec<u8>,
}

impl Packet for SealedNotes {
    const NAME: &'static str = "sealed notes";

    fn to_packet(&self) -> Vec<u8> {
        let Self { survey, round, sealed } = self;
        let value = SealedNotesV1 { survey: survey.0, round: round.0, sealed: sealed.clone() };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let SealedNotesV1 { survey, round, sealed } = unpack_v1(version, body)?;
        Ok(Self { survey: SurveyId(survey), round: RoundId(round), sealed })
    }
}
