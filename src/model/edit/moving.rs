//! Moving questions and whole sections: by one place, to an end, or anywhere. Each move says the new place.

use super::{Edited, Focus, Said};
use crate::model::draft::{Change, Content, Draft, Place};
use crate::model::id::QuestionId;
use crate::model::phrase;
use crate::model::survey::Kind;
use std::collections::BTreeSet;

/// What a move does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// The edit.
    pub edited: Edited,
    /// The section that the first of the questions came into, which must not hide it.
    pub into: Option<QuestionId>,
}

/// Moves each of these one place up or down.
pub fn step(draft: &Draft, ids: &BTreeSet<QuestionId>, down: bool) -> Moved {
    moved(draft.content(), ids, draft.step_questions(ids, down))
}

/// Moves these after another question, or in front of all.
pub fn to_after(draft: &Draft, ids: &BTreeSet<QuestionId>, after: Option<QuestionId>) -> Moved {
    moved(draft.content(), ids, draft.move_questions(ids, after))
}

/// Moves a question to the start or the end of the survey.
pub fn to_end(draft: &Draft, id: QuestionId, down: bool) -> Moved {
    let last = draft.content().questions.last().filter(|_| down).map(|question| question.id);
    to_after(draft, &BTreeSet::from([id]), last)
}

/// Moves a section with all that is in it past the one before or after it.
pub fn step_section(draft: &Draft, title: QuestionId, down: bool) -> Moved {
    match draft.content().section_step(title, down) {
        Some(after) => to_after(draft, &with_section(draft.content(), title), after),
        None => Moved::default(),
    }
}

/// What moves when this is dragged: a question alone, the title of a section with the section.
pub fn with_section(content: &Content, id: QuestionId) -> BTreeSet<QuestionId> {
    let is_title = content.question(id).is_some_and(|question| question.kind == Kind::Section);
    if is_title { content.section(Some(id)) } else { vec![id] }.into_iter().collect()
}

/// What a drop after a line comes after. The title of a folded section stands for all of it.
pub fn drop_after(content: &Content, line: QuestionId, is_folded: bool) -> QuestionId {
    let section = is_folded.then(|| content.section(Some(line)));
    section.and_then(|ids| ids.last().copied()).unwrap_or(line)
}

/// True where something may be dropped. A section never goes into another.
pub fn may_drop(content: &Content, id: QuestionId, after: Option<QuestionId>) -> bool {
    if content.question(id).is_none_or(|question| question.kind != Kind::Section) {
        return true;
    }
    let place = content.questions.iter().position(|question| Some(question.id) == after);
    let next = content.questions.get(place.map_or(0, |place| place + 1));
    next.is_none_or(|next| next.kind == Kind::Section)
}

/// Makes the changes, and says where the first of the questions is then.
fn moved(content: &Content, ids: &BTreeSet<QuestionId>, changes: Vec<Change>) -> Moved {
    let now = order(content, &[]);
    let then = order(content, &changes);
    let (Some(before), Some(after)) = (Stand::of(&now, ids), Stand::of(&then, ids)) else {
        return Moved::default();
    };
    if changes.is_empty() {
        return Moved::default();
    }
    let text = after.said_since(&before, content, ids.len());
    let said = Some(Said { text, offers_undo: false });
    Moved {
        edited: Edited { said, focus: Focus::Held, ..Edited::only(changes) },
        into: after.section.filter(|_| before.section != after.section),
    }
}

/// The questions in the order that they have after some moves.
fn order(content: &Content, moves: &[Change]) -> Vec<(QuestionId, Kind)> {
    let moved_to = |id| {
        moves.iter().rev().find_map(|change| match change {
            Change::MoveQuestion { question, to } if *question == id => Some(to),
            _ => None,
        })
    };
    let mut all: Vec<_> = content
        .questions
        .iter()
        .map(|question| {
            (moved_to(question.id).unwrap_or(&question.position), question.id, question.kind)
        })
        .collect();
    all.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    all.into_iter().map(|(_, id, kind)| (id, kind)).collect()
}

/// Where the first of some questions stands.
struct Stand {
    /// The title of its section.
    section: Option<QuestionId>,
    /// From 1, pages counted too.
    place: usize,
    /// From 1, as participants see it.
    number: Option<usize>,
}

impl Stand {
    fn of(order: &[(QuestionId, Kind)], ids: &BTreeSet<QuestionId>) -> Option<Self> {
        let at = order.iter().position(|(id, _)| ids.contains(id))?;
        let until = &order[..=at];
        let asked = until.iter().filter(|(_, kind)| kind.asks()).count();
        Some(Self {
            section: until.iter().rfind(|(_, kind)| *kind == Kind::Section).map(|(id, _)| *id),
            place: at + 1,
            number: order[at].1.asks().then_some(asked),
        })
    }

    /// "Moved to “Your home”. Now question 7 of 16." Past a page, a question keeps its number: then
    /// its place is said.
    fn said_since(&self, before: &Self, content: &Content, moved: usize) -> String {
        let where_to = match self.section {
            section if section == before.section => String::new(),
            None => " to before the sections".to_owned(),
            Some(title) if before.section.is_none() || self.number.is_some() => {
                format!(" to {}", phrase::quoted(&title_of(content, title)))
            }
            Some(_) => String::new(),
        };
        let all = content.questions.len();
        let asked = content.questions.iter().filter(|question| question.kind.asks()).count();
        let (what, at, of) = match self.number {
            Some(number) if self.number != before.number || all == asked => {
                ("question", number, asked)
            }
            _ => ("place", self.place, all),
        };
        match moved {
            1 => format!("Moved{where_to}. Now {what} {at} of {of}."),
            _ => format!("{moved} moved{where_to}. The first is now {what} {at} of {of}."),
        }
    }
}

/// What a section is called.
pub fn title_of(content: &Content, title: QuestionId) -> String {
    phrase::or(content.text(Place::Question(title)).unwrap_or_default(), phrase::NO_WORDS)
}
