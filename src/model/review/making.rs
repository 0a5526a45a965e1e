//! The record of the making: rounds, what people said, what was decided, who is who. The draft keeps
//! it, and its log brings it wherever the draft goes.

use super::{AllNotes, Ask, Decision, NoteName, Notes, Round, RoundId, Says};
use crate::model::id::{Author, QuestionId};
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
    /// What a note said when it was decided about. Its author may have said it anew since.
    pub decided_on: BTreeMap<NoteName, Says>,
    /// Notes that the team has read, as they are now.
    pub read: BTreeSet<NoteName>,
    /// What those who edit want to be called.
    pub names: BTreeMap<Author, String>,
    /// How much people with lived experience take part, as the group itself says. `None` until it
    /// does.
    pub step: Option<Step>,
    /// When the answers were deleted, in the order of the log.
    pub deletions: Vec<Deletion>,
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
    /// The answers were deleted.
    Deletion(Deletion),
}

/// That all answers of a computer were deleted, as people were told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// When, in milliseconds since 1970 by the clock of whoever did it.
    pub at: u64,
    /// How many answers that were.
    pub answers: u32,
    /// Until when people were told that they are kept, in days since 1970-01-01. `None` when they were told
    /// no day.
    pub told: Option<u32>,
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
            Recorded::Notes(notes) => self.take_in(notes),
            Recorded::Decision(decision) => {
                if let Some(note) = self.notes.get(decision.note) {
                    self.decided_on.insert(decision.note, note.says.clone());
                }
                self.decisions.insert(decision.note, decision.clone());
            }
            Recorded::Read(names) => self.read.extend(names),
            Recorded::Name(author, name) => {
                self.names.insert(*author, name.clone());
            }
            Recorded::Step(step) => self.step = *step,
            Recorded::Deletion(deletion) => self.deletions.push(deletion.clone()),
        }
    }

    /// Takes in notes. What somebody says in other words than before is to be read again.
    fn take_in(&mut self, notes: &Notes) {
        let name = |number: &u32| NoteName { reviewer: notes.reviewer.id, number: *number };
        let said = |all: &AllNotes, name| all.get(name).map(|note| note.says.clone());
        let names = notes.notes.keys().map(name);
        let before: Vec<_> = names.map(|name| (name, said(&self.notes, name))).collect();
        self.notes.take_in(notes);
        for (name, before) in before {
            if before != said(&self.notes, name) {
                self.read.remove(&name);
            }
        }
    }

    /// The decision about what a note says now. `None` too when it was said anew since.
    pub fn decision(&self, name: NoteName) -> Option<&Decision> {
        let now = self.notes.get(name).map(|note| &note.says);
        let is_same = |on: &Says| now.is_none_or(|now| now == on);
        self.decisions.get(&name).filter(|_| self.decided_on.get(&name).is_none_or(is_same))
    }

    /// What a note said when it was decided about and does not say any more, and that decision.
    pub fn earlier_decision(&self, name: NoteName) -> Option<(&Says, &Decision)> {
        let on = self.decided_on.get(&name)?;
        let is_past = self.decision(name).is_none();
        self.decisions.get(&name).filter(|_| is_past).map(|decision| (on, decision))
    }

    /// What the organiser asked in a round under this number: numbers start again in each round.
    pub fn ask(&self, round: RoundId, number: u32) -> Option<&Ask> {
        let round = self.rounds.iter().find(|known| known.id == round)?;
        round.asks.iter().find(|ask| ask.number == number)
    }

    /// What was asked of the person whose note answers it. `None` for what answers nothing, and where
    /// the round is not in this draft.
    pub fn asked(&self, name: NoteName, says: &Says) -> Option<&Ask> {
        let Says::Reply(number, _) = says else { return None };
        self.ask(self.notes.round_of(name.reviewer)?, *number)
    }

    /// Which round it is, from 1 in the order they were started.
    pub fn number_of(&self, round: RoundId) -> Option<usize> {
        self.rounds.iter().position(|known| known.id == round).map(|place| place + 1)
    }

    /// The rounds in which something was said about a question; about all of it, for `None`. In the
    /// order they were started, and last those that are not in this draft.
    pub fn heard_in(&self, question: Option<QuestionId>) -> Vec<RoundId> {
        let about = self.notes.iter().filter(|(.., note)| note.question == question);
        let mut rounds: Vec<RoundId> =
            about.filter_map(|(name, ..)| self.notes.round_of(name.reviewer)).collect();
        rounds.sort_by_key(|round| (self.number_of(*round).unwrap_or(usize::MAX), *round));
        rounds.dedup();
        rounds
    }

    /// Notes that nobody of the team has read yet. What was decided was read.
    pub fn unread(&self) -> usize {
        let is_read = |name: &NoteName| self.read.contains(name) || self.decision(*name).is_some();
        self.notes.iter().filter(|(name, ..)| !is_read(name)).count()
    }
}
