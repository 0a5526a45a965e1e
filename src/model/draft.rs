//! A draft: the log of everything anyone did to it, and what that adds up to.
//!
//! An [`Edit`] goes in, new [`Content`] comes out. Undo, saving, history and merging all walk this
//! one path: nothing changes the content but [`Draft::apply`].
//!
//! Each edit is known by its author and number, and tells what its author had seen. So the union
//! of two logs is a merge, in any order. Edits are never taken out of the log.
//!
//! Absent: who is allowed to edit, and any saved form (see [`wire`](super::wire)).

mod again;
mod beside;
mod bounds;
mod came_in;
mod change;
mod conflicts;
mod content;
mod copying;
mod did;
mod difference;
mod history;
mod moving;
mod places;
mod position;
mod publish;
mod reach;
mod read;
mod replay;
mod rewording;
mod rewritten;
mod same;
mod shown;
mod sound;
mod template;
mod told_apart;
mod undoing;

pub use again::newest;
pub use beside::{caret_in, merge};
pub use bounds::{HIGHEST_VERSION, LONGEST_DRAFT_TEXT, MOST_AT_ONCE, MOST_CHANGES, TooMuch};
pub use came_in::CameIn;
pub use change::{Act, Change, ChoicePart, Part, Place};
pub use conflicts::{Conflict, Item, Made, Side, Thing, Value};
pub use content::{
    Content, DraftChoice, DraftMeaning, DraftQuestion, Published, ReaderCheck, SetAside,
};
pub use copying::{Renamed, title_of_copy};
pub use did::{Did, Named, Spoken};
pub use history::{Step, StepId};
pub use position::Position;
pub use publish::{Problem, can_be_tested};
pub use read::{ReadPart, WhatTheyRead};
pub use rewording::Rewording;
pub use shown::Left;
pub use sound::Unsound;
pub use told_apart::{ALL_APART, SOME_APART, follows};

use super::id::{Author, ChoiceId, DraftSecret, Id, QuestionId, SurveyId};
use super::seal::PublicKey;
use core::cmp::Reverse;
use std::collections::BTreeSet;

/// One thing somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Who did it.
    pub author: Author,
    /// Which of their edits it is, from 1 with no gaps.
    pub number: u32,
    /// How often it was written anew. While a person types, one edit grows; the highest wins.
    pub revision: u32,
    /// When, in milliseconds since 1970 by the author's clock. Shown to people, never compared.
    pub at: u64,
    /// How many edits of each other author its author had seen, by author.
    pub seen: Vec<(Author, u32)>,
    /// What was done.
    pub act: Act,
    /// What its place said when its author began to type there, beside others who may have typed there too:
    /// see [`beside`]. `None` for all other acts, and for who works alone.
    pub was: Option<String>,
}

/// A survey that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    id: SurveyId,
    secret: DraftSecret,
    /// Sorted by [`Edit::order`], so equal logs are equal drafts.
    log: Vec<Edit>,
    content: Content,
}

/// Which edits a draft held at some time, in their order and without what they did. Much smaller than
/// the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held(Vec<(Order, u32)>);

/// See [`Edit::order`].
type Order = (u64, Author, u32);

impl Edit {
    /// A place in time that all devices agree on: whoever had seen more comes later. Two authors
    /// who had not seen each other are put in order of their names.
    fn order(&self) -> Order {
        let seen: u64 = self.seen.iter().map(|(_, count)| u64::from(*count)).sum();
        (seen + u64::from(self.number), self.author, self.number)
    }
}

impl Draft {
    /// An empty draft.
    pub fn new(id: SurveyId) -> Self {
        let secret = DraftSecret::default();
        Self { id, secret, log: Vec::new(), content: Content::default() }
    }

    /// The same draft with its secret: drawn when it is made, and read with it from then on.
    pub fn with_secret(self, secret: DraftSecret) -> Self {
        Self { secret, ..self }
    }

