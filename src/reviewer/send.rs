//! Sending the notes: sealed here, and handed over in the ways that answers are.

use super::state::Reviewing;
use super::sure::delete;
use super::words::SENDING;
use crate::model::qr::small;
use crate::model::words::{Word, Words};
use crate::participant::app::button;
use crate::participant::hand_over::{Handing, Message, Sent, hand_over};
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::qr::qr_drawing;
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// The ways to send.
pub fn send_notes(state: Reviewing) -> Vec<El> {
    let say = |text: String| el("p").class("say").attr("dir", "auto").text(text);
    let back = || button("button", state.trial.say(Word::Back), move || state.back());
    let title = heading(Level::Page, HEADING).text("Send my notes");
    let count = untrack(|| state.count());
    let what = match count {
        0 => "You have not said anything yet. You can go back, or send that you looked.".into(),
        1 => "You said 1 thing.".to_owned(),
        count => format!("You said {count} things."),
    };
    let Some(link) = state.sealed_link() else {
        let why = "These notes can not be sent. The link is not right. Ask for a new link.";
        let notice = el("div").class("notice bad").child(say(why.into()));
        return vec![title, notice, el("div").class("steps").child(back())];
    };
    let (name, revision) = (
        state.trial.survey.with_value(|s| s.title.clone()),
        state.notes.with_untracked(|n| n.revision),
    );
    let on_sent = move || state.sent(revision + 1);
    let code = scanned(&link, on_sent);
    let text = format!("My notes on {name}:\n{link}");
    let message = Message { title: name, text, file: "my-notes.txt" };
    let handing = Handing::new(message, Words::of(SENDING, &[]), move |_| on_sent());
    let sent = handing.sent;
    let thanks = el("div").class("stack").live(move || match sent.get() {
        Sent::NotYet | Sent::Failed => Vec::new(),
        _ => vec![say("Thank you. You can still change your notes, and send them again.".into())],
    });
    let mut page = vec![
        title,
        say(what),
        say("Your notes are locked. Only the people who asked you can open them.".into()),
    ];
    page.extend(hand_over(&handing, thanks));
    page.extend(code);
    page.push(el("div").class("steps").child(back()));
    page.push(el("div").class("foot").child(delete(state)));
    page
}

/// The code that the organiser's computer scans, for people who sit side by side. None when there
/// is too much in it for cameras to read.
fn scanned(link: &str, on_sent: impl Fn() + Copy + Send + 'static) -> Option<El> {
    let code = small::encode(link)?;
    let how = "Are you beside the person who asked you? They open “Together” on their computer. They \
               press “Scan a code”. Then hold your phone in front of it.";
    let show = el("summary").text("Show a code to scan").on("click", move |_| on_sent());
    let shown = el("details").child(show).child(el("p").class("say").text(how));
    Some(shown.child(qr_drawing(&code, "The code with your notes")))
}
