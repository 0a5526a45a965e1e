//! Written answers, read one by one: tags, how the words may be used, and names to strike out. Nothing is struck out by
//! itself: the organiser presses each.
//!
//! What a press means, which answers pass and which names are suggested is decided in the model. Absent: how often each
//! tag is used, which Results shows, and quotes, which "To share" there shows.

mod card;
mod keys;
mod names;
mod reading;
mod tags;

use super::buttons::button;
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING};
use super::words;
use crate::model::work::{Mark, TagId};
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use reading::Reading;

/// The screen.
pub fn screen(desk: Desk) -> El {
    let is_read = move || desk.is_received_read.get();
    let reading = Reading::new(desk);
    let has_some = move || is_read() && reading.all.with(|all| !all.is_empty());
    let has_none = move || is_read() && !has_some();
    let go = move |part| {
        if let Screen::Survey(id, _) = desk.screen.get_untracked() {
            desk.go(Screen::Survey(id, part));
        }
    };
    let head = el("div")
        .class("heading-row")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Written answers"))
        .child(el("div").class("button-row").child(button(
            "button",
            "Back to Results",
            move || go(Part::Results),
        )));
    let about = "Tag what people wrote, choose what may be quoted, and strike out names. Only this browser has it, and \
                 your backups.";
    let none = move || {
        let text = match desk.received.with(|all| all.is_empty()) {
            true => {
                "When people send you their answers, add them in the Inbox. Then read here what they wrote."
            }
            false => {
                "Nobody wrote anything yet. Here you read what people write in their own words."
            }
        };
        vec![el("div").class("card empty").child(el("p").text(text))]
    };
    let unread = move || {
        let records = words::count(reading.unread.get(), "record", "records");
        let text = format!(
            "{records} of your tags and marks cannot be read here. They are kept. Open a backup on My surveys to bring \
             them back. My surveys also saves what cannot be read as a file."
        );
        parts().child(el("div").class("notice bad").child(el("p").text(text)))
    };
    el("main")
        .class("column reading-answers")
        .child(head)
        .child(el("p").text(about))
        .show(move || reading.unread.get() > 0, unread)
        .show(move || !is_read(), move || parts().child(super::inbox::unread(desk)))
        .show(has_none, move || parts().live(none))
        .show(has_some, move || {
            parts().child(which(reading)).child(card::card(reading)).child(tags::all(reading))
        })
}

/// Which answers to read.
fn which(reading: Reading) -> El {
    let search = el("input")
        .attr("type", "search")
        .class("text-field")
        .id("written-search")
        .value(move || reading.sieve.with(|sieve| sieve.words.clone()))
        .on("input", move |event| {
            let words = event_target_value(&event);
            reading.sift(|sieve| sieve.words = words);
        });
    let option = |value: String, name: String| {
        el("option").attr("value", value).attr("dir", "auto").text(name)
    };
    let questions = move || {
        let own = reading.questions.get().into_iter().map(|(code, text)| {
            let is = move || reading.sieve.with_untracked(|sieve| sieve.question == Some(code));
            option(code.to_string(), words::short(&text, LONGEST)).selected(is)
        });
        [option(String::new(), "All questions".into())].into_iter().chain(own).collect()
    };
    let pick_question = move |event| {
        let code = event_target_value(&event).parse().ok();
        reading.sift(|sieve| sieve.question = code);
    };
    let tags = move || {
        let own = reading.work.with(|work| work.tags()).into_iter().map(|tag| {
            let is = move || reading.sieve.with_untracked(|sieve| sieve.tag == Some(tag.id));
            option(tag.id.0.to_string(), tag.name).selected(is)
        });
        [option(String::new(), "With or without tags".into())].into_iter().chain(own).collect()
    };
    let pick_tag = move |event| {
        let value = event_target_value(&event);
        let tags = reading.work.with_untracked(|work| work.tags());
        let tag: Option<TagId> =
            tags.into_iter().map(|tag| tag.id).find(|id| id.0.to_string() == value);
        reading.sift(|sieve| sieve.tag = tag);
    };
    let marks = [("".to_owned(), "All answers".to_owned()), ("open".into(), "To be read".into())];
    let own = Mark::ALL.map(|mark| (mark.says().to_owned(), mark.says().to_owned()));
    let marks = marks.into_iter().chain(own).map(|(value, name)| option(value, name));
    let pick_mark = move |event| {
        let value = event_target_value(&event);
        let mark = match &*value {
            "" => None,
            value => Some(Mark::ALL.into_iter().find(|mark| mark.says() == value)),
        };
        reading.sift(|sieve| sieve.mark = mark);
    };
    let select = |id: &'static str| el("select").class("text-field").id(id);
    let fields = el("div")
        .class("look-fields")
        .child(labelled("written-search", "Search", search))
        .child(labelled(
            "written-question",
            "Question",
            select("written-question").on("change", pick_question).live(questions),
        ))
        .child(labelled(
            "written-mark",
            "Use of the words",
            select("written-mark").on("change", pick_mark).children(marks),
        ))
        .child(labelled(
            "written-tag",
            "Tag",
            select("written-tag").on("change", pick_tag).live(tags),
        ));
    let found = move || {
        let (some, all) = (reading.passed.with(Vec::len), reading.all.with(Vec::len));
        match some == all {
            true => format!("{}.", words::count(all, "written answer", "written answers")),
            false => format!(
                "{} of {}.",
                words::number(some),
                words::count(all, "written answer", "written answers")
            ),
        }
    };
    el("section")
        .class("card look")
        .attr("aria-labelledby", "which-written")
        .child(el("h2").id("which-written").text("Which answers?"))
        .child(fields)
        .child(el("p").class("help").attr("role", "status").live_text(found))
}

/// The longest question in a list, in letters.
const LONGEST: usize = 80;

fn labelled(id: &'static str, name: &'static str, field: El) -> El {
    el("div").class("labelled").child(el("label").attr("for", id).text(name)).child(field)
}
