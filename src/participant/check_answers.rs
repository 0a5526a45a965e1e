//! Every question on the person's path with its answer, and the ways on from there.

use super::app::{button, stand};
use super::state::Answering;
use crate::model::path::Step;
use crate::model::words::Word;
use crate::ui::check_answers::{self, Checked};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The last page before sending.
pub fn check_answers(state: Answering) -> Vec<El> {
    let path = state.path();
    let asks =
        |step: &&Step| state.survey.with_value(|survey| survey.questions[step.place].kind.asks());
    let checked = |step: &Step| {
        let (step, asked) = (*step, state.asked(*step));
        Checked {
            question: state.question(step, &path),
            answer: state.progress.with_untracked(|p| p.answers.get(asked).cloned()),
            section: state.section(step, &path),
            change: Callback::new(move |()| state.change(step)),
        }
    };
    let all = path.reachable().iter().filter(asks).map(checked).collect();
    let mut page =
        check_answers::check_answers(all, state.words(), stand(state), state.sent_before());
    let back = button("button", state.say(Word::Back), move || state.back());
    let on = button("button primary", state.say(Word::Send), move || state.finish());
    page.push(el("div").class("steps").child(back).child(on));
    page
}
