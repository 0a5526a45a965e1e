//! Who checked the survey: only readers can say that it is easy read, and only of what they read.

use crate::browser::{clock, page};
use crate::model::draft::ReaderCheck;
use crate::model::survey::Survey;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const WHO: &str = "checked-by";
const DAY: &str = "checked-on";
const PROBLEM: &str = "check-problem";
/// The id of the heading, where the focus goes when a note goes away.
const CHECKS: &str = "checks";

/// The section.
pub fn checks(desk: Desk) -> El {
    let now = Memo::new(move |_| desk.draft.with(|draft| draft.print()));
    let versions = Memo::new(move |_| {
        let version = |survey: &Survey| (survey.version, survey.print());
        desk.versions.with(|versions| versions.iter().map(version).collect::<Vec<_>>())
    });
    let noted = Memo::new(move |_| desk.draft.with(|draft| draft.content().reader_checks.clone()));
    let shown = move || {
        let (noted, now) = (noted.get(), now.get());
        let holds: Vec<&ReaderCheck> = noted.iter().filter(|check| check.print == now).collect();
        let mut parts = vec![standing(&holds, noted.is_empty())];
        if !noted.is_empty() {
            let line = |check: &ReaderCheck| {
                let version = versions.with(|versions| {
                    let found = versions.iter().rfind(|(_, print)| *print == check.print);
                    found.map(|(version, _)| *version)
                });
                line(desk, check, version, check.print == now)
            };
            let lines = noted.iter().rev().map(line);
            parts.push(el("ul").attr("role", "list").class("checks-list").children(lines));
        }
        parts
    };
    el("section")
        .class("card checks")
        .attr("aria-labelledby", CHECKS)
        .child(el("h2").id(CHECKS).attr("tabindex", "-1").text("Who checked it?"))
        .child(el("div").class("checks-noted").live(shown))
        .child(form(desk))
}

/// What the checks add up to.
fn standing(holds: &[&ReaderCheck], is_first: bool) -> El {
    if holds.is_empty() {
        let says = if is_first {
            "Ask people who will use the survey to read it with you. Then note here who did."
        } else {
            "The survey was changed since. Ask them to check it again."
        };
        return el("p").class("notice").text(says);
    }
    let who = |check: &&ReaderCheck| {
        format!("{}, {}", words::own(&check.who), clock::day_in_words(check.at))
    };
    let who = holds.iter().map(who).collect::<Vec<_>>().join("; ");
    let says = format!("Checked by readers: {who}. You can call it easy read.");
    el("p").class("notice good").attr("dir", "auto").text(says)
}

/// One check: who, when and what they read.
fn line(desk: Desk, check: &ReaderCheck, version: Option<u32>, holds: bool) -> El {
    let day = clock::day_in_words(check.at);
    let what = match (version, holds) {
        (Some(version), true) => format!("Version {version}. It still says the same."),
        (Some(version), false) => format!("Version {version}. The survey was changed since."),
        (None, true) => "This draft, as it is now.".to_owned(),
        (None, false) => "The survey was changed since.".to_owned(),
    };
    let (who, check) = (check.who.clone(), check.clone());
    let remove = el("button")
        .attr("type", "button")
        .class("button plain")
        .text("Remove")
        .attr("aria-label", format!("Remove: {who}, {day}"))
        .on("click", move |_| {
            desk.remove_check(check.clone());
            page::focus_soon(CHECKS);
        });
    el("li")
        .child(el("p").attr("dir", "auto").child(el("strong").text(who)).text(format!(", {day}")))
        .child(el("p").class("soft").text(what))
        .child(remove)
}

/// Notes one more check.
fn form(desk: Desk) -> El {
    let (who, day) = (RwSignal::new(String::new()), RwSignal::new(clock::day(clock::now())));
    // The field that is wrong, and what to do.
    let problem = RwSignal::new(None::<(&'static str, &'static str)>);
    let field = |id: &'static str, kind: &'static str, value: RwSignal<String>| {
        let is_wrong = move || problem.get().is_some_and(|(field, _)| field == id);
        el("input")
            .attr("type", kind)
            .class("text-field")
            .id(id)
            .attr("autocomplete", "off")
            .live_attr("aria-invalid", move || is_wrong().then(|| "true".to_owned()))
            .live_attr("aria-describedby", move || is_wrong().then(|| PROBLEM.to_owned()))
            .value(move || value.get())
            .on("input", move |event| value.set(event_target_value(&event)))
    };
    let label = |id: &'static str, text: &'static str| el("label").attr("for", id).text(text);
    let note = move || {
        let at = clock::start_of_day(&day.get_untracked()).filter(|at| *at <= clock::now());
        let wrong = match (who.with_untracked(|who| who.trim().is_empty()), at) {
            (true, _) => (WHO, "Write who checked it."),
            (_, None) => (DAY, "Choose the day. It cannot be after today."),
            (_, Some(at)) => {
                desk.note_check(&who.get_untracked(), at);
                who.set(String::new());
                problem.set(None);
                return page::focus_soon(CHECKS);
            }
        };
        problem.set(Some(wrong));
        page::focus_soon(wrong.0);
    };
    let wrong = move || problem.get().map(|(_, says)| says.to_owned()).unwrap_or_default();
    el("form")
        .class("checks-form")
        .attr("novalidate", "")
        .child(
            el("p")
                .class("problem")
                .id(PROBLEM)
                .hidden(move || problem.get().is_none())
                .live_text(wrong),
        )
        .child(
            el("div")
                .class("labelled")
                .child(label(WHO, "Names or a group"))
                .child(el("p").class("help").text("Write it as they want to be called."))
                .child(field(WHO, "text", who).attr("dir", "auto")),
        )
        .child(
            el("div")
                .class("labelled")
                .child(label(DAY, "When?"))
                .child(field(DAY, "date", day).attr("max", clock::day(clock::now()))),
        )
        .child(el("button").attr("type", "submit").class("button").text("Record this check"))
        .on("submit", move |event| {
            let event: SubmitEvent = event.into();
            event.prevent_default();
            note();
        })
}
