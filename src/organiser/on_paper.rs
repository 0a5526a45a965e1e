//! Getting a survey to people on paper: the newest version in normal or large print, and a poster for a wall. What
//! is on the screen is what the browser prints.
//!
//! Absent: what stands on the sheets (see [`paper`](super::paper)), and typing in what came back (see
//! [`typing`](super::typing)).

use super::buttons::button;
use super::library;
use super::paper::Sheets;
use super::paper::poster::poster;
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING};
use crate::browser::page;
use crate::model::deflate::deflate;
use crate::model::id::SurveyId;
use crate::model::link;
use crate::model::paper::pages::Print;
use crate::model::qr::{self, Qr};
use crate::model::survey::Survey;
use crate::model::wire::Packet;
use crate::model::words::Words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Prints {
    Survey(Print),
    Poster,
}

/// Everything that can be, and what it is called.
const ALL: [(Prints, &str); 3] = [
    (Prints::Survey(Print::Normal), "The survey"),
    (Prints::Survey(Print::Large), "The survey in large print"),
    (Prints::Poster, "A poster"),
];

/// The field for who gets the paper back.
const GIVE_TO: &str = "give-to";

/// The screen.
pub fn screen(desk: Desk, id: SurveyId) -> El {
    let newest = Memo::new(move |_| desk.versions.with(|versions| versions.last().cloned()));
    let publish = move || {
        let text = "Paper shows what is published, so that people on paper and online answer the same survey. \
                    Publish it first.";
        let go = button("button primary", "Go to Send", move || {
            desk.go(Screen::Survey(id, Part::Share))
        });
        let card = el("div").class("card empty").child(el("p").text(text));
        parts().child(card.child(el("div").class("button-row").child(go)))
    };
    el("main")
        .class("column on-paper")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("On paper"))
        .show(move || newest.with(Option::is_none), publish)
        .live_parts(move || match newest.get() {
            Some(survey) => untrack(|| ready(desk, id, survey)),
            None => parts(),
        })
}

fn ready(desk: Desk, id: SurveyId, survey: Survey) -> El {
    let prints = RwSignal::new(Prints::Survey(Print::Normal));
    let kept = library::give_to(id);
    let give_to = RwSignal::new(kept.unwrap_or_else(|| survey.organisation.clone()));
    let code = link_code(&survey);
    let has_code = code.is_some();
    let words = match survey.words.is_empty() {
        true => desk.words,
        false => Words::of("", &survey.words),
    };
    let choice = |(what, name): (Prints, &'static str)| {
        let radio = el("input").attr("type", "radio").attr("name", "prints");
        let radio = radio.checked(move || prints.get() == what);
        let radio = radio.on("change", move |_| prints.set(what));
        el("label").class("tick").child(radio).child(el("span").text(name))
    };
    let what = el("fieldset")
        .class("ticks")
        .child(el("legend").class("label").text("What do you want to print?"))
        .children(ALL.map(choice));
    let help = "A person, a place or an address. It stands on the first sheet and at the end.";
    let field = el("input")
        .class("text-field")
        .id(GIVE_TO)
        .attr("maxlength", "200")
        .attr("aria-describedby", "give-to-help")
        .value(move || give_to.get())
        .on("input", move |event| {
            give_to.set(event_target_value(&event));
            give_to.with_untracked(|to| library::note_give_to(id, to));
        });
    let give = el("div")
        .class("labelled")
        .child(el("label").attr("for", GIVE_TO).text("Who do people give the paper to?"))
        .child(el("p").class("help").id("give-to-help").text(help))
        .child(field);
    let no_code = "This survey is too long for a QR code, so the paper and the poster have none.";
    let typing = button("button", "Type in paper answers", move || {
        desk.go(Screen::Survey(id, Part::Typing))
    });
    let print = button("button primary", "Print", page::print);
    let controls = el("section")
        .class("card paper-controls")
        .child(what)
        .child(give)
        .children((!has_code).then(|| el("p").class("notice").text(no_code)))
        .child(el("p").class("help").text(
            "Write a number on each paper, such as 1, 2 and 3. When papers come back, type them in under that \
             number.",
        ))
        .child(el("div").class("button-row").child(print).child(typing));
    let pictures = desk.pictures;
    let sheets = move || {
        let (survey, words, code) = (&survey, &words, code.as_ref());
        let give_to = &*give_to.get();
        match prints.get() {
            Prints::Poster => vec![poster(survey, words, pictures, (code, give_to))],
            Prints::Survey(print) => {
                Sheets { survey, words, pictures, print, give_to, online: code }.draw()
            }
        }
    };
    let roll = el("div").class("paper whole").attr("tabindex", "0").attr("role", "group");
    let roll = roll.attr("aria-label", "What is printed").live(sheets);
    let title = el("h2").class("unseen").text("What is printed");
    parts().child(controls).child(title).child(roll)
}

/// The code of the link to a survey. `None` when that is too long for one.
fn link_code(survey: &Survey) -> Option<Qr> {
    let fragment = link::survey_fragment(&deflate(&survey.to_packet()));
    qr::encode(&[&page::address_of("answer/"), "#", &*fragment].concat())
}
