//! The answer that is open: what was written, what its person said about quotes, and what to do with it.

use super::keys;
use super::names::names_card;
use super::reading::{OPEN, Reading};
use super::tags::tag_ticks;
use crate::model::work::{Mark, State};
use crate::model::written::{Consent, Piece, may_quote, pieces};
use crate::organiser::buttons::button;
use crate::organiser::results::day;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// The card.
pub fn card(reading: Reading) -> El {
    let is_open = move || reading.open.with(Option::is_some);
    let none = || parts().child(el("div").class("card").child(el("p").text("No answers match.")));
    parts_of_main()
        .show(move || !is_open(), none)
        .show(is_open, move || parts().child(open(reading)))
}

/// A place in the column that is always there.
fn parts_of_main() -> El {
    el("div").class("reading-place")
}

fn open(reading: Reading) -> El {
    let heading = move || {
        let of = words::number(reading.passed.with(Vec::len));
        format!("Answer {} of {of}", words::number(reading.place() + 1))
    };
    let text = move |show: fn(&super::reading::Item) -> String| {
        move || reading.open.with(|open| open.as_ref().map(show).unwrap_or_default())
    };
    let moves = el("div")
        .class("button-row")
        .child(button("button", "Previous", move || reading.step(-1)))
        .child(button("button primary", "Next", move || reading.step(1)))
        .child(
            button("button", "Undo", move || reading.undo())
                .live_attr("aria-disabled", move || (!reading.can_undo()).then(|| "true".into())),
        );
    let head = el("div")
        .class("heading-row")
        .child(el("h2").id(OPEN).attr("tabindex", "-1").live_text(heading))
        .child(moves);
    let who = text(|item| match item.is_answered_for {
        true => format!("Someone else answered for this person. Added on {}.", day(item.at)),
        false => format!("Added on {}.", day(item.at)),
    });
    let question =
        el("p").class("words").attr("dir", "auto").live_text(text(|i| i.question.clone()));
    el("section")
        .class("card reading")
        .attr("aria-labelledby", OPEN)
        .on_key(move |event| keys::press(reading, &event))
        .child(head)
        .child(question)
        .child(
            el("blockquote").class("as-written").attr("dir", "auto").live(move || shown(reading)),
        )
        .child(el("p").class("soft").live_text(who))
        .child(
            el("p")
                .class("help just-done")
                .attr("role", "status")
                .live_text(move || reading.told.get()),
        )
        .child(
            el("div")
                .class("reading-work")
                .child(uses(reading))
                .child(tag_ticks(reading))
                .child(names_card(reading)),
        )
        .child(keys::help())
}

/// What was written, with what is struck out.
fn shown(reading: Reading) -> Vec<El> {
    let Some(item) = reading.open.get() else { return Vec::new() };
    reading.work.with(|work| {
        let struck = work.struck(item.spot);
        let piece = |piece| match piece {
            Piece::Stays(words) => el("span").text(words.to_owned()),
            Piece::Struck(words) => el("del").text(words.to_owned()),
        };
        pieces(&item.words, &struck).into_iter().map(piece).collect()
    })
}

/// How the words may be used, beside what the person said about that.
fn uses(reading: Reading) -> El {
    let allows = move || {
        reading.open.with(|open| open.as_ref().is_none_or(|item| may_quote(&item.consents)))
    };
    let state = move || {
        let item = reading.open.get()?;
        Some(reading.work.with(|work| item.state(work)))
    };
    let is = move |mark: Option<Mark>| match (state(), mark) {
        (Some(State::Marked(is)), Some(mark)) => is == mark,
        (Some(State::Open | State::Stale(_)), None) => true,
        _ => false,
    };
    let radio = move |mark: Option<Mark>, name: &'static str, key: &'static str| {
        let id = format!("use-{}", mark.map_or("none", Mark::says).replace(' ', "-"));
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "use-of-words")
            .id(id.clone())
            .checked(move || is(mark))
            .on("change", move |_| {
                if !untrack(|| is(mark)) {
                    reading.turn_mark(mark);
                }
            });
        let input = match mark {
            Some(Mark::Quote) => input
                .attr("aria-describedby", "said-about-quotes")
                .live_attr("disabled", move || (!allows()).then(String::new)),
            _ => input,
        };
        let key = (!key.is_empty()).then(|| el("kbd").attr("aria-hidden", "true").text(key));
        let name = el("span").text(name);
        el("label").class("tick").attr("for", id).child(input).child(name).children(key)
    };
    let said = move || {
        let Some(item) = reading.open.get() else { return Vec::new() };
        said_about_quotes(&item.consents)
    };
    let stale = move || {
        let Some(State::Stale(mark)) = state() else { return Vec::new() };
        let text = format!(
            "It was marked “{}”. Then this person sent their answers again. Read them, and mark them again.",
            mark.says()
        );
        vec![el("p").class("help").text(text)]
    };
    el("fieldset")
        .child(el("legend").class("label").text("Use of the words"))
        .child(el("div").class("said-about-quotes").id("said-about-quotes").live(said))
        .live(stale)
        .child(radio(None, "Not decided", ""))
        .child(radio(Some(Mark::Quote), Mark::Quote.says(), "Q"))
        .child(radio(Some(Mark::Paraphrase), Mark::Paraphrase.says(), "P"))
        .child(radio(Some(Mark::Private), Mark::Private.says(), "K"))
}

fn said_about_quotes(consents: &[Consent]) -> Vec<El> {
    let line = |consent: &Consent| {
        let asked = words::quoted(&consent.question);
        let text = match &consent.answer {
            Some(answer) => format!("We asked: {asked} They said: {}.", words::quoted(answer)),
            None => format!("We asked: {asked} They did not answer."),
        };
        el("p").text(text)
    };
    let mut all: Vec<El> = consents.iter().map(line).collect();
    if consents.is_empty() {
        all.push(el("p").class("soft").text("They were not asked if their words may be quoted."));
    } else if !may_quote(consents) {
        all.push(el("p").class("soft").text("They did not say yes, so you cannot quote them."));
    }
    all
}
