//! A condition as the editor shows it: rows, each a test or a group of tests.
//!
//! A group of one test is a row by itself. So "all of these" or "any of these" is only asked where
//! there is more than one thing to join.

use crate::model::draft::{Content, can_be_tested};
use crate::model::id::QuestionId;
use crate::model::limit::Hundredths;
use crate::model::survey::{Check, Condition, Group, Kind, Test};

/// A condition in rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// True when each row must hold; false when one is enough.
    pub all: bool,
    /// None for what is always asked.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// One test.
    Test(Test),
    /// Several that stand together.
    Group(Group),
}

/// Where a test stands: its row, and its place in that row's group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct At {
    pub row: usize,
    pub place: Option<usize>,
}

impl Rows {
    /// The rows of a condition. Several tests in one group are rows of their own.
    pub fn of(condition: &Condition) -> Self {
        let row = |group: &Group| match group.tests.as_slice() {
            [test] => Row::Test(*test),
            _ => Row::Group(group.clone()),
        };
        match condition.groups.as_slice() {
            [group] => {
                let rows = group.tests.iter().map(|test| Row::Test(*test)).collect();
                Self { all: group.all, rows }
            }
            groups => Self { all: condition.all, rows: groups.iter().map(row).collect() },
        }
    }

    /// The condition that these rows make.
    pub fn condition(self) -> Condition {
        let is_test = |row: &Row| matches!(row, Row::Test(_));
        let all = self.all;
        if !self.rows.is_empty() && self.rows.iter().all(is_test) {
            let tests = self.rows.iter().flat_map(Row::tests).copied().collect();
            return Condition { all: true, groups: vec![Group { all, tests }] };
        }
        let group = |row: Row| match row {
            Row::Test(test) => Some(Group { all: true, tests: vec![test] }),
            Row::Group(group) => Some(group).filter(|group| !group.tests.is_empty()),
        };
        Condition { all, groups: self.rows.into_iter().filter_map(group).collect() }
    }

    /// The test at this spot.
    pub fn test(&self, at: At) -> Option<Test> {
        match (self.rows.get(at.row)?, at.place) {
            (Row::Test(test), None) => Some(*test),
            (Row::Group(group), Some(place)) => group.tests.get(place).copied(),
            _ => None,
        }
    }

    /// Puts another test at this spot, or takes the one there out.
    pub fn set(&mut self, at: At, test: Option<Test>) {
        match (self.rows.get_mut(at.row), at.place, test) {
            (Some(Row::Test(old)), None, Some(test)) => *old = test,
            (Some(Row::Test(_)), None, None) => _ = self.rows.remove(at.row),
            (Some(Row::Group(group)), Some(place), Some(test)) => {
                if let Some(old) = group.tests.get_mut(place) {
                    *old = test;
                }
            }
            (Some(Row::Group(group)), Some(place), None) if place < group.tests.len() => {
                group.tests.remove(place);
            }
            _ => {}
        }
    }

    /// What people call the test at this spot: its number among all tests, from 1.
    pub fn number(&self, at: At) -> usize {
        let before = self.rows.iter().take(at.row).flat_map(Row::tests).count();
        before + at.place.unwrap_or(0) + 1
    }

    /// What people call the group in this row: its number among all groups, from 1.
    pub fn group_number(&self, row: usize) -> usize {
        let is_group = |row: &&Row| matches!(row, Row::Group(_));
        self.rows.iter().take(row).filter(is_group).count() + 1
    }

    /// The group in this row.
    pub fn group(&self, row: usize) -> Option<&Group> {
        match self.rows.get(row) {
            Some(Row::Group(group)) => Some(group),
            _ => None,
        }
    }

    /// Changes the group in this row.
    pub fn change_group(&mut self, row: usize, change: impl FnOnce(&mut Group)) {
        if let Some(Row::Group(group)) = self.rows.get_mut(row) {
            change(group);
        }
    }
}

impl Row {
    fn tests(&self) -> &[Test] {
        match self {
            Row::Test(test) => core::slice::from_ref(test),
            Row::Group(group) => &group.tests,
        }
    }
}

/// The test of a question's answer that is offered first.
pub fn first_test(content: &Content, question: QuestionId) -> Test {
    let check = content.question(question).map_or(Check::Answered, |found| {
        let choice = found.offered().next();
        match found.kind {
            Kind::Number => Check::MoreThan(Hundredths(0)),
            _ => choice.map_or(Check::Answered, |choice| Check::Is(choice.id)),
        }
    });
    keep_check(content, Test { question, check }, Check::Answered)
}

/// The test with its check where the question's answer can be tested so. Otherwise with another.
pub fn keep_check(content: &Content, test: Test, other: Check) -> Test {
    let fits = content
        .question(test.question)
        .is_some_and(|found| can_be_tested(&found.as_question(), test.check));
    if fits { test } else { Test { check: other, ..test } }
}
