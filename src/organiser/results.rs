//! What people said: a card for each question, and the ways to take the answers out as a file or on
//! paper. What somebody else answered for a person stands apart.
//!
//! Absent: percentages. With few people they mislead, and easy read does without them.

mod apart;
mod beside;
mod counts;
mod download;
mod lists;
mod look;
mod share;
mod tags;
mod tally;

use super::inbox::{unread, waiting};
use super::removing::way_in;
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING};
use super::words;
use crate::browser::{clock, page};
use crate::model::compare::{self, are_answered_for};
use crate::model::dataset::Dataset;
use crate::model::results::{Results, Tally, results as added_up, told as added_up_of};
use crate::model::suppress::{shared, shared_words};
use crate::model::work::Work;
use crate::model::written::tag_tally;
use crate::organiser::title::title;
use crate::ui::el::{El, button, el, parts};
pub use counts::{Cell, bar, figures};
use download::{Of, more_downloads, save_counts, save_csv};
use leptos::prelude::*;
pub use lists::{date, day};
use look::Look;
pub use look::RULES;
use std::sync::Arc;
use tally::{About, tally_card};

/// The results of the survey on the desk.
pub fn results(desk: Desk) -> El {
    // Some of them would look like all.
    let is_read = move || desk.is_received_read.get();
    let has_some = Memo::new(move |_| is_read() && desk.received.with(|all| !all.is_empty()));
    let found = Memo::new(move |_| {
        // What many people said is added up already.
        desk.added_up.get().unwrap_or_else(|| {
            let (versions, received) = (desk.versions.read(), desk.received.read());
            Arc::new(added_up(&desk.laid(&versions, &received)))
        })
    });
    // The first of many show before all are read.
    let has_first =
        move || desk.reading.with(Option::is_some) && desk.added_up.with(Option::is_some);
    let work = Memo::new(move |_| desk.work().0);
    let look = Look::new();
    let picked = Memo::new(move |_| {
        look.only.with(Option::is_some).then(|| {
            let (versions, received) = (desk.versions.read(), desk.received.read());
            look.rows(&desk.laid(&versions, &received))
        })?
    });
    let heading = move || match (found.with(|found| found.own.people), has_some.get()) {
        _ if has_first() => "Counting the answers".to_owned(),
        _ if !is_read() => "What people said".to_owned(),
        // How many answered is one of the counts that may be hidden.
        _ if look.shares.get() => "Results to share".to_owned(),
        (0, false) => "Nobody has answered yet".to_owned(),
        (own, _) => match picked.with(|picked| picked.as_ref()?.as_ref().map(Vec::len).ok()) {
            Some(some) => {
                let all = own + found.with(|found| found.for_them.people);
                format!("{} of {}", words::number(some), words::count(all, "answer", "answers"))
            }
            None if own == 0 => "Nobody answered for themselves yet".to_owned(),
            None => format!("{} answered", words::count(own, "person", "people")),
        },
    };
    let go = move |part: Part| {
        if let Screen::Survey(id, _) = desk.screen.get_untracked() {
            desk.go(Screen::Survey(id, part));
        }
    };
    let has_any = move || has_some.get() || is_read() && !desk.removed().is_empty();
    let files = move || {
        let print = button("button").on("click", |_| page::print()).text("Print");
        let report = button("button").on("click", move |_| go(Part::Report));
        // Who is about to share something is not offered what must not be shared.
        let save = move || parts().child(save_csv(desk, Of::Everybody, "button primary"));
        parts()
            .child(print)
            .child(report.text("Make a report"))
            .show(move || !look.shares.get(), save)
    };
    let none = || {
        let text = "When people send you their answers, add them here. Then you will see what people said.";
        parts().child(el("div").class("card empty").child(el("p").text(text)))
    };
    let buttons = el("div")
        .class("button-row")
        .child(button("button").on("click", move |_| go(Part::Inbox)).text("Add answers"))
        .show(has_any, move || parts().child(way_in(desk)))
        .show(move || has_some.get(), files);
    let head = el("div")
        .class("heading-row")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").live_text(heading))
        .child(buttons);
    let more = move || {
        let shows = is_read() && !look.shares.get();
        let notes = if shows { found.with(|found| notes(found)) } else { Vec::new() };
        notes.into_iter().map(|note| el("p").text(note)).collect()
    };
    let shown = move || match () {
        () if is_read() => found.with(|found| {
            work.with(|work| picked.with(|picked| looked_at(desk, look, (found, picked), work)))
        }),
        () if has_first() => found.with(|found| first(desk, found)),
        () => Vec::new(),
    };
    el("main")
        .class("column results")
        .child(on_paper(desk))
        .child(head)
        .live(more)
        .show(
            move || has_some.get() && !look.shares.get(),
            move || parts().child(more_downloads(desk, Of::Everybody)),
        )
        .show(move || !is_read(), move || parts().child(unread(desk)))
        .live(move || waiting(desk))
        .show(move || is_read() && !has_some.get(), none)
        .show(move || has_some.get(), move || parts().child(look::card(desk, look, save_counts)))
        .live(shown)
        .live(move || if is_read() { apart::apart(desk, look) } else { Vec::new() })
}

