//! The tools of the editor, and what is typed in them. A leaf, so that the state can say which is open.

use crate::model::paste::{LeftOut, Row};
use leptos::prelude::*;

/// A tool that opens in a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Questions to pick from.
    ReadyMade,
    /// Equality questions for a nation.
    AboutYou,
    /// A list of questions from somewhere else.
    PasteQuestions,
    /// What was done, and named versions.
    History,
    /// The keys.
    Shortcuts,
}

/// What a person has typed in a tool and not used yet. Escape, a press beside the dialog and "Close" keep it: it is
/// there when the tool opens again.
#[derive(Clone, Copy)]
pub struct Unused {
    /// A list of questions, how it was understood, and what of it becomes no question.
    pub list: RwSignal<String>,
    pub rows: RwSignal<Vec<Row>>,
    pub left_out: RwSignal<Vec<LeftOut>>,
    /// The name of a version.
    pub version: RwSignal<String>,
}

impl Unused {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            list: RwSignal::new(String::new()),
            rows: RwSignal::new(Vec::new()),
            left_out: RwSignal::new(Vec::new()),
            version: RwSignal::new(String::new()),
        }
    }

    /// The list is in the survey now.
    pub fn forget_list(self) {
        self.list.set(String::new());
        self.rows.set(Vec::new());
        self.left_out.set(Vec::new());
    }

    /// Another survey is on the desk.
    pub fn forget(self) {
        self.forget_list();
        self.version.set(String::new());
    }
}
