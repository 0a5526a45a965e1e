//! One go at a level: an item at a time, and the score at the end.

use super::item::{self, Words};
use super::{both, says};
use crate::browser::page;
use crate::model::practice::{LEVELS, Level, Score, Stage, Turn, read_turn, write_turn};
use crate::organiser::library;
use crate::organiser::screen::Screen;
use crate::organiser::state::{Desk, HEADING};
use crate::ui::el::{El, button, el};
use leptos::prelude::*;

/// What the focus goes to when an item goes on: what is said of it now.
pub const STEP: &str = "practice-step";

/// A level that somebody is at.
#[derive(Clone, Copy)]
pub struct Going {
    pub desk: Desk,
    pub number: u8,
    pub level: StoredValue<Level>,
    pub turn: RwSignal<Turn>,
    /// What they write.
    pub words: Words,
}

/// Which part of a turn is drawn: what is written stays in its field while the rest of a stage changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Looking,
    Fixing,
    Settled,
    Finished,
}

/// The screen.
pub fn level(desk: Desk, number: u8, level: Level) -> El {
    // A page that is loaded anew goes on where it was.
    let kept = library::practice_turn().and_then(|kept| read_turn(number, &level, &kept));
    let (turn, written) = kept.unwrap_or_else(|| (Turn::begin(), String::new()));
    let going = Going {
        desk,
        number,
        level: StoredValue::new(level),
        turn: RwSignal::new(turn),
        words: Words::new(written),
    };
    Effect::new(move |_| {
        let written = going.words.written();
        let kept = going.turn.with(|turn| write_turn(number, turn, &written));
        library::set_practice_turn(&kept);
    });
    let step = Memo::new(move |_| {
        going.turn.with(|turn| {
            let step = match turn.stage {
                Stage::Looking => Step::Looking,
                Stage::Fixing { .. } => Step::Fixing,
                Stage::Settled { .. } => Step::Settled,
                Stage::Finished => Step::Finished,
            };
            (turn.at, step)
        })
    });
    let (name, count, survey) = going.level.with_value(|level| {
        (format!("Level {number}: {}", level.name), level.items.len(), level.survey)
    });
    let place = move || match step.get() {
        (_, Step::Finished) => "All done.".to_owned(),
        (at, _) => format!("“{survey}”, {} of {count}", at + 1),
    };
    let inside = move || {
        let (_, step) = step.get();
        untrack(|| match step {
            Step::Looking => vec![item::shown(going), item::looking(going)],
            Step::Fixing => vec![item::shown(going), item::fixing(going)],
            Step::Settled => vec![item::settled(going)],
            Step::Finished => vec![finished(going)],
        })
    };
    el("main")
        .class("column practice")
        .child(
            el("div")
                .class("practice-head")
                .child(el("p").class("pill").text("Practice"))
                .child(el("h1").id(HEADING).attr("tabindex", "-1").text(name))
                .child(el("p").class("soft").live_text(place)),
        )
        .live(inside)
}

impl Going {
    /// Goes on to the next item. Behind the last, the score is kept.
    pub fn go_on(self) {
        self.level.with_value(|level| self.turn.update(|turn| turn.go_on(level)));
        self.words.clear();
        let (is_over, score) =
            self.turn.with_untracked(|turn| (turn.stage == Stage::Finished, turn.score));
        if is_over {
            self.keep(score);
        }
        page::start_soon(if is_over { STEP } else { HEADING });
    }

    fn keep(self, score: Score) {
        let kept = library::practice().and_then(|mut scores| {
            scores.note(self.number, score);
            library::set_practice(&scores).map_err(|_| crate::model::practice::Unreadable)
        });
        if kept.is_err() {
            self.desk.tell("This browser could not keep your score. Here it is all the same.");
        }
    }
}

fn finished(going: Going) -> El {
    let Going { desk, number, level, turn, .. } = going;
    let score = turn.with_untracked(|turn| turn.score);
    let result = library::practice().ok().and_then(|scores| scores.of(number));
    let lines = level.with_value(|level| match result {
        Some(result) if result.times > 1 => both(level, result),
        _ => vec![says(level, score)],
    });
    let again = button("button").text("Do it again").on("click", move |_| {
        turn.set(Turn::begin());
        page::start_soon(HEADING);
    });
    let way = |screen: Screen, class: &'static str, name: &'static str| {
        el("a")
            .class(class)
            .attr("href", format!("#{}", screen.fragment()))
            .on_follow(move || desk.go(screen))
            .text(name)
    };
    let next = (number < LEVELS)
        .then(|| way(Screen::Practice(Some(number + 1)), "button primary", "Next level"));
    el("section")
        .class("card practice-score")
        .child(el("h2").id(STEP).attr("tabindex", "-1").text("Well done"))
        .children(lines.into_iter().map(|line| el("p").class("big-line").text(line)))
        .child(el("p").class("soft").text(
            "Our advice finds some faults. People who will use a survey find more. Ask them.",
        ))
        .child(el("div").class("button-row").children(next).child(again).child(way(
            Screen::Practice(None),
            "button",
            "All levels",
        )))
}