/// What the first of many said, while the others are being read.
fn first(desk: Desk, found: &Results) -> Vec<El> {
    let everybody = found.own.people + found.for_them.people;
    let says = format!(
        "These charts show the first {} only. The rest are being counted.",
        words::count(everybody, "answer", "answers")
    );
    let notice = el("div").class("notice").child(el("p").child(el("strong").text(says)));
    [notice].into_iter().chain(told(desk, found, None)).collect()
}

/// What stands over printed results: whose they are, and from when. The screen says so elsewhere.
fn on_paper(desk: Desk) -> El {
    let date = move || {
        desk.received.track();
        day(clock::now())
    };
    el("div")
        .class("print-only")
        .child(el("p").class("print-title").attr("dir", "auto").live_text(move || title(desk)))
        .child(el("p").live_text(date))
}

/// Whose answers are not among those of the heading.
fn notes(found: &Results) -> Vec<String> {
    let mut notes = Vec::new();
    if found.for_them.people > 0 {
        let more = if found.own.people > 0 { " more" } else { "" };
        let people = if found.for_them.people == 1 { "person" } else { "people" };
        let are = if found.for_them.people == 1 { "Those answers are" } else { "They are" };
        notes.push(format!(
            "{}{more} {people} had someone answer for them. {are} shown apart.",
            words::number(found.for_them.people)
        ));
    }
    if found.unfinished > 0 {
        let people = words::count(found.unfinished, "person", "people");
        notes.push(format!("{people} stopped before the end. What they answered is counted."));
    }
    if found.unknown > 0 {
        let answers = words::count(found.unknown, "answer is", "answers are");
        notes.push(format!(
            "{answers} to a version that is not on this computer. Nothing of that is counted here."
        ));
    }
    notes
}

/// What is shown of the answers: all of them, some, groups beside each other, or what can be shared.
fn looked_at(
    desk: Desk,
    look: Look,
    (found, picked): (&Results, &Option<Result<Vec<usize>, String>>),
    work: &Work,
) -> Vec<El> {
    let (versions, received) = (desk.versions.read(), desk.received.read());
    let data = || desk.laid(&versions, &received);
    if look.shares.get() {
        let rule = look.rule.get();
        return match received.is_empty() {
            true => Vec::new(),
            false => {
                let data = data();
                let shared = shared(&data, rule);
                let words = shared_words(&data, work, rule, &shared);
                vec![share::shared_part(&shared, &words, rule, desk.pictures)]
            }
        };
    }
    let is_plain = look.by.with(Option::is_none) && look.only.with(Option::is_none);
    if is_plain {
        // The counts are there already. Only tags are counted here.
        let data = (!work.is_empty()).then(data);
        return told(desk, found, data.as_ref().map(|data| (data, work)));
    }
    let data = data();
    let done = (!work.is_empty()).then_some((&data, work));
    if let Some(Err(why)) = picked {
        let heading = el("h2").text("Some people");
        return vec![
            el("div").class("results-part").child(heading).child(el("p").text(why.clone())),
        ];
    }
    if let (Some(by), Some((sides, refused))) = (look.by.get(), look.sides(&data, picked.as_ref()))
    {
        return vec![beside::beside(&data, (by, &sides), &refused, desk.pictures)];
    }
    let (Some(Ok(rows)), Some((by, name))) = (picked, look.only.get()) else { return Vec::new() };
    let told = added_up_of(&data, rows);
    let people = words::count(told.people, "person", "people");
    let base = format!("From {people}. {}: {}.", look::name_of(&data, by), words::quoted(&name));
    let about = match are_answered_for(&data, rows) {
        true => About::Others { of: told.people },
        false => About::People { of: told.people },
    };
    let card = |tally: &Tally| tagged_card(desk, tally, about, (done, rows));
    let part = el("div")
        .class("results-part")
        .child(el("h2").text("What some people said"))
        .child(el("p").class("soft").text(base));
    vec![part.children(told.tallies.iter().map(card))]
}

