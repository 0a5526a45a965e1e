//! Review rounds: what co-designers are asked, what they say, and what was decided.
//!
//! An [`Invitation`] goes out, [`Notes`] come back, as often as a person likes. Notes have names, so
//! taking them in is a union: order, repeats and partial returns never matter. The draft's log keeps
//! them, with every [`Decision`], so whoever has the draft has the proof.
//!
//! Absent: sealing (see [`seal`](super::seal)), and the words that people see.

mod making;
mod tally;
mod visit;

pub use making::{Deletion, Making, Recorded, Step};
pub use tally::{HardWord, Tally, hard_words, tally};
pub use visit::Visit;

use super::id::{Author, QuestionId, SurveyId};
use super::survey::{LONGEST_TEXT, Survey};
use std::collections::BTreeMap;

/// Most notes of one person in one round. A bound for hostile files.
pub const MOST_NOTES: usize = 5_000;
/// Most questions to reviewers in one round. A bound for hostile links.
pub const MOST_ASKS: usize = 200;

/// Most letters in a field of what people write here, as browsers count them (UTF-16): one of them takes
/// at most 3 bytes.
pub const LONGEST_FIELD: usize = LONGEST_TEXT / 3;

/// The start of a text that is too long to be read again. Keyboards that listen may write on past the
/// end of a field.
pub fn fitting(mut text: String) -> String {
    let end = (0..=LONGEST_TEXT.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.truncate(end.unwrap_or(0));
    text
}

/// Names a round of review. Random, 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoundId(pub u64);

/// Names a person who reviews, in one round. Random, 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReviewerId(pub u64);

/// Names a note: whose it is, and which of theirs, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteName {
    /// Whose.
    pub reviewer: ReviewerId,
    /// Which.
    pub number: u32,
}

/// A round of review, as the draft knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its name.
    pub id: RoundId,
    /// When it was started, in milliseconds since 1970 by the organiser's clock.
    pub at: u64,
    /// What the organiser asks the reviewers.
    pub asks: Vec<Ask>,
}

/// Something that the organiser asks reviewers: "Is 'support worker' the right word here?"
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Which of the round's, from 1.
    pub number: u32,
    /// The question of the survey that it is about. `None` when it is about all of it.
    pub question: Option<QuestionId>,
    /// The question to reviewers.
    pub text: String,
}

/// What a review link carries: the draft as it is, checked or not, and what is asked about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Which round.
    pub round: RoundId,
    /// The draft. Its key is the one that notes are sealed to; its version says nothing.
    pub survey: Survey,
    /// What the organiser asks the reviewers.
    pub asks: Vec<Ask>,
}

/// Somebody who reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer {
    /// The same in all notes of one round.
    pub id: ReviewerId,
    /// Their first name, or empty: then they are "someone".
    pub name: String,
    /// Whether the record of the making may say the name.
    pub may_be_named: bool,
}

/// What one person sends back. Sending again sends all of it again, with what is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notes {
    /// Which survey.
    pub survey: SurveyId,
    /// Which round.
    pub round: RoundId,
    /// How many times they sent notes, from 1. The highest says how they want to be called.
    pub revision: u32,
    /// Who.
    pub reviewer: Reviewer,
    /// The notes by their number.
    pub notes: BTreeMap<u32, Note>,
}

/// One thing that a person said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// How often it was said anew. A higher one replaces a lower one.
    pub revision: u32,
    /// What it is about. `None` is the survey as a whole.
    pub question: Option<QuestionId>,
    /// What they said.
    pub says: Says,
}

/// What a note says. New ones are only ever put at the end: links in the wild name them by place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// They took it back.
    Nothing,
    /// How it was to read.
    Ease(Ease),
    /// A word that they do not know.
    HardWord(String),
    /// How they would say it.
    Wording(String),
    /// The name of a picture that they would take.
    Picture(String),
    /// A choice that is missing.
    Choice(String),
    /// Something that they would ask too.
    Question(String),
    /// Anything else.
    Free(String),
    /// Their answer to what the organiser asked, by its number.
    Reply(u32, String),
    /// How they would say what a word means: the word, and its meaning.
    Meaning(String, String),
}

