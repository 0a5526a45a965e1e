//! A survey to start from that an organiser made themselves and keeps on their computer.
//!
//! Absent: the ready-made ones (see [`ready_made`](super::ready_made)), and where they are kept.

use super::draft::Draft;
use super::id::SurveyId;
use super::phrase::{NO_TITLE, or};
use super::seal::PublicKey;

/// Most letters of a name.
pub const LONGEST_NAME: usize = 100;

/// A survey to start from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTemplate {
    /// What it is called in the list: never empty.
    pub name: String,
    /// What a survey that is made from it says: see [`Draft::as_template`]. Its id is the template's.
    pub draft: Draft,
}

impl OwnTemplate {
    /// A template of this draft, called by its title.
    pub fn new(draft: Draft) -> Self {
        let name = tidy(&or(&draft.content().title, NO_TITLE));
        Self { name, draft }
    }

    /// The same under another name. `None` for a name without letters.
    pub fn renamed(&self, name: &str) -> Option<Self> {
        let name = tidy(name);
        (!name.is_empty()).then(|| Self { name, draft: self.draft.clone() })
    }

    /// A new survey with this id that says the same.
    pub fn begin(&self, id: SurveyId) -> Draft {
        Draft::from_log(id, self.draft.log().iter().cloned())
    }

    /// How many questions people answer, without the one about help.
    pub fn asked(&self) -> usize {
        self.draft.content().questions.iter().filter(|question| question.kind.asks()).count()
    }

    /// About how many minutes it takes people.
    pub fn minutes(&self) -> usize {
        self.draft.as_survey(0, PublicKey([0; 32])).minutes()
    }
}

/// One line, without the spaces round it and not too long.
fn tidy(name: &str) -> String {
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(LONGEST_NAME).collect::<String>().trim_end().to_owned()
}
