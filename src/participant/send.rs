//! Sending: the answers are sealed here, and leave in one of the ways of `send/ways`. Sending is over
//! when the person says so: then comes the page of `done`.

mod ways;

pub use ways::Sending;

use super::app::button;
use super::state::Answering;
use crate::browser::clock;
use crate::model::day;
use crate::model::plain_text::isolated;
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// The ways to send.
pub fn send_answers(state: Answering) -> Vec<El> {
    let say = move |word| el("p").class("say").text(state.say(word));
    let back = button("button", state.say(Word::Back), move || state.back());
    let back = el("div").class("steps").child(back);
    let Some(sending) = Sending::of(state, false) else {
        let notice = el("div").class("notice bad").child(say(Word::CannotSendWhy));
        let title = heading(Level::Page, HEADING).text(state.say(Word::CannotSend));
        return vec![title, notice.child(say(Word::CannotSendNext)), back];
    };
    let locked = state.words().fill(Word::SendLocked, &[&whose(state)]);
    let mut page = vec![
        heading(Level::Page, HEADING).text(state.say(Word::SendTitle)),
        el("p").class("say").text(locked),
    ];
    page.extend(closed(state));
    if state.sent_before() {
        page.push(say(Word::SendBefore));
    }
    page.extend(sending.page());
    page.push(back);
    // Their licence asks for it.
    page.push(el("p").class("hint").text("Pictures: OpenMoji (CC BY-SA 4.0)"));
    page
}

/// What happens with the answers now, in the organiser's words.
pub fn what_next(state: Answering) -> Option<El> {
    let after = state.survey.with_value(|survey| survey.after.clone());
    let text = el("p").class("words say").attr("dir", "auto");
    let title = el("h2").class("say").text(state.say(Word::WhatNext));
    let card = || el("div").class("what-next").child(title).child(text.text(after.clone()));
    (!after.is_empty()).then(card)
}

/// That the survey closed, once it has. Who began it can still send it: see `shut`.
pub fn closed(state: Answering) -> Option<El> {
    let words = is_closed(state).then(|| until(state, Word::ClosedOn))??;
    Some(el("div").class("notice").child(el("p").class("say").text(words)))
}

/// True once the last day is over by the clock of the phone.
pub fn is_closed(state: Answering) -> bool {
    state.survey.with_value(|survey| survey.is_closed(clock::today()))
}

/// Says the last day, if there is one, and who asked.
pub fn until(state: Answering, word: Word) -> Option<String> {
    // No calendar shows a day as late as a hostile survey can name.
    let last = state.survey.with_value(|survey| survey.closes)?;
    let day =
        (last <= day::LAST).then(|| clock::day_in(last, state.language.get_untracked().tag()))?;
    Some(state.words().fill(word, &[&day, &whose(state)]))
}

/// Whom people can ask: as the survey says, or who asked.
pub fn asked(state: Answering) -> String {
    let ask = state.survey.with_value(|survey| survey.notice.ask.clone());
    // Then where the answers go, before the mere name.
    let to = || state.survey.with_value(|survey| survey.send_to.first().map(ways::whom));
    if ask.is_empty() { to().unwrap_or_else(|| whose(state)) } else { isolated(&ask) }
}

/// How to take back the answers that were sent.
pub fn take_back(state: Answering) -> [El; 2] {
    let [back, name, code] = take_back_in_words(state);
    let code = el("strong").class("response-code").attr("dir", "ltr").text(code);
    [el("p").class("say").text(back), el("p").class("say").text(name).child(code)]
}

/// The same in words: how, what the code is called, and the code.
pub fn take_back_in_words(state: Answering) -> [String; 3] {
    let back = state.words().fill(Word::TakeBack, &[&whose(state)]);
    let code = state.progress.with_untracked(|progress| {
        // What is kept apart has a code of its own: who tells both takes both back.
        let apart = progress.apart.map(|id| [" + ", &id.code()].concat());
        progress.id.code() + &apart.unwrap_or_default()
    });
    [back, [state.say(Word::YourCode), ": "].concat(), code]
}

/// Who asked.
pub fn whose(state: Answering) -> String {
    let name = state.survey.with_value(|survey| survey.organisation.clone());
    let name = if name.is_empty() { state.say(Word::WhoAsked) } else { &name };
    isolated(name)
}
