//! The card for a draft that a link brought: what it says it is, what it would change, and the press that
//! takes it in.

use super::came::explain;
use super::came_in::list;
use crate::organiser::buttons::button;
use crate::organiser::ids::OFFERED;
use crate::organiser::state::{Brings, CameNot, Desk, Offered};
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// What is wrong with a draft that can't be put together with ours.
pub const APART: &str = "This draft and yours tell of the same step in two ways, so they cannot be put \
    together. Nothing was changed. You can add it as a survey of its own, and compare the two.";

/// Most letters of a title that stand in the heading: the buttons are below it.
const LONGEST_TITLE: usize = 120;

/// The card, while there is something to ask.
pub fn offered(desk: Desk) -> El {
    match desk.offered.get() {
        None => parts(),
        Some(offered) => parts().child(card(desk, &offered)),
    }
}

fn card(desk: Desk, offered: &Offered) -> El {
    let title = words::short(&words::or(&offered.title, words::NO_TITLE), LONGEST_TITLE);
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
        Brings::Changes(lines) => (
            format!("Somebody sent you changes to {title}", title = words::quoted(&title)),
            format!("It would bring {}:", words::count(lines.len(), "change", "changes")),
            Some(list(lines)),
            "Add these changes",
        ),
        Brings::Apart => (
            format!("Somebody sent you another {title}", title = words::quoted(&title)),
            APART.to_owned(),
            None,
            "Add it as a survey of its own",
        ),
        Brings::Refused(why) => (
            format!("Somebody sent you a draft of {title}", title = words::quoted(&title)),
            explain(CameNot::Unsound(*why)).to_owned(),
            None,
            "",
        ),
        Brings::Nothing => (
            format!("Somebody sent you the draft {title}", title = words::quoted(&title)),
            "You have all of it already.".to_owned(),
            None,
            "Open the survey",
        ),
    };
    let answer = move |takes: bool| move || desk.answer_offered(takes);
    let can_take = !takes.is_empty();
    let ways = if can_take {
        vec![
            button("button primary", takes, answer(true)),
            button("button", "Not now", answer(false)),
        ]
    } else {
        vec![button("button", "Close", answer(false))]
    };
    el("section")
        .class("card")
        .attr("aria-labelledby", OFFERED)
        .child(el("h2").id(OFFERED).attr("tabindex", "-1").attr("dir", "auto").text(heading))
        .child(el("p").attr("dir", "auto").text(from))
        .child(el("p").text(what))
        .children(list)
        .children(
            can_take.then(|| el("p").class("soft").text("Nothing is added before you say so.")),
        )
        .child(el("div").class("button-row").children(ways))
}
