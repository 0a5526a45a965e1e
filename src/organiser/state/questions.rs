//! What a person can do to a whole question: add, copy, delete, and have it answered in
//! another way. Each is one step of undo.

use super::arranging::depended;
use super::{Desk, Spot};
use crate::browser::page;
use crate::model::alone::stands_alone;
use crate::model::draft::{Act, Change, ChoicePart, DraftChoice, DraftQuestion, Part};
use crate::model::id::QuestionId;
use crate::model::survey::{Condition, Kind, Question};
use crate::model::{ready_made, standard};
use crate::organiser::state::editing::ADD_QUESTION;
use leptos::prelude::*;
use std::collections::BTreeSet;

impl Desk {
    /// Adds an empty question below another, or in front of all, and opens it.
    pub fn add_question_after(&self, after: Option<QuestionId>, kind: Kind) {
        let (id, question) = self.draft.with_untracked(|draft| {
            let mut ids = draft.fresh_ids(self.author);
            let id = QuestionId(ids.next().expect("ids never run out"));
            let mut choices = ready_made::standard_choices(kind);
            if kind.has_choices() && choices.is_empty() {
                // Two empty choices show what belongs there.
                let texts = core::iter::repeat_n(String::new(), 2);
                choices = ready_made::in_a_row(texts, &mut ids);
            }
            let position = draft.question_position(after);
            (id, DraftQuestion { position, question: Question::empty(id, kind, choices) })
        });
        self.change(Change::AddQuestion(question));
        self.open(Spot::Question(id));
    }

    /// Adds a question that says the same in all languages, behind it, and opens that.
    pub fn duplicate(&self, id: QuestionId) {
        if let [copy] = *self.copy(&[id]) {
            self.open(Spot::Question(copy));
            self.tell_undoable("The question is copied. You are in the copy.".into());
        }
    }

    /// Adds a section that says the same as this one, with all that is in it, behind it.
    pub fn duplicate_section(&self, title: QuestionId) {
        let ids = self.draft.with_untracked(|draft| draft.content().section(Some(title)));
        if let [copy, ..] = *self.copy(&ids) {
            self.open(Spot::Question(copy));
            self.tell_undoable(
                "The section is copied with its questions. You are in the copy.".into(),
            );
        }
    }

    /// Adds questions that say the same in all languages, behind the last of these. What they say
    /// about each other is about the copies.
    pub(super) fn copy(&self, questions: &[QuestionId]) -> Vec<QuestionId> {
        let (copies, changes) =
            self.draft.with_untracked(|draft| draft.copy(self.author, questions));
        if !changes.is_empty() {
            self.change(Act::Do(changes));
        }
        copies
    }

    /// Takes a question out, and opens the one that comes after it.
    pub fn remove(&self, id: QuestionId) {
        let (kind, next) = self.draft.with_untracked(|draft| {
            let questions = &draft.content().questions;
            let Some(place) = questions.iter().position(|question| question.id == id) else {
                return (None, None);
            };
            let before = place.checked_sub(1).and_then(|place| questions.get(place));
            let next = questions.get(place + 1).or(before);
            (Some(questions[place].kind), next.map(|question| question.id))
        });
        let only = BTreeSet::from([id]);
        let leaning = self.draft.with_untracked(|draft| draft.content().leaning_on(&only));
        self.change(Change::RemoveQuestion(id));
        match next {
            Some(next) => self.open(Spot::Question(next)),
            None => {
                self.spot.set(Spot::Welcome);
                page::focus_soon(ADD_QUESTION);
            }
        }
        let gone = match kind {
            Some(Kind::Section) => "The section is deleted. Its questions are still here.",
            Some(Kind::Information) => "The page is deleted.",
            _ => "The question is deleted.",
        };
        self.tell_undoable(gone.to_owned() + &depended(leaning));
    }

    /// Has a question answered in another way. It keeps the choices it had, gets the standard ones
    /// that it lacks, and two empty ones where people need something to pick from.
    pub fn set_kind(&self, question: QuestionId, kind: Kind) {
        let mut changes = vec![Change::SetKind { question, kind }];
        let old = self.draft.with_untracked(|draft| draft.content().question(question).cloned());
        let Some(old) = old.filter(|old| old.kind != kind) else { return };
        let lacks = |choice: &DraftChoice| old.choice(choice.id).is_none();
        let mut choices: Vec<_> =
            ready_made::standard_choices(kind).into_iter().filter(lacks).collect();
        let has_own = old.choices.iter().any(|choice| !standard::is_standard(choice.id));
        if kind.has_choices() && standard::choices_of(kind).is_empty() && !has_own {
            choices = self.new_choices(question, None, vec![String::new(); 2]);
        }
        if !choices.is_empty() {
            changes.push(Change::AddChoices { question, choices });
        }
        // Where people picked one, nothing had to be let go of.
        if kind.picks_many() && !old.kind.picks_many() {
            let alone = old.choices.iter().filter(|c| !c.alone && stands_alone(&c.text));
            changes.extend(alone.map(|choice| Change::SetChoicePart {
                question,
                choice: choice.id,
                part: ChoicePart::Alone(true),
            }));
        }
        // A limit counts ticks or is a number in hundredths: one must never become the other.
        if (old.kind == Kind::Number) != (kind == Kind::Number) {
            changes.push(Change::SetPart { question, part: Part::Least(None) });
            changes.push(Change::SetPart { question, part: Part::Most(None) });
        }
        self.change(Act::Do(changes));
    }

    /// Changes something about a question that is not a text.
    pub fn set_part(&self, question: QuestionId, part: Part) {
        self.change(Change::SetPart { question, part });
    }

    /// Says when a question is asked.
    pub fn ask_if(&self, question: QuestionId, condition: Condition) {
        self.set_part(question, Part::ShowIf(condition));
    }
}
