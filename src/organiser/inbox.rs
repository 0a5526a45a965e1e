//! Add answers: paste a message, or give files. Says what became of each. And take answers out
//! again, for a person who wants them back. What is said of what came in is in `report`.

mod explain;
mod files;
pub mod keeping;
mod receipts;
mod report;
mod take_out;

pub use explain::explain as why;
pub use report::taken_report;

use super::buttons::Work;
use super::ids::NOT_KEPT;
use super::library;
use super::removing::way_in;
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING, NotKept, Reading, Taking};
use super::together::scan::{Counted, Scan, scan};
use super::words;
use crate::browser::dropped::dropped;
use crate::browser::{clock, file, page};
use crate::model::draft::Draft;
use crate::model::inbox::is_late;
use crate::model::link;
use crate::ui::el::{El, Event, button, el, parts};
use files::files;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use take_out::take_out;

/// What the camera looks for.
const ANSWER: Scan = Scan {
    id: "scan-answers",
    is_meant: |text| !link::find_answers(text).is_empty(),
    other: "This code is for something else. Hold the code on the person’s phone in front of the \
            camera.",
    many: Some(Counted {
        names: ["answer", "answers"],
        count: |text| link::find_answers(text).len(),
    }),
};

/// The inbox of the survey on the desk.
pub fn inbox(desk: Desk) -> El {
    let pasted = RwSignal::new(String::new());
    let over = RwSignal::new(false);
    let adding = Work::new();
    let add = move || {
        if pasted.with(|text| text.trim().is_empty()) {
            desk.tell("Paste a message first. Then press “Add these answers”.");
            return;
        }
        let text = pasted.get_untracked();
        adding.start(async move {
            // What could not be read stays in the field, so that nothing pasted is lost; and so does what
            // was pasted meanwhile. The field is gone when the person went to another screen.
            let is_all_in = desk.take_text(text.clone()).await;
            if is_all_in && pasted.try_with_untracked(|now| *now == text) == Some(true) {
                pasted.set(String::new());
            }
        });
    };
    let drop = move |event: Event| {
        let event: ev::DragEvent = event.into();
        event.prevent_default();
        over.set(false);
        let dropped = dropped(&event);
        spawn_local(async move { desk.take_files(dropped.walk().await).await });
    };
    let hold = move |event: Event| {
        let event: ev::DragEvent = event.into();
        event.prevent_default();
        over.set(true);
    };
    let total = move || desk.received.with(|all| all.len());
    let is_reading = move || desk.reading.with(Option::is_some);
    let results = move |_: Event| {
        if let Screen::Survey(id, _) = desk.screen.get_untracked() {
            desk.go(Screen::Survey(id, Part::Results));
        }
    };
    // One that can't be read says so above.
    let is_unpublished = move || {
        let id = desk.draft.with(Draft::id);
        desk.versions.with(Vec::is_empty) && library::unreadable_versions(id) == 0
    };
    let unpublished = || {
        let text = "This survey is not published yet. Publish it, then people can answer.";
        parts().child(el("div").class("notice").child(el("p").text(text)))
    };
    let only_wait = move || {
        !is_reading() && total() == 0 && library::count_waiting(desk.draft.with(Draft::id)) > 0
    };
    let people = move || match total() {
        1 => " person answered so far.".to_owned(),
        _ => " people answered so far.".to_owned(),
    };
    let see = move || {
        let see = button("button").on("click", results).text("See what people said");
        parts().child(el("div").class("button-row").child(see).child(way_in(desk)))
    };
    let count = move || {
        let number = el("strong").class("big").live_text(move || words::number(total()));
        el("p").child(number).live_text(people)
    };
    let field = el("textarea")
        .class("text-field")
        .id("paste")
        .attr("rows", "6")
        .attr("aria-describedby", "paste-help")
        .value(move || pasted.get())
        .on("input", move |event| pasted.set(event_target_value(&event)));
    let help = "Paste whole messages or emails, as many as you like. We find the answers in them.";
    let name = (|| "Add these answers".into(), "Adding answers…");
    let add = adding.button("button primary", name, add);
    let paste = el("div")
        .class("card")
        .child(el("label").class("label").attr("for", "paste").text("Paste messages here"))
        .child(el("p").class("help").id("paste-help").text(help))
        .child(field)
        .child(
            el("div").class("button-row").child(add).children(
                scan(
                    ANSWER,
                    move |text| spawn_local(desk.take_code(text)),
                    move |codes| {
                        if !codes.is_empty() {
                            spawn_local(desk.end_of_codes());
                        }
                    },
                )
                .into_iter()
                .flatten(),
            ),
        );
    let files = files(desk).class_while("over", move || over.get());
    // Answers may wait where no version is here yet.
    let has_some = move || {
        desk.received.track();
        !desk.versions.with(Vec::is_empty) || library::count_waiting(desk.draft.with(Draft::id)) > 0
    };
    let can_take_out = move || desk.is_received_read.get() && has_some();
    let twice = "You can add the same answer twice. It counts once.";
    el("main")
        .class("column")
        .on("dragover", hold)
        .on("dragleave", move |_| over.set(false))
        .on("drop", drop)
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Inbox"))
        .show(is_unpublished, unpublished)
        .show(move || desk.taking.with(Option::is_some), move || parts().child(how_far(desk)))
        .live(move || desk.taken.get().map(|taken| taken_report(desk, taken)).into_iter().collect())
        .live(move || waiting(desk))
        .show(move || !desk.is_received_read.get(), move || parts().child(unread(desk)))
        .show(is_reading, move || parts().child(here(desk)))
        .show(move || desk.is_received_read.get(), move || parts().child(count()))
        .live(move || late(desk).into_iter().collect())
        .live(move || keeping::keeping(desk, true).into_iter().collect())
        .show(move || is_reading() || total() != 0, see)
        .show(only_wait, move || parts().child(el("div").class("button-row").child(way_in(desk))))
        .child(paste)
        .child(files)
        .child(el("p").class("soft").text(twice))
        .live(move || receipts::receipts(desk).into_iter().collect())
        .show(can_take_out, move || parts().child(take_out(desk)))
        .live(move || keeping::keeping(desk, false).into_iter().collect())
}

