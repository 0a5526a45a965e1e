//! What was done to the draft, step by step, and named versions that one can go back to.

use super::lines::Lines;
use super::marks;
use super::tools::head;
use crate::browser::page;
use crate::model::draft::{Content, Place, Step};
use crate::model::plain_text::isolated;
use crate::organiser::full::limited;
use crate::organiser::state::Desk;
use crate::organiser::{steps, words};
use crate::ui::el::{El, el};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const NAME: &str = "version-name";
const PROBLEM: &str = "version-name-problem";
const HELP: &str = "version-name-help";
/// Most characters of a version's name, as browsers count them.
const LONGEST_NAME: usize = 100;
/// How many steps show before a person asks for older ones.
const FIRST: usize = 50;

/// What stands in the dialog.
pub fn tool(desk: Desk, _lines: Lines) -> Vec<El> {
    // In the page from the start, so that screen readers hear each change.
    let told = RwSignal::new(String::new());
    let status = el("p").class("told").attr("role", "status").live_text(move || told.get());
    vec![head(desk, "History"), name_it(desk, told), status, named(desk, told), all(desk, told)]
}

/// The field for a name.
fn name_it(desk: Desk, told: RwSignal<String>) -> El {
    let typed = desk.unused.version;
    let is_missing = RwSignal::new(false);
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let name = typed.get_untracked().trim().to_owned();
        if name.is_empty() && told.with_untracked(|told| !told.is_empty()) {
            // A second press, right after the version was kept.
            return page::focus_soon(NAME);
        }
        is_missing.set(name.is_empty());
        if name.is_empty() {
            told.set(String::new());
        } else {
            desk.name_version(&name);
            typed.set(String::new());
            told.set(format!("This version is saved as “{}”.", isolated(&name)));
        }
        page::focus_soon(NAME);
    };
    let described = move || {
        let problem = if is_missing.get() { [PROBLEM, " "].concat() } else { String::new() };
        Some(problem + HELP)
    };
    let field = el("input")
        .attr("type", "text")
        .class("text-field")
        .id(NAME)
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .live_attr("aria-describedby", described)
        .live_attr("aria-invalid", move || is_missing.get().then(|| "true".to_owned()))
        .value(move || typed.get())
        .on("input", move |event| {
            typed.set(event_target_value(&event));
            told.set(String::new());
            is_missing.set(false);
        });
    let [field, full] = limited(field, LONGEST_NAME, move || typed.get());
    let help = "A name helps you find it again. For example: Before the meeting.";
    let problem = el("p").class("problem").id(PROBLEM).hidden(move || !is_missing.get());
    let button = el("button").attr("type", "submit").class("button").text("Save this version");
    el("form").class("name-version").on("submit", move |event| keep(event.into())).child(
        el("div")
            .class("labelled")
            .child(el("label").attr("for", NAME).text("Name this version"))
            .child(el("p").class("help").id(HELP).text(help))
            .child(problem.text("Write a name for this version."))
            .child(el("div").class("name-row").child(field).child(button))
            .child(full),
    )
}

/// The versions that have a name.
fn named(desk: Desk, told: RwSignal<String>) -> El {
    let versions = move || {
        let mut versions = desk.draft.with(|draft| draft.named_versions());
        versions.reverse();
        if versions.is_empty() {
            return vec![el("p").class("help").text("No saved versions yet.")];
        }
        let line = |step: Step| {
            let name = step.name.clone().unwrap_or_default();
            let label = format!("Restore this version: {name}");
            el("li")
                .child(said(name, desk, &step))
                .child(back(desk, told, &step, "Restore this version", label))
                .child(look(desk, &step))
        };
        vec![list().children(versions.into_iter().map(line))]
    };
    el("section").child(el("h3").text("Saved versions")).live(versions)
}

