//! Handing over something sealed: by share sheet, copy or file. Each way says what happened, and
//! what to do now. The program itself sends nothing anywhere.

use super::app::button;
use crate::browser::share::{self, Shared};
use crate::browser::{file, page};
use crate::model::words::{Word, Words};
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The field that holds the message, for copying by hand.
const CODE: &str = "sealed-link";
/// What was done stands here.
const SENT: &str = "sent";

/// How far the sending got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    NotYet,
    Shared,
    Copied,
    CopyByHand,
    Saved,
    Failed,
}

/// What is handed over.
#[derive(Clone, Debug)]
pub struct Message {
    /// What the share sheet calls it.
    pub title: String,
    /// All of it, with the link.
    pub text: String,
    /// What the file is called.
    pub file: &'static str,
}

/// The ways, and below them what was done, with what the caller puts behind it. `on_sent` is called
/// once the message has left.
pub fn hand_over(
    message: Message,
    words: Words,
    sent: RwSignal<Sent>,
    on_sent: impl Fn() + Copy + Send + Sync + 'static,
    behind: El,
) -> Vec<El> {
    let code = message.text.clone();
    let kept = StoredValue::new(message);
    let take = move |way: Way| {
        spawn_local(async move {
            let Some(how) = way.take(kept.get_value()).await else { return };
            sent.set(how);
            if how != Sent::Failed {
                on_sent();
            }
            page::show_soon(SENT);
        });
    };
    let way = |class: &'static str, way: Way, name: Word, how: Word| {
        let press = button(class, words.say(name), move || take(way));
        el("div").class("send-way").child(press).child(el("p").class("say").text(words.say(how)))
    };
    let mut all = Vec::new();
    let mut copy_class = "button primary";
    if share::can_share() {
        all.push(way(copy_class, Way::Share, Word::Share, Word::ShareHow));
        copy_class = "button";
    }
    all.push(way(copy_class, Way::Copy, Word::Copy, Word::CopyHow));
    all.push(way("button", Way::Save, Word::File, Word::FileHow));
    let now = el("div").id(SENT).attr("role", "status");
    all.push(now.live(move || what_now(words, sent.get())));
    all.push(behind);
    let field = el("textarea").class("code").id(CODE).attr("readonly", "").attr("rows", "5");
    let by_hand = el("details")
        .live_attr("open", move || (sent.get() == Sent::CopyByHand).then(String::new))
        .child(el("summary").text(words.say(Word::ByHand)))
        .child(el("label").attr("for", CODE).text(words.say(Word::LockedAnswers)))
        .child(field.attr("dir", "ltr").text(code));
    all.push(by_hand);
    all
}

/// A way to hand it over.
#[derive(Clone, Copy)]
enum Way {
    Share,
    Copy,
    Save,
}

impl Way {
    /// Goes it, and says how far it got. `None` when the person changed their mind.
    async fn take(self, Message { title, text, file }: Message) -> Option<Sent> {
        Some(match self {
            Way::Share => match share::share(&title, &text).await {
                Shared::Handed => Sent::Shared,
                Shared::Closed => return None,
                Shared::Failed => Sent::Failed,
            },
            Way::Copy if share::copy(&text, CODE).await => Sent::Copied,
            Way::Copy => Sent::CopyByHand,
            Way::Save => match file::save(file, "text/plain;charset=utf-8", text.as_bytes()) {
                Ok(()) => Sent::Saved,
                Err(_) => Sent::Failed,
            },
        })
    }
}

/// What happened, and what to do now.
fn what_now(words: Words, sent: Sent) -> Vec<El> {
    let (class, what, next) = match sent {
        Sent::NotYet => return Vec::new(),
        Sent::Shared => ("notice good", Word::SentShared, Word::SentSharedNext),
        Sent::Copied => ("notice good", Word::SentCopied, Word::SentCopiedNext),
        Sent::CopyByHand => ("notice", Word::SentByHand, Word::SentByHandNext),
        Sent::Saved => ("notice good", Word::SentFile, Word::SentFileNext),
        Sent::Failed => ("notice bad", Word::SentFailed, Word::SentFailedNext),
    };
    let what = el("p").class("say").child(el("strong").text(words.say(what)));
    vec![el("div").class(class).child(what).child(el("p").class("say").text(words.say(next)))]
}
