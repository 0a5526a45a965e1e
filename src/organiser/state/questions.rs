//! What a person can do to a whole question: add, copy, delete, and have it answered in
//! another way. Each is one step of undo.

use super::arranging::depended;
use super::{Desk, Spot};
use crate::browser::page;
use crate::model::alone::stands_alone;
use crate::model::draft::{
    Act, Change, ChoicePart, Content, Draft, DraftChoice, DraftQuestion, Part, Place, Position,
};
use crate::model::id::{ChoiceId, Id, QuestionId};
use crate::model::survey::{Condition, Kind, Question};
use crate::model::{ready_made, standard};
use crate::organiser::state::editing::ADD_QUESTION;
use leptos::prelude::*;
use std::collections::BTreeSet;

impl Desk {
    /// Adds an empty question behind the open one, or at the end, and opens it.
    pub fn add_question(&self, kind: Kind) {
        let (id, question) = self.draft.with_untracked(|draft| {
            let after = match self.spot.get_untracked() {
                Spot::Question(id) => Some(id),
                Spot::Welcome | Spot::Words => {
                    draft.content().questions.last().map(|question| question.id)
                }
            };
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

    /// Adds questions that say the same in all languages, behind the last of these.
    pub(super) fn copy(&self, questions: &[QuestionId]) -> Vec<QuestionId> {
        let (copies, changes) = self.draft.with_untracked(|draft| {
            let mut ids = draft.fresh_ids(self.author);
            let (mut copies, mut changes) = (Vec::new(), Vec::new());
            let positions = draft.question_positions(questions.last().copied(), questions.len());
            for (id, position) in questions.iter().zip(positions) {
                let Some((copy, translations)) = copy_of(draft, &mut ids, *id, position) else {
                    continue;
                };
                copies.push(copy.id);
                changes.push(Change::AddQuestion(copy));
                changes.extend(translations);
            }
            (copies, changes)
        });
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

/// A copy of a question with ids of its own, to stand at a position, and what it says in other
/// languages.
pub(super) fn copy_of(
    draft: &Draft,
    ids: &mut impl Iterator<Item = Id>,
    question: QuestionId,
    position: Position,
) -> Option<(DraftQuestion, Vec<Change>)> {
    let old = draft.content().question(question)?;
    let mut copy = old.clone();
    copy.id = QuestionId(ids.next()?);
    copy.position = position;
    let own = copy.question.choices.iter_mut().filter(|c| !standard::is_standard(c.id));
    for choice in own {
        choice.id = ChoiceId(ids.next()?);
    }
    let translations = translations_of_copy(draft.content(), old, &copy);
    Some((copy, translations))
}

/// What the copy of a question says in other languages.
fn translations_of_copy(
    content: &Content,
    old: &DraftQuestion,
    copy: &DraftQuestion,
) -> Vec<Change> {
    let own = [
        (Place::Question(old.id), Place::Question(copy.id)),
        (Place::Hint(old.id), Place::Hint(copy.id)),
        (Place::PictureAlt(old.id), Place::PictureAlt(copy.id)),
    ];
    let piles = (0..3).map(|at| (Place::Pile(old.id, at), Place::Pile(copy.id, at)));
    let choices = old.choices.iter().zip(&copy.choices);
    let choices =
        choices.map(|(from, to)| (Place::Choice(old.id, from.id), Place::Choice(copy.id, to.id)));
    let places: Vec<_> = own.into_iter().chain(piles).chain(choices).collect();
    let mut changes = Vec::new();
    for (language, texts) in &content.translations {
        let said = places.iter().filter_map(|(from, to)| Some((*to, texts.get(from)?.clone())));
        changes.extend(said.map(|(place, text)| Change::Translate {
            language: *language,
            place,
            text,
        }));
    }
    changes
}
