//! Handing over something sealed: by share sheet, copy or file. Each way says what happened, and
//! what to do now. The program itself sends nothing anywhere.

use super::app::button;
use crate::browser::share::{self, Shared};
use crate::browser::{file, page};
use crate::model::ways::is_too_long;
use crate::model::words::{Word, Words};
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The field that holds the message, for copying by hand.
const CODE: &str = "sealed-link";
/// What was done stands here.
const SENT: &str = "sent";

/// How far the sending got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    NotYet,
    /// An app opened with the message in it. Nobody tells whether it was sent there.
    Opened,
    /// A code is on the screen for somebody's camera.
    Shown,
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

/// A message on its way to somebody.
#[derive(Clone)]
pub struct Handing {
    message: Message,
    words: Words,
    /// Who gets it and where, once that is known.
    to: Option<String>,
    /// How far it got.
    pub sent: RwSignal<Sent>,
    /// Called once the message has left. Not a `Callback` of the page: a share sheet may stay open
    /// while the page is drawn anew.
    on_sent: Arc<dyn Fn(Sent) + Send + Sync>,
}

impl Handing {
    /// A message that is still here.
    pub fn new(
        message: Message,
        words: Words,
        on_sent: impl Fn(Sent) + Send + Sync + 'static,
    ) -> Self {
        let sent = RwSignal::new(Sent::NotYet);
        Self { message, words, to: None, sent, on_sent: Arc::new(on_sent) }
    }

    /// For this person, at this address.
    pub fn to(self, to: Option<String>) -> Self {
        Self { to, ..self }
    }

    /// Notes how it left.
    pub fn left(&self, how: Sent) {
        self.sent.try_set(how);
        if how != Sent::Failed {
            (self.on_sent)(how);
        }
        page::show_soon(SENT);
    }

    /// Share sheet, copy and file. `is_main`: the first of them is the main button of the page. What is
    /// too long for some apps goes as a file first.
    pub fn ways(&self, is_main: bool) -> Vec<El> {
        if is_too_long(&self.message.text) {
            let to = self.to.as_deref().unwrap_or(self.words.say(Word::WhoAsked));
            let why = is_main.then(|| too_long(self.words.fill(Word::TooLongForWay, &[to])));
            let rest = self.file_and_copy(is_main).into_iter().chain(self.share(false));
            return why.into_iter().chain(rest).collect();
        }
        let share = self.share(is_main);
        let rest = self.copy_and_file(is_main && share.is_none());
        share.into_iter().chain(rest).collect()
    }

    /// The share sheet, on a phone that has one.
    pub fn share(&self, is_main: bool) -> Option<El> {
        share::can_share().then(|| self.way(is_main, Way::Share, Word::Share, Word::ShareHow))
    }

    /// The ways that are there for every length.
    pub fn copy_and_file(&self, is_main: bool) -> Vec<El> {
        vec![
            self.way(is_main, Way::Copy, Word::Copy, Word::CopyHow),
            self.way(false, Way::Save, Word::File, Word::FileHow),
        ]
    }

    /// The same with the file first.
    pub fn file_and_copy(&self, is_main: bool) -> Vec<El> {
        vec![
            self.way(is_main, Way::Save, Word::File, Word::FileHow),
            self.way(false, Way::Copy, Word::Copy, Word::CopyHow),
        ]
    }

    fn way(&self, is_main: bool, way: Way, name: Word, how: Word) -> El {
        let handing = self.clone();
        let take = move || {
            let handing = handing.clone();
            spawn_local(async move {
                if let Some(how) = way.take(&handing.message).await {
                    handing.left(how);
                }
            });
        };
        let press = button(class(is_main), self.words.say(name), take);
        send_way(press, self.words.say(how).to_owned())
    }

    /// What was done, and what to do now.
    pub fn told(&self) -> El {
        let (words, sent, to) = (self.words, self.sent, self.to.clone());
        let now = el("div").id(SENT).attr("role", "status");
        now.live(move || what_now(words, sent.get(), to.as_deref()))
    }

    /// The message in a field, for a browser that does not copy.
    pub fn by_hand(&self) -> El {
        let field = el("textarea").class("code").id(CODE).attr("readonly", "").attr("rows", "5");
        let sent = self.sent;
        let is_needed = move || sent.get() == Sent::CopyByHand;
        el("details")
            .live_attr("open", move || is_needed().then(String::new))
            .child(el("summary").text(self.words.say(Word::ByHand)))
            .child(el("label").attr("for", CODE).text(self.words.say(Word::LockedAnswers)))
            .child(field.attr("dir", "ltr").text(self.message.text.clone()))
    }
}

/// A way to send, and what happens when it is pressed.
pub fn send_way(press: El, how: String) -> El {
    el("div").class("send-way").child(press).child(el("p").class("say").text(how))
}

/// That it is too long for a way, and what to do instead.
pub fn too_long(why: String) -> El {
    el("div").class("notice").child(el("p").class("say").text(why))
}

/// The class of a button.
pub fn class(is_main: bool) -> &'static str {
    if is_main { "button primary" } else { "button" }
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
    async fn take(self, Message { title, text, file }: &Message) -> Option<Sent> {
        Some(match self {
            Way::Share => match share::share(title, text).await {
                Shared::Handed => Sent::Shared,
                Shared::Closed => return None,
                Shared::Failed => Sent::Failed,
            },
            Way::Copy if share::copy(text, CODE).await => Sent::Copied,
            Way::Copy => Sent::CopyByHand,
            Way::Save => match file::save(file, "text/plain;charset=utf-8", text.as_bytes()) {
                Ok(()) => Sent::Saved,
                Err(_) => Sent::Failed,
            },
        })
    }
}

/// What happened, and what to do now.
fn what_now(words: Words, sent: Sent, to: Option<&str>) -> Vec<El> {
    let (class, what, next) = match sent {
        Sent::NotYet | Sent::Shown => return Vec::new(),
        Sent::Opened => ("notice", Word::PressSend, Word::PressSendNext),
        Sent::Shared => ("notice good", Word::SentShared, Word::SentSharedNext),
        Sent::Copied => ("notice good", Word::SentCopied, Word::SentCopiedNext),
        Sent::CopyByHand => ("notice", Word::SentByHand, Word::SentByHandNext),
        Sent::Saved => ("notice good", Word::SentFile, Word::SentFileNext),
        Sent::Failed => ("notice bad", Word::SentFailed, Word::SentFailedNext),
    };
    let what = el("p").class("say").child(el("strong").text(words.say(what)));
    let mut notice = el("div").class(class).child(what);
    notice = notice.child(el("p").class("say").text(words.say(next)));
    // The other ways know where it goes.
    if let Some(to) = to.filter(|_| matches!(sent, Sent::Copied | Sent::CopyByHand | Sent::Saved)) {
        notice = notice.child(el("p").class("say").text(words.fill(Word::ToWhom, &[to])));
    }
    vec![notice]
}
