//! At the end of every page with answers: where they are, and the ways to be rid of them.

use super::app::button;
use super::send::{take_back, whose};
use super::state::{Answering, Page};
use crate::browser::english::mark_english;
use crate::browser::page;
use crate::model::plain_text::is_latin;
use crate::model::words::Word;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The id of the dialog that asks first.
const DIALOG: &str = "sure";
/// The id of what it says would happen.
const TEXT: &str = "sure-text";

/// What a person may want to be rid of. One dialog asks for both.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    StartAgain,
    Delete,
}

/// The foot of the page, and its dialog.
pub fn foot(state: Answering) -> Vec<El> {
    // Each page has a foot, in each language.
    mark_english(is_latin);
    let asked = RwSignal::new(Asked::Delete);
    let open = RwSignal::new(false);
    let ask = move |what| {
        move || {
            asked.set(what);
            open.set(true);
            page::open_dialog(DIALOG);
        }
    };
    let is_hidden = move || {
        if state.is_hidden() {
            return true;
        }
        let page = state.page.get();
        // Who said no is done, unless answers of theirs are on their way. Before the first answer there is
        // nothing to be rid of.
        !state.sent_before()
            && (page == Page::Ended || state.progress.with(|progress| progress.answers.is_empty()))
    };
    // Once they are sent there is nothing to come back to.
    let kept = move || match state.keeper.is_kept.get() && state.page.get() != Page::Done {
        true => state.say(Word::Kept).to_owned(),
        false => String::new(),
    };
    let foot = el("div")
        .class("foot")
        .hidden(is_hidden)
        .child(el("p").class("kept").live_text(kept))
        .child(button("button plain", state.say(Word::StartAgain), ask(Asked::StartAgain)))
        .child(button("button plain", state.say(Word::Delete), ask(Asked::Delete)));
    vec![foot, dialog(state, asked, open)]
}

/// Asks whether the person is sure. The browser holds the focus in it, and Escape closes it.
fn dialog(state: Answering, asked: RwSignal<Asked>, open: RwSignal<bool>) -> El {
    let word = move |start_again: Word, delete: Word| match asked.get() {
        Asked::StartAgain => state.say(start_again).to_owned(),
        Asked::Delete => state.say(delete).to_owned(),
    };
    let title = move || word(Word::StartAgainAsk, Word::DeleteAsk);
    let confirm = move |_| {
        page::close_dialog(DIALOG);
        match asked.get_untracked() {
            Asked::StartAgain => state.start_again(),
            Asked::Delete => state.delete(),
        }
    };
    let no = button("button", state.say(Word::NoGoBack), || page::close_dialog(DIALOG));
    let yes = el("button").attr("type", "button").class("button danger").on("click", confirm);
    let yes = yes.live_text(move || word(Word::StartAgainYes, Word::DeleteYes));
    el("dialog")
        .class("dialog")
        .id(DIALOG)
        .on("close", move |_| open.set(false))
        .attr("role", "alertdialog")
        .attr("aria-describedby", TEXT)
        .live_attr("aria-label", move || Some(title()))
        // The focus starts here: what it asks and what would happen is said before its first button.
        .child(
            el("h2")
                .attr("tabindex", "-1")
                .attr("autofocus", "")
                .attr("aria-describedby", TEXT)
                .live_text(title),
        )
        .child(el("p").id(TEXT).live_text(move || word(Word::StartAgainText, Word::DeleteText)))
        // What was sent stays sent, and the code for it goes with the answers.
        .child(el("div").class("stack").live(move || match open.get() && state.sent_before() {
            true => {
                let [_, code] = take_back(state);
                let how = state.words().fill(Word::DeleteSent, &[&whose(state)]);
                vec![el("p").class("say").text(how), code]
            }
            false => Vec::new(),
        }))
        .child(el("div").class("button-row").child(no).child(yes))
}
