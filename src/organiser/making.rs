//! How we made this survey: an easy-read page to show or print. Who took part, what they said, what
//! changed and why not. Names only where people said yes.

use super::buttons::button;
use super::results::day;
use super::state::{Desk, HEADING};
use crate::browser::{clock, file, page};
use crate::model::csv;
use crate::model::draft::{Draft, Place, ReadPart, Rewording, WhatTheyRead};
use crate::model::id::{Id, QuestionId};
use crate::model::ladder::{LADDER, Rung, rung};
use crate::model::missing::Row;
use crate::model::review::{
    AllNotes, Decision, NoteName, Recorded, Reviewer, Round, Says, Verdict,
};
use crate::organiser::editor::marks;
use crate::organiser::inbox::keeping::record;
use crate::organiser::{library, pictures, words};
use crate::ui::el::{El, el};
use crate::ui::picture::small;
use leptos::prelude::*;

/// The screen.
pub fn screen(desk: Desk) -> El {
    let title = move || super::title::title(desk);
    el("main")
        .class("column making")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("How we made this survey"))
        .child(el("p").class("whose").attr("dir", "auto").live_text(title))
        .child(actions(desk))
        .live(move || desk.draft.with(|draft| story(desk, draft)))
        .child(step_form(desk))
}

fn actions(desk: Desk) -> El {
    let save = move || {
        let made = desk.draft.with_untracked(|draft| csv::write_notes(draft, clock::day));
        let saved = file::save("notes.csv", "text/csv", &made).is_ok();
        desk.tell(if saved {
            "The notes and decisions are saved as notes.csv."
        } else {
            "The file was not saved. Please try again."
        });
    };
    el("div")
        .class("button-row no-print")
        .child(button("button primary", "Print this page", page::print))
        .child(button("button", "Download notes and decisions", save))
}

/// The page, from the record.
fn story(desk: Desk, draft: &Draft) -> Vec<El> {
    let making = &draft.content().making;
    let mut all = Vec::new();
    if let Some(rung) = making.step.map(rung) {
        let line = el("p").child(el("strong").text(format!("{}. ", rung.name))).text(rung.what);
        let plain = el("p").text(format!("In a few words: {}.", rung.plain.to_lowercase()));
        all.push(part(desk, "1F91D", "How people took part", vec![line, plain]));
    }
    if !making.deletions.is_empty() {
        let deleted = record(&making.deletions);
        all.push(part(desk, "1F5D1", "What was deleted", vec![deleted]));
    }
    all.extend(who_else(desk, draft));
    if making.rounds.is_empty() {
        all.push(
            el("p").class("card empty").text(
                "There is nothing to show yet. Ask people to check the survey. Then come back.",
            ),
        );
        return all;
    }
    let rounds = making.rounds.iter().zip(1..);
    let rounds = rounds.map(|(round, number)| round_line(&making.notes, round, number));
    all.push(part(desk, "1F465", "Who took part", vec![el("ul").children(rounds)]));
    let rewordings = draft.rewordings();
    let contents = draft.contents_of_rounds();
    let mut changed = Vec::new();
    let mut not_changed = Vec::new();
    for (name, reviewer, note) in making.notes.iter() {
        let Some(decision) = making.decisions.get(&name) else { continue };
        // They may have said it in other words since. The record tells what was decided about.
        let says = making.decided_on.get(&name).unwrap_or(&note.says);
        let round = making.notes.round_of(name.reviewer);
        let then = round.and_then(|round| contents.get(&round));
        let read = draft.what_they_read(then, note.question);
        let told = Told { name, reviewer, question: note.question, says, read };
        let entry = entry(draft, &told, decision, rewordings.get(&name));
        match decision.verdict {
            Verdict::Accepted | Verdict::Changed => changed.push(entry),
            Verdict::Declined => not_changed.push(entry),
        }
    }
    let none = |text: &'static str| vec![el("p").text(text)];
    all.push(part(
        desk,
        "1F4DD",
        "What changed",
        match changed.is_empty() {
            true => none("Nothing has changed yet."),
            false => changed,
        },
    ));
    if !not_changed.is_empty() {
        all.push(part(desk, "1F6AB", "What did not change, and why", not_changed));
    }
    let checks = &draft.content().reader_checks;
    if !checks.is_empty() {
        let line = |check: &crate::model::draft::ReaderCheck| {
            el("li").attr("dir", "auto").text(format!(
                "{}, {}",
                words::own(&check.who),
                day(check.at)
            ))
        };
        all.push(part(
            desk,
            "2714",
            "Who checked it",
            vec![el("ul").children(checks.iter().map(line))],
        ));
    }
    let unread = desk.draft.with_untracked(|draft| draft.content().making.unread());
    if unread > 0 {
        let notes = words::count(unread, "note is", "notes are");
        let text = format!("{notes} not read yet.");
        all.push(el("p").class("soft no-print").text(text));
    }
    all
}

