//! The button that has the page read out.
//!
//! Absent: how a browser speaks (see [`speech`](crate::browser::speech)).

use super::state::Answering;
use crate::browser::speech;
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::icon::{SPEAKER, drawing};
use leptos::prelude::*;

/// The button to have the page read out. Hidden where no voice speaks the language.
pub fn listen(state: Answering) -> El {
    let chosen = state.language.get_untracked();
    let can = RwSignal::new(speech::has_voice(chosen.primary()));
    speech::on_voices(move || _ = can.try_set(speech::has_voice(chosen.primary())));
    let press = move |_| {
        if state.listening.get_untracked() {
            speech::stop();
            state.listening.set(false);
        } else {
            speech::read(chosen.primary(), move || state.listening.set(false));
            state.listening.set(true);
        }
    };
    let name = move || {
        state.say(if state.listening.get() { Word::StopListening } else { Word::Listen }).to_owned()
    };
    el("button")
        .attr("type", "button")
        .class("button quiet")
        .hidden(move || !can.get())
        .on("click", press)
        .child(drawing(SPEAKER))
        .live_text(name)
}
