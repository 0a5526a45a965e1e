//! All advice that is open, in the order people meet the words: a card for each question, and in it
//! each text with its lines and its boxes.

use super::alike::{alike, card};
use super::boxes::{Shown, advice_box, shown};
use super::underline;
use crate::browser::page;
use crate::model::draft::Place;
use crate::model::easy_read::Rule;
use crate::organiser::languages::groups::{Group, name};
use crate::organiser::screen::{Part, Screen};
use crate::organiser::state::{Desk, HEADING, Seen, Spot};
use crate::organiser::words::count;
use crate::ui::el::{El, el};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The list, and the rules to pick from.
pub fn list(desk: Desk, all: Memo<Vec<Seen>>) -> El {
    let picked = RwSignal::new(None::<Rule>);
    let open = Memo::new(move |_| {
        desk.advice
            .just_left
            .with(|just_left| all.with(|advice| shown(advice.iter(), just_left.as_ref())))
    });
    // A rule whose last advice is gone is no longer in the list.
    let rule = Memo::new(move |_| {
        let is_there = |rule: &Rule| open.with(|open| open.iter().any(|shown| shown.rule == *rule));
        picked.get().filter(is_there)
    });
    el("section").class("advice-list").attr("aria-label", "Advice").live(move || {
        let open = open.get();
        if open.is_empty() {
            let says = "No advice. That does not make it easy read: people who will use it must \
                        check it.";
            return vec![el("p").class("notice good").text(says)];
        }
        let pieces = count(open.len(), "suggestion", "suggestions");
        let says = format!("{pieces}. You decide what to change and what to leave.");
        let mut parts = vec![el("p").text(says), rules(&open, picked, rule)];
        let rule = rule.get();
        let here = open.into_iter().filter(|shown| rule.is_none_or(|rule| shown.rule == rule));
        let mut here: Vec<Shown> = here.collect();
        let same = alike(&mut here);
        parts.extend(groups(desk, all, here.into_iter()));
        parts.extend(same.into_iter().map(|group| card(desk, group)));
        parts
    })
}

/// A button for each rule that has advice, and one for all.
fn rules(open: &[Shown], picked: RwSignal<Option<Rule>>, rule: Memo<Option<Rule>>) -> El {
    let button = |of: Option<Rule>, name: &str, number: usize| {
        el("button")
            .attr("type", "button")
            .class("button")
            .id(rule_id(of))
            .attr("aria-pressed", (rule.get() == of).to_string())
            .text(format!("{name} ({number})"))
            .on("click", move |_| {
                picked.set(of);
                page::focus_soon(&rule_id(of));
            })
    };
    let number = |of: Rule| open.iter().filter(|shown| shown.rule == of).count();
    let some = Rule::ALL.into_iter().map(|of| (of, number(of))).filter(|(_, number)| *number > 0);
    el("div")
        .class("button-row advice-rules")
        .attr("role", "group")
        .attr("aria-label", "Show advice about")
        .child(button(None, "All", open.len()))
        .children(some.map(|(of, number)| button(Some(of), of.name(), number)))
}

fn rule_id(of: Option<Rule>) -> String {
    of.map_or_else(|| "rule".to_owned(), |of| format!("rule-{}", of as u8))
}

/// The cards.
fn groups(desk: Desk, all: Memo<Vec<Seen>>, here: impl Iterator<Item = Shown>) -> Vec<El> {
    let here: Vec<Shown> = here.collect();
    let total = here.len();
    let mut cards = Vec::new();
    let mut rest = here.into_iter().enumerate().peekable();
    while let Some((_, first)) = rest.peek() {
        let spot = Spot::of(first.place);
        let heading = desk.draft.with_untracked(|draft| {
            let content = draft.content();
            match (spot, first.place) {
                (_, Place::After) => name(content, Place::After),
                (Spot::Welcome, _) => Group::FirstPage.name(content),
                (Spot::Words, _) => Group::HardWords.name(content),
                (Spot::Question(id), _) => Group::Question(id).name(content),
            }
        });
        let mut card =
            el("section").class("card").child(el("h2").attr("dir", "auto").text(heading));
        while let Some((_, first)) = rest.peek().filter(|(_, next)| Spot::of(next.place) == spot) {
            let (place, is_about_all) = (first.place, first.is_about_all());
            let is_here = |next: &Shown| next.place == place && next.is_about_all() == is_about_all;
            card = card.child(match is_about_all {
                true => about("The whole question".to_owned(), place, desk),
                false => words(desk, all, place),
            });
            let mut boxes = el("ul").attr("role", "list");
            while let Some((at, shown)) = rest.next_if(|(_, next)| is_here(next)) {
                boxes = boxes.child(line(desk, all, (at, total), shown));
            }
            card = card.child(boxes);
        }
        cards.push(card);
    }
    cards
}

/// A text with lines under what the advice is about.
fn words(desk: Desk, all: Memo<Vec<Seen>>, place: Place) -> El {
    let (name, runs) = desk.draft.with_untracked(|draft| {
        let content = draft.content();
        let runs = all.with_untracked(|all| {
            let here = all.iter().filter(|seen| seen.finding.place == place);
            underline::runs(content, content.text(place).unwrap_or_default(), here)
        });
        (name(content, place), runs)
    });
    let text = el("p").class("advised-words").attr("dir", "auto").children(underline::drawn(runs));
    about(name, place, desk).child(text)
}

/// What the next boxes are about, and the way to its field.
fn about(name: String, place: Place, desk: Desk) -> El {
    let address = match desk.screen.get_untracked() {
        Screen::Survey(id, _) => Screen::Survey(id, Part::Questions).fragment(),
        elsewhere => elsewhere.fragment(),
    };
    let go = el("a")
        .attr("href", format!("#{address}"))
        .text("Edit this")
        .attr("aria-label", format!("Edit this: {name}"))
        .on("click", move |event| {
            let event: MouseEvent = event.into();
            event.prevent_default();
            desk.open_place(place);
        });
    el("div").class("advised").child(el("p").class("soft").text(name)).child(go)
}

/// A box. When it goes away, the focus goes to the one that takes its place.
fn line(desk: Desk, all: Memo<Vec<Seen>>, (at, total): (usize, usize), shown: Shown) -> El {
    let next = move || match total {
        0 | 1 => HEADING.to_owned(),
        total => line_id(at.min(total - 2)),
    };
    el("li").id(line_id(at)).attr("tabindex", "-1").child(advice_box(
        desk,
        all,
        (shown, false),
        next,
    ))
}

fn line_id(at: usize) -> String {
    format!("advice-{at}")
}