/// Who else the group will ask: what it wrote down once it saw who was missing.
fn who_else(desk: Desk, draft: &Draft) -> Option<El> {
    let rows = library::plan(draft.id()).here()?.rows();
    let line = |(_, row): (Id, Row)| {
        let told = [("", row.who), ("How: ", row.how), ("Who does it: ", row.by)];
        let some = told.into_iter().filter(|(_, text)| !text.trim().is_empty());
        let some: Vec<String> =
            some.map(|(name, text)| [name, &words::own(text.trim())].concat()).collect();
        (!some.is_empty()).then(|| el("li").attr("dir", "auto").text(some.join(". ")))
    };
    let lines: Vec<El> = rows.into_iter().filter_map(line).collect();
    let has_some = !lines.is_empty();
    let list = el("ul").children(lines);
    has_some.then(|| part(desk, "1F465", "Who else we will ask", vec![list]))
}

/// A part of the page, with a picture beside its words.
fn part(desk: Desk, shows: &'static str, title: &'static str, inside: Vec<El>) -> El {
    el("section")
        .class("card story-part")
        .children(small(desk.pictures, shows))
        .child(el("div").child(el("h2").text(title)).children(inside))
}

fn round_line(notes: &AllNotes, round: &Round, number: usize) -> El {
    let people: Vec<&Reviewer> = notes.reviewers(round.id).collect();
    let named = people.iter().filter(|who| who.may_be_named).map(|who| who.name.trim());
    let named: Vec<String> = named.filter(|name| !name.is_empty()).map(words::own).collect();
    let count = words::count(people.len(), "person", "people");
    let mut text = format!("Round {number}, {}: {count} took part.", day(round.at));
    if !named.is_empty() {
        let others = people.len() - named.len();
        text = format!("{text} {}", named.join(", "));
        match others {
            0 => text.push('.'),
            others => text = format!("{text} and {}.", words::count(others, "other", "others")),
        }
    }
    el("li").attr("dir", "auto").text(text)
}

/// What one person said, and about what.
struct Told<'a> {
    name: NoteName,
    reviewer: &'a Reviewer,
    question: Option<QuestionId>,
    says: &'a Says,
    read: WhatTheyRead,
}

