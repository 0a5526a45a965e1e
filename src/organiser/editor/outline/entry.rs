//! The lines of the outline: a button that opens a card, or a checkbox while several questions are
//! selected. A key in a field redraws no other line than its own.

use super::entry_id;
use crate::browser::page;
use crate::model::id::QuestionId;
use crate::organiser::advice::dot::advice_dot;
use crate::organiser::beside::here;
use crate::organiser::editor::handle::{handle, place_name};
use crate::organiser::editor::lines::{Lines, OneLine, line};
use crate::organiser::state::{Desk, Spot};
use crate::organiser::words::quoted;
use crate::ui::el::{El, el};
use crate::ui::icon::{Icon, drawing};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

/// What the focus can step through.
const STEPS: &str = ".outline-entry";
/// Points at what is below.
const CHEVRON: Icon = Icon("m6 9 6 6 6-6");

/// What the lines share.
#[derive(Clone, Copy)]
pub struct Shared {
    pub desk: Desk,
    pub lines: Lines,
    /// True while several questions can be selected.
    pub selecting: Memo<bool>,
    /// Whether the outline is open where the screen is narrow.
    pub shown: RwSignal<bool>,
}

/// A question, a page or the title of a section.
pub fn entry(shared: Shared, id: QuestionId) -> El {
    let line = line(shared.lines, id);
    el("div").class("outline-line").attr("data-place", place_name(id)).live(move || {
        if shared.selecting.get() {
            vec![checkbox(shared, id, line)]
        } else {
            vec![handle(shared.desk, id, true), button(shared, id, line)]
        }
    })
}

/// The title of a section: it folds, and all that is in it can be selected at once.
pub fn title(shared: Shared, id: QuestionId, list: String) -> El {
    let Shared { desk, lines, selecting, .. } = shared;
    let text = line(lines, id);
    let words = move || text.with(|line| line.as_ref().map(|line| line.text.clone()));
    let folded = desk.arranging.folded;
    let is_open = Memo::new(move |_| !folded.with(|folded| folded.contains(&id)));
    let fold = move |_| {
        folded.update(|folded| {
            if !folded.remove(&id) {
                folded.insert(id);
            }
        });
    };
    let fold = el("button")
        .attr("type", "button")
        .class("outline-fold")
        .live_attr("aria-label", move || Some(format!("Questions in {}", quoted(&words()?))))
        .live_attr("aria-expanded", move || Some(is_open.get().to_string()))
        .attr("aria-controls", list)
        .on("click", fold)
        .child(drawing(CHEVRON));
    let all = move || {
        let all = desk.draft.with_untracked(|draft| draft.content().section(Some(id)));
        desk.select_all(&all);
    };
    el("div").class("outline-title").child(entry(shared, id)).child(fold).live(move || {
        let all_button = el("button")
            .attr("type", "button")
            .class("outline-all")
            .text("Select all in this section")
            .on("click", move |_| all());
        let is_needed = selecting.get() && is_open.get();
        is_needed.then_some(all_button).into_iter().collect()
    })
}

fn button(shared: Shared, id: QuestionId, line: OneLine) -> El {
    let desk = shared.desk;
    let open = Memo::new(move |_| desk.spot.get() == Spot::Question(id));
    el("button")
        .attr("type", "button")
        .class("outline-entry")
        .id(entry_id(id))
        .live_attr("aria-current", move || open.get().then(|| "true".to_owned()))
        .on("click", move |_| {
            shared.shown.set(false);
            desk.open(Spot::Question(id));
        })
        .on("keydown", move |event| keys(shared, id, line, &event.into()))
        .live(move || words(line))
        .child(here(desk, Spot::Question(id)))
        .child(advice_dot(desk, id))
}

fn checkbox(shared: Shared, id: QuestionId, line: OneLine) -> El {
    let desk = shared.desk;
    let selected = desk.arranging.selected;
    let is_ticked = move || selected.with(|ids| ids.as_ref().is_some_and(|ids| ids.contains(&id)));
    let tick = el("input")
        .attr("type", "checkbox")
        .class("outline-entry")
        .id(entry_id(id))
        .checked(is_ticked)
        .on("click", move |event| match MouseEvent::from(event).shift_key() {
            true => desk.select_up_to(id),
            false => desk.select(id),
        })
        .on("keydown", move |event| keys(shared, id, line, &event.into()));
    el("label").class("outline-tick").child(tick).live(move || words(line))
}

/// Its number, its words, and whether only some people are asked. What else there is to show of a
/// question comes behind that.
fn words(line: OneLine) -> Vec<El> {
    let Some(line) = line.get() else { return Vec::new() };
    let number = line.number.map(|number| number.to_string()).unwrap_or_default();
    let text = el("span").class("outline-text").attr("dir", "auto").text(line.text);
    let only_if = line.only_if.map(|_| el("span").class("outline-if").text("Only if"));
    let mut words = vec![el("span").class("outline-number").text(number), text];
    words.extend(only_if);
    words
}

/// With Alt, a line moves: by one, with Shift as a whole section, or to an end. Without, the focus
/// moves, and with Shift it selects on its way.
fn keys(shared: Shared, id: QuestionId, line: OneLine, event: &KeyboardEvent) {
    let desk = shared.desk;
    let (down, is_end) = match event.key().as_str() {
        "ArrowUp" => (false, false),
        "ArrowDown" => (true, false),
        "Home" => (false, true),
        "End" => (true, true),
        _ => return,
    };
    if event.ctrl_key() || event.meta_key() || (is_end && !event.alt_key()) {
        return;
    }
    event.prevent_default();
    if event.alt_key() {
        // The line is of a card as well: its keys must not move it again.
        move_by_key(desk, id, line, (down, is_end), event.shift_key());
        return;
    }
    let extends = event.shift_key() && shared.selecting.get_untracked();
    if extends {
        desk.select_up_to(id);
    }
    let next = page::step_focus(STEPS, down);
    if let (true, Some(next)) = (extends, next) {
        let lines = shared.lines.all.read_untracked();
        if let Some(line) = lines.iter().find(|line| entry_id(line.id) == next) {
            desk.select_up_to(line.id);
        }
    }
}

/// What Alt with an arrow, Home or End does to a question, in the outline and in its card.
pub fn move_by_key(
    desk: Desk,
    id: QuestionId,
    line: OneLine,
    (down, is_end): (bool, bool),
    shift: bool,
) {
    let is_title = line.with_untracked(|line| line.as_ref().is_some_and(|l| l.section == Some(id)));
    match (is_end, shift && is_title) {
        (true, _) => desk.move_to_end(id, down),
        (false, true) => desk.move_section(id, down),
        (false, false) => desk.move_question(id, down),
    }
}
