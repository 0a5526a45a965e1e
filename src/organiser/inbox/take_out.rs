//! Delete someone’s answers: a person wants their answers back and tells what their phone showed, one code or two.

use crate::browser::page;
use crate::model::inbox::{BadCode, Coded};
use crate::model::survey::Survey;
use crate::organiser::confirm::{Asking, Asks, ask, confirm};
use crate::organiser::results::day;
use crate::organiser::state::Desk;
use crate::ui::el::{El, Event, button, el};
use leptos::prelude::*;

const CODE: &str = "take-out-code";
const HELP: &str = "take-out-help";
const PROBLEM: &str = "take-out-problem";

/// The section with the field for the code.
pub fn take_out(desk: Desk) -> El {
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<BadCode>);
    let found = RwSignal::new(None::<Coded>);
    // People who answered an earlier version may have a second code too.
    let keeps_apart = Memo::new(move |_| {
        desk.versions.with(|versions| versions.iter().any(Survey::keeps_some_apart))
    });
    let asking = Asking::new();
    let look = move || match desk.find_code(&typed.get_untracked()) {
        Ok(coded) => {
            problem.set(None);
            found.set(Some(coded));
            ask(asking);
        }
        Err(why) => {
            problem.set(Some(why));
            page::focus_soon(CODE);
        }
    };
    let type_on = move |event: Event| {
        typed.set(event_target_value(&event));
        problem.set(None);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            look();
        }
    };
    let take_out = Callback::new(move |()| {
        if let Some(coded) = found.get_untracked() {
            desk.take_out(&coded.sets.iter().map(|set| set.id).collect::<Vec<_>>());
            typed.set(String::new());
        }
    });
    let text = move || {
        let says = found.with(|coded| Some(coded.as_ref()?.says(keeps_apart.get(), day)));
        says.unwrap_or_default()
    };
    let described_by = move || match problem.get() {
        Some(_) => format!("{PROBLEM} {HELP}"),
        None => HELP.to_owned(),
    };
    let trouble = el("p")
        .class("problem")
        .id(PROBLEM)
        .hidden(move || problem.get().is_none())
        .live_text(move || problem.get().map(explain).unwrap_or_default().to_owned());
    let help = move || match keeps_apart.get() {
        false => {
            "A person can ask you to delete their answers. They give you a code like 1a2b-3c4d."
        }
        true => {
            "A person can ask you to delete their answers. They give you two codes with a + between, like \
             1a2b-3c4d + 5e6f-7a8b. The second is for what is kept apart. Type both to delete everything."
        }
    };
    let field = el("input")
        .attr("type", "text")
        .class("text-field code-field")
        .id(CODE)
        .attr("dir", "ltr")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .live_attr("aria-describedby", move || Some(described_by()))
        .live_attr("aria-invalid", move || problem.get().map(|_| "true".to_owned()))
        .value(move || typed.get())
        .on("input", type_on)
        .on_key(on_key);
    let labelled = el("div")
        .class("labelled")
        .class_while("wrong", move || problem.get().is_some())
        .child(el("label").attr("for", CODE).text("The person’s code"))
        .child(el("p").class("help").id(HELP).live_text(move || help().to_owned()))
        .child(trouble)
        .child(field);
    let out = button("button danger").on("click", move |_| look()).text("Delete these answers");
    let asks = Asks {
        title: "Delete this person’s answers?".into(),
        text: text.into(),
        yes: "Yes, delete them".into(),
        no: "No, keep them",
    };
    el("section")
        .class("card")
        .child(el("h2").text("Delete someone’s answers"))
        .child(labelled)
        .child(el("div").class("button-row").child(out))
        .child(confirm(asking, asks, take_out))
}

/// Why the code finds nothing, and what to do.
fn explain(why: BadCode) -> &'static str {
    match why {
        BadCode::NoCode => {
            "A code has 8 numbers and letters from A to F. Ask the person to read it again."
        }
        BadCode::Unknown => {
            "No answers here have this code. Ask the person to read it again. \
             If you did not add their answers yet, add them first."
        }
        BadCode::TakenBack => "These answers are deleted already.",
        BadCode::TwoPeople => "These are the codes of 2 people. Type one person’s at a time.",
        BadCode::Shared => "2 people have this code. We cannot tell whose answers to delete.",
    }
}
