//! Sending the notes: sealed here, and handed over in the ways that answers are. Sending is over when the
//! person says so: then comes the last page.

use super::state::{Page, Reviewing};
use super::sure::delete;
use super::words::{EASE, SENDING};
use crate::model::cut;
use crate::model::frames;
use crate::model::id::QuestionId;
use crate::model::qr::small;
use crate::model::review::{Note, Says};
use crate::model::words::{Word, Words};
use crate::participant::app::button;
use crate::participant::film::film;
use crate::participant::hand_over::{Handing, Message, Sent};
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::icon::{TICK, drawing};
use crate::ui::qr::qr_drawing;
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// Most letters of a thing that was said, where it is only to be known again.
const LONGEST: usize = 80;

/// The ways to send.
pub fn send_notes(state: Reviewing) -> Vec<El> {
    let back = || button("button", state.trial.say(Word::Back), move || state.back());
    let title = heading(Level::Page, HEADING).text("Send my notes");
    let count = untrack(|| state.count());
    let what = match count {
        0 => "You have not said anything yet. You can go back, or send that you looked.".into(),
        1 => "You said 1 thing.".to_owned(),
        count => format!("You said {count} things."),
    };
    let Some(ways) = ways(state, false) else {
        let why = "These notes cannot be sent. The link is not right. Ask for a new link.";
        let notice = el("div").class("notice bad").child(say(why));
        return vec![title, notice, el("div").class("steps").child(back())];
    };
    let mut page = vec![
        title,
        say(what),
        el("ul").class("notes-said").children(said(state)),
        say("Your notes are locked. Only the people who asked you can open them."),
    ];
    page.extend(ways);
    page.push(el("div").class("steps").child(back()));
    page.push(el("div").class("foot").child(delete(state)));
    page
}

/// What the person said, a line for each thing, in the order of the pages.
fn said(state: Reviewing) -> Vec<El> {
    let place = |id: QuestionId| {
        state.trial.survey.with_value(|s| s.questions.iter().position(|question| question.id == id))
    };
    let line = |note: &Note| {
        let said = match &note.says {
            Says::Nothing => return None,
            Says::Ease(ease) => EASE.iter().find(|(of, ..)| of == ease)?.1.to_owned(),
            Says::HardWord(word) => format!("“{word}” is hard"),
            Says::Picture(_) => "Another picture".to_owned(),
            Says::Meaning(word, text) => format!("“{word}”: {text}"),
            Says::Wording(text)
            | Says::Choice(text)
            | Says::Question(text)
            | Says::Free(text)
            | Says::Reply(_, text) => text.clone(),
        };
        let place = note.question.and_then(place);
        let page = place.map_or_else(
            || "The survey".to_owned(),
            |place| format!("Page {}", state.number_of(Page::Question(place))),
        );
        Some((place, format!("{page}: {}", cut::start(&said, LONGEST))))
    };
    let mut lines: Vec<_> =
        state.notes.with_untracked(|notes| notes.notes.values().filter_map(line).collect());
    lines.sort_by_key(|(place, _)| *place);
    lines.into_iter().map(|(_, line)| el("li").attr("dir", "auto").text(line)).collect()
}

/// The last page: thanks, and what happens next. It shows no word of the notes, for the phone may be
/// handed on. Ways to send again are folded.
pub fn done(state: Reviewing) -> Vec<El> {
    let words = Words::english().with(SENDING);
    let text = if state.scanned.get_value() { Word::DoneScanned } else { Word::DoneText };
    let thanks = el("div")
        .class("thanks")
        .child(drawing(TICK))
        .child(heading(Level::Page, HEADING).text(words.say(Word::DoneTitle)))
        .child(say(words.say(text)));
    let next = el("div")
        .class("what-next")
        .child(el("h2").class("say").text(words.say(Word::WhatNext)))
        .child(say("The people who asked you read your notes. Then they decide what to change."));
    let mut again = vec![say(words.say(Word::SendAgain))];
    again.extend(ways(state, true).into_iter().flatten());
    let name = el("summary").class("say").text(words.say(Word::NotWorked));
    let again = el("div").class("ways").children(again);
    let change = move || state.go(Page::First);
    let change = button("button", words.say(Word::ChangeAnswers), change);
    vec![
        thanks,
        next,
        el("details").class("fold").child(name).child(again),
        el("div").class("steps").child(change),
        el("div").class("foot").child(delete(state)),
    ]
}

/// The ways, what was done, and the button to the last page. `again`: the notes were sent as they are, and
/// may not have arrived. `None` when they can't be sealed.
fn ways(state: Reviewing, again: bool) -> Option<Vec<El>> {
    let link = state.sealed_link(again)?;
    let revision = state.notes.with_untracked(|notes| notes.revision) + u32::from(!again);
    let name = state.trial.survey.with_value(|survey| survey.title.clone());
    let text = format!("My notes on {name}:\n{link}");
    let message = Message { title: name, text, file: "my-notes.txt" };
    let words = Words::english().with(SENDING);
    let handing = Handing::new(message, words, move |how| {
        state.sent(revision);
        // A share sheet tells that an app was picked. Nothing else has to be done here.
        if how == Sent::Shared && !again {
            state.done(how);
        }
    });
    let sent = handing.sent;
    let have_sent = el("div").class("stack").live(move || match sent.get() {
        Sent::NotYet | Sent::Failed => Vec::new(),
        _ if again => Vec::new(),
        how => {
            vec![button("button primary", words.say(Word::HaveSent), move || state.done(how))]
        }
    });
    let mut all = handing.ways(!again);
    all.extend([handing.told(), have_sent, handing.by_hand()]);
    all.push(scanned(state, link, revision, words));
    Some(all)
}

/// The code that the organiser's computer scans, for people who sit side by side: where there is too much for one code,
/// many, one after another. They run while somebody looks at them.
fn scanned(state: Reviewing, link: String, revision: u32, words: Words) -> El {
    let how = "Are you beside the person who asked you? They open “Check”, then “Notes”, on their \
               computer. They press “Scan a code”. Then hold your phone in front of it.";
    let is_shown = RwSignal::new(false);
    let show = el("summary").text("Show a code to scan").on("click", move |_| {
        is_shown.update(|is_shown| *is_shown = !*is_shown);
        state.sent(revision);
    });
    let have = button("button primary", "They have my notes", move || state.done(Sent::Shown));
    let drawn = move || match is_shown.get().then(|| small::encode(&link)) {
        None => Vec::new(),
        Some(Some(code)) => vec![qr_drawing(&code, words.say(Word::CodeName))],
        Some(None) => film(frames::cut(&link), words),
    };
    el("details").child(show).child(say(how)).child(el("div").live(drawn)).child(have)
}

fn say(text: impl Into<std::borrow::Cow<'static, str>>) -> El {
    el("p").class("say").attr("dir", "auto").text(text)
}
