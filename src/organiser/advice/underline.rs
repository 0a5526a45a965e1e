//! A text cut into runs, with a line under the words that some advice is about.
//!
//! Browsers can't mark words in a field. So the same text stands once more over the field, unseen
//! but for the lines: see [`over_field`]. Screen readers never hear of it.

use crate::browser::page;
use crate::model::draft::Content;
use crate::model::easy_read::Severity;
use crate::organiser::editor::marks;
use crate::organiser::state::Seen;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// Some letters of a text that look the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    text: String,
    /// The highest severity of what they are about. `None` for what is fine.
    severity: Option<Severity>,
    /// True where two pieces of advice meet.
    deeper: bool,
}

/// The runs of a stored text as a field shows it. What people live with has no line.
pub fn runs<'a>(
    content: &Content,
    stored: &str,
    advice: impl Iterator<Item = &'a Seen>,
) -> Vec<Run> {
    let shown = marks::show(content, stored);
    let open = advice.filter(|seen| !seen.is_aside && !seen.finding.at.is_empty());
    let ranges: Vec<_> = open
        .map(|seen| {
            let at = seen.finding.at.clone();
            (marks::shown_at(content, stored, at), seen.finding.severity)
        })
        .collect();
    let mut ends: Vec<usize> = ranges.iter().flat_map(|(at, _)| [at.start, at.end]).collect();
    ends.extend([0, shown.len()]);
    ends.sort_unstable();
    ends.dedup();
    let run = |pair: &[usize]| {
        let over = || ranges.iter().filter(|(at, _)| at.start <= pair[0] && pair[1] <= at.end);
        Some(Run {
            text: shown.get(pair[0]..pair[1])?.to_owned(),
            severity: over().map(|(_, severity)| *severity).max(),
            deeper: over().count() > 1,
        })
    };
    ends.windows(2).filter_map(run).collect()
}

/// The runs as elements.
pub fn drawn(runs: Vec<Run>) -> Vec<El> {
    let run = |run: Run| {
        let line = match run.severity {
            None => None,
            Some(Severity::Note) => Some("flag note"),
            Some(Severity::Amber) if run.deeper => Some("flag deeper"),
            Some(Severity::Amber) => Some("flag"),
            Some(Severity::Red) => Some("flag red"),
        };
        el("span").attr_if("class", line).text(run.text)
    };
    runs.into_iter().map(run).collect()
}

/// The lines over the field with this id. A field of several lines is made as high as its text by
/// them, so it never scrolls. One of a single line scrolls sideways, and they follow.
pub fn over_field(id: &str, runs: Memo<Vec<Run>>, is_line: bool, dir: &'static str) -> El {
    let lines = el("div")
        .class(if is_line { "flags line" } else { "flags" })
        .id(lines_id(id))
        .attr("aria-hidden", "true")
        .attr("dir", dir);
    let field = id.to_owned();
    lines.live(move || {
        let mut runs = runs.get();
        if is_line {
            if runs.iter().all(|run| run.severity.is_none()) {
                return Vec::new();
            }
            follow(&field);
        } else {
            // An empty last line has a height too.
            runs.push(Run { text: "\u{200b}".to_owned(), severity: None, deeper: false });
        }
        drawn(runs)
    })
}

/// Scrolls the lines as far as their field.
pub fn follow(field: &str) {
    page::scroll_along(&lines_id(field), field);
}

fn lines_id(field: &str) -> String {
    format!("{field}-lines")
}