/// What one person said, and what came of it.
fn entry(draft: &Draft, told: &Told, decision: &Decision, rewording: Option<&Rewording>) -> El {
    let making = &draft.content().making;
    let who = match told.reviewer.name.trim() {
        name if told.reviewer.may_be_named && !name.is_empty() => words::own(name),
        _ => "Someone".to_owned(),
    };
    let said = match told.says {
        Says::Wording(text) => {
            format!("{who} said it another way: {text}", text = words::quoted(text))
        }
        Says::Choice(text) => {
            format!("{who} said a choice was missing: {text}", text = words::quoted(text))
        }
        Says::Question(text) => {
            format!("{who} suggested a new question: {text}", text = words::quoted(text))
        }
        Says::Picture(code) => match pictures::name(code) {
            Some(shows) => format!("{who} picked another picture: {shows}."),
            None => format!("{who} picked another picture."),
        },
        Says::HardWord(word) => {
            format!("{who} did not know the word {word}.", word = words::quoted(word))
        }
        Says::Meaning(word, text) => {
            let word = words::quoted(word);
            format!("{who} said what {word} means: {text}", text = words::quoted(text))
        }
        Says::Free(text) | Says::Reply(_, text) => {
            format!("{who} said: {text}", text = words::quoted(text))
        }
        Says::Ease(_) | Says::Nothing => format!("{who} looked at it."),
    };
    let show = |text: &str| marks::show(draft.content(), text);
    let words = |id| draft.content().text(Place::Question(id)).or_else(|| draft.last_words(id));
    let about = told.question.and_then(words).map(show);
    let line =
        |class: &'static str, text: String| el("p").class(class).attr("dir", "auto").text(text);
    let mut entry = el("div").class("story-entry");
    let round = making.notes.round_of(told.name.reviewer);
    let number = round.and_then(|round| making.number_of(round));
    if let Some(number) = number.filter(|_| making.rounds.len() > 1) {
        entry = entry.child(line("soft", format!("Round {number}")));
    }
    if let Some(ask) = making.asked(told.name, told.says) {
        entry = entry.child(line("", format!("We asked: {}", words::quoted(&ask.text))));
    }
    let before = rewording.map(|rewording| rewording.before.trim());
    entry = entry.children(they_read(&told.read, before, show).map(|text| line("soft", text)));
    entry = entry.child(line("quote", said));
    match rewording {
        Some(Rewording { before, after }) if before.is_empty() => {
            entry = entry.child(line("", format!("We added: {}", words::own(&show(after)))));
        }
        Some(Rewording { before, after }) => {
            entry = entry
                .child(line("before", format!("Before: {}", words::own(&show(before)))))
                .child(line("after", format!("After: {}", words::own(&show(after)))));
        }
        None => {
            if let Some(about) = about {
                let is_new = matches!(&told.read, WhatTheyRead::Otherwise(parts)
                    if parts.iter().any(|(part, _)| *part == ReadPart::Question));
                let name = if is_new { "Now" } else { "About" };
                entry = entry.child(line("soft", format!("{name}: {about}")));
            }
        }
    }
    match decision.reason.is_empty() {
        true => entry,
        false => entry.child(line("", format!("Why: {}", decision.reason))),
    }
}

/// What somebody read, where it is not what the survey says now, nor what it said `before` their note
/// changed it.
fn they_read(
    read: &WhatTheyRead,
    before: Option<&str>,
    show: impl Fn(&str) -> String,
) -> impl Iterator<Item = String> {
    let lines = match read {
        WhatTheyRead::Same => Vec::new(),
        WhatTheyRead::Unknown => vec![words::UNKNOWN_WORDS.to_owned()],
        WhatTheyRead::Otherwise(parts) => {
            let told = |(part, text): &&(ReadPart, String)| {
                *part == ReadPart::Question && before == Some(&**text)
            };
            let parts = parts.iter().filter(|part| !told(part));
            parts.map(|(part, text)| words::they_read(*part, &show(text))).collect()
        }
    };
    lines.into_iter()
}

/// The group says how much people take part.
fn step_form(desk: Desk) -> El {
    let chosen = Memo::new(move |_| desk.draft.with(|draft| draft.content().making.step));
    let choice = |(place, rung): (usize, Rung)| {
        let Rung { step, name, plain, what, example, is_not } = rung;
        let more = format!("step-more-{place}");
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", "step")
            .attr("aria-describedby", more.clone())
            .checked(move || chosen.get() == Some(step))
            .on("change", move |_| {
                let say = move |step| move || desk.record(Recorded::Step(step));
                let before = chosen.get_untracked();
                say(Some(step))();
                desk.did_here("How people took part", None, (say(before), say(Some(step))));
            });
        let words = el("span").child(el("strong").text(name)).text(format!(" ({plain}). {what}"));
        let example = el("p").text("For example: ").text(example);
        let is_not = el("p").class("word-not").child(el("strong").text("Not: ")).text(is_not);
        el("div")
            .class("step-rung")
            .child(el("label").class("step-choice").child(radio).child(words))
            .child(el("div").id(more).class("step-more").children([example, is_not]))
    };
    el("fieldset")
        .class("card no-print")
        .child(el("legend").text("How did people take part?"))
        .child(el("p").class("help").text("Decide this together. It is shown at the top."))
        .children(LADDER.into_iter().enumerate().map(choice))
}
