//! Frames of a text, shown one after another for a camera: what is too long for one code.
//!
//! They run by themselves, and people can have them slower or faster, stop them, and go on by hand. For those who want
//! little movement they are slow from the start.

use super::comfort;
use crate::browser::{page, wait};
use crate::model::frames::{CALM, TURNS, USUAL};
use crate::model::qr::small;
use crate::model::words::{Word, Words};
use crate::ui::el::{El, el};
use crate::ui::qr::qr_drawing;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The quickest of [`TURNS`].
const QUICKEST: usize = TURNS.len() - 1;

/// The frames and their buttons. They run for as long as they are drawn.
pub fn film(frames: Vec<String>, words: Words) -> Vec<El> {
    let last = frames.len() - 1;
    let is_calm = page::is_calm() || comfort::is_calm();
    let [at, speed] = [0, if is_calm { CALM } else { USUAL }].map(RwSignal::new);
    let runs = RwSignal::new(true);
    let go_on = move || at.update(|at| *at = if *at == last { 0 } else { *at + 1 });
    spawn_local(async move {
        // Gone once the frames are.
        while let Some(turn) = speed.try_get_untracked().and_then(|speed| TURNS.get(speed)) {
            wait::pause(*turn).await;
            if runs.try_get_untracked() == Some(true) {
                go_on();
            }
        }
    });
    let number =
        move || words.fill(Word::CodeOf, &[&(at.get() + 1).to_string(), &(last + 1).to_string()]);
    let shown = move || {
        let code = frames.get(at.get()).and_then(|frame| small::encode(frame));
        code.map(|code| qr_drawing(&code, words.say(Word::CodeName))).into_iter().collect()
    };
    // One kind of button for all four: a phone downloads each kind.
    let press = move |word: Word| {
        let act = move |_| match word {
            Word::Slower => speed.update(|speed| *speed = speed.saturating_sub(1)),
            Word::Faster => speed.update(|speed| *speed = QUICKEST.min(*speed + 1)),
            Word::Pause => runs.update(|runs| *runs = !*runs),
            // Whoever turns them by hand does not want them to run on.
            _ => {
                runs.set(false);
                go_on();
            }
        };
        let name = move || {
            let is_stopped = word == Word::Pause && !runs.get();
            words.say(if is_stopped { Word::GoOn } else { word }).to_owned()
        };
        el("button").attr("type", "button").class("button").on("click", act).live_text(name)
    };
    let buttons = [Word::Slower, Word::Faster, Word::Pause, Word::NextCode].map(press);
    vec![
        el("p").class("say").text(words.say(Word::CodesChange)),
        el("div").class("film").live(shown),
        el("p").class("say").live_text(number),
        el("div").class("button-row").children(buttons),
    ]
}