    /// A draft from a log that came from somewhere else. The order of the edits does not matter.
    ///
    /// # Errors
    /// When it is larger than any that people make.
    pub fn from_foreign_log(id: SurveyId, log: Vec<Edit>) -> Result<Self, TooMuch> {
        bounds::check(&log, core::iter::empty())?;
        Ok(Self::from_log(id, log))
    }

    /// A draft from its log. The order of the edits does not matter.
    pub fn from_log(id: SurveyId, edits: impl IntoIterator<Item = Edit>) -> Self {
        let mut draft = Self::new(id);
        draft.merge(edits);
        draft
    }

    /// Its id, which its published versions share.
    pub fn id(&self) -> SurveyId {
        self.id
    }

    /// What only those know who were given the draft.
    pub fn secret(&self) -> DraftSecret {
        self.secret
    }

    /// What it says now.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Everything that was ever done, in order.
    pub fn log(&self) -> &[Edit] {
        &self.log
    }

    /// True when it holds this edit, or a later revision of it.
    pub fn has(&self, edit: &Edit) -> bool {
        let place = self.log.binary_search_by_key(&edit.order(), Edit::order);
        place.is_ok_and(|place| self.log[place].revision >= edit.revision)
    }

    /// Which edits it holds.
    pub fn held(&self) -> Held {
        Held(self.log.iter().map(|edit| (edit.order(), edit.revision)).collect())
    }

    /// True when it holds all of these edits, or later revisions of them.
    pub fn holds(&self, held: &Held) -> bool {
        // Both are in order, so one walk is enough.
        let mut own = self.log.iter();
        held.0.iter().all(|(order, revision)| {
            let next = own.find(|edit| edit.order() >= *order);
            next.is_some_and(|edit| edit.order() == *order && edit.revision >= *revision)
        })
    }

    /// A print of all that participants would see: see
    /// [`Survey::print`](super::survey::Survey::print).
    pub fn print(&self) -> u64 {
        self.as_survey(0, PublicKey([0; 32])).print()
    }

    /// When somebody last changed it, in milliseconds since 1970. 0 when nobody has.
    pub fn changed_at(&self) -> u64 {
        self.log.iter().map(|edit| edit.at).max().unwrap_or(0)
    }

    /// The edit that would do this now.
    pub fn edit(&self, author: Author, at: u64, act: impl Into<Act>) -> Edit {
        let mut seen: Vec<(Author, u32)> = Vec::new();
        let mut number = 1;
        for edit in &self.log {
            if edit.author == author {
                number = number.max(edit.number.saturating_add(1));
            } else if let Some((_, count)) = seen.iter_mut().find(|(who, _)| *who == edit.author) {
                *count = edit.number.max(*count);
            } else {
                seen.push((edit.author, edit.number));
            }
        }
        seen.sort_unstable();
        Edit { author, number, revision: 0, at, seen, act: act.into(), was: None }
    }

    /// The last edit with other words, when it is this author's own typing in the same place.
    /// It keeps one step of undo, and one edit in the log, for one stretch of typing.
    pub fn retype(&self, author: Author, at: u64, change: &Change) -> Option<Edit> {
        let last = self.log.last().filter(|edit| edit.author == author)?;
        let act = Act::from(change.clone());
        // Once others have typed there too, what stands there is not this edit's alone.
        let typing_on = act.typed_in().is_some()
            && act.typed_in() == last.act.typed_in()
            && last.is_said_in(&self.content);
        typing_on.then(|| Edit {
            revision: last.revision.saturating_add(1),
            at,
            act,
            ..last.clone()
        })
    }

    /// Takes in one edit, whoever made it. Taking in the same edit again changes nothing.
    pub fn apply(&mut self, edit: Edit) {
        let newest = self.log.last().is_none_or(|last| last.order() < edit.order());
        match &edit.act {
            Act::Do(changes) if newest && edit.goes_on_from(&self.content) => {
                self.content.apply_all(changes);
                self.log.push(edit);
            }
            // The same sum as a merge, without walking the log at every key.
            Act::Do(changes) if self.is_typing_on(&edit) => {
                self.content.apply_all(changes);
                self.log.pop();
                self.log.push(edit);
            }
            _ => self.merge([edit]),
        }
    }

