//! Before a paper: its number, those that are half typed in, and which are in already.

use super::state::{KNOWN, NUMBER, Typist};
use crate::browser::clock;
use crate::model::codebook::version_name;
use crate::model::id::Edition;
use crate::model::inbox::Received;
use crate::model::phrase::own;
use crate::model::response::Progress;
use crate::model::survey::Survey;
use crate::model::typing::{LONGEST_NUMBER, is_once_more, papers};
use crate::organiser::buttons::button;
use crate::organiser::confirm::{Asking, Asks, ask, confirm};
use crate::organiser::{library, words};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The field for the number, and what is under way.
pub fn start(typist: Typist) -> Vec<El> {
    let help = "The number that is written on the paper. If it has none, write one on it.";
    let field = el("input")
        .class("text-field")
        .id(NUMBER)
        .attr("autocomplete", "off")
        .attr("maxlength", (2 * LONGEST_NUMBER).to_string())
        .attr("aria-describedby", "paper-number-help")
        .value(move || typist.number.get())
        .on("input", move |event| typist.number.set(event_target_value(&event)))
        .on_key(move |event| {
            if event.key() == "Enter" {
                event.prevent_default();
                typist.open();
            }
        });
    let labelled = el("div")
        .class("labelled")
        .child(el("label").attr("for", NUMBER).text("Paper number"))
        .child(el("p").class("help").id("paper-number-help").text(help))
        .child(field);
    let begin = button("button primary", "Type it in", move || typist.open());
    let card = el("section")
        .class("card typing-start")
        .child(labelled)
        .children(version(typist))
        .child(el("div").class("button-row").child(begin));
    let about = "For papers that people filled in with a pen. You need no mouse: keys pick the answers, and Enter \
                 goes on. What you type counts with all other answers, and is marked as typed in from paper.";
    let mut all = vec![el("p").text(about), card];
    all.extend(unfinished(typist));
    all.push(el("div").live(move || typed_in(typist).into_iter().collect()));
    all
}

/// Which version is on the paper, where there are some.
fn version(typist: Typist) -> Option<El> {
    let versions = typist.desk.versions.get_untracked();
    if versions.len() < 2 {
        return None;
    }
    let option = |survey: &Survey| {
        let name = format!("Version {}", version_name(&versions, survey));
        let edition = survey.edition;
        let is = move || typist.version.get() == Some(edition);
        el("option").attr("value", edition.to_string()).selected(is).text(name)
    };
    let options: Vec<El> = versions.iter().rev().map(option).collect();
    let choose = move |event| typist.version.set(Edition::parse(&event_target_value(&event)));
    let select = el("select").class("text-field").on("change", choose).children(options);
    let help = el("span").class("help").text(" It stands at the foot of each sheet.");
    let label = el("span").class("label").text("Version on the paper").child(help);
    Some(el("label").class("labelled").child(label).child(select))
}

/// The papers that are half typed in.
fn unfinished(typist: Typist) -> Option<El> {
    let all = library::typing(typist.id);
    let line = |(edition, progress): (Edition, Progress)| {
        let number = own(&progress.code);
        let says = match is_once_more(&progress) {
            true => format!("Paper {number}, to check it"),
            false => format!("Paper {number}"),
        };
        let (kept, over) = (progress.clone(), progress.clone());
        let resume = move || typist.resume(edition, kept.clone());
        let asking = Asking::new();
        let asks = Asks {
            title: format!("Start over with {says}?").into(),
            text: "What is typed of it so far is deleted. Then you type it in from its first question.".into(),
            yes: "Yes, start over".into(),
            no: "No, keep it",
        };
        let over = Callback::new(move |()| typist.start_over(edition, &over));
        let named = |name: &'static str| {
            el("span").text(name).child(el("span").class("unseen").text(format!(" with {says}")))
        };
        let resume = button("button", "", resume).child(named("Go on"));
        let start = button("button plain", "", move || ask(asking)).child(named("Start over"));
        let row = el("div").class("button-row").child(resume).child(start);
        el("li")
            .child(el("strong").text(says.clone()))
            .child(row)
            .child(confirm(asking, asks, over))
    };
    let title = el("h2").text("Half typed in");
    let list = el("ul").class("typing-list").attr("role", "list");
    (!all.is_empty()).then(|| {
        let lines = all.into_iter().map(line);
        el("section").class("card").child(title).child(list.children(lines))
    })
}

/// Which papers are in already.
fn typed_in(typist: Typist) -> Option<El> {
    let numbers: Vec<String> = typist
        .desk
        .received
        .with(|received| papers(received).map(|one| own(&one.response.given.code)).collect());
    let says = words::count(numbers.len(), "paper is typed in:", "papers are typed in:");
    (!numbers.is_empty())
        .then(|| el("p").class("soft").text(format!("{says} {}", numbers.join(", "))))
}

/// That a paper with this number is in already, and what to do.
pub fn known(typist: Typist, known: Received) -> El {
    let number = own(&known.response.given.code);
    let is_removed = library::is_removed(typist.id, known.response.id);
    let when = clock::day_in_words(known.at);
    let (says, about) = match is_removed {
        true => (
            format!("Paper {number} was typed in, and removed later."),
            "To have it back, go to Results, then Remove answers. Is this another paper? Give it another number, \
             and write that on it.",
        ),
        false => (
            format!("Paper {number} is already typed in: {when}."),
            "Type it in a second time to find slips: you are shown where the two differ. Is this another paper? \
             Give it another number, and write that on it.",
        ),
    };
    let again = (!is_removed).then(|| {
        button("button", "Type it in again, to check it", move || typist.open_once_more(&known))
    });
    let other = button("button primary", "Use another number", move || typist.stop());
    el("section")
        .class("card notice")
        .child(el("h2").id(KNOWN).attr("tabindex", "-1").text(says))
        .child(el("p").text(about))
        .child(el("div").class("button-row").child(other).children(again))
}
