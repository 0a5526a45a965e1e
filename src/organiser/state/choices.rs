//! What a person can do to the choices of a question: add, move, take out, and say something else
//! about one. Each is one step of undo.

use super::Desk;
use crate::browser::page;
use crate::model::alone;
use crate::model::draft::{Act, Change, ChoicePart, Draft, DraftChoice, Part, Place, Position};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::paste;
use crate::model::standard;
use crate::organiser::field::field_id;
use crate::organiser::words;
use leptos::prelude::*;

impl Desk {
    /// Adds choices behind one of them, or at the end, and puts the focus in the last. Empty
    /// choices among `fill` take the first texts.
    pub fn add_choices(
        &self,
        question: QuestionId,
        after: Option<ChoiceId>,
        texts: Vec<String>,
        fill: &[ChoiceId],
    ) {
        self.add_with(question, after, texts, fill, Vec::new());
    }

    /// Adds a pasted list, and tells what of it is left out. "Other (please say)" lets people write
    /// something else, where a question can have that.
    pub fn add_list(
        &self,
        question: QuestionId,
        after: Option<ChoiceId>,
        list: paste::Choices,
        fill: &[ChoiceId],
    ) {
        let paste::Choices { mut texts, other, out } = list;
        let can_have = |draft: &Draft| {
            draft
                .content()
                .question(question)
                .is_some_and(|question| question.kind.can_have_other())
        };
        let mut changes = Vec::new();
        if let Some(other) = other {
            if self.draft.with_untracked(can_have) {
                changes.push(Change::SetPart { question, part: Part::Other(true) });
            } else {
                texts.push(other);
            }
        }
        self.add_with(question, after, texts, fill, changes);
        if !out.is_empty() {
            let said: Vec<String> =
                out.iter().take(3).map(|out| words::quoted(&words::short(&out.text, 60))).collect();
            let more = out.len() - said.len();
            let more = (more > 0).then(|| words::count(more, "more line", "more lines"));
            let said: Vec<String> = said.into_iter().chain(more).collect();
            self.tell_undoable(format!("Left out: {}.", words::and(&said)));
        }
    }

    fn add_with(
        &self,
        question: QuestionId,
        after: Option<ChoiceId>,
        mut texts: Vec<String>,
        fill: &[ChoiceId],
        mut changes: Vec<Change>,
    ) {
        let mut last = None;
        for choice in fill {
            let place = Place::Choice(question, *choice);
            let waits = self.draft.with_untracked(|draft| {
                draft.content().text(place).is_some_and(|text| text.trim().is_empty())
            });
            if waits && !texts.is_empty() {
                let text = texts.remove(0);
                let alone = self.is_alone_by(question, &text);
                changes.push(Change::SetText { place, text });
                changes.extend(alone.then(|| stand_alone(question, *choice)));
                last = Some(*choice);
            }
        }
        let choices = self.new_choices(question, after, texts);
        last = choices.last().map(|choice| choice.id).or(last);
        if !choices.is_empty() {
            changes.push(Change::AddChoices { question, choices });
        }
        if !changes.is_empty() {
            self.change(Act::Do(changes));
        }
        if let Some(last) = last {
            page::focus_soon(&field_id(None, Place::Choice(question, last)));
        }
    }

    /// Choices with these texts, placed behind one of the question's choices, or at the end. "None
    /// of these" and the like let go of the others, where people tick any number.
    pub(super) fn new_choices(
        &self,
        question: QuestionId,
        after: Option<ChoiceId>,
        texts: Vec<String>,
    ) -> Vec<DraftChoice> {
        self.draft.with_untracked(|draft| {
            let last = || Some(draft.content().question(question)?.choices.last()?.id);
            let mut position = draft.choice_position(question, after.or_else(last));
            let next = next_choice(draft, question, after);
            let ids = draft.fresh_ids(self.author);
            let choice = |(text, id)| {
                let choice = DraftChoice::new(ChoiceId(id), position.clone(), text);
                position = Position::new(Some(&position), next.as_ref())
                    .unwrap_or_else(|| Position::new_after(&position));
                choice
            };
            let mut choices: Vec<DraftChoice> = texts.into_iter().zip(ids).map(choice).collect();
            if let Some(question) = draft.content().question(question) {
                alone::mark(question.kind, &mut choices);
            }
            choices
        })
    }

