//! Asks whether this is the person whose answers are on the phone, before it shows a word of them.

use super::app::button;
use super::state::Answering;
use crate::browser::page;
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// What is asked once more stands here.
const SURE: &str = "sure-start";

/// The page.
pub fn who(state: Answering) -> Vec<El> {
    let is_asked = RwSignal::new(false);
    // Answers that nobody said they sent would be gone without a word.
    let somebody_else = move || {
        if state.is_told_sent() {
            state.start_again();
        } else {
            is_asked.set(true);
            page::focus_soon(SURE);
        }
    };
    let ask = move || {
        let yes = button("button primary", state.say(Word::SameYes), move || state.same_person());
        let no = button("button", state.say(Word::SameNo), somebody_else);
        vec![el("div").class("ways").child(yes).child(no)]
    };
    let ask_again = move || {
        let why = el("p").class("say").text(state.say(Word::NotSentYet));
        let back = move || {
            is_asked.set(false);
            page::focus_soon(HEADING);
        };
        let back = button("button primary", state.say(Word::NoGoBack), back);
        let start =
            button("button danger", state.say(Word::SureStart), move || state.start_again());
        let notice = el("div").class("notice").id(SURE).attr("tabindex", "-1").child(why);
        vec![notice, el("div").class("ways").child(back).child(start)]
    };
    vec![
        heading(Level::Page, HEADING).text(state.say(Word::SamePerson)),
        el("p").class("say").text(state.say(Word::SamePersonText)),
        el("div").class("stack").live(move || if is_asked.get() { ask_again() } else { ask() }),
    ]
}
