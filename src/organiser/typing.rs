//! Typing in what people wrote on paper, mostly by keys: number and letter keys pick, Enter goes on. Each paper has
//! a number, so that none is typed in twice without a word.
//!
//! Which page comes next, whether an answer is right and what a key means, the model decides. What is typed is kept
//! as it is typed; finished, it goes to the same inbox as what phones send.

mod check;
mod entry;
mod saving;
mod start;
mod state;

use super::state::{Desk, HEADING};
use crate::model::id::SurveyId;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use state::{Shown, Typist};

/// The screen.
pub fn screen(desk: Desk, id: SurveyId) -> El {
    let typist = Typist::new(desk, id);
    let has_survey = move || desk.versions.with(|versions| !versions.is_empty());
    let unpublished = || {
        let text = "This survey is not published yet, so nobody has it on paper.";
        parts().child(el("div").class("notice").child(el("p").text(text)))
    };
    let is_ready = move || has_survey() && desk.is_received_read.get();
    el("main")
        .class("column typing-in")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Type in paper answers"))
        .show(move || !has_survey(), unpublished)
        // Nobody could tell which papers are in already.
        .show(
            move || !desk.is_received_read.get(),
            move || parts().child(super::inbox::unread(desk)),
        )
        .show(is_ready, move || parts().child(shown(typist)))
}

/// What is drawn anew only when another page is shown: fields keep the focus while somebody types.
fn shown(typist: Typist) -> El {
    let draw = move || match typist.shown.get_untracked() {
        Shown::Start => start::start(typist),
        Shown::Known(known) => vec![start::known(typist, known)],
        Shown::Question(step) => vec![entry::question(typist, step)],
        Shown::Check => vec![check::check(typist)],
        Shown::SaidNo => vec![check::said_no(typist)],
        Shown::Differ(all) => vec![check::differ(typist, all)],
    };
    el("div").class("typing-page").live(move || {
        typist.shown.track();
        untrack(draw)
    })
}
