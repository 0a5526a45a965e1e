//! What difference it made: for each thing that people said, what came of it.
//!
//! Like a draft, the record of changes of one survey *is* its log of edits. Merging two logs is a union, so
//! order, repeats and partial copies never matter, and nothing that anybody wrote is lost. Edits are in one
//! order for everybody: by a number that is higher than each number its author had seen (Lamport, 1978), then
//! by author. A field that two people wrote apart has both texts until a person picks one: each write names
//! those that it takes the place of.
//!
//! Absent: the words on the screen, a clock, and where it is kept.

mod ask;
mod bounds;
mod case;
mod field;
mod first;
mod page;
mod said_did;
mod table;
mod told;

pub use ask::{AGREE, ask_if_right, heard};
pub use bounds::{LONGEST_FIELD, MOST_CHANGES, MOST_EDITS, MOST_OPS, is_sound};
pub use case::{Block, board, business_case, theory_of_change};
pub use field::{
    Every, Field, Kind, MOST_PENCE, Money, On, Shape, Standing, Strength, Value, is_amount, pounds,
    read_pounds,
};
pub use first::{First, Starts, Whose, starts};
pub use page::{DIFFERENCE, page};
pub use said_did::{Row, Sheet, sheet};
pub use table::{HEADS, agreed_in_words, is_number, rows};
pub use told::{Change, Content, Fields, Voice};

use super::id::{Author, ChoiceId, Id, QuestionId, ResponseId, SurveyId};
use super::review::NoteName;

/// Names a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeId(pub Id);

/// Names an edit. Sorts as everybody's log does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditName {
    /// Higher than every number that its author had seen.
    pub number: u32,
    /// Who.
    pub author: Author,
}

/// One step that a person took. Typing on lengthens the step: the same name, at a later time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// Its name.
    pub name: EditName,
    /// When, in milliseconds since 1970 by its author's clock. Of two with one name the later stays.
    pub at: u64,
    /// What.
    pub act: Act,
}

/// What a step does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// These things, in their order.
    Do(Vec<Op>),
    /// An earlier step no longer counts. Of an undo, this is a redo.
    Undo(EditName),
}

/// A write that another one takes the place of: the edit, and how far it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written {
    /// The edit.
    pub edit: EditName,
    /// Its time.
    pub at: u64,
}

/// One thing that a step does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Op {
    /// A new change.
    Add(ChangeId),
    /// No longer this change.
    Remove(ChangeId),
    /// Write in a field: of a change, or of the work as a whole.
    Set { of: Option<ChangeId>, field: Field, value: Value, over: Vec<Written> },
    /// What a change goes back to.
    Link(ChangeId, Link),
    /// No longer.
    Unlink(ChangeId, Link),
    /// Somebody with lived experience says whether they agree.
    Agree(ChangeId, Agreed),
    /// That was not so: the edit that said it, and which of its things.
    Forget(EditName, u32),
    /// People were asked whether they agree, with this survey.
    Asked(SurveyId),
}

/// What a change goes back to, by ids that survive rewording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// A question of a survey.
    Question(SurveyId, QuestionId),
    /// How many picked a choice of it.
    Choice(SurveyId, QuestionId, ChoiceId),
    /// What one person wrote, in their own words.
    Quote(SurveyId, QuestionId, ResponseId),
    /// A note of a co-designer, and so what was decided about it.
    Note(SurveyId, NoteName),
}

/// That somebody agrees with a change, or does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Agreed {
    /// Who, as they want to be called, or by role.
    pub who: String,
    /// When, in days since 1970-01-01.
    pub day: u32,
    /// Yes, no, or not sure.
    pub agrees: Option<bool>,
    /// Why. May be empty.
    pub because: String,
    /// The answer that said so, where it came as one.
    pub from: Option<ResponseId>,
}

/// What is written where a name stands, when somebody answered for a person.
pub(crate) const FOR_ANOTHER: &str = "Someone who answered for a person";

impl Agreed {
    /// True when somebody said it for another person.
    pub fn is_for_another(&self) -> bool {
        self.from.is_some() && self.who == FOR_ANOTHER
    }
}

/// The record of changes of one survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    survey: SurveyId,
    /// By name, each once.
    log: Vec<Edit>,
}

impl Changes {
    /// An empty record.
    pub fn new(survey: SurveyId) -> Self {
        Self { survey, log: Vec::new() }
    }

    /// The record with these edits, in any order.
    pub fn from_log(survey: SurveyId, edits: impl IntoIterator<Item = Edit>) -> Self {
        let mut changes = Self::new(survey);
        changes.merge(edits);
        changes
    }

    /// Which survey it is about.
    pub fn survey(&self) -> SurveyId {
        self.survey
    }

    /// Every edit, in order.
    pub fn log(&self) -> &[Edit] {
        &self.log
    }

