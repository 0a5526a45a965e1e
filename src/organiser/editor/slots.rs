//! The cards in their order, with a "+" between each two. Pressed, it makes room right there for the
//! kinds of question to add.

use super::card::question_card;
use super::lines::Lines;
use super::picker::picker;
use crate::browser::page;
use crate::model::id::QuestionId;
use crate::organiser::ids::{ADD_QUESTION, card_id};
use crate::organiser::state::{Desk, Spot};
use crate::ui::el::{El, button, el};
use leptos::prelude::*;

/// What stands in the column of cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Card(QuestionId),
    /// The "+" below a question, or above all, and whether it is the last one.
    Plus(Option<QuestionId>, bool),
    /// The kinds to pick from, in the place of the "+".
    Picker(Option<QuestionId>),
}

/// The id of what the name of each "+" starts with.
const BELOW: &str = "add-below";

/// The id of the "+" below a question.
fn plus_id(after: Option<QuestionId>) -> String {
    format!("add-after-{}", after.map_or_else(|| "start".to_owned(), |id| id.0.to_string()))
}

/// The cards and what is between them, at the end of what stands in `column`.
pub fn slots(column: El, desk: Desk, lines: Lines) -> El {
    let slots = Memo::new(move |_| {
        let ids: Vec<_> = lines.with_drawn(|lines| lines.iter().map(|line| line.id).collect());
        let adding = lines.adding.get();
        let last = ids.last().copied();
        // A survey without questions has nothing to do but to add the first.
        let gap = |after: Option<QuestionId>| match adding {
            Some(there) if there == after => Slot::Picker(after),
            _ if last.is_none() => Slot::Picker(after),
            _ => Slot::Plus(after, after == last),
        };
        let cards = ids.iter().flat_map(|id| [Slot::Card(*id), gap(Some(*id))]);
        core::iter::once(gap(None)).chain(cards).collect::<Vec<_>>()
    });
    let slot = move |slot: Slot| match slot {
        Slot::Card(id) => question_card(desk, id, lines),
        Slot::Plus(after, is_last) => plus(lines, after, is_last),
        Slot::Picker(after) => picker(desk, lines, after),
    };
    column
        .child(el("span").id(BELOW).hidden(|| true).text("Add a question below"))
        .keyed(move || slots.get(), slot)
}

fn plus(lines: Lines, after: Option<QuestionId>, is_last: bool) -> El {
    let open = move |_| {
        lines.adding.set(Some(after));
        page::focus_soon(PICK);
    };
    if is_last {
        let plus = el("span").attr("aria-hidden", "true").text("+ ");
        return button("add-at-end")
            .id(ADD_QUESTION)
            .child(plus)
            .text("Add a question")
            .on("click", open);
    }
    let above = card_id(after.map_or(Spot::Welcome, Spot::Question));
    button("add-here")
        .id(plus_id(after))
        .attr("aria-labelledby", format!("{BELOW} {above}"))
        .text("+")
        .on("click", open)
}

/// The id of the first kind to pick, where that is not the end of the survey.
pub const PICK: &str = "pick-kind";

/// Closes the picker. The focus goes to what opened it.
pub fn close(lines: Lines, after: Option<QuestionId>) {
    let is_last = lines.all.with_untracked(|lines| lines.last().map(|line| line.id) == after);
    lines.adding.set(None);
    page::focus_soon(&if is_last { ADD_QUESTION.to_owned() } else { plus_id(after) });
}