/// That some answers were sent after the survey closed. They count like the others.
fn late(desk: Desk) -> Option<El> {
    let closes = desk.versions.with(|versions| versions.last()?.closes)?;
    let late = desk.received.with(|received| {
        desk.versions.with(|versions| {
            received.iter().filter(|one| is_late(versions, one, clock::day_of(one.at))).count()
        })
    });
    let sent = words::count(late, "answer was", "answers were");
    let says = format!(
        "{sent} sent after the closing date, {}. {} counted like the others.",
        words::day(closes),
        if late == 1 { "It is" } else { "They are" }
    );
    (late > 0).then(|| el("div").class("notice").child(el("p").text(says)))
}

/// How far the taking in is, and a way to stop it. The number is only said by eye: read out at every step, it would
/// drown all else.
fn how_far(desk: Desk) -> El {
    let words = move || match desk.taking.get() {
        Some(Taking::Reading { file, of }) => {
            format!("Reading file {} of {}", words::number(file), words::number(of))
        }
        Some(Taking::Emails { looked, found }) => {
            let looked = words::count(looked, "email", "emails");
            format!("Looked through {looked}: {} so far", words::count(found, "answer", "answers"))
        }
        Some(Taking::Pictures { looked }) => {
            format!("Looking for codes in pictures: {}", words::number(looked))
        }
        Some(Taking::Adding { done, of }) => {
            format!("Adding answers: {} of {}", words::number(done), words::number(of))
        }
        None => String::new(),
    };
    let part = move || match desk.taking.get()? {
        Taking::Reading { file: done, of } | Taking::Adding { done, of } => Some((done, of)),
        // How many there are is not known before the end.
        Taking::Emails { .. } | Taking::Pictures { .. } => None,
    };
    let bar = el("progress")
        .live_attr("max", move || Some(part()?.1.to_string()))
        .live_attr("value", move || Some(part()?.0.to_string()));
    el("div")
        .class("notice taking")
        .child(el("p").id("taking").live_text(words))
        .child(bar.attr("aria-labelledby", "taking"))
        .child(el("div").class("button-row").child(super::buttons::button(
            "button",
            "Stop",
            move || desk.stop_taking(),
        )))
}

