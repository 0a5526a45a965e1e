//! The card for a draft that a link brought: what it says it is, what it would change, and the press that
//! takes it in.

use super::came_in::list;
use crate::organiser::buttons::button;
use crate::organiser::ids::OFFERED;
use crate::organiser::state::{Brings, Desk, Offered};
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// What is wrong with a draft that can't be put together with ours.
pub const APART: &str = "This draft and yours tell of the same step in two ways, so they cannot be put \
    together. Nothing was changed. You can add it as a survey of its own, and compare the two.";

/// The card, while there is something to ask.
pub fn offered(desk: Desk) -> El {
    match desk.offered.get() {
        None => parts(),
        Some(offered) => parts().child(card(desk, &offered)),
    }
}

fn card(desk: Desk, offered: &Offered) -> El {
    let title = words::or(&offered.title, words::NO_TITLE);
    let from = match offered.from.as_slice() {
        [] => "It does not say who it is from.".to_owned(),
        names => {
            let names: Vec<String> = names.iter().map(|name| words::own(name)).collect();
            format!("It says it is from {}. Anybody can write a name there.", words::and(&names))
        }
    };
    let (heading, what, list, takes) = match &offered.brings {
        Brings::Survey(count) => (
            format!("Somebody sent you the draft {title}", title = words::quoted(&title)),
            format!(
                "It has {}. It is not in your surveys yet.",
                words::count(*count, "question", "questions")
            ),
            None,
            "Add it to my surveys",
        ),
        Brings::Changes(lines) if lines.is_empty() => (
            format!("Somebody sent you changes to {title}", title = words::quoted(&title)),
            "It may not fit the draft that you have.".to_owned(),
            None,
            "Take the changes in",
        ),
        Brings::Changes(lines) => (
            format!("Somebody sent you changes to {title}", title = words::quoted(&title)),
            format!("It would bring {}:", words::count(lines.len(), "change", "changes")),
            Some(list(lines)),
            "Take the changes in",
        ),
        Brings::Apart => (
            format!("Somebody sent you another {title}", title = words::quoted(&title)),
            APART.to_owned(),
            None,
            "Add it as a survey of its own",
        ),
        Brings::Nothing => (
            format!("Somebody sent you the draft {title}", title = words::quoted(&title)),
            "You have all of it already.".to_owned(),
            None,
            "Open the survey",
        ),
    };
    let answer = move |takes: bool| move || desk.answer_offered(takes);
    el("section")
        .class("card")
        .attr("aria-labelledby", OFFERED)
        .child(el("h2").id(OFFERED).attr("tabindex", "-1").attr("dir", "auto").text(heading))
        .child(el("p").attr("dir", "auto").text(from))
        .child(el("p").text(what))
        .children(list)
        .child(el("p").class("soft").text("Nothing is taken in before you say so."))
        .child(
            el("div")
                .class("button-row")
                .child(button("button primary", takes, answer(true)))
                .child(button("button", "Not now", answer(false))),
        )
}
