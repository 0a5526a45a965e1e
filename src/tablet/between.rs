//! Between two people: thanks to the one before, and the button for the next. Nothing here tells what anybody said.

use super::state::{Screen, Tablet};
use super::words::{self, say, spoken};
use crate::browser::page;
use crate::model::tablet::Between;
use crate::participant::app::button;
use crate::participant::state::first_language;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::picture::{Pictures, small};
use crate::ui::question::HEADING;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Two hands that shake.
const THANKS: &str = "1F91D";
/// A hand that waves.
const HELLO: &str = "1F44B";

/// The page.
pub fn between(tablet: Tablet) -> El {
    let Some(session) = tablet.session.get_untracked() else { return el("main") };
    let language = first_language(&session.survey);
    let is_thanks = session.between == Between::Thanks;
    let picture = if is_thanks { THANKS } else { HELLO };
    let from =
        Pictures { folder: "../pictures/", photos: RwSignal::new(Vec::new()), fetched: None };
    let (title, next) = match is_thanks {
        true => (words::THANKS, words::NEXT),
        false => (words::READY, words::BEGIN),
    };
    page::set_title(say(title, language));
    let paragraph = |said| el("p").class("say").text(say(said, language));
    let texts = match is_thanks {
        true => vec![paragraph(words::SAFE), paragraph(words::PASS_ON)],
        false => vec![paragraph(words::READY_TEXT)],
    };
    let begin = move || spawn_local(tablet.next_person());
    let begin = button("button primary large", say(next, language), begin)
        .attr_if("disabled", session.is_full().then_some(""));
    let hello = el("div")
        .class("between")
        .attr("lang", spoken(language))
        .children(small(from, picture))
        .child(heading(Level::Page, HEADING).text(say(title, language)))
        .children(texts)
        .child(begin);
    el("main").child(el("div").class("sheet").child(hello).child(for_organiser(tablet)))
}

/// At the foot, small: how many people there were, and the way to the organiser's page.
fn for_organiser(tablet: Tablet) -> El {
    let line = tablet.session.with_untracked(|session| {
        let Some(session) = session else { return String::new() };
        let (finished, unfinished) = session.counts();
        let people = match finished + unfinished + session.taken as usize {
            0 => "Nobody has answered yet".to_owned(),
            1 => "1 person so far".to_owned(),
            many => format!("{many} people so far"),
        };
        let title = &session.survey.title;
        let full = if session.is_full() { " · This tablet is full" } else { "" };
        format!("{title} · {people} · works with no internet{full}")
    });
    el("div")
        .class("for-organiser")
        .attr("lang", "en")
        .child(el("p").attr("dir", "auto").text(line))
        .child(button("button plain", "For the organiser", move || tablet.show(Screen::Pin)))
}
