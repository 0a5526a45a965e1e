//! The button that has a page of our own read aloud: a report, a guide. Hidden where no voice speaks English, which is what it says of itself.

use crate::browser::speech;
use crate::ui::el::{El, button};
use crate::ui::icon::{SPEAKER, drawing};
use leptos::prelude::*;

/// The language of what we write ourselves.
const ENGLISH: &str = "en";

/// The button.
pub fn listen() -> El {
    let can = RwSignal::new(speech::has_voice(ENGLISH));
    speech::on_voices(move || _ = can.try_set(speech::has_voice(ENGLISH)));
    let is_on = RwSignal::new(false);
    on_cleanup(speech::stop);
    let press = move |_| {
        if is_on.get_untracked() {
            speech::stop();
            is_on.set(false);
        } else {
            speech::read(ENGLISH, move || _ = is_on.try_set(false));
            is_on.set(true);
        }
    };
    button("button")
        .hidden(move || !can.get())
        .on("click", press)
        .child(drawing(SPEAKER))
        .live_text(move || if is_on.get() { "Stop" } else { "Listen" }.to_owned())
}