    /// Takes a choice out. The focus goes to the one behind it, or before it.
    pub fn remove_choice(&self, question: QuestionId, choice: ChoiceId) {
        let ids = self.own_choices(question);
        let place = ids.iter().position(|id| *id == choice);
        let next =
            place.and_then(|place| ids.get(place + 1).or_else(|| ids.get(place.checked_sub(1)?)));
        self.change(Change::RemoveChoice { question, choice });
        page::focus_soon(&next.map_or_else(
            || add_choice_id(question),
            |next| field_id(None, Place::Choice(question, *next)),
        ));
        self.tell_undoable("The choice is removed.".into());
    }

    /// Moves a choice one place up or down.
    pub fn move_choice(&self, question: QuestionId, choice: ChoiceId, down: bool) {
        let ids = self.own_choices(question);
        if let Some((after, number)) = behind(&ids, choice, down) {
            let to = self.draft.with_untracked(|draft| draft.choice_position(question, after));
            self.change_and_hold_focus(Change::MoveChoice { question, choice, to });
            self.tell(&format!("Moved. Now choice {number} of {}.", ids.len()));
        }
    }

    /// Changes something about a choice that is not a text.
    pub fn set_choice_part(&self, question: QuestionId, choice: ChoiceId, part: ChoicePart) {
        self.change(Change::SetChoicePart { question, choice, part });
    }

    /// A person wrote a choice that said something else before. "None of these" and the like now
    /// let go of the others. That shows beside it, is told, and Undo takes it back.
    pub fn choice_was_written(&self, question: QuestionId, choice: ChoiceId, before: &str) {
        let text = self.draft.with_untracked(|draft| {
            let found = draft.content().question(question)?.choice(choice)?;
            (!found.alone).then(|| found.text.trim().to_owned())
        });
        if let Some(text) = text.filter(|text| alone::came_to_stand_alone(before, text))
            && self.is_alone_by(question, &text)
        {
            self.change_and_hold_focus(stand_alone(question, choice));
            self.tell_undoable(format!(
                "Ticking {text} now clears the rest.",
                text = words::quoted(&text)
            ));
        }
    }

    /// True when a choice of this question with these words lets go of the others, unless its
    /// organiser says something else.
    fn is_alone_by(&self, question: QuestionId, text: &str) -> bool {
        let ticks = |draft: &Draft| {
            draft.content().question(question).is_some_and(|question| question.kind.picks_many())
        };
        alone::stands_alone(text) && self.draft.with_untracked(ticks)
    }

    /// The choices that people wrote themselves. Standard ones may stand between them, unseen,
    /// from when the question was of another kind.
    fn own_choices(&self, question: QuestionId) -> Vec<ChoiceId> {
        self.draft.with_untracked(|draft| {
            let choices = draft.content().question(question).map(|question| &question.choices);
            let ids = choices.into_iter().flatten().map(|choice| choice.id);
            ids.filter(|id| !standard::is_standard(*id)).collect()
        })
    }
}

fn stand_alone(question: QuestionId, choice: ChoiceId) -> Change {
    Change::SetChoicePart { question, choice, part: ChoicePart::Alone(true) }
}

/// The id of the button that adds a choice.
pub fn add_choice_id(question: QuestionId) -> String {
    format!("add-choice-{}", question.0)
}

/// The position of the choice that comes after this one.
fn next_choice(draft: &Draft, question: QuestionId, after: Option<ChoiceId>) -> Option<Position> {
    let choices = &draft.content().question(question)?.choices;
    let place = choices.iter().position(|choice| Some(choice.id) == after)?;
    choices.get(place + 1).map(|choice| choice.position.clone())
}

/// What a choice comes behind when it moves one place, and its new number, from 1. `None` at the
/// end of the list.
fn behind(ids: &[ChoiceId], id: ChoiceId, down: bool) -> Option<(Option<ChoiceId>, usize)> {
    let place = ids.iter().position(|other| *other == id)?;
    if down {
        Some((Some(*ids.get(place + 1)?), place + 2))
    } else {
        let after = place.checked_sub(1)?.checked_sub(1).map(|place| ids[place]);
        Some((after, place))
    }
}
