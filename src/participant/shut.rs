//! The page of a survey that closed, for those who have not begun it: until when it was open, and whom to ask.
//!
//! Who began it before keeps what they wrote, and can still send it: they never meet this page. Nor is
//! anybody shut out for good, for the clock of a phone may be wrong, and who asked may still want to hear.
//! The organiser sees which answers came late.

use super::app::button;
use super::send::{asked, until};
use super::state::Answering;
use crate::browser::clock;
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// The page.
pub fn shut_page(state: Answering) -> Vec<El> {
    let words = state.words();
    let said = |text: String| el("p").class("words say").attr("dir", "auto").text(text);
    let title = state.survey.with_value(|survey| survey.title.clone());
    let today = clock::day_in(clock::today(), state.language.get_untracked().tag());
    let anyway = button("button", state.say(Word::AnswerAnyway), move || state.answer_anyway());
    let mut page = vec![
        heading(Level::Page, HEADING).text(state.say(Word::ClosedTitle)),
        el("p").class("whose say").attr("dir", "auto").text(title),
    ];
    page.extend(until(state, Word::ClosedUntil).map(said));
    page.push(said(words.fill(Word::ClosedAsk, &[&asked(state)])));
    page.push(said(words.fill(Word::PhoneDay, &[&today])));
    page.push(el("div").class("steps").child(anyway));
    page
}
