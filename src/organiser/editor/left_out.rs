//! What a pasted list has that becomes no question and no choice: how many lines, and each with the
//! reason. And the taking in of lists that were copied from a page of the web or from Word.

use crate::browser::share;
use crate::model::paste::{self, LeftOut, Why};
use crate::organiser::words;
use crate::ui::el::{El, Event, el};
use leptos::prelude::*;

/// Most lines that are shown. All of them are counted.
const MOST_SHOWN: usize = 100;

/// The lines that are left out, folded. Away while there are none.
pub fn left_out(out: Memo<Vec<LeftOut>>) -> El {
    let items = move || {
        out.with(|out| {
            let spare = out.len().saturating_sub(MOST_SHOWN);
            let more = (spare > 0).then(|| {
                el("li").text(format!("And {}.", words::count(spare, "more line", "more lines")))
            });
            out.iter().take(MOST_SHOWN).map(item).chain(more).collect()
        })
    };
    el("details")
        .class("paste-out")
        .hidden(move || out.with(Vec::is_empty))
        .child(el("summary").live_text(move || out.with(|out| count(out))))
        .child(el("ul").attr("role", "list").live(items))
}

/// "Left out: 3 lines".
pub fn count(out: &[LeftOut]) -> String {
    format!("Left out: {}", words::count(out.len(), "line", "lines"))
}

fn item(out: &LeftOut) -> El {
    el("li")
        .child(el("q").attr("dir", "auto").text(words::short(&out.text, 120)))
        .child(el("span").text(format!(" {}", why(out.why))))
}

/// The reason in words.
fn why(why: Why) -> &'static str {
    match why {
        Why::NoWords => "It has no words.",
        Why::Optional => "People can skip every question here.",
        Why::How => "It says how to answer. People read that beside each question.",
        Why::Page => "It belongs to the printed page.",
        Why::Columns => "It only names the columns of a table.",
        Why::Line => "It is a line to write on, and here people pick.",
        Why::TooMany => "A question has room for 200 choices.",
    }
}

/// The text that a person is pasting. Lists and tables of a page come with their marks.
pub fn pasted(event: &Event) -> String {
    let page = share::pasted_page(event).and_then(|page| paste::with_marks(&page));
    page.or_else(|| share::pasted(event)).unwrap_or_default()
}

/// Hears pasting in a large field: lists and tables of a page go in with their marks.
pub fn keep_marks(event: Event) {
    if let Some(text) = share::pasted_page(&event).and_then(|page| paste::with_marks(&page)) {
        share::paste_instead(&event, text.trim_end());
    }
}
