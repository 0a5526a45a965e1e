//! Moving questions, one or many, as the changes of one step.
//!
//! Ids and a place in, [`Change`]s out. Nothing comes out when all would stay as it is.

use super::position::{self, Placed};
use super::{Change, Content, Draft, Position};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::piping::{self, Piece};
use crate::model::survey::Kind;
use std::collections::BTreeSet;

/// Where a question stands while some are moved.
struct Stand {
    id: QuestionId,
    position: Position,
}

impl Placed for Stand {
    fn position(&self) -> &Position {
        &self.position
    }
}

/// The order as it comes to be, and what makes it so.
struct Order {
    stands: Vec<Stand>,
    changes: Vec<Change>,
}

impl Order {
    fn of(content: &Content) -> Self {
        let stand = |q: &super::DraftQuestion| Stand { id: q.id, position: q.position.clone() };
        Self { stands: content.questions.iter().map(stand).collect(), changes: Vec::new() }
    }

    fn place(&self, id: QuestionId) -> Option<usize> {
        self.stands.iter().position(|stand| stand.id == id)
    }

    /// Puts a question right behind another, or in front of all.
    fn put(&mut self, id: QuestionId, after: Option<QuestionId>) {
        let Some(place) = self.place(id) else { return };
        let before = place.checked_sub(1).map(|before| self.stands[before].id);
        if before == after {
            return;
        }
        self.stands.remove(place);
        let is_it = |stand: &Stand| Some(stand.id) == after;
        let to = position::position_after(&self.stands, is_it, after.is_some());
        self.stands.push(Stand { id, position: to.clone() });
        self.stands.sort_by(|a, b| (&a.position, a.id).cmp(&(&b.position, b.id)));
        self.changes.push(Change::MoveQuestion { question: id, to });
    }
}

impl Draft {
    /// Puts these questions behind `after`, or in front of all, in the order that they have. When
    /// `after` is one of them, behind what comes before it.
    pub fn move_questions(
        &self,
        ids: &BTreeSet<QuestionId>,
        after: Option<QuestionId>,
    ) -> Vec<Change> {
        let questions = &self.content.questions;
        let place = after.and_then(|after| questions.iter().position(|q| q.id == after));
        let stays = |place: usize| questions[..=place].iter().rfind(|q| !ids.contains(&q.id));
        let mut last = place.and_then(stays).map(|question| question.id);
        let mut order = Order::of(&self.content);
        for question in questions.iter().filter(|question| ids.contains(&question.id)) {
            order.put(question.id, last);
            last = Some(question.id);
        }
        order.changes
    }

    /// Moves each of these questions one place up or down. Those that stand at the end together
    /// stay there.
    pub fn step_questions(&self, ids: &BTreeSet<QuestionId>, down: bool) -> Vec<Change> {
        let mut order = Order::of(&self.content);
        let moves = |order: &Order, place: usize, other: usize| {
            ids.contains(&order.stands[place].id) && !ids.contains(&order.stands[other].id)
        };
        let count = order.stands.len();
        if down {
            for place in (0..count.saturating_sub(1)).rev() {
                if moves(&order, place, place + 1) {
                    order.put(order.stands[place].id, Some(order.stands[place + 1].id));
                }
            }
        } else {
            for place in 1..count {
                if moves(&order, place, place - 1) {
                    let after = place.checked_sub(2).map(|before| order.stands[before].id);
                    order.put(order.stands[place].id, after);
                }
            }
        }
        order.changes
    }
}

impl Content {
    /// The number of a question as participants see it, from 1. `None` for one that is gone, and for
    /// pages that are only read.
    pub fn number_of(&self, id: QuestionId) -> Option<usize> {
        let place = self.questions.iter().position(|question| question.id == id)?;
        let asks = self.questions[..=place].iter().filter(|question| question.kind.asks());
        self.questions[place].kind.asks().then(|| asks.count())
    }

    /// What a question comes behind at a position, as the others stand. `None` in front of all.
    pub fn question_before(&self, id: QuestionId, position: &Position) -> Option<QuestionId> {
        let is_before = |q: &&super::DraftQuestion| (&q.position, q.id) < (position, id);
        let others = self.questions.iter().filter(|question| question.id != id);
        others.filter(is_before).max_by_key(|q| (&q.position, q.id)).map(|question| question.id)
    }

    /// The same for a choice of a question.
    pub fn choice_before(
        &self,
        question: QuestionId,
        id: ChoiceId,
        position: &Position,
    ) -> Option<ChoiceId> {
        let is_before = |c: &&super::DraftChoice| (&c.position, c.id) < (position, id);
        let others = self.question(question)?.choices.iter().filter(|choice| choice.id != id);
        others.filter(is_before).max_by_key(|c| (&c.position, c.id)).map(|choice| choice.id)
    }

    /// The title of the section that a question is in. For such a title, itself.
    pub fn section_of(&self, id: QuestionId) -> Option<QuestionId> {
        let place = self.questions.iter().position(|question| question.id == id)?;
        let title = self.questions[..=place].iter().rfind(|q| q.kind == Kind::Section);
        title.map(|question| question.id)
    }

    /// The title of a section and all that is in it. `None` is what comes before all sections.
    pub fn section(&self, title: Option<QuestionId>) -> Vec<QuestionId> {
        let ids = self.questions.iter().map(|question| question.id);
        let mut section = None;
        let kinds = self.questions.iter().map(|question| question.kind);
        let in_it = ids.zip(kinds).filter(|(id, kind)| {
            if *kind == Kind::Section {
                section = Some(*id);
            }
            section == title
        });
        in_it.map(|(id, _)| id).collect()
    }

    /// The title of the section that a question behind this one is in. `None` in front of the first.
    pub fn section_behind(&self, after: Option<QuestionId>) -> Option<&super::DraftQuestion> {
        let at = self.questions.iter().position(|question| Some(question.id) == after)?;
        self.questions[..=at].iter().rfind(|question| question.kind == Kind::Section)
    }

    /// What the section behind this one comes behind, when the two change places: or the one
    /// before it. `None` at the end.
    pub fn section_step(&self, title: QuestionId, down: bool) -> Option<Option<QuestionId>> {
        let is_title = |question: &&super::DraftQuestion| question.kind == Kind::Section;
        let titles: Vec<_> = self.questions.iter().filter(is_title).map(|q| q.id).collect();
        let place = titles.iter().position(|other| *other == title)?;
        if down {
            return Some(self.section(Some(*titles.get(place + 1)?)).last().copied());
        }
        let before = titles[place.checked_sub(1)?];
        let at = self.questions.iter().position(|question| question.id == before)?;
        Some(at.checked_sub(1).map(|at| self.questions[at].id))
    }

    /// How many questions lean on one of these: by when they are asked, how often, or by words of
    /// its answer. Those among `ids` do not count.
    pub fn leaning_on(&self, ids: &BTreeSet<QuestionId>) -> usize {
        let named = |text: &str| {
            let named = |piece| matches!(piece, Piece::Answer(id) if ids.contains(&id));
            text.contains("[[") && piping::pieces(text).into_iter().any(named)
        };
        let leans = |q: &&super::DraftQuestion| {
            q.show_if.tests().any(|test| ids.contains(&test.question))
                || q.repeat.is_some_and(|source| ids.contains(&source))
                || [&q.text, &q.hint].into_iter().any(|text| named(text))
                || q.offered().any(|choice| named(&choice.text))
        };
        self.questions.iter().filter(|q| !ids.contains(&q.id)).filter(leans).count()
    }
}
