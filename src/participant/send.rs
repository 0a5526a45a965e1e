//! Sending: the answers are sealed here, and handed over by share sheet, copy or file. Each way
//! says what happens next, and how to take the answers back. The program itself sends nothing
//! anywhere.

use super::app::button;
use super::state::Answering;
use crate::browser::share::{self, Shared};
use crate::browser::{file, page};
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The field that holds the link, for copying by hand.
const CODE: &str = "answer-link";

/// How far the sending got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sent {
    NotYet,
    Shared,
    Copied,
    CopyByHand,
    Saved,
    Failed,
}

/// The ways to send.
pub fn send_answers(state: Answering) -> Vec<El> {
    let say = move |word| el("p").class("say").text(state.say(word));
    let Some(link) = state.sealed_link() else {
        let notice = el("div").class("notice bad").child(say(Word::CannotSendWhy));
        let title = heading(Level::Page, HEADING).text(state.say(Word::CannotSend));
        return vec![title, notice.child(say(Word::CannotSendNext))];
    };
    let (title, whose) = state.survey.with_value(|s| (s.title.clone(), s.organisation.clone()));
    let whose = if whose.is_empty() { state.say(Word::WhoAsked).to_owned() } else { whose };
    let revision = state.progress.with_untracked(|progress| progress.sent + 1);
    let before = revision > 1;
    let about = state.words().fill(Word::MyAnswersTo, &[&title]);
    let kept = StoredValue::new((title, [&about, ":\n", &link].concat()));
    let sent = RwSignal::new(Sent::NotYet);
    let hand_over = move |way: Way| {
        spawn_local(async move {
            let Some(how) = way.take(kept.get_value()).await else { return };
            sent.set(how);
            if how != Sent::Failed {
                state.sent(revision);
            }
            page::show_soon("sent");
        });
    };
    let way = |class: &'static str, way: Way, name: Word, how: Word| {
        let press = button(class, state.say(name), move || hand_over(way));
        el("div").class("send-way").child(press).child(say(how))
    };
    let locked = state.words().fill(Word::SendLocked, &[&isolated(&whose)]);
    let mut page = vec![
        heading(Level::Page, HEADING).text(state.say(Word::SendTitle)),
        el("p").class("say").text(locked),
    ];
    if before {
        page.push(say(Word::SendBefore));
    }
    let mut copy_class = "button primary";
    if share::can_share() {
        page.push(way(copy_class, Way::Share, Word::Share, Word::ShareHow));
        copy_class = "button";
    }
    page.push(way(copy_class, Way::Copy, Word::Copy, Word::CopyHow));
    page.push(way("button", Way::Save, Word::File, Word::FileHow));
    let now = el("div").id("sent").attr("role", "status");
    page.push(now.live(move || what_now(state, sent.get())));
    page.push(el("div").class("stack").live(move || match sent.get() {
        Sent::NotYet if !before => Vec::new(),
        _ => what_next(state, &whose),
    }));
    let code = el("textarea").class("code").id(CODE).attr("readonly", "").attr("rows", "5");
    let by_hand = el("details")
        .live_attr("open", move || (sent.get() == Sent::CopyByHand).then(String::new))
        .child(el("summary").text(state.say(Word::ByHand)))
        .child(el("label").attr("for", CODE).text(state.say(Word::LockedAnswers)))
        .child(code.attr("dir", "ltr").text(kept.get_value().1));
    page.push(by_hand);
    let back = button("button", state.say(Word::Back), move || state.back());
    page.push(el("div").class("steps").child(back));
    page
}

/// A way to hand the answers over.
#[derive(Clone, Copy)]
enum Way {
    Share,
    Copy,
    Save,
}

impl Way {
    /// Goes it, and says how far it got. `None` when the person changed their mind.
    async fn take(self, (title, message): (String, String)) -> Option<Sent> {
        Some(match self {
            Way::Share => match share::share(&title, &message).await {
                Shared::Handed => Sent::Shared,
                Shared::Closed => return None,
                Shared::Failed => Sent::Failed,
            },
            Way::Copy if share::copy(&message, CODE).await => Sent::Copied,
            Way::Copy => Sent::CopyByHand,
            Way::Save => {
                let text = "text/plain;charset=utf-8";
                match file::save("my-answers.txt", text, message.as_bytes()) {
                    Ok(()) => Sent::Saved,
                    Err(_) => Sent::Failed,
                }
            }
        })
    }
}

/// What happened, and what to do now.
fn what_now(state: Answering, sent: Sent) -> Vec<El> {
    let (class, what, next) = match sent {
        Sent::NotYet => return Vec::new(),
        Sent::Shared => ("notice good", Word::SentShared, Word::SentSharedNext),
        Sent::Copied => ("notice good", Word::SentCopied, Word::SentCopiedNext),
        Sent::CopyByHand => ("notice", Word::SentByHand, Word::SentByHandNext),
        Sent::Saved => ("notice good", Word::SentFile, Word::SentFileNext),
        Sent::Failed => ("notice bad", Word::SentFailed, Word::SentFailedNext),
    };
    let what = el("strong").text(state.say(what));
    let next = el("p").class("say").text(state.say(next));
    vec![el("div").class(class).child(el("p").class("say").child(what)).child(next)]
}

/// What the organiser does next, and how to take the answers back.
fn what_next(state: Answering, whose: &str) -> Vec<El> {
    let after = state.survey.with_value(|survey| survey.after.clone());
    let mut all = Vec::new();
    if !after.is_empty() {
        all.push(el("h2").class("say").text(state.say(Word::WhatNext)));
        all.push(el("p").class("words say").attr("dir", "auto").text(after));
    }
    let back = state.words().fill(Word::TakeBack, &[&isolated(whose)]);
    all.push(el("p").class("say").text(back));
    let code = state.progress.with_untracked(|progress| progress.id.code());
    let code = el("strong").class("response-code").attr("dir", "ltr").text(code);
    let name = [state.say(Word::YourCode), ": "].concat();
    all.push(el("p").class("say").text(name).child(code));
    all
}

/// A name that does not turn the sentence around it when it runs the other way (Unicode, UAX 9).
fn isolated(name: &str) -> String {
    ["\u{2068}", name, "\u{2069}"].concat()
}
