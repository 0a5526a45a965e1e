//! The card that lists what the last draft brought, change by change, and takes it back.

use crate::organiser::buttons::button;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};

/// Most changes that show without being asked for.
const FIRST: usize = 12;

/// The card, while something that came in can be taken back.
pub fn card(desk: Desk) -> Option<El> {
    let lines = desk.came_in_lines();
    if lines.is_empty() {
        return None;
    }
    let count = words::count(lines.len(), "change", "changes");
    let take_back = button("button", "Undo these changes", move || desk.take_back_what_came_in());
    let card = el("section")
        .class("card")
        .attr("aria-labelledby", "came-in")
        .child(el("h2").id("came-in").text(format!("{count} added")))
        .child(list(&lines))
        .child(
            el("p")
                .class("soft")
                .text("This undoes all of them at once. What you did since then stays."),
        )
        .child(el("div").class("button-row").child(take_back));
    Some(card)
}

/// Changes in words: the first ones, and the others once somebody wants to see them. All of them can be
/// seen: who means harm would put theirs last.
pub fn list(lines: &[String]) -> El {
    let items = |lines: &[String]| {
        let line = |line: &String| el("li").attr("dir", "auto").text(line.clone());
        el("ul").class("offered-changes").children(lines.iter().map(line))
    };
    let (first, rest) = lines.split_at(lines.len().min(FIRST));
    let more = (!rest.is_empty()).then(|| {
        let summary = format!("Show {} more", rest.len());
        el("details").child(el("summary").text(summary)).child(items(rest))
    });
    parts().child(items(first)).children(more)
}
