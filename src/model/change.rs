//! What difference it made: for each thing that people said, what came of it.
//!
//! Like a draft, the record of changes of one survey *is* its log of edits, which merges as a union (see
//! [`log`](super::log)). A field that two people wrote apart has both texts until a person picks one: each
//! write names those that it takes the place of.
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

pub use super::log::{EditName, Written};
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
use super::log::{self, Log};
use super::review::NoteName;

/// Names a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeId(pub Id);

/// One step that a person took in the record.
pub type Edit = log::Edit<Op>;

/// What a step does.
pub type Act = log::Act<Op>;

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
    log: Log<Op>,
}

impl Changes {
    /// An empty record.
    pub fn new(survey: SurveyId) -> Self {
        Self { survey, log: Log::default() }
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
        self.log.edits()
    }

    /// Takes in one edit. True when that is news.
    pub fn apply(&mut self, edit: Edit) -> bool {
        self.log.apply(edit)
    }

    /// Takes in edits: a union, where of two with one name the later stays. True when there is news.
    pub fn merge(&mut self, edits: impl IntoIterator<Item = Edit>) -> bool {
        self.log.merge(edits)
    }

    /// What it says now.
    pub fn content(&self) -> Content {
        Content::of(self)
    }

    /// The next step of this author.
    pub fn edit(&self, author: Author, at: u64, act: Act) -> Edit {
        self.log.next(author, at, act)
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
        if types_on
            && let Some((last, Op::Set { of: was_of, field: was, over, .. })) =
                self.log.lengthens(author)
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
        let of_author = |op: &Op| match op {
            Op::Add(ChangeId(id)) if id.author == author => Some(id.number),
            _ => None,
        };
        let last = self.log.done().filter_map(of_author).max().unwrap_or(0);
        (last.saturating_add(1)..).map(move |number| ChangeId(Id { author, number }))
    }

    /// What takes back this author's last step.
    pub fn undo(&self, author: Author) -> Option<Act> {
        self.log.undo(author)
    }

    /// What does the step again that was taken back last, unless something was done since.
    pub fn redo(&self, author: Author) -> Option<Act> {
        self.log.redo(author)
    }

    /// One edit.
    pub fn find(&self, name: EditName) -> Option<&Edit> {
        self.log.find(name)
    }

    /// The edits that count, in order.
    fn active(&self) -> impl Iterator<Item = &Edit> {
        self.log.active()
    }
}
