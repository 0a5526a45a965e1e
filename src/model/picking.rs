//! What becomes of an answer when a person taps: a choice, a place in a ranking, a place for a
//! card.
//!
//! The answer so far and the tap come in, the new answer comes out; `None` when nothing is left of
//! it.

use super::answer::Answer;
use super::id::ChoiceId;
use super::plain_text::is_blank;
use super::standard::OTHER;
use super::survey::Question;
use super::typed::{self, in_box};

/// A choice was picked (`on`) or let go. Ticks keep the order of the survey. A choice that stands
/// alone lets go of the others, and they of it.
pub fn pick(
    question: &Question,
    before: Option<Answer>,
    choice: ChoiceId,
    on: bool,
) -> Option<Answer> {
    let said = match &before {
        Some(Answer::Other { words, .. }) => words.clone(),
        _ => String::new(),
    };
    if !question.kind.picks_many() {
        return Some(match choice {
            OTHER => Answer::Other { ticked: Vec::new(), words: said },
            choice => Answer::OneChoice(choice),
        });
    }
    let was = |id: ChoiceId| before.as_ref().is_some_and(|answer| answer.picked(id));
    let alone = |id: ChoiceId| question.choices.iter().any(|c| c.id == id && c.alone);
    let stays = |id: ChoiceId| {
        if id == choice { on } else { was(id) && !(on && (alone(choice) || alone(id))) }
    };
    let own = question.choices.iter().map(|choice| choice.id);
    let ticked: Vec<ChoiceId> = own.filter(|id| stays(*id)).collect();
    if stays(OTHER) {
        return Some(Answer::Other { ticked, words: said });
    }
    (!ticked.is_empty()).then_some(Answer::ManyChoices(ticked))
}

/// The choices that another tick cleared: ticked before, and no longer now. `choice` is what was tapped.
pub fn cleared(before: &Option<Answer>, now: &Option<Answer>, choice: ChoiceId) -> Vec<ChoiceId> {
    let ticked = |answer: &Option<Answer>| match answer {
        Some(Answer::ManyChoices(ids)) => ids.clone(),
        Some(Answer::Other { ticked, .. }) => ticked.iter().copied().chain([OTHER]).collect(),
        _ => Vec::new(),
    };
    let now = ticked(now);
    ticked(before).into_iter().filter(|id| *id != choice && !now.contains(id)).collect()
}

/// What a person says instead of a choice.
pub fn say_other(before: Option<Answer>, words: String) -> Option<Answer> {
    let ticked = match before {
        Some(Answer::Other { ticked, .. }) => ticked,
        _ => Vec::new(),
    };
    Some(Answer::Other { ticked, words })
}

/// The order so far, the most important first.
pub fn order(answer: &Option<Answer>) -> &[ChoiceId] {
    match answer {
        Some(Answer::Ranked(order)) => order,
        _ => &[],
    }
}

/// A choice was tapped: it comes last in the order, or leaves it.
pub fn rank(before: &Option<Answer>, choice: ChoiceId) -> Option<Answer> {
    let mut order = order(before).to_vec();
    if order.contains(&choice) {
        order.retain(|other| *other != choice);
    } else {
        order.push(choice);
    }
    (!order.is_empty()).then_some(Answer::Ranked(order))
}

/// The cards that have a place, with it.
pub fn placed(answer: &Option<Answer>) -> &[(ChoiceId, u8)] {
    match answer {
        Some(Answer::Sorted(cards)) => cards,
        _ => &[],
    }
}

/// A card was put into one of the 3 places, or taken back out.
pub fn place(before: &Option<Answer>, card: ChoiceId, at: Option<u8>) -> Option<Answer> {
    let mut cards = placed(before).to_vec();
    cards.retain(|(other, _)| *other != card);
    cards.extend(at.map(|at| (card, at)));
    (!cards.is_empty()).then_some(Answer::Sorted(cards))
}

/// The box of a date with this number: 0 first. Boxes are joined by `/`.
pub fn date_box(answer: &Option<Answer>, number: usize) -> String {
    match answer {
        Some(Answer::Text(text)) => text.split('/').nth(number).unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}

/// True for a box of a date that is empty, or has to be mended.
pub fn is_wrong_box(answer: &Option<Answer>, boxes: usize, number: usize) -> bool {
    matches!(answer, Some(Answer::Text(text)) if typed::is_wrong_box(text, boxes, number))
}

/// Something was typed into one of the boxes of a date. A whole date goes into all of them, one with a short year
/// once the box `is_left`.
pub fn type_date(
    before: &Option<Answer>,
    boxes: usize,
    (number, is_left): (usize, bool),
    typed: &str,
) -> Option<Answer> {
    let text = typed::spread(typed, boxes, is_left).unwrap_or_else(|| {
        let part = |at| if at == number { in_box(typed) } else { date_box(before, at) };
        (0..boxes).map(part).collect::<Vec<_>>().join("/")
    });
    let is_empty = text.split('/').all(is_blank);
    (!is_empty).then_some(Answer::Text(text))
}
