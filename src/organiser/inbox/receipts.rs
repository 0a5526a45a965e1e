//! Receipts of tablets: the codes that shared tablets can be emptied by, to be found again later. Absent: what one is
//! made of, which is the model's, and the report of what just came in (see `report`).

use crate::browser::clock;
use crate::model::draft::Draft;
use crate::model::tablet::Issued;
use crate::organiser::results::day;
use crate::organiser::state::Desk;
use crate::organiser::{library, words};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// How many show before the rest is folded.
const FIRST: usize = 3;

/// What this section is called. The report names it.
pub const TITLE: &str = "Receipts of tablets";
/// Its heading.
const HEADING: &str = "tablet-receipts";

/// The section. None while no tablet was collected.
pub fn receipts(desk: Desk) -> Option<El> {
    // A receipt comes with a report.
    desk.taken.track();
    let all = library::receipts(desk.draft.with(Draft::id)).all;
    let line = |Issued { code, answers, at }: &Issued| {
        let code = el("strong").class("receipt-code").attr("dir", "ltr").text(code.clone());
        let answers = words::count(*answers as usize, "answer", "answers");
        let about = format!(" for {answers}, all in on {}, {}", day(*at), clock::time(*at));
        el("li").child(code).text(about)
    };
    let list = |some: &[Issued]| {
        el("ul").attr("role", "list").class("receipts").children(some.iter().map(line))
    };
    let newest: Vec<Issued> = all.into_iter().rev().collect();
    let (first, older) = newest.split_at(newest.len().min(FIRST));
    let how = "A shared tablet keeps its answers until it has the code for them. On the tablet, press “For the \
               organiser”, type the PIN, and write the code under “Empty the tablet”. The newest code is for all \
               answers that were collected with it.";
    let name = words::count(older.len(), "older code", "older codes");
    let older = (!older.is_empty()).then(|| {
        el("details").child(el("summary").text(format!("Show {name}"))).child(list(older))
    });
    (!first.is_empty()).then(|| {
        el("section")
            .class("card stack")
            .attr("aria-labelledby", HEADING)
            .child(el("h2").id(HEADING).text(TITLE))
            .child(el("p").class("help").text(how))
            .child(list(first))
            .children(older)
    })
}
