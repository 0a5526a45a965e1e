//! Everything a person can do to the draft on the desk. Each is one edit, one step of undo, and
//! is in storage before the next key is pressed.

use super::{Desk, Message, Saving};
use crate::browser::{clock, page};
use crate::model::draft::{
    Act, Change, Draft, DraftChoice, DraftKind, DraftQuestion, Place, Position,
};
use crate::model::id::{ChoiceId, QuestionId};
use crate::organiser::field::field_id;
use crate::organiser::library;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

/// Which card of the editor is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The first page: title, whose it is, what it is for.
    Welcome,
    /// A question.
    Question(QuestionId),
}

/// The ids of the elements that get the focus when there is nothing better.
pub const ADD_QUESTION: &str = "add-question";

impl Desk {
    /// Puts words in a place. Typing on in the same place stays one step of undo.
    pub fn write(&self, place: Place, text: String) {
        let change = Change::SetText { place, text };
        let now = clock::now();
        let typing_on = self.typing.get_value() == Some(place);
        let edit = self.draft.with_untracked(|draft| {
            let retyped = typing_on.then(|| draft.retype(self.author, now, &change)).flatten();
            retyped.unwrap_or_else(|| draft.edit(self.author, now, change.clone()))
        });
        self.typing.set_value(Some(place));
        self.draft.update(|draft| draft.apply(edit));
        self.message.set(None);
        self.save();
    }

    /// The person left the field: what they type next is a new step.
    pub fn stop_typing(&self) {
        self.typing.set_value(None);
    }

    fn change(&self, act: impl Into<Act>) {
        self.stop_typing();
        self.draft.update(|draft| {
            let edit = draft.edit(self.author, clock::now(), act);
            draft.apply(edit);
        });
        self.message.set(None);
        self.save();
    }

    /// The focus is back before the next key arrives: not a frame later, but as soon as the page
    /// is changed.
    fn change_and_hold_focus(&self, change: Change) {
        let give_back = page::hold_focus();
        self.change(change);
        spawn_local(async move {
            tick().await;
            give_back();
        });
    }

    /// Keeps the draft, and says so or says that it failed.
    pub fn save(&self) {
        let mut kept = Ok(());
        self.draft.update(|draft| kept = library::save_draft(draft));
        let draft = self.draft.get_untracked();
        self.unsaved.update_value(|drafts| {
            drafts.retain(|unsaved| unsaved.id() != draft.id());
            if kept.is_err() {
                drafts.push(draft);
            }
        });
        self.saving.set(if kept.is_ok() { Saving::Saved } else { Saving::Failed });
    }

    fn tell_undoable(&self, text: String) {
        self.message.set(Some(Message { text, can_undo: true }));
    }

    /// Takes back this person's last step.
    pub fn undo(&self) {
        if let Some(act) = self.draft.with_untracked(|draft| draft.undo(self.author)) {
            self.step(act);
            self.tell("Undone.");
        }
    }

    /// Does the step again that was taken back last.
    pub fn redo(&self) {
        if let Some(act) = self.draft.with_untracked(|draft| draft.redo(self.author)) {
            self.step(act);
            self.tell("Done again.");
        }
    }

    /// A step back or forth. Opens a question that came back with it, and closes one that went.
    fn step(&self, act: Act) {
        let ids = || {
            self.draft.with_untracked(|draft| {
                draft.content().questions.iter().map(|question| question.id).collect::<Vec<_>>()
            })
        };
        let before = ids();
        self.change(act);
        let after = ids();
        if let Some(back) = after.iter().find(|id| !before.contains(id)) {
            self.spot.set(Spot::Question(*back));
        } else if let Spot::Question(id) = self.spot.get_untracked()
            && !after.contains(&id)
        {
            self.spot.set(Spot::Welcome);
        }
    }

    /// Takes back the last step from a button that goes away with it, so the focus moves into the
    /// open card.
    pub fn undo_and_return(&self) {
        self.undo();
        self.open(self.spot.get_untracked());
    }

