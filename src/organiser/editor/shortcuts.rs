//! The keys that do something in the editor, and the list of them.
//!
//! One table for both: what the list says is what the keys do. All have Ctrl or Alt, so that none
//! gets in the way of typing or of speech input (WCAG 2.1.4).

use super::tools::{Tool, head};
use crate::browser::page;
use crate::model::draft::Draft;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::state::{Desk, Spot};
use crate::ui::el::{El, el};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// What keys do wherever the focus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Undo,
    Redo,
    NextCard,
    CardBefore,
    /// Another question of the same kind, below the open one.
    AddBelow,
    /// What the button does.
    Publish,
    /// The list of keys.
    Keys,
}

/// Keys that do the same, what that is, and the command where it is not the place's own.
type Shortcut = (&'static [&'static str], &'static str, Option<Command>);

const GROUPS: [(&str, &[Shortcut]); 6] = [
    (
        "Anywhere in the editor",
        &[
            (
                &["Ctrl+Z"],
                "Undo: in the field you are in first, then the last step",
                Some(Command::Undo),
            ),
            (&["Ctrl+Shift+Z", "Ctrl+Y"], "Redo it", Some(Command::Redo)),
            (&["Alt+PageDown"], "Open the next card", Some(Command::NextCard)),
            (&["Alt+PageUp"], "Open the card before", Some(Command::CardBefore)),
            (&["Ctrl+Shift+F"], "Find words in the survey", None),
            (&["Ctrl+Shift+Enter"], "Publish", Some(Command::Publish)),
            (&["Ctrl+/"], "Open this list", Some(Command::Keys)),
        ],
    ),
    (
        "In a question",
        &[
            (&["Alt+↑"], "Move the question up", None),
            (&["Alt+↓"], "Move the question down", None),
            (&["Alt+Home"], "Move the question to the start", None),
            (&["Alt+End"], "Move the question to the end", None),
            (&["Alt+Shift+↑"], "Move a whole section up", None),
            (&["Alt+Shift+↓"], "Move a whole section down", None),
            (&["Ctrl+Enter"], "Add a question of the same kind below", Some(Command::AddBelow)),
        ],
    ),
    (
        "In a choice",
        &[
            (&["Enter"], "Add a choice below", None),
            (&["Backspace"], "Remove the choice, while it is empty", None),
            (&["Alt+↑"], "Move the choice up", None),
            (&["Alt+↓"], "Move the choice down", None),
        ],
    ),
    (
        "Everywhere",
        &[
            (&["Tab"], "Go to the next field or button", None),
            (&["Shift+Tab"], "Go to the one before", None),
            (&["Enter", "Space"], "Press the button", None),
        ],
    ),
    (
        "In the list of questions",
        &[
            (&["↑", "↓"], "Go to another question", None),
            (&["Shift+↑", "Shift+↓"], "Select on the way, while you select several", None),
        ],
    ),
    ("In a window like this one", &[(&["Esc"], "Close it", None)]),
];

/// What these keys do.
pub fn command(event: &KeyboardEvent) -> Option<Command> {
    let all = GROUPS.iter().flat_map(|(_, shortcuts)| shortcuts.iter());
    let mut own = all.filter_map(|(keys, _, command)| Some((keys, (*command)?)));
    own.find(|(keys, _)| keys.iter().any(|keys| is_pressed(event, keys)))
        .map(|(_, command)| command)
}

fn is_pressed(event: &KeyboardEvent, keys: &str) -> bool {
    let (held, key) = keys.rsplit_once('+').unwrap_or(("", keys));
    let has = |name| held.split('+').any(|part| part == name);
    // Some keyboards need Shift for a sign.
    let shift_fits = key == "/" || event.shift_key() == has("Shift");
    (event.ctrl_key() || event.meta_key()) == has("Ctrl")
        && event.alt_key() == has("Alt")
        && shift_fits
        && event.key().eq_ignore_ascii_case(key)
}

/// Does it. False where there is nothing to do.
pub fn run(desk: Desk, command: Command) -> bool {
    let in_cards = matches!(desk.screen.get_untracked(), Screen::Survey(_, Part::Questions));
    match command {
        Command::Undo => desk.undo_by_key(),
        Command::Redo => desk.redo(),
        Command::Publish => desk.publish(),
        _ if !in_cards => return false,
        Command::NextCard => step(desk, true),
        Command::CardBefore => step(desk, false),
        Command::AddBelow => {
            let Spot::Question(id) = desk.spot.get_untracked() else { return false };
            let kind = desk.draft.with_untracked(|draft| Some(draft.content().question(id)?.kind));
            let Some(kind) = kind else { return false };
            desk.add_question_after(Some(id), kind);
        }
        Command::Keys => desk.tool.set(Some(Tool::Shortcuts)),
    }
    true
}

/// Opens the card after the open one, or before it.
fn step(desk: Desk, forth: bool) {
    let questions = |draft: &Draft| {
        let questions = draft.content().questions.iter();
        questions.map(|question| Spot::Question(question.id)).collect::<Vec<_>>()
    };
    let mut cards = vec![Spot::Welcome];
    cards.extend(desk.draft.with_untracked(questions));
    cards.push(Spot::Words);
    let open = desk.spot.get_untracked();
    let place = cards.iter().position(|card| *card == open).unwrap_or(0);
    let next = if forth { Some(place + 1) } else { place.checked_sub(1) };
    match next.and_then(|place| cards.get(place)) {
        Some(card) => desk.open(*card),
        None if forth => desk.tell("This is the last card."),
        None => desk.tell("This is the first card."),
    }
}

/// What stands in the dialog.
pub fn tool(desk: Desk) -> Vec<El> {
    let is_mac = page::has_mac_keys();
    let help = el("p").class("help").text("Hold the first keys down, then press the last one.");
    let mut all = vec![head(desk, "Keyboard shortcuts"), help];
    all.extend(GROUPS.iter().map(|(name, shortcuts)| table(name, shortcuts, is_mac)));
    all
}

fn table(name: &'static str, shortcuts: &'static [Shortcut], is_mac: bool) -> El {
    let column = |name: &'static str| el("th").attr("scope", "col").text(name);
    let line = |(keys, does, _): &'static Shortcut| {
        let mut cell = el("th").attr("scope", "row");
        for (place, keys) in keys.iter().enumerate() {
            if place > 0 {
                cell = cell.text(" or ");
            }
            cell = cell.children([el("kbd").text(shown(keys, is_mac))]);
        }
        el("tr").child(cell).child(el("td").text(*does))
    };
    let head = el("tr").child(column("Keys")).child(column("What they do"));
    el("table")
        .class("keys")
        .child(el("caption").text(name))
        .child(el("thead").child(head))
        .child(el("tbody").children(shortcuts.iter().map(line)))
}

/// Keys as they are written on the keyboard.
fn shown(keys: &'static str, is_mac: bool) -> String {
    let keys = keys.replace("PageUp", "Page Up").replace("PageDown", "Page Down");
    match is_mac {
        true => keys.replace("Ctrl", "⌘").replace("Alt", "⌥").replace("Shift", "⇧"),
        false => keys,
    }
}
