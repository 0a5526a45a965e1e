//! The last page: thanks, what happens next, and the code to take the answers back. It shows no word of
//! what was said, for the phone may be handed on. Ways to send again are folded.

use super::app::button;
use super::send::{Sending, take_back, what_next};
use super::state::{Answering, Page};
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::icon::{TICK, drawing};
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// The page.
pub fn done(state: Answering) -> Vec<El> {
    let say = move |word| el("p").class("say").text(state.say(word));
    let text = if state.scanned.get_value() { Word::DoneScanned } else { Word::DoneText };
    let thanks = el("div")
        .class("thanks")
        .child(drawing(TICK))
        .child(heading(Level::Page, HEADING).text(state.say(Word::DoneTitle)))
        .child(say(text));
    let [how, code] = take_back(state);
    let code = el("div").class("code-card").child(code).child(how).child(say(Word::KeepCode));
    let change = button("button", state.say(Word::ChangeAnswers), move || state.go(Page::Check));
    let mut page = vec![thanks];
    page.extend(what_next(state));
    page.push(code);
    page.extend(Sending::of(state, true).map(|sending| sending.again()));
    page.push(el("div").class("steps").child(change));
    page
}