    /// True when there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.draft.with(|draft| draft.undo(self.author).is_some())
    }

    /// True when there is a step to do again.
    pub fn can_redo(&self) -> bool {
        self.draft.with(|draft| draft.redo(self.author).is_some())
    }

    /// Opens a card, shows all of it and puts the focus in its first field.
    pub fn open(&self, spot: Spot) {
        self.stop_typing();
        self.spot.set(spot);
        page::show_soon(&card_id(spot));
        page::focus_soon(&field_id(match spot {
            Spot::Welcome => Place::Title,
            Spot::Question(id) => Place::Question(id),
        }));
    }

    /// Opens the card that holds a place, and puts the focus there.
    pub fn open_place(&self, place: Place) {
        self.spot.set(match place {
            Place::Title | Place::Organisation | Place::Welcome | Place::WhoSees => Spot::Welcome,
            Place::Question(id) | Place::Hint(id) | Place::Choice(id, _) => Spot::Question(id),
        });
        page::focus_soon(&field_id(place));
    }

    /// Adds an empty question behind the open one, or at the end, and opens it.
    pub fn add_question(&self, kind: DraftKind) {
        let (id, question) = self.draft.with_untracked(|draft| {
            let after = match self.spot.get_untracked() {
                Spot::Question(id) => Some(id),
                Spot::Welcome => draft.content().questions.last().map(|question| question.id),
            };
            let mut ids = draft.fresh_ids(self.author);
            let id = QuestionId(ids.next().expect("ids never run out"));
            // Two empty choices show what belongs there.
            let empty = if kind.has_choices() { 2 } else { 0 };
            let texts = core::iter::repeat_n(String::new(), empty);
            let question = DraftQuestion {
                id,
                position: draft.question_position(after),
                kind,
                text: String::new(),
                hint: String::new(),
                choices: crate::model::ready_made::in_a_row(texts, &mut ids),
            };
            (id, question)
        });
        self.change(Change::AddQuestion(question));
        self.open(Spot::Question(id));
    }

    /// Adds a question that says the same, behind it, and opens that.
    pub fn duplicate(&self, id: QuestionId) {
        let copy = self.draft.with_untracked(|draft| {
            let mut copy = draft.content().question(id)?.clone();
            let mut ids = draft.fresh_ids(self.author);
            copy.id = QuestionId(ids.next()?);
            copy.position = draft.question_position(Some(id));
            for (choice, id) in copy.choices.iter_mut().zip(ids) {
                choice.id = ChoiceId(id);
            }
            Some(copy)
        });
        if let Some(copy) = copy {
            let id = copy.id;
            self.change(Change::AddQuestion(copy));
            self.open(Spot::Question(id));
            self.tell_undoable("The question is copied. You are in the copy.".into());
        }
    }

    /// Takes a question out, and opens the one that comes after it.
    pub fn remove(&self, id: QuestionId) {
        let next = self.draft.with_untracked(|draft| {
            let questions = &draft.content().questions;
            let place = questions.iter().position(|question| question.id == id)?;
            let next = questions.get(place + 1).or_else(|| questions.get(place.checked_sub(1)?));
            next.map(|question| question.id)
        });
        self.change(Change::RemoveQuestion(id));
        match next {
            Some(next) => self.open(Spot::Question(next)),
            None => {
                self.spot.set(Spot::Welcome);
                page::focus_soon(ADD_QUESTION);
            }
        }
        self.tell_undoable("The question is deleted.".into());
    }

    /// Moves a question one place up or down. The focus stays where it was in the card.
    pub fn move_question(&self, id: QuestionId, down: bool) {
        let moved = self.draft.with_untracked(|draft| {
            let ids: Vec<_> = draft.content().questions.iter().map(|q| q.id).collect();
            let (after, number) = behind(&ids, id, down)?;
            Some((draft.question_position(after), number, ids.len()))
        });
        if let Some((to, number, of)) = moved {
            self.change_and_hold_focus(Change::MoveQuestion { question: id, to });
            self.tell(&format!("Moved. Now question {number} of {of}."));
        }
    }

    /// Has a question answered in another way. A question that gets its first choices gets two
    /// empty ones.
    pub fn set_kind(&self, question: QuestionId, kind: DraftKind) {
        let mut changes = vec![Change::SetKind { question, kind }];
        let none = self.draft.with_untracked(|draft| {
            draft.content().question(question).is_some_and(|question| question.choices.is_empty())
        });
        if kind.has_choices() && none {
            let choices = self.new_choices(question, None, vec![String::new(); 2]);
            changes.push(Change::AddChoices { question, choices });
        }
        self.change(Act::Do(changes));
    }

    /// Adds choices behind one of them, or at the end, and puts the focus in the last. Empty
    /// choices among `fill` take the first texts.
    pub fn add_choices(
        &self,
        question: QuestionId,
        after: Option<ChoiceId>,
        mut texts: Vec<String>,
        fill: &[ChoiceId],
    ) {
        let mut changes = Vec::new();
        let mut last = None;
        for choice in fill {
            let place = Place::Choice(question, *choice);
            let waits = self.draft.with_untracked(|draft| {
                draft.content().text(place).is_some_and(|text| text.trim().is_empty())
            });
            if waits && !texts.is_empty() {
                changes.push(Change::SetText { place, text: texts.remove(0) });
                last = Some(*choice);
            }
        }
        let choices = self.new_choices(question, after, texts);
        last = choices.last().map(|choice| choice.id).or(last);
        if !choices.is_empty() {
            changes.push(Change::AddChoices { question, choices });
        }
        if let Some(last) = last {
            self.change(Act::Do(changes));
            page::focus_soon(&field_id(Place::Choice(question, last)));
        }
    }

    /// Choices with these texts, placed behind one of the question's choices, or at the end.
    fn new_choices(
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
                let choice = DraftChoice { id: ChoiceId(id), position: position.clone(), text };
                position = Position::new(Some(&position), next.as_ref())
                    .unwrap_or_else(|| Position::new_after(&position));
                choice
            };
            texts.into_iter().zip(ids).map(choice).collect()
        })
    }

    /// Takes a choice out. The focus goes to the one before it, or after it.
    pub fn remove_choice(&self, question: QuestionId, choice: ChoiceId) {
        let next = self.draft.with_untracked(|draft| {
            let choices = &draft.content().question(question)?.choices;
            let place = choices.iter().position(|c| c.id == choice)?;
            let next = choices.get(place + 1).or_else(|| choices.get(place.checked_sub(1)?));
            next.map(|choice| choice.id)
        });
        self.change(Change::RemoveChoice { question, choice });
        page::focus_soon(&next.map_or_else(
            || add_choice_id(question),
            |next| field_id(Place::Choice(question, next)),
        ));
        self.tell_undoable("The choice is taken out.".into());
    }

    /// Moves a choice one place up or down.
    pub fn move_choice(&self, question: QuestionId, choice: ChoiceId, down: bool) {
        let moved = self.draft.with_untracked(|draft| {
            let choices = &draft.content().question(question)?.choices;
            let ids: Vec<_> = choices.iter().map(|choice| choice.id).collect();
            let (after, number) = behind(&ids, choice, down)?;
            Some((draft.choice_position(question, after), number, ids.len()))
        });
        if let Some((to, number, of)) = moved {
            self.change_and_hold_focus(Change::MoveChoice { question, choice, to });
            self.tell(&format!("Moved. Now choice {number} of {of}."));
        }
    }
}

/// The id of a card.
pub fn card_id(spot: Spot) -> String {
    match spot {
        Spot::Welcome => "card".to_owned(),
        Spot::Question(id) => format!("card-{}", id.0),
    }
}

/// The id of the button that adds a choice.
pub fn add_choice_id(question: QuestionId) -> String {
    format!("add-choice-{}", question.0)
}

/// What an item comes behind when it moves one place, and its new number, from 1. `None` at the
/// end of the list.
fn behind<T: Copy + PartialEq>(ids: &[T], id: T, down: bool) -> Option<(Option<T>, usize)> {
    let place = ids.iter().position(|other| *other == id)?;
    if down {
        Some((Some(*ids.get(place + 1)?), place + 2))
    } else {
        let after = place.checked_sub(1)?.checked_sub(1).map(|place| ids[place]);
        Some((after, place))
    }
}

/// The position of the choice that comes after this one.
fn next_choice(draft: &Draft, question: QuestionId, after: Option<ChoiceId>) -> Option<Position> {
    let choices = &draft.content().question(question)?.choices;
    let place = choices.iter().position(|choice| Some(choice.id) == after)?;
    choices.get(place + 1).map(|choice| choice.position.clone())
}
