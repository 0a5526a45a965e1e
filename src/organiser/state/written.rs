//! What a person can do with questions that are written already: start a survey from a template,
//! and add some that they pick or paste. Each is one step of undo.

use super::{Desk, Spot, new_id};
use crate::browser::clock;
use crate::model::draft::{Act, Change, DraftQuestion};
use crate::model::id::QuestionId;
use crate::model::paste::{self, Row};
use crate::model::ready_made::{self, Template};
use crate::model::survey::Kind;
use crate::organiser::words;
use leptos::prelude::*;

impl Desk {
    /// Makes a survey from a template and opens it.
    pub fn make_from_template(&self, template: &Template) {
        self.open_begun(template.draft(new_id(), clock::now()));
    }

    /// Adds ready-made questions behind the open one, or at the end, and opens the first.
    pub fn add_ready_made(&self, questions: Vec<DraftQuestion>) {
        let after = self.open_question();
        self.add_all(
            self.draft
                .with_untracked(|draft| ready_made::picked(draft, self.author, questions, after)),
        );
    }

    /// Adds what was understood of a pasted list behind the open question, or at the end, and opens
    /// the first.
    pub fn add_pasted(&self, rows: Vec<Row>) {
        let after = self.open_question();
        self.add_all(
            self.draft.with_untracked(|draft| paste::questions(draft, self.author, rows, after)),
        );
    }

    fn open_question(&self) -> Option<QuestionId> {
        match self.spot.get_untracked() {
            Spot::Question(id) => Some(id),
            Spot::Welcome | Spot::Words => None,
        }
    }

    /// Closes the tool that they come from too.
    fn add_all(&self, questions: Vec<DraftQuestion>) {
        let Some(first) = questions.first().map(|question| question.id) else { return };
        let is = if questions.len() == 1 { "is" } else { "are" };
        let told = format!("{} {is} added.", counted(questions.iter().map(|q| q.kind)));
        self.change(Act::Do(questions.into_iter().map(Change::AddQuestion).collect()));
        self.tool.set(None);
        self.open(Spot::Question(first));
        self.tell_undoable(told);
    }
}

/// How many questions there are, and how many sections and pages: "3 questions and 1 section".
pub fn counted(kinds: impl Iterator<Item = Kind>) -> String {
    let mut counts = [0; 3];
    for kind in kinds {
        counts[match kind {
            Kind::Section => 1,
            Kind::Information => 2,
            _ => 0,
        }] += 1;
    }
    let names = [("question", "questions"), ("section", "sections"), ("page", "pages")];
    let some = counts.into_iter().zip(names).filter(|(count, _)| *count > 0);
    let some: Vec<_> = some.map(|(count, (one, many))| words::count(count, one, many)).collect();
    some.join(" and ")
}
