//! What two people changed apart: both sides next to each other, with both names, for people to
//! decide.

use super::clash::{self, Clash};
use crate::browser::{clock, page};
use crate::model::draft::{Change, Conflict, Item, Made, Side, Thing, Value};
use crate::organiser::buttons::button;
use crate::organiser::editor::marks;
use crate::organiser::ids::TO_SETTLE;
use crate::organiser::languages::names::english_name;
use crate::organiser::state::Desk;
use crate::organiser::{steps, words};
use crate::ui::el::{El, el};
use crate::ui::picture::small;
use leptos::prelude::*;

/// How many things are to be decided.
pub fn count(desk: Desk) -> usize {
    desk.draft.with(|draft| draft.conflicts().len())
}

/// The screen below its heading.
pub fn settle(desk: Desk) -> El {
    let conflicts = Memo::new(move |_| desk.draft.with(|draft| draft.conflicts()));
    let place = el("div").class("stack").id(TO_SETTLE).attr("tabindex", "-1");
    place.live(move || {
        let all = conflicts.get();
        if all.is_empty() {
            let none = "Nothing to resolve. When two people change the same thing at the same time, both \
                        versions show here, and you decide.";
            return vec![el("p").class("card empty").text(none)];
        }
        let count = words::count(all.len(), "clash", "clashes");
        vec![
            el("section")
                .class("card settle")
                .attr("aria-labelledby", "settle")
                .child(el("h2").id("settle").text(format!("{count} to resolve")))
                .child(el("p").text(
                    "Two people changed the same thing, and neither had seen what the other did. Decide \
                     together which to keep.",
                ))
                .children(all.into_iter().enumerate().map(|(place, all)| one(desk, all, place))),
        ]
    })
}

fn one(desk: Desk, conflict: Conflict, place: usize) -> El {
    match conflict {
        Conflict::Changed { thing, sides } => changed(desk, thing, sides, place),
        Conflict::Deleted { item, by, work } => deleted(desk, item, by, &work),
    }
}

fn changed(desk: Desk, thing: Thing, sides: Vec<Side>, number: usize) -> El {
    let last = sides.len() - 1;
    let own = match thing {
        Thing::Text(..) => Some(in_other_words(desk, thing, &sides, number)),
        _ => None,
    };
    let (title, said) = in_clash(desk, |clash| {
        (clash.title(thing), clash.sides(thing, sides.iter().map(|side| &side.value)))
    });
    let called: Vec<String> = sides.iter().map(|side| desk.called(side.made.author)).collect();
    let wrote = if matches!(thing, Thing::Text(..)) { "wrote" } else { "chose" };
    let side = |(place, (Side { made, value }, said)): (usize, (Side, String))| {
        let who = format!("{}, {}", called[place], steps::when(made.at));
        let now = (place == last).then(|| el("p").class("pill").text("The survey says this now"));
        let shown = clash::picture_of(&value).and_then(|code| small(desk.pictures, code));
        let take = move || {
            if let Some(change) = thing.set(value.clone(), desk.author(), clock::now()) {
                desk.settle(change);
            }
        };
        let same = called.iter().filter(|other| **other == called[place]).count();
        let is_mine = made.author == desk.author() || called[place] == "You" && same == 1;
        let name = match (is_mine, same) {
            (true, _) => format!("Use what you {wrote}"),
            (false, 1) => format!("Use what {} {wrote}", called[place]),
            // Two visits of one person, or two without a name.
            _ => format!("Use what {} {wrote} ({})", called[place], place + 1),
        };
        el("div")
            .class("side")
            .child(el("h4").attr("dir", "auto").text(who))
            .children(shown)
            .child(el("p").class("quote").attr("dir", "auto").text(said))
            .children(now)
            .child(button("button", name, take))
    };
    el("div")
        .class("conflict")
        .child(el("h3").attr("dir", "auto").text(title))
        .child(el("div").class("sides").children(sides.into_iter().zip(said).enumerate().map(side)))
        .children(own)
}

/// A field that begins with what everybody wrote, for people to make one of it.
fn in_other_words(desk: Desk, thing: Thing, sides: &[Side], number: usize) -> El {
    let text = |side: &Side| match &side.value {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    };
    let all: Vec<String> = sides.iter().filter_map(text).collect();
    let id = format!("combine-{number}");
    let stored = all.join(" ");
    let shown = desk.draft.with_untracked(|draft| marks::show(draft.content(), &stored));
    let written = RwSignal::new(shown);
    let take = move || {
        let typed = written.get_untracked();
        let words =
            desk.draft.with_untracked(|draft| marks::read(draft.content(), typed.trim(), &stored));
        match thing.set(Value::Text(words.clone()), desk.author(), clock::now()) {
            Some(change) if !words.is_empty() => desk.settle(change),
            _ => desk.tell("Write the words first."),
        }
    };
    let field = el("textarea")
        .class("text-field")
        .id(id.clone())
        .attr("rows", "2")
        .attr("dir", "auto")
        .value(move || written.get())
        .on("input", move |event| written.set(event_target_value(&event)));
    el("details")
        .child(el("summary").text("Combine them"))
        .child(
            el("div")
                .class("labelled")
                .child(el("label").attr("for", id).text("Your words"))
                .child(field),
        )
        .child(el("div").class("button-row").child(button("button", "Use these words", take)))
}

fn deleted(desk: Desk, item: Item, by: Made, work: &[Made]) -> El {
    let who = desk.called(by.author);
    let restored = desk.draft.with_untracked(|draft| draft.restoring(item, by));
    let again = match item {
        Item::Question(id) => Change::RemoveQuestion(id),
        Item::Choice(question, choice) => Change::RemoveChoice { question, choice },
        Item::Meaning(id) => Change::RemoveMeaning(id),
        Item::Language(language) => Change::RemoveLanguage(language),
    };
    let words = restored.as_ref().map(|(words, _)| words.clone()).unwrap_or_default();
    let title = in_clash(desk, |clash| clash.deleted(item, &words));
    // What others did meanwhile, as the history names it.
    let did = |made: &Made| {
        let did = desk.draft.with_untracked(|draft| {
            let did = draft.did((made.author, made.number))?;
            Some(steps::long(draft.content(), &did))
        });
        let who = desk.called(made.author);
        let text =
            did.map_or_else(|| format!("{who} worked on it."), |did| format!("{who}: {did}"));
        el("li").attr("dir", "auto").text(text)
    };
    let keep = button("button", "Keep it deleted", move || desk.settle(again.clone()));
    let back = restored.map(|(_, changes)| {
        button("button", "Bring it back", move || {
            desk.change(crate::model::draft::Act::Do(changes.clone()));
            page::focus_soon(TO_SETTLE);
            desk.tell_undoable("It is back.".into());
        })
    });
    el("div")
        .class("conflict")
        .child(el("h3").attr("dir", "auto").text(title))
        .child(
            el("p")
                .attr("dir", "auto")
                .text(format!("{who} deleted it, {}. Meanwhile:", steps::when(by.at))),
        )
        .child(el("ul").children(work.iter().map(did)))
        .child(el("div").class("button-row").child(keep).children(back))
}

/// Puts something in words, from the draft on the desk.
fn in_clash<T>(desk: Desk, say: impl FnOnce(Clash) -> T) -> T {
    desk.draft.with_untracked(|draft| {
        say(Clash { content: draft.content(), app: &desk.words, language: &english_name })
    })
}
