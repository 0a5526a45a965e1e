//! The reviewer's first page.

use super::opinion::full;
use super::state::{Page, Reviewing};
use crate::participant::app::button;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// Most characters of a name, as browsers count them.
const LONGEST_NAME: usize = 100;

/// What this is, and what the person wants to be called.
pub fn hello_page(state: Reviewing) -> Vec<El> {
    let (title, whose) =
        state.trial.survey.with_value(|survey| (survey.title.clone(), survey.organisation.clone()));
    let say = |text: &str| el("p").class("say").attr("dir", "auto").text(text.to_owned());
    let whose = if whose.is_empty() { "the people who made it".to_owned() } else { whose };
    let written = move || state.notes.with(|notes| notes.reviewer.name.clone());
    let name = el("input")
        .attr("type", "text")
        .class("field")
        .id("name")
        .attr("maxlength", LONGEST_NAME.to_string())
        .attr("autocomplete", "given-name")
        .attr("dir", "auto")
        .value(written)
        .on("input", move |event| state.set_name(event_target_value(&event)));
    let label = el("label").attr("for", "name").text("Your first name (you can leave this empty)");
    let tick = el("input")
        .attr("type", "checkbox")
        .checked(move || state.notes.with(|notes| notes.reviewer.may_be_named))
        .on("change", move |event| state.set_may_be_named(event_target_checked(&event.into())));
    let may = el("span").class("choice-text");
    let may = may.text("You can use my name in the report.");
    let mark = el("span").class("choice-mark");
    let tick = el("label").class("choice").child(tick).child(mark).child(may);
    let start = button("button primary", "Start", move || state.go(Page::First));
    vec![
        heading(Level::Page, HEADING).text("Help us make this survey better"),
        say(&title),
        say("This survey is not finished. We want to know what you think of it."),
        say("Look at each page. Then tell us if it is easy or hard."),
        say("You do not have to. You can stop at any time."),
        say(&format!("Only {whose} will see what you say.")),
        el("div").class("labelled").child(label).child(name).child(full(
            state,
            LONGEST_NAME,
            written,
        )),
        tick,
        el("div").class("steps").child(start),
    ]
}