/// How a page was to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ease {
    /// Easy.
    Easy,
    /// Hard.
    Hard,
    /// It is not OK to ask this, or to ask it so.
    NotOk,
}

/// What was decided about a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Which note.
    pub note: NoteName,
    /// What.
    pub verdict: Verdict,
    /// Why, for people to read. Needed for a no, else it may be empty.
    pub reason: String,
    /// Who noted it.
    pub author: Author,
    /// When, in milliseconds since 1970 by their clock.
    pub at: u64,
}

/// The ways to decide. New ones are only ever put at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Done as it was said.
    Accepted,
    /// Done in another way.
    Changed,
    /// Not done.
    Declined,
}

impl Ease {
    /// Every answer, in the order that saved forms number them.
    pub const ALL: [Ease; 3] = [Ease::Easy, Ease::Hard, Ease::NotOk];
}

impl Verdict {
    /// Every verdict, in the order that saved forms number them.
    pub const ALL: [Verdict; 3] = [Verdict::Accepted, Verdict::Changed, Verdict::Declined];
}

/// Everything that reviewers said, from all rounds and returns that came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllNotes {
    people: BTreeMap<ReviewerId, Person>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Person {
    round: RoundId,
    revision: u32,
    reviewer: Reviewer,
    notes: BTreeMap<u32, Note>,
}

impl AllNotes {
    /// Takes in what somebody sent. Of each note the highest revision stays, whatever comes first
    /// and however often it comes.
    /// Notes under a name that is taken in another round are left out: see [`fits`](Self::fits).
    pub fn take_in(&mut self, sent: &Notes) {
        if !self.fits(sent) {
            return;
        }
        let new = || Person {
            round: sent.round,
            revision: sent.revision,
            reviewer: sent.reviewer.clone(),
            notes: BTreeMap::new(),
        };
        let person = self.people.entry(sent.reviewer.id).or_insert_with(new);
        if person.revision < sent.revision {
            person.revision = sent.revision;
            person.reviewer = sent.reviewer.clone();
        }
        for (number, note) in &sent.notes {
            let old = person.notes.get(number);
            if old.is_none_or(|old| old.revision < note.revision) {
                person.notes.insert(*number, note.clone());
            }
        }
    }

    /// False for notes of somebody who is known from another round. Names of reviewers are drawn anew
    /// in each round, so no page of ours makes such notes; they would stand under another round's
    /// questions.
    pub fn fits(&self, sent: &Notes) -> bool {
        self.round_of(sent.reviewer.id).is_none_or(|round| round == sent.round)
    }

    /// The round that somebody reviews in.
    pub fn round_of(&self, reviewer: ReviewerId) -> Option<RoundId> {
        self.people.get(&reviewer).map(|person| person.round)
    }

    /// Every note that was not taken back, with its name and who said it.
    pub fn iter(&self) -> impl Iterator<Item = (NoteName, &Reviewer, &Note)> {
        self.people.values().flat_map(|person| {
            let reviewer = &person.reviewer;
            let name = |number: &u32| NoteName { reviewer: reviewer.id, number: *number };
            let said = person.notes.iter().filter(|(_, note)| note.says != Says::Nothing);
            said.map(move |(number, note)| (name(number), reviewer, note))
        })
    }

    /// One note, also one that was taken back.
    pub fn get(&self, name: NoteName) -> Option<&Note> {
        self.people.get(&name.reviewer)?.notes.get(&name.number)
    }

    /// Everyone who sent notes in a round.
    pub fn reviewers(&self, round: RoundId) -> impl Iterator<Item = &Reviewer> {
        let of_round = self.people.values().filter(move |person| person.round == round);
        of_round.map(|person| &person.reviewer)
    }

    /// True when these notes bring nothing that is not here.
    pub fn has(&self, sent: &Notes) -> bool {
        self.people.get(&sent.reviewer.id).is_some_and(|person| {
            let held = |(number, note): (&u32, &Note)| {
                person.notes.get(number).is_some_and(|held| held.revision >= note.revision)
            };
            person.revision >= sent.revision && sent.notes.iter().all(held)
        })
    }
}
