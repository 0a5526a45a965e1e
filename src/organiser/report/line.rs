//! Words of the report, and the field that opens in their place to write others. The advice stands under it while
//! somebody writes.

use super::Screen;
use crate::browser::page;
use crate::model::easy_read::{self, Finding, Severity};
use crate::model::report::{Key, Line, Slot};
use crate::organiser::words::count;
use crate::ui::el::{El, announced, button, el, parts};
use leptos::prelude::*;

/// What stands where somebody wants no words. Neither paper nor a file has it.
const LEFT_OUT: &str = "Left out of the report";

/// The words, with a button to change them; or the field, while they are changed.
pub fn line(screen: Screen, tag: &'static str, class: &'static str, line: &Line) -> El {
    let (shown, open) = (line.clone(), line.clone());
    let slot = line.slot;
    let is_open = move || screen.editing.get() == Some(slot);
    el("div")
        .class("report-line")
        .show(move || !is_open(), move || parts().and(words(screen, tag, class, &shown)))
        .show(is_open, move || {
            // Paper has the words, whatever is open on the screen.
            let words = el("div").class("print-only").children(said(tag, class, &open));
            parts().child(words).child(field(screen, &open))
        })
}

/// The words as they stand in the report. A heading is one element, whatever was written in it.
fn said(tag: &'static str, class: &'static str, line: &Line) -> Vec<El> {
    if line.text.is_empty() {
        return vec![el("p").class("soft no-print").text(LEFT_OUT)];
    }
    let said = |text: &str| {
        el(tag)
            .class([class, " say"].concat())
            .attr_if("lang", line.language.clone())
            .attr("dir", "auto")
            .text(text.to_owned())
    };
    match tag {
        "p" => line.text.lines().map(said).collect(),
        _ => vec![said(&line.text)],
    }
}

fn words(screen: Screen, tag: &'static str, class: &'static str, line: &Line) -> El {
    let slot = line.slot;
    let open = move |_| {
        // What was written in another place shows there.
        let other = screen.editing.get_untracked();
        screen.editing.set(Some(slot));
        if other.is_some() {
            screen.desk.report.notify();
        }
        page::focus_soon(&field_id(slot));
    };
    let found = advice(line, &line.text).len();
    let marks = (found > 0)
        .then(|| el("span").class("report-mark").text(count(found, "suggestion", "suggestions")));
    let older = line.is_older.then(|| el("span").class("report-mark").text("Numbers have changed"));
    let edit = button("button quiet report-edit")
        .id(button_id(slot))
        .on("click", open)
        .attr("aria-label", format!("Edit: {}", name(slot, &line.text)))
        .text("Edit");
    let tools =
        el("div").class("report-line-tools no-print").children(marks).children(older).child(edit);
    parts().child(el("div").class("report-words").children(said(tag, class, line))).child(tools)
}

