//! Every question on the person's path with its answer, and the ways on from there.

use super::app::{button, stand};
use super::state::Answering;
use crate::model::path::Step;
use crate::model::words::{Word, Words};
use crate::ui::check_answers::{self, Checked};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// From so many questions on, the way to send stands above them too: the end is out of sight.
const MANY: usize = 6;

/// The last page before sending.
pub fn check_answers(state: Answering) -> Vec<El> {
    check_answers_in(state, state.words())
}

/// The same in these words: a tablet that is handed on sends nothing.
pub fn check_answers_in(state: Answering, words: Words) -> Vec<El> {
    let path = state.path();
    let asks =
        |step: &&Step| state.survey.with_value(|survey| survey.questions[step.place].kind.asks());
    let checked = |step: &Step| {
        let (step, asked) = (*step, state.asked(*step));
        Checked {
            question: state.question(step, &path),
            answer: state.progress.with_untracked(|p| p.answers.get(asked).cloned()),
            section: state.section(step, &path),
            id: state.card_of(step),
            change: Callback::new(move |()| state.change(step)),
        }
    };
    let all: Vec<Checked> = path.reachable().iter().filter(asks).map(checked).collect();
    let is_long = all.len() >= MANY;
    let mut page = check_answers::check_answers(all, words, stand(state), state.sent_before());
    let back = button("button", state.say(Word::Back), move || state.back());
    let send = move || button("button primary", words.say(Word::Send), move || state.finish());
    if is_long {
        // After the heading and what it says of all.
        page.insert(2, el("div").class("steps").child(send()));
    }
    page.push(el("div").class("steps").child(back).child(send()));
    page
}
