//! One line on how the words of the survey are as a whole.

use crate::model::easy_read::{Finding, Gauge, gauge};
use crate::organiser::state::{Desk, Seen};
use crate::organiser::words::count;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The line. A survey without questions has none.
pub fn line(desk: Desk, all: Memo<Vec<Seen>>) -> El {
    let says = Memo::new(move |_| {
        let found: Vec<Finding> =
            all.with(|all| all.iter().map(|seen| seen.finding.clone()).collect());
        desk.draft.with(|draft| says(gauge(draft.content(), &found)))
    });
    el("div").live(move || {
        says.get().map(|says| el("p").class("advice-gauge").text(says)).into_iter().collect()
    })
}

fn says(Gauge { questions, harder, open }: Gauge) -> Option<String> {
    let hard = count(harder, "question is harder", "questions are harder");
    match harder {
        _ if questions == 0 => None,
        0 if open == 0 => {
            Some("The words of your questions are easy, as far as this advice can tell.".to_owned())
        }
        0 => Some(
            "None of your questions is hard to read. There are smaller things to look at."
                .to_owned(),
        ),
        _ if harder * 2 <= questions => Some(format!("Most of your words are easy. {hard}.")),
        _ => Some(format!("Some of your words are easy. {hard}.")),
    }
}