fn field(screen: Screen, line: &Line) -> El {
    let (slot, ours) = (line.slot, line.ours.clone());
    let desk = screen.desk;
    let before = desk.report.get_untracked();
    // The whole of what was written, also where a page has no room for all of it.
    let whole = before.texts.get(&slot).map_or_else(|| ours.clone(), |own| own.text.clone());
    let typed = RwSignal::new(whole.clone());
    let close = move || {
        screen.editing.set(None);
        desk.report.notify();
        page::focus_soon(&button_id(slot));
    };
    let write = {
        let ours = ours.clone();
        move |text: &str| {
            desk.report.update_untracked(|edits| edits.write(slot, text, &ours));
            desk.keep_report();
        }
    };
    let input = {
        let write = write.clone();
        move |event| {
            let text = event_target_value(&event);
            write(&text);
            typed.set(text);
        }
    };
    let done = {
        let before = before.clone();
        move || {
            let is_empty = typed.with_untracked(|text| text.trim().is_empty());
            desk.changed_report(
                match (is_empty, slot.is_heading()) {
                    (true, true) => "A heading needs words, so ours are back.",
                    (true, false) => "These words are left out of the report.",
                    (false, _) => "The words are changed.",
                },
                before.clone(),
            );
            close();
        }
    };
    // As in other fields that open: Escape leaves it as it was.
    let leave = {
        let before = before.clone();
        move || {
            desk.report.update_untracked(|edits| *edits = before.clone());
            desk.keep_report();
            close();
        }
    };
    let back = move |_| {
        write(&ours);
        desk.changed_report("Our own words are back.", before.clone());
        close();
    };
    let rows = if slot.is_heading() { "2" } else { "4" };
    let area = el("textarea")
        .class("text-field")
        .id(field_id(slot))
        .attr("rows", rows)
        .attr("maxlength", slot.longest().to_string())
        .attr("dir", "auto")
        .attr("aria-describedby", advice_id(slot))
        .value(move || whole.clone())
        .on("input", input)
        .on_key(move |event| {
            if event.key() == "Escape" {
                event.prevent_default();
                leave();
            }
        });
    let is_own = line.language.is_none();
    let longest = slot.longest();
    let about = announced("status", move || {
        let letters = typed.with(|text| text.chars().count());
        let full = (letters >= longest).then(|| {
            let text = format!("There is room for {longest} letters here.");
            el("p").class("report-advice-box").text(text)
        });
        let found = typed.with(|text| if is_own { findings(text) } else { Vec::new() });
        full.into_iter().chain(found.into_iter().map(boxed)).collect()
    });
    let label = el("label").class("label").attr("for", field_id(slot)).text(name(slot, &line.ours));
    let now = line.is_older.then(|| {
        el("p")
            .class("help")
            .attr("dir", "auto")
            .text(format!("From the numbers now: {}", line.ours))
    });
    el("div")
        .class("report-field no-print")
        .child(label)
        .child(area)
        .children(now)
        .child(el("div").id(advice_id(slot)).class("report-advice").child(about))
        .child(
            el("div")
                .class("button-row")
                .child(button("button primary").on("click", move |_| done()).text("Done"))
                .child(button("button").on("click", back).text("Use our words")),
        )
}

/// The advice on a line. None on words in another language.
fn advice(line: &Line, text: &str) -> Vec<Finding> {
    if line.language.is_some() { Vec::new() } else { findings(text) }
}

fn findings(text: &str) -> Vec<Finding> {
    let mut found = easy_read::in_text(text);
    found.retain(|finding| finding.severity > Severity::Note);
    found
}

fn boxed(finding: Finding) -> El {
    let name = el("strong").text(finding.rule.name());
    el("p").class("report-advice-box").child(name).text(": ").text(finding.why)
}

/// What a place is called.
fn name(slot: Slot, text: &str) -> String {
    let of = match slot {
        Slot::Title => "Title",
        Slot::AskedHead | Slot::WhoHead | Slot::SaidHead | Slot::QuotesHead | Slot::NextHead => {
            "Heading"
        }
        Slot::Asked => return "What we asked".to_owned(),
        Slot::Who => return "Who answered".to_owned(),
        Slot::Said => return "What people said".to_owned(),
        Slot::Next => return "What happens next".to_owned(),
        Slot::Question(_) => "Question",
        Slot::Finding(_) => "What the chart says",
        Slot::Base(_) => "Who answered this",
    };
    let text: String = text.replace('\n', " ").chars().take(80).collect();
    format!("{of}: {text}")
}

fn field_id(slot: Slot) -> String {
    format!("report-field-{}", id(slot))
}

fn button_id(slot: Slot) -> String {
    format!("report-edit-{}", id(slot))
}

fn advice_id(slot: Slot) -> String {
    format!("report-advice-{}", id(slot))
}

fn id(slot: Slot) -> String {
    let of = |what: &str, key: Key| format!("{what}-{}-{}", key.question.0, key.nth);
    match slot {
        Slot::Question(key) => of("question", key),
        Slot::Finding(key) => of("finding", key),
        Slot::Base(key) => of("base", key),
        other => format!("{other:?}").to_lowercase(),
    }
}
