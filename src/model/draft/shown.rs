//! Which problems a person is shown: not those of what they have only just put in.
//!
//! A failed try to publish shows all there is. What is added afterwards is not wrong yet, only not
//! written: its problems show at the next try.

use super::{Content, Item, Problem};
use std::collections::BTreeSet;

/// What a person has seen the problems of: what was there at the last try.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left(BTreeSet<Item>);

impl Left {
    /// All that is there: somebody tries to publish.
    pub fn all(content: &Content) -> Self {
        let questions = content.questions.iter().flat_map(|question| {
            let choices = question.choices.iter().map(|c| Item::Choice(question.id, c.id));
            core::iter::once(Item::Question(question.id)).chain(choices)
        });
        let meanings = content.meanings.iter().map(|meaning| Item::Meaning(meaning.id));
        Self(questions.chain(meanings).collect())
    }

    /// Those of the problems that show.
    pub fn shown(&self, problems: &[Problem]) -> Vec<Problem> {
        let knows = |problem: &&Problem| problem.item().is_none_or(|item| self.0.contains(&item));
        problems.iter().filter(knows).copied().collect()
    }
}

impl Problem {
    /// What it is a problem of. `None` for what every survey has.
    fn item(self) -> Option<Item> {
        self.place().and_then(|place| place.item())
    }
}
