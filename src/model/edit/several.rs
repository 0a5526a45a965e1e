//! Several questions at once: those that a person ticked in the outline.

use super::questions::depended;
use super::{Card, Edited, Focus};
use crate::model::draft::{Change, Content, Draft};
use crate::model::id::{Author, QuestionId};
use std::collections::BTreeSet;

/// Deletes all of these. The open card stays, unless it is one of them.
pub fn remove(draft: &Draft, ids: &BTreeSet<QuestionId>, open: Card) -> Edited {
    let content = draft.content();
    let all: Vec<QuestionId> = content.questions.iter().map(|question| question.id).collect();
    let first = all.iter().position(|id| ids.contains(id)).unwrap_or(0);
    let left = || all.iter().enumerate().filter(|(_, id)| !ids.contains(id));
    let next = left().find(|(place, _)| *place > first).or_else(|| left().next_back());
    let next = next.map(|(_, id)| *id);
    let gone = match ids.len() {
        1 => "1 question is deleted.".to_owned(),
        count => format!("{count} questions are deleted."),
    };
    let is_gone = open.question().is_some_and(|open| ids.contains(&open));
    Edited {
        open: is_gone.then(|| next.map_or(Card::Welcome, Card::Question)),
        focus: next.map_or(Focus::SelectSeveral, Focus::Outline),
        ..Edited::only(ids.iter().map(|id| Change::RemoveQuestion(*id)).collect())
    }
    .saying(gone + &depended(content.leaning_on(ids)))
}

/// Adds copies of all of these after the last of them: what that does, and the copies.
pub fn copy(
    draft: &Draft,
    author: Author,
    ids: &BTreeSet<QuestionId>,
) -> (Edited, BTreeSet<QuestionId>) {
    let (copies, changes) = draft.copy(author, &ids.iter().copied().collect::<Vec<_>>());
    // Sections and pages are among them.
    let said = match copies.len() {
        1 => "It is copied".to_owned(),
        count => format!("All {count} are copied"),
    };
    let said = format!("{said}. What is selected now are the copies.");
    (Edited::only(changes).saying(said), copies.into_iter().collect())
}

/// All from one question to another, whichever comes first. Empty when one of them is gone.
pub fn between(content: &Content, one: QuestionId, other: QuestionId) -> Vec<QuestionId> {
    let place = |id| content.questions.iter().position(|question| question.id == id);
    let (Some(one), Some(other)) = (place(one), place(other)) else { return Vec::new() };
    content.questions[one.min(other)..=one.max(other)].iter().map(|q| q.id).collect()
}
