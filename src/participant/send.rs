//! Sending: the answers are sealed here, and handed over in one of the ways of `hand_over`. Says what
//! the organiser does next, and how to take the answers back.

use super::app::button;
use super::hand_over::{Message, Sent, hand_over};
use super::state::Answering;
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// The ways to send.
pub fn send_answers(state: Answering) -> Vec<El> {
    let say = move |word| el("p").class("say").text(state.say(word));
    let Some(link) = state.sealed_link() else {
        let notice = el("div").class("notice bad").child(say(Word::CannotSendWhy));
        let title = heading(Level::Page, HEADING).text(state.say(Word::CannotSend));
        return vec![title, notice.child(say(Word::CannotSendNext))];
    };
    let title = state.survey.with_value(|survey| survey.title.clone());
    let revision = state.progress.with_untracked(|progress| progress.sent + 1);
    let before = revision > 1;
    let about = state.words().fill(Word::MyAnswersTo, &[&title]);
    let text = [&about, ":\n", &link].concat();
    let message = Message { title, text, file: "my-answers.txt" };
    let sent = RwSignal::new(Sent::NotYet);
    let locked = state.words().fill(Word::SendLocked, &[&whose(state)]);
    let mut page = vec![
        heading(Level::Page, HEADING).text(state.say(Word::SendTitle)),
        el("p").class("say").text(locked),
    ];
    if before {
        page.push(say(Word::SendBefore));
    }
    let behind = el("div").class("stack").live(move || match sent.get() {
        Sent::NotYet if !before => Vec::new(),
        _ => what_next(state),
    });
    let on_sent = move || state.sent(revision);
    page.extend(hand_over(message, state.words(), sent, on_sent, behind));
    let back = button("button", state.say(Word::Back), move || state.back());
    page.push(el("div").class("steps").child(back));
    // Their licence asks for it.
    page.push(el("p").class("hint").text("Pictures: OpenMoji (CC BY-SA 4.0)"));
    page
}

/// What the organiser does next, and how to take the answers back.
fn what_next(state: Answering) -> Vec<El> {
    let after = state.survey.with_value(|survey| survey.after.clone());
    let mut all = Vec::new();
    if !after.is_empty() {
        all.push(el("h2").class("say").text(state.say(Word::WhatNext)));
        all.push(el("p").class("words say").attr("dir", "auto").text(after));
    }
    all.extend(take_back(state));
    all
}

/// How to take back the answers that were sent.
pub fn take_back(state: Answering) -> [El; 2] {
    let back = state.words().fill(Word::TakeBack, &[&whose(state)]);
    let code = state.progress.with_untracked(|progress| progress.id.code());
    let code = el("strong").class("response-code").attr("dir", "ltr").text(code);
    let name = [state.say(Word::YourCode), ": "].concat();
    [el("p").class("say").text(back), el("p").class("say").text(name).child(code)]
}

/// Who asked. Marked so that the name does not turn the sentence around it when it runs the other way
/// (Unicode, UAX 9).
fn whose(state: Answering) -> String {
    let name = state.survey.with_value(|survey| survey.organisation.clone());
    let name = if name.is_empty() { state.say(Word::WhoAsked) } else { &name };
    ["\u{2068}", name, "\u{2069}"].concat()
}
