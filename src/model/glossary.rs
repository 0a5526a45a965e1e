//! Words we agree: what the words mean that all surveys of one browser share.
//!
//! The terms of the program come from a file of our own; a group changes them, adds some and removes some. What
//! the group did is a log of edits that merges as a union (see [`log`](super::log)), so that two tabs and two
//! computers end with the same words. What two people wrote apart has both texts until a person picks one.
//!
//! Absent: the words on the screen, a clock, random numbers, and where it is kept.

mod bounds;
mod content;
mod start;
mod table;
mod used;

pub use super::log::{EditName, Written};
pub use bounds::{LONGEST_FIELD, MOST_ALSO, MOST_EDITS, MOST_OPS, MOST_TERMS, is_sound};
pub use content::{Content, Term, key};
pub use start::{Start, starts};
pub use table::{BadRow, BadTable, Brings, HEADS, Remark, Row, Table, cells, read};
pub use used::{Offer, Other, as_meaning, offers, others, strays, use_counts, uses};

use super::easy_read::{self, Finding, Known, Severity};
use super::id::Author;
use super::log::{self, Log};

/// Most words of a meaning: about two short sentences.
pub const MOST_WORDS: usize = 25;

/// Names a term. Those of the program are small numbers, those of a group are random 64 bits. Drafts name
/// them too: see [`DraftMeaning`](super::draft::DraftMeaning).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(pub u64);

/// One step that a person took.
pub type Edit = log::Edit<Op>;

/// What a step does.
pub type Act = log::Act<Op>;

/// A part of a term. New ones are only ever put at the end: saved forms name them by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The word itself.
    Word,
    /// What it means.
    Meaning,
    /// What it is not: what people often take it for.
    IsNot,
    /// The name of a picture.
    Picture,
    /// Other names for the same, with commas between.
    Also,
}

impl Field {
    /// Every part, in the order that saved forms number them.
    pub const ALL: [Field; 5] =
        [Field::Word, Field::Meaning, Field::IsNot, Field::Picture, Field::Also];
}

/// One thing that a step does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Op {
    /// A new term.
    Add(TermId),
    /// No longer this term, also where it is one of the program.
    Remove(TermId),
    /// Write in a part of a term.
    Set { of: TermId, field: Field, text: String, over: Vec<Written> },
    /// Some people agreed to a meaning.
    Agree(TermId, Agreed),
    /// That was not so: the edit that said it, and which of its things.
    Forget(EditName, u32),
}

/// That some people agreed to what a word means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Agreed {
    /// Who, by role.
    pub who: String,
    /// When, in days since 1970-01-01.
    pub day: u32,
    /// The meaning that they agreed to. It may have changed since.
    pub meaning: String,
}

/// What a group did with the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    log: Log<Op>,
}

impl Glossary {
    /// The record with these edits, in any order.
    pub fn from_log(edits: impl IntoIterator<Item = Edit>) -> Self {
        let mut glossary = Self::default();
        glossary.merge(edits);
        glossary
    }

    /// Every edit, in order. Empty while the words are those of the program.
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

    /// What the words mean now.
    pub fn content(&self) -> Content {
        Content::of(self)
    }

    /// The next step of this author.
    pub fn edit(&self, author: Author, at: u64, act: Act) -> Edit {
        self.log.next(author, at, act)
    }

    /// A write in a part of a term, over all that stands there now. `types_on`: the person has not left the
    /// field since their last key, so that stays one step, unless somebody did something meanwhile.
    pub fn write(
        &self,
        (author, at): (Author, u64),
        (of, field): (TermId, Field),
        text: String,
        types_on: bool,
    ) -> Edit {
        if types_on
            && let Some((last, Op::Set { of: was_of, field: was, over, .. })) =
                self.log.lengthens(author)
            && (*was_of, *was) == (of, field)
        {
            let op = Op::Set { of, field, text, over: over.clone() };
            return Edit { name: last.name, at: at.max(last.at + 1), act: Act::Do(vec![op]) };
        }
        let op = self.content().set(of, field, text);
        self.edit(author, at, Act::Do(vec![op]))
    }

    /// What takes back this author's last step.
    pub fn undo(&self, author: Author) -> Option<Act> {
        self.log.undo(author)
    }

    /// What does the step again that was taken back last, unless something was done since.
    pub fn redo(&self, author: Author) -> Option<Act> {
        self.log.redo(author)
    }

    /// True for a name that a new word can have: nobody removed a word of this name. What was removed stays so.
    pub fn is_free(&self, id: TermId) -> bool {
        self.log.done().all(|op| !matches!(op, Op::Remove(gone) if *gone == id))
    }

    /// One edit.
    pub fn find(&self, name: EditName) -> Option<&Edit> {
        self.log.find(name)
    }

    /// The meanings that a term had, the newest first: who wrote each, and when in milliseconds since 1970.
    pub fn history(&self, of: TermId) -> Vec<(Author, u64, &str)> {
        let mut all = Vec::new();
        for edit in self.log.active() {
            let Act::Do(ops) = &edit.act else { continue };
            for op in ops {
                match op {
                    Op::Set { of: term, field: Field::Meaning, text, .. } if *term == of => {
                        all.push((edit.name.author, edit.at, text.as_str()));
                    }
                    _ => {}
                }
            }
        }
        all.reverse();
        all
    }
}

/// How many words a text has.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// What could be easier to read in a meaning, or in what a word is not. The word itself and its other names are
/// not hard there: they are what is explained.
pub fn advice(term: &Term, text: &str) -> Vec<Finding> {
    advice_knowing(text, &Known::of_words(term.names()))
}

fn advice_knowing(text: &str, known: &Known) -> Vec<Finding> {
    let mut found = easy_read::in_text_knowing(text, known);
    found.retain(|finding| finding.severity > Severity::Note);
    found
}
