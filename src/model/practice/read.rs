//! Reads the text file of a level. The files are part of the program and tests read them all, so there are no
//! errors: a line that is not understood is left out.
//!
//! Each line begins with what it is:
//! - `name`, `about`, `picture CODE`, `survey`: about the level.
//! - `* label`: a thing to look at. `welcome`, `yesno`, `one`, `short`, `number` and its words follow, and `choice`.
//! - `- words`: what is not wrong with it, and could be. `fine`: nothing is wrong.
//! - `fault RULE`, `keeps WORD|WORD`, `better words`: what our advice finds, what has to stay (one word of each such
//!   line, or a word that begins with it), and one way to write it.
//! - `wrong words`, `why words`, `right-fix words`, `wrong-fix words`: what a person sees.

use super::{Fault, Item, Level, Way};
use crate::model::easy_read::Rule;
use crate::model::survey::Kind;

/// The level that a file holds.
pub(super) fn level(file: &'static str) -> Level {
    let mut level = Level::default();
    for line in file.lines() {
        let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
        match (what, level.items.last_mut()) {
            ("name", _) => level.name = rest,
            ("about", _) => level.about = rest,
            ("picture", _) => level.picture = rest,
            ("survey", _) => level.survey = rest,
            ("*", _) => level.items.push(Item {
                label: rest,
                kind: None,
                text: "",
                choices: Vec::new(),
                guesses: Vec::new(),
                fault: Fault::None,
            }),
            (what, Some(item)) => add(item, what, rest),
            (_, None) => {}
        }
    }
    level
}

fn add(item: &mut Item, what: &str, rest: &'static str) {
    let kind = match what {
        "yesno" => Some(Kind::YesNo),
        "one" => Some(Kind::OneChoice),
        "short" => Some(Kind::ShortText),
        "number" => Some(Kind::Number),
        _ => None,
    };
    if kind.is_some() || what == "welcome" {
        (item.kind, item.text) = (kind, rest);
        return;
    }
    match (what, &mut item.fault) {
        ("choice", _) => item.choices.push(rest),
        ("-", _) => item.guesses.push(rest),
        ("fault", fault) => {
            if let Some(rule) = Rule::ALL.into_iter().find(|rule| rule.name() == rest) {
                *fault = Fault::Found { rule, keeps: Vec::new(), better: Vec::new() };
            }
        }
        ("keeps", Fault::Found { keeps, .. }) => keeps.push(rest.split('|').collect()),
        ("better", Fault::Found { better, .. }) => better.push(rest),
        ("wrong", fault) => *fault = Fault::Seen { what: rest, why: "", ways: Vec::new() },
        ("why", Fault::Seen { why, .. }) => *why = rest,
        ("right-fix" | "wrong-fix", Fault::Seen { ways, .. }) => {
            ways.push(Way { words: rest, is_right: what == "right-fix" });
        }
        _ => {}
    }
}