    /// True when the edit is the last one in the log with other words.
    fn is_typing_on(&self, edit: &Edit) -> bool {
        self.log.last().is_some_and(|last| {
            last.order() == edit.order()
                && last.revision < edit.revision
                && edit.was.is_none()
                && edit.act.typed_in().is_some()
                && edit.act.typed_in() == last.act.typed_in()
        })
    }

    /// Takes in every edit of another log. The order never matters, nor doing it twice.
    pub fn merge(&mut self, edits: impl IntoIterator<Item = Edit>) {
        // A later revision saw nothing new, so it has the same place in the order, and stays.
        self.log.extend(edits);
        self.log.sort_by_key(|edit| (edit.order(), Reverse(edit.revision)));
        self.log.dedup_by_key(|edit| edit.order());
        self.content = self.content_of(&self.log);
    }

    /// What undo would do for this author: take back the newest of their edits that still stands.
    pub fn undo(&self, author: Author) -> Option<Act> {
        self.undo_steps(author).0.last().map(|number| Act::Undo(*number))
    }

    /// What redo would do for this author. There is none once they did something new.
    pub fn redo(&self, author: Author) -> Option<Act> {
        self.undo_steps(author).1.last().map(|number| Act::Redo(*number))
    }

    /// Fresh ids for things that this author is about to make.
    pub fn fresh_ids(&self, author: Author) -> impl Iterator<Item = Id> + use<> {
        let made = self.log.iter().filter(|edit| edit.author == author);
        let used = made.map(|edit| edit.act.highest_id(author)).max().unwrap_or(0);
        (used + 1..).map(move |number| Id { author, number })
    }

    /// The numbers of an author's edits that undo and redo stand before, oldest first.
    fn undo_steps(&self, author: Author) -> (Vec<u32>, Vec<u32>) {
        let (mut done, mut undone) = (Vec::new(), Vec::new());
        for edit in self.log.iter().filter(|edit| edit.author == author) {
            match edit.act {
                Act::Undo(number) => {
                    done.retain(|step| *step != number);
                    undone.push(number);
                }
                Act::Redo(number) => {
                    undone.retain(|step| *step != number);
                    done.push(number);
                }
                // A name and what is only on record change nothing that people see: undo passes
                // over them.
                Act::Do(_) if edit.act.only_names() || edit.act.is_only_record() => {}
                Act::Do(_) => {
                    undone.clear();
                    done.push(edit.number);
                }
            }
        }
        (done, undone)
    }

    /// Every edit that its author took back.
    fn undone(&self) -> BTreeSet<StepId> {
        undone(self.log.iter())
    }

    /// A place for a question after `after`, or in front of all.
    pub fn question_position(&self, after: Option<QuestionId>) -> Position {
        position::position_after(&self.content.questions, |q| Some(q.id) == after, after.is_some())
    }

    /// Places for so many questions one behind the other, the first after `after`.
    pub fn question_positions(&self, after: Option<QuestionId>, count: usize) -> Vec<Position> {
        let first = self.question_position(after);
        let next = self.content.questions.iter().map(|question| &question.position);
        let next = next.filter(|position| **position > first).min();
        position::in_a_row(first, next).take(count).collect()
    }

    /// A place for a choice after `after`, or in front of all.
    pub fn choice_position(&self, question: QuestionId, after: Option<ChoiceId>) -> Position {
        let choices = self.content.question(question).map_or(&[][..], |q| &q.choices);
        position::position_after(choices, |c| Some(c.id) == after, after.is_some())
    }
}

/// Every edit of a log that its author took back.
fn undone<'a>(log: impl IntoIterator<Item = &'a Edit>) -> BTreeSet<StepId> {
    let mut undone = BTreeSet::new();
    for edit in log {
        match edit.act {
            Act::Undo(number) => undone.insert((edit.author, number)),
            Act::Redo(number) => undone.remove(&(edit.author, number)),
            Act::Do(_) => false,
        };
    }
    undone
}
