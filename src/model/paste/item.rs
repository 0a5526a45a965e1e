//! A question or a section while its lines are read.

use super::line::Title;
use super::mark::Number;
use super::remark::{self, How};

pub(super) struct Item {
    /// The line where it begins, from 1.
    pub line: usize,
    pub text: String,
    pub number: Option<Number>,
    pub choices: Vec<String>,
    /// What remarks in it and below it ask for.
    pub hows: Vec<How>,
    pub section: Option<Title>,
    /// How many lines to write on follow it.
    pub write: usize,
    /// True when it has boxes for a day, a month and a year.
    pub is_day: bool,
}

impl Item {
    pub(super) fn of(line: usize, text: String) -> Self {
        let (bare, hows) = remark::without(&text);
        let text = if bare.is_empty() { text } else { bare };
        Self {
            line,
            text,
            number: None,
            choices: Vec::new(),
            hows,
            section: None,
            write: 0,
            is_day: false,
        }
    }

    /// True for a question by its sign.
    pub(super) fn asks(&self) -> bool {
        self.text.contains(['?', '؟', '？', '՞'])
    }

    /// True when a remark says how many to pick.
    pub(super) fn says_how(&self) -> bool {
        self.hows.iter().any(|how| *how != How::Optional)
    }

    /// True when this can be one of its choices. A title with a colon turns into a question then.
    pub(super) fn can_take(&self, choice: &str) -> bool {
        !choice.ends_with(['?', '؟']) && self.section != Some(Title::Plain)
    }

    /// True when a row of choices can be its own.
    pub(super) fn takes_row(&self) -> bool {
        self.section != Some(Title::Plain) && self.write == 0
    }

    /// Adds a choice.
    pub(super) fn add(&mut self, choice: String) {
        self.section = None;
        self.choices.push(choice);
    }
}
