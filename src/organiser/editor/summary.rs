//! What an organiser has to know before they go on: the draft is not saved, or can't be published
//! yet.

use super::lines::Lines;
use crate::model::draft::Problem;
use crate::organiser::home::copy_button;
use crate::organiser::ids::PROBLEMS;
use crate::organiser::state::{Desk, Saving, Spot};
use crate::organiser::words;
use crate::ui::el::{El, announced, button, el, parts};
use leptos::prelude::*;

/// The browser refused to keep the draft. Stays until it works again, with the ways out.
pub fn not_saved(desk: Desk) -> El {
    let notice = move || {
        let again = button("button").on("click", move |_| desk.save()).text("Try again");
        let copy = copy_button(desk, "Save a backup as a file");
        let text = el("p")
            .child(el("strong").text("Your last changes are not saved. "))
            .text("This browser has no room, or does not keep anything. Do not close this page.");
        let ways = el("div").class("button-row").children([again, copy]);
        parts().child(el("div").class("notice bad").child(text).child(ways))
    };
    let full = || {
        let text = el("p")
            .child(el("strong").text("Your last change was not made. "))
            .text(
                "This survey is as large as it can be, or you pasted a very long text. Paste that in parts. Delete \
                 what you do not need. Or make a copy of the survey in My surveys, and go on with the copy: it \
                 starts with a short history.",
            );
        parts().child(el("div").class("notice bad").child(text))
    };
    let is_failed = Memo::new(move |_| desk.saving.get() == Saving::Failed);
    el("div").children([
        announced("alert", move || is_failed.get().then(notice).into_iter().collect()),
        announced("alert", move || desk.is_full.get().then(full).into_iter().collect()),
    ])
}

/// What stands in the way of publishing. Each line leads to where it can be mended.
pub fn error_summary(desk: Desk, lines: Lines) -> Vec<El> {
    let line = move |problem: Problem| {
        let about = words::about(problem);
        let card = lines.all.with(|lines| {
            let card = about.card();
            let line = lines.iter().find(|line| card == Some(Spot::Question(line.id)));
            line.map(|line| line.name.clone())
        });
        let link = el("a").attr("href", "#").on_follow(move || desk.open_about(about)).text(
            desk.draft
                .with_untracked(|draft| words::problem(draft.content(), problem, card.as_deref())),
        );
        el("li").child(link)
    };
    let has_some = move || !desk.problems.with(Vec::is_empty);
    let mended = move || desk.mended.get();
    let list = el("ul").live(move || desk.problems.get().into_iter().map(line).collect());
    let summary = el("div")
        .class("notice bad error-summary")
        .id(PROBLEMS)
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-labelledby", "problems-title")
        .hidden(move || !has_some())
        .child(el("h2").id("problems-title").text("Fix these before you publish"))
        .child(list);
    let good = || {
        let text = el("p").text("All fixed. You can publish now.");
        parts().child(el("div").class("notice good").child(text))
    };
    vec![summary, announced("status", move || mended().then(good).into_iter().collect())]
}