    /// Takes in one edit. True when that is news.
    pub fn apply(&mut self, edit: Edit) -> bool {
        match self.log.binary_search_by_key(&edit.name, |held| held.name) {
            Err(place) => {
                self.log.insert(place, edit);
                true
            }
            Ok(place) if self.log[place] < edit => {
                self.log[place] = edit;
                true
            }
            Ok(_) => false,
        }
    }

    /// Takes in edits: a union, where of two with one name the later stays. True when there is news.
    pub fn merge(&mut self, edits: impl IntoIterator<Item = Edit>) -> bool {
        let mut is_new = false;
        for edit in edits {
            is_new |= self.apply(edit);
        }
        is_new
    }

    /// What it says now.
    pub fn content(&self) -> Content {
        Content::of(self)
    }

    /// The next step of this author.
    pub fn edit(&self, author: Author, at: u64, act: Act) -> Edit {
        let last = self.log.last().map_or(0, |edit| edit.name.number);
        Edit { name: EditName { number: last.saturating_add(1), author }, at, act }
    }

    /// A write in a field, over all that stands there now. `types_on`: the person has not left the field since
    /// their last key, so that stays one step, unless somebody did something meanwhile.
    pub fn write(
        &self,
        (author, at): (Author, u64),
        (of, field): (Option<ChangeId>, Field),
        value: Value,
        types_on: bool,
    ) -> Edit {
        if let Some(last) = self.log.last().filter(|last| types_on && last.name.author == author)
            && let Act::Do(ops) = &last.act
            && let [Op::Set { of: was_of, field: was, over, .. }] = &ops[..]
            && (*was_of, *was) == (of, field)
        {
            let op = Op::Set { of, field, value, over: over.clone() };
            return Edit { name: last.name, at: at.max(last.at + 1), act: Act::Do(vec![op]) };
        }
        let content = self.content();
        let over = content.fields(of).map_or_else(Vec::new, |fields| fields.written(field));
        self.edit(author, at, Act::Do(vec![Op::Set { of, field, value, over }]))
    }

    /// A name for a new change of this author, and for those behind it.
    pub fn new_id(&self, author: Author) -> impl Iterator<Item = ChangeId> + use<> {
        let added = self.log.iter().flat_map(|edit| match &edit.act {
            Act::Do(ops) => &ops[..],
            Act::Undo(_) => &[],
        });
        let of_author = |op: &Op| match op {
            Op::Add(ChangeId(id)) if id.author == author => Some(id.number),
            _ => None,
        };
        let last = added.filter_map(of_author).max().unwrap_or(0);
        (last.saturating_add(1)..).map(move |number| ChangeId(Id { author, number }))
    }

    /// What takes back this author's last step.
    pub fn undo(&self, author: Author) -> Option<Act> {
        self.last_step(author).map(|edit| Act::Undo(edit.name))
    }

    /// What does the step again that was taken back last, unless something was done since.
    pub fn redo(&self, author: Author) -> Option<Act> {
        let counts = self.counting();
        let done = self.last_step(author).map(|edit| edit.name);
        let own = self
            .log
            .iter()
            .zip(counts)
            .rev()
            .filter(|(edit, is)| *is && edit.name.author == author);
        let undo = own.map(|(edit, _)| edit).find(|edit| match &edit.act {
            Act::Undo(name) => matches!(self.find(*name), Some(Edit { act: Act::Do(_), .. })),
            Act::Do(_) => false,
        })?;
        (done.is_none_or(|done| done < undo.name)).then_some(Act::Undo(undo.name))
    }

    fn last_step(&self, author: Author) -> Option<&Edit> {
        let counts = self.counting();
        let all = self.log.iter().zip(counts).rev().filter(|(_, counts)| *counts);
        let mut own = all.map(|(edit, _)| edit).filter(|edit| edit.name.author == author);
        own.find(|edit| matches!(edit.act, Act::Do(_)))
    }

    /// One edit.
    pub fn find(&self, name: EditName) -> Option<&Edit> {
        let place = self.log.binary_search_by_key(&name, |held| held.name).ok()?;
        Some(&self.log[place])
    }

    /// Whether each edit counts: nobody took it back who was not taken back themselves. Only what comes later
    /// can take something back, so one pass from the end tells.
    fn counting(&self) -> Vec<bool> {
        let mut counts = vec![true; self.log.len()];
        for at in (0..self.log.len()).rev() {
            let Act::Undo(name) = &self.log[at].act else { continue };
            if counts[at]
                && let Ok(place) = self.log[..at].binary_search_by_key(name, |held| held.name)
            {
                counts[place] = false;
            }
        }
        counts
    }

    /// The edits that count, in order.
    fn active(&self) -> impl Iterator<Item = &Edit> {
        self.log.iter().zip(self.counting()).filter(|(_, counts)| *counts).map(|(edit, _)| edit)
    }
}
