//! Moving questions and whole sections: by one place, to an end, or anywhere. Each move is one step
//! of undo, and is told with the new place.

use super::Desk;
use crate::browser::page;
use crate::model::draft::{Act, Change, Content};
use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::organiser::editor::outline::title_of;
use crate::organiser::words;
use leptos::prelude::*;
use std::collections::BTreeSet;

impl Desk {
    /// Moves a question one place up or down. The focus stays where it was.
    pub fn move_question(&self, id: QuestionId, down: bool) {
        self.step_questions(&BTreeSet::from([id]), down);
    }

    /// The same for each of these.
    pub fn step_questions(&self, ids: &BTreeSet<QuestionId>, down: bool) {
        let changes = self.draft.with_untracked(|draft| draft.step_questions(ids, down));
        self.moved(ids, changes);
    }

    /// Moves a question to the start or the end of the survey.
    pub fn move_to_end(&self, id: QuestionId, down: bool) {
        let last = self.question_ids().last().copied().filter(|_| down);
        self.move_behind(&BTreeSet::from([id]), last);
    }

    /// Moves questions behind another one, or in front of all.
    pub fn move_behind(&self, ids: &BTreeSet<QuestionId>, after: Option<QuestionId>) {
        let changes = self.draft.with_untracked(|draft| draft.move_questions(ids, after));
        self.moved(ids, changes);
    }

    /// Moves a section with all that is in it past the one before or behind it.
    pub fn move_section(&self, title: QuestionId, down: bool) {
        let after = self.draft.with_untracked(|draft| draft.content().section_step(title, down));
        if let Some(after) = after {
            self.move_behind(&self.with_section(title), after);
        }
    }

    /// What moves when this is dragged: a question alone, the title of a section with the section.
    pub fn with_section(&self, id: QuestionId) -> BTreeSet<QuestionId> {
        self.draft.with_untracked(|draft| {
            let content = draft.content();
            let is_title = content.question(id).is_some_and(|q| q.kind == Kind::Section);
            if is_title { content.section(Some(id)) } else { vec![id] }.into_iter().collect()
        })
    }

    /// The question that was named in a list, as [`page`] gives it back.
    fn named(&self, name: &str) -> Option<QuestionId> {
        self.question_ids().into_iter().find(|id| id.0.to_string() == name)
    }

    /// What a drop behind a line comes behind. In the outline, the title of a folded section
    /// stands for all of it.
    fn drop_place(&self, behind: Option<&str>, in_outline: bool) -> Option<QuestionId> {
        let behind = self.named(behind?)?;
        let folded = self.arranging.folded.with_untracked(|folded| folded.contains(&behind));
        self.draft.with_untracked(|draft| {
            let section = (in_outline && folded).then(|| draft.content().section(Some(behind)));
            section.and_then(|ids| ids.last().copied()).or(Some(behind))
        })
    }

    /// True where something may be dropped. A section never goes into another.
    pub fn may_drop(&self, id: QuestionId, behind: Option<&str>, in_outline: bool) -> bool {
        let after = self.drop_place(behind, in_outline);
        self.draft.with_untracked(|draft| {
            let content = draft.content();
            if content.question(id).is_none_or(|question| question.kind != Kind::Section) {
                return true;
            }
            let place = content.questions.iter().position(|question| Some(question.id) == after);
            let next = content.questions.get(place.map_or(0, |place| place + 1));
            next.is_none_or(|next| next.kind == Kind::Section)
        })
    }

    /// Puts what was dragged behind the line that it was dropped behind.
    pub fn drop_behind(&self, id: QuestionId, behind: Option<&str>, in_outline: bool) {
        let after = self.drop_place(behind, in_outline);
        self.move_behind(&self.with_section(id), after);
    }

    /// Makes the changes and tells where the first of the questions is now.
    fn moved(&self, ids: &BTreeSet<QuestionId>, changes: Vec<Change>) {
        if changes.is_empty() {
            return;
        }
        let place = || self.draft.with_untracked(|draft| Stand::of(draft.content(), ids));
        let before = place();
        self.change_and_hold_focus(Act::Do(changes));
        let after = place();
        if let (Some(before), Some(after)) = (before, after) {
            // What went into a folded section shows where it is now.
            if let Some(section) = after.section.filter(|_| before.section != after.section) {
                self.arranging.folded.update(|folded| _ = folded.remove(&section));
            }
            let told = self
                .draft
                .with_untracked(|draft| after.told_since(&before, draft.content(), ids.len()));
            self.tell(&told);
        }
    }

    /// Opens the dialog that moves these.
    pub fn ask_where(&self, ids: BTreeSet<QuestionId>) {
        self.arranging.moving.set(Some(ids).filter(|ids| !ids.is_empty()));
    }

    /// Does what its dialog says. The dialog gives the focus back before the page changes.
    pub fn move_as_asked(&self, dialog: &str, after: Option<QuestionId>) {
        let ids = self.arranging.moving.get_untracked().unwrap_or_default();
        page::close_dialog(dialog);
        self.move_behind(&ids, after);
    }
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
    fn of(content: &Content, ids: &BTreeSet<QuestionId>) -> Option<Self> {
        let questions = &content.questions;
        let at = questions.iter().position(|question| ids.contains(&question.id))?;
        let asked = questions[..=at].iter().filter(|question| question.kind.asks()).count();
        Some(Self {
            section: content.section_of(questions[at].id),
            place: at + 1,
            number: questions[at].kind.asks().then_some(asked),
        })
    }

    /// "Moved to “Your home”. Now question 7 of 16." Past a page, a question keeps its number: then
    /// its place is told.
    fn told_since(&self, before: &Self, content: &Content, moved: usize) -> String {
        let where_to = match self.section {
            section if section == before.section => String::new(),
            None => " to before the sections".to_owned(),
            Some(title) if before.section.is_none() || self.number.is_some() => {
                format!(" to {}", words::quoted(&title_of(content, title)))
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
