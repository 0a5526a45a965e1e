//! What a person can do to a whole question: add, copy, move, delete, and have it answered in
//! another way. Each is one step of undo.

use super::{Desk, Spot};
use crate::browser::page;
use crate::model::draft::{Act, Change, Content, DraftChoice, DraftQuestion, Part, Place};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::survey::{Condition, Kind, Question};
use crate::model::{ready_made, standard};
use crate::organiser::state::editing::ADD_QUESTION;
use leptos::prelude::*;

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
        let copy = self.draft.with_untracked(|draft| {
            let old = draft.content().question(id)?;
            let mut ids = draft.fresh_ids(self.author);
            let mut copy = old.clone();
            copy.id = QuestionId(ids.next()?);
            copy.position = draft.question_position(Some(id));
            let own = copy.question.choices.iter_mut().filter(|c| !standard::is_standard(c.id));
            for (choice, id) in own.zip(ids) {
                choice.id = ChoiceId(id);
            }
            let mut changes = vec![Change::AddQuestion(copy.clone())];
            changes.extend(translations_of_copy(draft.content(), old, &copy));
            Some((copy.id, changes))
        });
        if let Some((id, changes)) = copy {
            self.change(Act::Do(changes));
            self.open(Spot::Question(id));
            self.tell_undoable("The question is copied. You are in the copy.".into());
        }
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
        self.change(Change::RemoveQuestion(id));
        match next {
            Some(next) => self.open(Spot::Question(next)),
            None => {
                self.spot.set(Spot::Welcome);
                page::focus_soon(ADD_QUESTION);
            }
        }
        self.tell_undoable(match kind {
            Some(Kind::Section) => "The section is deleted. Its questions are still here.".into(),
            Some(Kind::Information) => "The page is deleted.".into(),
            _ => "The question is deleted.".into(),
        });
    }

    /// Moves a question one place up or down. The focus stays where it was in the card.
    pub fn move_question(&self, id: QuestionId, down: bool) {
        let moved = self.draft.with_untracked(|draft| {
            let questions = &draft.content().questions;
            let ids: Vec<_> = questions.iter().map(|question| question.id).collect();
            let (after, number) = behind(&ids, id, down)?;
            // Where there are pages too, a question has another number than its card.
            let all_ask = questions.iter().all(|question| question.kind.asks());
            let what = if all_ask { "question" } else { "place" };
            let told = format!("Moved. Now {what} {number} of {}.", ids.len());
            Some((draft.question_position(after), told))
        });
        if let Some((to, told)) = moved {
            self.change_and_hold_focus(Change::MoveQuestion { question: id, to });
            self.tell(&told);
        }
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

/// What an item comes behind when it moves one place, and its new number, from 1. `None` at the
/// end of the list.
pub(super) fn behind<T: Copy + PartialEq>(
    ids: &[T],
    id: T,
    down: bool,
) -> Option<(Option<T>, usize)> {
    let place = ids.iter().position(|other| *other == id)?;
    if down {
        Some((Some(*ids.get(place + 1)?), place + 2))
    } else {
        let after = place.checked_sub(1)?.checked_sub(1).map(|place| ids[place]);
        Some((after, place))
    }
}
