//! What a decision changed: the words before and after, for the record of the making.

use super::change::{Act, Change, Place};
use super::{Content, Draft};
use crate::model::id::QuestionId;
use crate::model::review::{NoteName, Recorded, Verdict};
use std::collections::BTreeMap;

/// What somebody's note led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewording {
    /// What it said before. Empty for something new.
    pub before: String,
    /// What it said after.
    pub after: String,
}

impl Draft {
    /// The last words of a question, also of one that is gone.
    pub fn last_words(&self, question: QuestionId) -> Option<&str> {
        let own = Place::Question(question);
        let changes = self.log.iter().rev().filter_map(|edit| match &edit.act {
            Act::Do(changes) => Some(changes.iter().rev()),
            Act::Undo(_) | Act::Redo(_) => None,
        });
        changes.flatten().find_map(|change| match change {
            Change::SetText { place, text } if *place == own => Some(text.as_str()),
            Change::AddQuestion(added) if added.id == question => Some(added.text.as_str()),
            _ => None,
        })
    }

    /// The words that were changed in one step with a decision, by the note that it was about. What
    /// was taken back is not in it, nor what was declined later.
    pub fn rewordings(&self) -> BTreeMap<NoteName, Rewording> {
        let undone = self.undone();
        let mut content = Content::default();
        let mut found = BTreeMap::new();
        for edit in &self.log {
            let (Act::Do(changes), false) =
                (&edit.act, undone.contains(&(edit.author, edit.number)))
            else {
                continue;
            };
            let decided = changes.iter().find_map(|change| match change {
                Change::Record(Recorded::Decision(decision)) => {
                    Some((decision.note, decision.verdict))
                }
                _ => None,
            });
            let change = changes.iter().find_map(|change| match change {
                Change::SetText { place, text } => {
                    let before = content.text(*place).unwrap_or_default().to_owned();
                    Some(Rewording { before, after: text.clone() })
                }
                Change::AddQuestion(question) => Some(added(&question.text)),
                Change::AddChoices { choices, .. } => Some(added(&choices.first()?.choice.text)),
                _ => None,
            });
            match (decided, change) {
                (Some((note, _)), Some(change)) => _ = found.insert(note, change),
                (Some((note, Verdict::Declined)), None) => _ = found.remove(&note),
                _ => {}
            }
            content.apply_all(changes);
        }
        found
    }
}

fn added(text: &str) -> Rewording {
    Rewording { before: String::new(), after: text.to_owned() }
}
