//! The choices of a question: adding some, moving one, taking one out.

use super::{Edited, Focus, Said, neighbour};
use crate::model::alone::{self, came_to_stand_alone, stands_alone};
use crate::model::draft::{Change, ChoicePart, Draft, DraftChoice, Part, Place, Position};
use crate::model::id::{Author, ChoiceId, QuestionId};
use crate::model::{paste, phrase, standard};

/// Where new choices go.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The question.
    pub question: QuestionId,
    /// What they come after. `None` for the end.
    pub after: Option<ChoiceId>,
    /// Choices that take the first texts, as far as they are still empty.
    pub fill: &'a [ChoiceId],
}

/// Adds choices, and puts the focus in the last.
pub fn add(draft: &Draft, author: Author, into: Target<'_>, mut texts: Vec<String>) -> Edited {
    let Target { question, after, fill } = into;
    let (mut changes, mut last) = (Vec::new(), None);
    for choice in fill {
        let place = Place::Choice(question, *choice);
        let waits = draft.content().text(place).is_some_and(|text| text.trim().is_empty());
        if waits && !texts.is_empty() {
            let text = texts.remove(0);
            let alone = is_alone_by(draft, question, &text);
            changes.push(Change::SetText { place, text });
            changes.extend(alone.then(|| stand_alone(question, *choice)));
            last = Some(*choice);
        }
    }
    let choices = new_choices(draft, author, question, after, texts);
    last = choices.last().map(|choice| choice.id).or(last);
    if !choices.is_empty() {
        changes.push(Change::AddChoices { question, choices });
    }
    let focus = last.map_or(Focus::Stays, |last| Focus::Text(Place::Choice(question, last)));
    Edited::only(changes).focusing(focus)
}

/// Adds a pasted list, and says what of it is left out. "Other (please say)" lets people write something
/// else, where a question can have that.
pub fn add_list(draft: &Draft, author: Author, into: Target<'_>, list: paste::Choices) -> Edited {
    let paste::Choices { mut texts, other, out } = list;
    let question = into.question;
    let found = draft.content().question(question);
    let can_have_other = found.is_some_and(|found| found.kind.can_have_other());
    let mut first = Vec::new();
    if let Some(other) = other {
        if can_have_other {
            first.push(Change::SetPart { question, part: Part::Other(true) });
        } else {
            texts.push(other);
        }
    }
    let mut edited = add(draft, author, into, texts);
    first.append(&mut edited.changes);
    edited.changes = first;
    if out.is_empty() {
        return edited;
    }
    let mut said: Vec<String> =
        out.iter().take(3).map(|out| phrase::quoted(&phrase::short(&out.text, 60))).collect();
    let more = out.len() - said.len();
    said.extend((more > 0).then(|| phrase::count(more, "more line", "more lines")));
    edited.saying(format!("Left out: {}.", phrase::and(&said)))
}

/// Choices with these texts, placed after one of the question's choices, or at the end. "None of these" and
/// the like let go of the others, where people tick any number.
pub(super) fn new_choices(
    draft: &Draft,
    author: Author,
    question: QuestionId,
    after: Option<ChoiceId>,
    texts: Vec<String>,
) -> Vec<DraftChoice> {
    let last = || Some(draft.content().question(question)?.choices.last()?.id);
    let mut position = draft.choice_position(question, after.or_else(last));
    let next = next_choice(draft, question, after);
    let choice = |(text, id)| {
        let choice = DraftChoice::new(ChoiceId(id), position.clone(), text);
        position = Position::new(Some(&position), next.as_ref())
            .unwrap_or_else(|| Position::new_after(&position));
        choice
    };
    let ids = draft.fresh_ids(author);
    let mut choices: Vec<DraftChoice> = texts.into_iter().zip(ids).map(choice).collect();
    if let Some(question) = draft.content().question(question) {
        alone::mark(question.kind, &mut choices);
    }
    choices
}

/// The position of the choice that comes after this one.
fn next_choice(draft: &Draft, question: QuestionId, after: Option<ChoiceId>) -> Option<Position> {
    let choices = &draft.content().question(question)?.choices;
    let place = choices.iter().position(|choice| Some(choice.id) == after)?;
    choices.get(place + 1).map(|choice| choice.position.clone())
}

/// Takes a choice out. The focus goes to the one after it, or before it.
pub fn remove(draft: &Draft, question: QuestionId, choice: ChoiceId) -> Edited {
    let focus = match neighbour(&own_choices(draft, question), choice) {
        Some(next) => Focus::Text(Place::Choice(question, next)),
        None => Focus::AddChoice(question),
    };
    Edited::only(vec![Change::RemoveChoice { question, choice }])
        .focusing(focus)
        .saying("The choice is removed.".to_owned())
}

/// Moves a choice one place up or down. Does nothing at the end of the list.
pub fn step(draft: &Draft, question: QuestionId, choice: ChoiceId, down: bool) -> Edited {
    let ids = own_choices(draft, question);
    let Some((after, number)) = step_after(&ids, choice, down) else { return Edited::default() };
    let to = draft.choice_position(question, after);
    let text = format!("Moved. Now choice {number} of {}.", ids.len());
    Edited {
        said: Some(Said { text, offers_undo: false }),
        focus: Focus::Held,
        ..Edited::only(vec![Change::MoveChoice { question, choice, to }])
    }
}

/// What a choice comes after when it moves one place, and its new number, from 1. `None` at the end of the
/// list.
fn step_after(ids: &[ChoiceId], id: ChoiceId, down: bool) -> Option<(Option<ChoiceId>, usize)> {
    let place = ids.iter().position(|other| *other == id)?;
    if down {
        Some((Some(*ids.get(place + 1)?), place + 2))
    } else {
        let after = place.checked_sub(1)?.checked_sub(1).map(|place| ids[place]);
        Some((after, place))
    }
}

/// A person wrote a choice that said something else before. "None of these" and the like now let go of the
/// others. That shows beside it, is said, and Undo takes it back.
pub fn was_written(draft: &Draft, question: QuestionId, choice: ChoiceId, before: &str) -> Edited {
    let found = draft.content().question(question).and_then(|found| found.choice(choice));
    let Some(found) = found.filter(|found| !found.alone) else { return Edited::default() };
    let text = found.text.trim();
    if !came_to_stand_alone(before, text) || !is_alone_by(draft, question, text) {
        return Edited::default();
    }
    Edited::only(vec![stand_alone(question, choice)])
        .focusing(Focus::Held)
        .saying(format!("Ticking {} now clears the rest.", phrase::quoted(text)))
}

/// True when a choice of this question with these words lets go of the others, unless its organiser says
/// something else.
fn is_alone_by(draft: &Draft, question: QuestionId, text: &str) -> bool {
    let found = draft.content().question(question);
    stands_alone(text) && found.is_some_and(|found| found.kind.picks_many())
}

pub(super) fn stand_alone(question: QuestionId, choice: ChoiceId) -> Change {
    Change::SetChoicePart { question, choice, part: ChoicePart::Alone(true) }
}

/// The choices that people wrote themselves. Standard ones may stand between them, unseen, from when the
/// question was of another kind.
fn own_choices(draft: &Draft, question: QuestionId) -> Vec<ChoiceId> {
    let found = draft.content().question(question);
    let ids = found.into_iter().flat_map(|found| &found.choices).map(|choice| choice.id);
    ids.filter(|id| !standard::is_standard(*id)).collect()
}