/// The table, and what the team did with what people wrote. `None` where that is nothing.
type Done<'a> = Option<(&'a Dataset<'a>, &'a Work)>;

/// The card of a question, with the tags on what the people in these rows wrote.
fn tagged_card(desk: Desk, tally: &Tally, about: About, (done, rows): (Done, &[usize])) -> El {
    let card = tally_card(tally, about, desk.pictures);
    let tags = done.and_then(|(data, work)| {
        let place = data.entries.iter().position(|entry| entry.code == tally.entry.code)?;
        tag_tally(data, work, place, rows)
    });
    match tags {
        Some(tags) => card.and(tags::tag_chart(&tags, about, desk.pictures)),
        None => card,
    }
}

/// A part for each base, with a card for each question. None before anyone answered.
fn told(desk: Desk, found: &Results, done: Done) -> Vec<El> {
    let Results { own, for_them, help, help_unsaid, .. } = found;
    let cards = |tallies: &[Tally], about: About, rows: &[usize]| {
        let card = |tally: &Tally| tagged_card(desk, tally, about, (done, rows));
        tallies.iter().map(card).collect::<Vec<El>>()
    };
    let rows_of = |is_for_them: bool| match (done, is_for_them) {
        (None, _) => Vec::new(),
        (Some((data, _)), true) => compare::answered_for(data),
        (Some((data, _)), false) => compare::own(data),
    };
    let part = |name: &'static str, base: String, cards: Vec<El>| {
        el("div")
            .class("results-part")
            .child(el("h2").text(name))
            .child(el("p").class("soft").text(base))
            .children(cards)
    };
    let mut all = Vec::new();
    if own.people > 0 {
        let people = words::count(own.people, "person", "people");
        let mut base = format!("From {people} who answered for themselves, alone or with help.");
        if *help_unsaid > 0 {
            let some = words::number(*help_unsaid);
            base.push_str(&format!(
                " {some} of them did not say if someone helped, so they count here."
            ));
        }
        let cards = cards(&own.tallies, About::People { of: own.people }, &rows_of(false));
        all.push(part("What people said", base, cards));
    }
    if for_them.people > 0 {
        let people = words::count(for_them.people, "person", "people");
        let base = format!(
            "About {people}. Someone else gave these answers for them. They may not be what the \
             person thinks, so they are never counted with what people said."
        );
        let cards = cards(&for_them.tallies, About::Others { of: for_them.people }, &rows_of(true));
        all.push(part("What someone else answered for a person", base, cards));
    }
    let everybody = own.people + for_them.people;
    if let (Some(help), true) = (help, everybody > 0) {
        let base = match for_them.people {
            0 => format!("From {}.", words::count(everybody, "person", "people")),
            _ => "From everybody: those who answered for themselves, and those who answered for \
                  someone else."
                .to_owned(),
        };
        let cards = cards(std::slice::from_ref(help), About::Everybody { of: everybody }, &[]);
        all.push(part("Help with answering", base, cards));
    }
    all
}