/// The sealed answers to this survey that can't be counted.
pub fn waiting(desk: Desk) -> Vec<El> {
    desk.received.track();
    let count = library::waiting_now(desk.draft.with(Draft::id));
    let (are, they, kept) = match count {
        1 => ("answer is", "It answers", "We keep it, locked, and do not count it."),
        _ => ("answers are", "They answer", "We keep them, locked, and do not count them."),
    };
    let words = format!(
        "{they} a version of this survey that is not on this computer. {kept} Open a backup from the computer where that version was published.",
    );
    let title = el("strong").text(format!("{} {are} waiting. ", words::number(count)));
    let notice = el("div").class("notice").child(el("p").child(title).text(words));
    (count > 0).then_some(notice).into_iter().collect()
}

/// The answers that the browser did not keep, and the ways out.
pub fn not_kept(desk: Desk) -> El {
    let NotKept { sealed, is_full, is_saved } = desk.not_kept.get();
    let count = sealed.len();
    let answers =
        format!("{} {}", words::number(count), if count == 1 { "answer" } else { "answers" });
    let words = match is_full {
        true => format!(
            "There is no room in this browser for {answers}. They are still on this page. Save them as a \
             file, or make room: save a backup, delete a survey you do not need, and try again.",
        ),
        false => format!(
            "This browser did not keep {answers} just now. They are still on this page. Try again, or save \
             them as a file. If trying again does not help, reload this page once you have that file.",
        ),
    };
    let save = move |_: Event| {
        let links: Vec<String> = sealed.iter().map(link::answer_fragment).collect();
        let text = links.join("\n\n");
        desk.tell(match file::save("answers-to-add.txt", "text/plain;charset=utf-8", text.as_bytes()) {
            Ok(()) => {
                desk.not_kept.update(|not_kept| not_kept.is_saved = true);
                page::focus_soon(NOT_KEPT);
                "The answers are saved as answers-to-add.txt. Add that file here when there is room."
            }
            Err(_) => "The file was not saved. Please try again.",
        });
    };
    let trying = desk.works.trying_again;
    let again = move || trying.start(desk.take_again());
    let again = trying.button("button primary", (|| "Try again".into(), "Trying again…"), again);
    let close = move |_: Event| {
        desk.not_kept.set(NotKept::default());
        page::focus_soon(HEADING);
    };
    let row = el("div")
        .class("button-row")
        .child(again)
        .child(button("button").on("click", save).text("Save them as a file"))
        // Only once nothing is lost by it.
        .children(is_saved.then(|| button("button plain").on("click", close).text("Close")));
    el("div")
        .class("notice bad")
        .id(NOT_KEPT)
        .attr("tabindex", "-1")
        .child(el("p").text(words))
        .child(row)
}

/// That the answers that are here are being read, or that the browser did not read them.
pub fn unread(desk: Desk) -> El {
    let is_reading = move || desk.reading.with(Option::is_some);
    parts()
        .show(is_reading, move || parts().child(reading(desk)))
        .show(move || !is_reading(), move || parts().child(not_read(desk)))
}

/// How many answers there are, where it takes a moment to tell how many of them are people.
fn here(desk: Desk) -> El {
    let of = move || desk.reading.get().map_or(0, |reading| reading.of);
    let number = el("strong").class("big").live_text(move || words::number(of()));
    el("p").child(number).text(" answers are in this browser.")
}

/// How far the reading of many is. Like [`how_far`], by eye alone.
fn reading(desk: Desk) -> El {
    let words = move || match desk.reading.get() {
        Some(Reading { read, counted: 0, of }) => {
            format!("Reading answers: {} of {}", words::number(read), words::number(of))
        }
        Some(Reading { counted, of, .. }) => {
            format!("Counting answers: {} of {}", words::number(counted), words::number(of))
        }
        None => String::new(),
    };
    let most = move || desk.reading.get().map(|reading| (reading.of * 2).to_string());
    let done =
        move || desk.reading.get().map(|reading| (reading.read + reading.counted).to_string());
    let bar = el("progress").live_attr("max", most).live_attr("value", done);
    el("div")
        .class("notice taking")
        .child(el("p").id("reading").live_text(words))
        .child(bar.attr("aria-labelledby", "reading"))
}

fn not_read(desk: Desk) -> El {
    let title = el("strong").text("The answers that are here could not be read. ");
    let words = "This browser did not open them just now, so nobody can tell how many there are. Try again. \
                 If that does not help, reload this page.";
    let trying = desk.works.trying_again;
    let again = move || trying.start(desk.read_received_again());
    let again = trying.button("button", (|| "Try again".into(), "Trying again…"), again);
    el("div")
        .class("notice bad with-action")
        .attr("role", "status")
        .child(el("p").child(title).text(words))
        .child(again)
}