/// Every step, the newest first.
fn all(desk: Desk, told: RwSignal<String>) -> El {
    let most = RwSignal::new(FIRST);
    let steps = Memo::new(move |_| desk.draft.with(|draft| draft.steps()));
    let older = move |_| {
        let first_new = most.get_untracked();
        most.update(|most| *most += FIRST);
        page::focus_soon(&line_id(first_new));
    };
    let shown = move || {
        let (steps, most) = (steps.read(), most.get());
        let count = steps.len();
        let lines = steps.iter().rev().take(most).enumerate();
        let lines = list().children(lines.map(|(place, step)| line(desk, told, place, step)));
        let more = el("button").attr("type", "button").class("button").text("Show older changes");
        let mut all = vec![lines];
        all.extend((count > most).then(|| more.on("click", older)));
        all
    };
    el("section").child(el("h3").text("Every change")).live(shown)
}

fn list() -> El {
    el("ol").class("history-steps").attr("role", "list")
}

fn line_id(place: usize) -> String {
    format!("step-{place}")
}

fn line(desk: Desk, told: RwSignal<String>, place: usize, step: &Step) -> El {
    let name = desk.draft.with_untracked(|draft| steps::long(draft.content(), &step.did));
    let label = format!("Restore: {name}, {}", steps::time_line(step.at));
    let line = el("li")
        .id(line_id(place))
        .attr("tabindex", "-1")
        .class(if step.undone { "undone" } else { "" })
        .attr_if("aria-current", (place == 0).then_some("step"))
        .child(said(name, desk, step));
    match place {
        0 => line.child(el("p").class("step-mark").text("You are here")),
        _ => line.child(back(desk, told, step, "Restore", label)),
    }
}

/// What was done, when, by whom, and whether it is taken back.
fn said(name: String, desk: Desk, step: &Step) -> El {
    let mut when = steps::time_line(step.at);
    if let Some(who) = desk.other(step.id.0) {
        when = format!("{when}, {who}");
    }
    let mark = step.undone.then(|| el("span").class("step-mark").text("Undone"));
    el("div")
        .class("step-said")
        .child(el("p").attr("dir", "auto").text(name))
        .child(el("p").class("help").text(when).children(mark))
}

/// The button that goes back to a step.
fn back(desk: Desk, told: RwSignal<String>, step: &Step, text: &'static str, label: String) -> El {
    let (id, at) = (step.id, step.at);
    el("button").attr("type", "button").class("button").attr("aria-label", label).text(text).on(
        "click",
        move |_| {
            if !desk.go_back(id, at) {
                told.set("Nothing to change. The survey says this now.".to_owned());
            }
        },
    )
}

/// What the survey said at a step: its title and its questions, to read.
fn look(desk: Desk, step: &Step) -> El {
    let id = step.id;
    let is_open = RwSignal::new(false);
    let inside = move || {
        if !is_open.get() {
            return Vec::new();
        }
        let then = desk.draft.with_untracked(|draft| draft.content_at(id));
        then.map(|content| words_of(&content)).unwrap_or_default()
    };
    el("details")
        .class("step-look")
        .on("toggle", move |_| is_open.set(true))
        .child(el("summary").text("Preview"))
        .live(inside)
}

fn words_of(content: &Content) -> Vec<El> {
    let text = |place, stand_in| {
        words::or(&marks::show(content, content.text(place).unwrap_or_default()), stand_in)
    };
    let title = el("p").attr("dir", "auto");
    let title = title.child(el("strong").text(text(Place::Title, words::NO_TITLE)));
    if content.questions.is_empty() {
        return vec![title, el("p").text("There were no questions yet.")];
    }
    let line = |id| {
        let words = text(Place::Question(id), words::NO_WORDS);
        let number = content.number_of(id).map(|number| format!("{number}. "));
        el("li").attr("dir", "auto").text(number.unwrap_or_default() + &words)
    };
    let ids = content.questions.iter().map(|question| question.id);
    vec![title, el("ul").attr("role", "list").children(ids.map(line))]
}
