//! The pages of those who don't take part, or whose answers are gone from the phone.

use super::app::button;
use super::send::take_back;
use super::state::{Answering, Page};
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;

/// The person does not take part. Nothing is sent; if something was before, they can take it back.
pub fn ended_page(state: Answering) -> Vec<El> {
    let back = button("button", state.say(Word::Back), move || state.back());
    let sent_before = state.sent_before();
    let text = if sent_before { Word::EndedSentText } else { Word::EndedText };
    let mut page = notice_page(state, Word::EndedTitle, text, back);
    if sent_before {
        let buttons = page.pop();
        page.extend(take_back(state));
        page.extend(buttons);
    }
    page
}

/// The answers are gone from the phone.
pub fn deleted_page(state: Answering) -> Vec<El> {
    let again = button("button", state.say(Word::AnswerAgain), move || state.go(Page::Welcome));
    notice_page(state, Word::DeletedTitle, Word::DeletedText, again)
}

/// A page of its own, with a heading, words and a button.
fn notice_page(state: Answering, title: Word, text: Word, on: El) -> Vec<El> {
    vec![
        heading(Level::Page, HEADING).text(state.say(title)),
        el("p").class("say").text(state.say(text)),
        el("div").class("steps").child(on),
    ]
}
