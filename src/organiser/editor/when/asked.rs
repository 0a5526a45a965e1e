//! What a person can do to a condition: add tests and groups, and take them out. Where the focus
//! goes then.

use super::rows::{At, Row, Rows, first_test};
use super::test_row::source_id;
use super::when_id;
use crate::browser::page;
use crate::model::draft::Content;
use crate::model::id::QuestionId;
use crate::model::survey::{Check, Group, Test};
use crate::organiser::editor::controls::Options;
use crate::organiser::editor::earlier;
use crate::organiser::state::Desk;
use leptos::prelude::*;

/// The condition on the desk in rows, and the one way to change it.
#[derive(Clone, Copy)]
pub struct Asked {
    pub desk: Desk,
    pub question: QuestionId,
    pub rows: Memo<Rows>,
    /// The questions that a test can be about. One list for all tests: it may be long.
    pub sources: Memo<Options>,
}

/// The id of "Always".
pub fn always_id(question: QuestionId) -> String {
    format!("{}-always", when_id(question))
}

/// The id of "Add a test".
pub fn add_test_id(question: QuestionId) -> String {
    format!("{}-add", when_id(question))
}

impl Asked {
    /// Changes the rows, as one step of undo.
    pub fn change(&self, change: impl FnOnce(&mut Rows)) {
        let mut rows = self.rows.get_untracked();
        change(&mut rows);
        self.desk.ask_if(self.question, rows.condition());
    }

    /// Adds a test, or a group of two, and puts the focus in it.
    pub fn add(&self, group: bool) {
        let Some(test) = self.next_test() else {
            self.desk.tell("There is no question before this one to use in a condition.");
            return;
        };
        let row = self.rows.with_untracked(|rows| rows.rows.len());
        self.change(|rows| {
            if rows.rows.is_empty() {
                rows.all = true;
            }
            rows.rows.push(if group {
                let other = self.desk.draft.with_untracked(|d| other_test(d.content(), test));
                Row::Group(Group { all: false, tests: vec![test, other] })
            } else {
                Row::Test(test)
            });
        });
        page::focus_soon(&source_id(self.question, At { row, place: group.then_some(0) }));
    }

    /// Adds a test to a group, and puts the focus in it.
    pub fn add_in_group(&self, row: usize) {
        let Some(test) = self.next_test() else { return };
        let place = self.rows.with_untracked(|rows| rows.group(row).map_or(0, |g| g.tests.len()));
        self.change(|rows| rows.change_group(row, |group| group.tests.push(test)));
        page::focus_soon(&source_id(self.question, At { row, place: Some(place) }));
    }

    /// Takes out a group with all its tests.
    pub fn remove_group(&self, row: usize) {
        self.change(|rows| rows.change_group(row, |group| group.tests.clear()));
        self.after_removal("The group is removed.");
    }

    /// Takes out a test.
    pub fn remove(&self, at: At) {
        self.change(|rows| rows.set(at, None));
        self.after_removal("The condition is removed.");
    }

    /// What had the focus is gone: it goes to what is left.
    fn after_removal(&self, text: &str) {
        let is_empty = self.rows.with_untracked(|rows| rows.rows.is_empty());
        let next = if is_empty { always_id } else { add_test_id };
        page::focus_soon(&next(self.question));
        self.desk.tell_undoable(text.to_owned());
    }

    /// A test of the closest earlier question.
    fn next_test(&self) -> Option<Test> {
        self.desk.draft.with_untracked(|draft| {
            let content = draft.content();
            let source = earlier::testable(content, self.question).last()?;
            Some(first_test(content, source))
        })
    }
}

/// A test of the same question for its next choice: what stands beside this one in a new group.
fn other_test(content: &Content, test: Test) -> Test {
    let choices = content.question(test.question).into_iter().flat_map(|q| q.offered());
    let next = choices.map(|choice| choice.id).nth(1);
    match (test.check, next) {
        (Check::Is(_), Some(next)) => Test { check: Check::Is(next), ..test },
        _ => test,
    }
}
