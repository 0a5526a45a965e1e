//! The record of the making: rounds, what people said, what was decided, who is who. The draft keeps
//! it, and its log brings it wherever the draft goes.

use super::{AllNotes, Decision, NoteName, Notes, Round};
use crate::model::id::Author;
use std::collections::{BTreeMap, BTreeSet};

/// The record so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Making {
    /// In the order they were started.
    pub rounds: Vec<Round>,
    /// What people said.
    pub notes: AllNotes,
    /// What was decided. The last decision about a note holds.
    pub decisions: BTreeMap<NoteName, Decision>,
    /// Notes that the team has read.
    pub read: BTreeSet<NoteName>,
    /// What those who edit want to be called.
    pub names: BTreeMap<Author, String>,
    /// How much people with lived experience take part, as the group itself says. `None` until it
    /// does.
    pub step: Option<Step>,
}

/// Something that becomes part of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// A round was started.
    Round(Round),
    /// Notes came in.
    Notes(Notes),
    /// Something was decided about a note.
    Decision(Decision),
    /// Notes were read.
    Read(Vec<NoteName>),
    /// Somebody who edits said what they want to be called. Empty for no name.
    Name(Author, String),
    /// The group said how much people take part.
    Step(Option<Step>),
}

/// How much people with lived experience take part. From least to most; the group picks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// They are told.
    Informing,
    /// They are asked, and others decide.
    Consulting,
    /// They are heard more than once, and others decide.
    Engaging,
    /// They make it together with others, and others have the last word.
    CoDesigning,
    /// They make it and decide together with others, from start to end.
    CoProducing,
}

impl Step {
    /// Every step, in the order that saved forms number them.
    pub const ALL: [Step; 5] =
        [Step::Informing, Step::Consulting, Step::Engaging, Step::CoDesigning, Step::CoProducing];
}

impl Making {
    /// Makes something part of the record.
    pub fn add(&mut self, recorded: &Recorded) {
        match recorded {
            Recorded::Round(round) => {
                if self.rounds.iter().all(|known| known.id != round.id) {
                    self.rounds.push(round.clone());
                }
            }
            Recorded::Notes(notes) => self.notes.take_in(notes),
            Recorded::Decision(decision) => {
                self.decisions.insert(decision.note, decision.clone());
            }
            Recorded::Read(names) => self.read.extend(names),
            Recorded::Name(author, name) => {
                self.names.insert(*author, name.clone());
            }
            Recorded::Step(step) => self.step = *step,
        }
    }

    /// Notes that nobody of the team has read yet. What was decided was read.
    pub fn unread(&self) -> usize {
        let is_read =
            |name: &NoteName| self.read.contains(name) || self.decisions.contains_key(name);
        self.notes.iter().filter(|(name, ..)| !is_read(name)).count()
    }
}
