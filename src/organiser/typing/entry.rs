//! One question of a paper: what was picked or written, with the key of each.
//!
//! Keys are heard on the answers alone, so that Enter on a button presses that button.

use super::state::{FIELD, OWN_WORDS, QUESTION, Typist, WRONG};
use crate::model::answer::{Answer, LONGEST_OTHER};
use crate::model::paper;
use crate::model::path::Step;
use crate::model::picking;
use crate::model::standard::OTHER;
use crate::model::survey::{Choice, Kind, Question};
use crate::model::typing::keys::{Offer, Picks, offers, pick};
use crate::model::typing::{self, can_be_empty};
use crate::model::walk::Page;
use crate::organiser::buttons::button;
use crate::ui::el::{El, Event, announced, el, parts};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The page of a question.
pub fn question(typist: Typist, step: Step) -> El {
    let words = typist.words();
    // The words and the number of the paper: who types looks from one to the other. A phone counts only what it asks.
    let asked = typist.path().and_then(|path| {
        typist.with_survey(|survey| {
            let question = paper::question(survey, step.place, &words);
            let number = paper::number_of(survey, question.id);
            (question, number, path.section_name(survey, step, &words))
        })
    });
    let Some((question, number, section)) = asked else { return el("div") };
    let number = match number.filter(|_| question.kind.asks()) {
        Some(number) => format!("{} · Question {number}", typist.name()),
        None => typist.name(),
    };
    let number = match typist.is_once_more() {
        true => format!("{number} · second time"),
        false => number,
    };
    let section =
        (!section.is_empty()).then(|| el("p").class("soft").attr("dir", "auto").text(section));
    let hint = (!question.hint.is_empty())
        .then(|| el("p").class("help").attr("dir", "auto").text(question.hint.clone()));
    let heading = el("h2")
        .id(QUESTION)
        .attr("tabindex", "-1")
        .attr("dir", "auto")
        .text(question.asks(&words).to_owned());
    let kind = question.kind;
    let wrong = announced("alert", move || {
        let says = typist.wrong.get().map(|wrong| typing::says(wrong, kind, &words));
        says.map(|says| el("p").class("problem").id(WRONG).text(says)).into_iter().collect()
    });
    let is_optional = can_be_empty(&question);
    let empty = move || {
        let is_stuck = is_optional && typist.wrong.get().is_some();
        is_stuck.then(|| leave_empty(typist, step)).into_iter().collect()
    };
    let answers = el("div")
        .class("typing-answers")
        .child(el("p").class("soft typing-count").text(number))
        .children(section)
        .child(heading)
        .children(hint)
        .child(wrong)
        .live(empty)
        .and(answers_of(typist, step, &question))
        .on_key(move |event| hear(typist, step, &event));
    let row = el("div")
        .class("button-row")
        .child(button("button", "Back", move || typist.back(Page::Question(step))))
        .child(button("button primary", "Next", move || typist.next(step)))
        .child(button("button plain", "Stop for now", move || typist.stop()));
    el("section")
        .class("card typing-card")
        .child(answers)
        .child(row)
        .child(el("p").class("help").text(help(question.kind)))
}

/// The way on from what the paper says and no answer can be.
fn leave_empty(typist: Typist, step: Step) -> El {
    let words = "Does the paper say something else? Then leave this one empty, and write the reason on the paper. What \
                 it says there counts as no answer.";
    let leave = button("button", "Leave this one empty", move || {
        typist.set(step, None);
        typist.next(step);
    });
    el("div").class("notice stack").child(el("p").text(words)).child(leave)
}

/// Enter goes on, with Shift back. The rest picks, unless it is typed into a field.
fn hear(typist: Typist, step: Step, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return;
    }
    let key = event.key();
    // On a button, Enter presses that.
    if key == "Enter" && !crate::browser::page::is_on_button() {
        event.prevent_default();
        // A key that is held must not run through all questions.
        if event.repeat() {
            return;
        }
        return match event.shift_key() {
            true => typist.back(Page::Question(step)),
            false => typist.next(step),
        };
    }
    let is_in_field = crate::browser::page::typing().is_some();
    if !is_in_field && typist.press(step, &key) {
        event.prevent_default();
    }
}

/// What the keys do here.
fn help(kind: Kind) -> &'static str {
    match kind {
        Kind::Sorting => {
            "Press 1, 2 or 3 to put the marked card into a group. Press 0 to leave it out, Backspace to go one card \
             back, Enter to go on, Shift + Enter to go back."
        }
        Kind::Ranking => {
            "Press the key of what has 1 on the paper, then the key of what has 2, and so on. Press Backspace to \
             clear all, Enter to go on, Shift + Enter to go back."
        }
        kind if kind.has_choices() => {
            "Press a number or letter to pick. Press it again to clear it, Backspace to clear all. Press Enter to \
             go on, even with no answer, and Shift + Enter to go back."
        }
        _ => "Press Enter to go on, even with no answer, and Shift + Enter to go back.",
    }
}

fn answers_of(typist: Typist, step: Step, question: &Question) -> El {
    match question.kind {
        Kind::Information | Kind::Section => parts(),
        Kind::Sorting => {
            parts().child(sorting(typist, step, question)).children(plain(typist, step, question))
        }
        Kind::LongText => parts()
            .child(field("textarea", typist, step, question))
            .children(plain(typist, step, question)),
        kind if kind.is_typed() => parts()
            .child(field("input", typist, step, question))
            .children(plain(typist, step, question)),
        _ => choices(typist, step, question),
    }
}

/// A line or some lines, as they stand on the paper. A date goes into one line: "5 3 1980".
fn field(tag: &'static str, typist: Typist, step: Step, question: &Question) -> El {
    let example = match question.kind {
        Kind::Date => Some("Day, month and year: 5 3 1980"),
        Kind::Month => Some("Month and year: 3 1980"),
        Kind::Number => Some("A number"),
        _ => None,
    };
    let write = move |event: Event| {
        let text = event_target_value(&event);
        typist.set(step, Some(Answer::Text(text)));
    };
    let field = el(tag)
        .class("text-field")
        .id(FIELD)
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr_if("rows", (tag == "textarea").then_some("4"))
        .attr("maxlength", question.kind.longest_answer().to_string())
        .attr("aria-labelledby", QUESTION)
        .attr("aria-describedby", "typing-wrong typing-example")
        .live_attr("aria-invalid", move || typist.wrong.get().map(|_| "true".to_owned()))
        .value(move || match typist.answer(step) {
            Some(Answer::Text(text)) => text,
            _ => String::new(),
        })
        .on("input", write);
    let example = example.map(|text| el("p").class("help").id("typing-example").text(text));
    el("div").class("labelled").children(example).child(field)
}

/// What can be picked, each with its key.
fn choices(typist: Typist, step: Step, question: &Question) -> El {
    let kept = StoredValue::new(question.clone());
    let kind = question.kind;
    let line = |offer: Offer| {
        let picks = offer.picks;
        let is_picked = move || match (typist.answer(step), picks) {
            (Some(Answer::PreferNotToSay), Picks::PreferNot) => true,
            (answer, Picks::Choice(id)) if kind == Kind::Ranking => {
                picking::order(&answer).contains(&id)
            }
            (Some(answer), Picks::Choice(id)) => answer.picked(id),
            _ => false,
        };
        let turn = move |_| {
            let before = untrack(|| typist.answer(step));
            typist.set(step, kept.with_value(|question| pick(question, before, picks)));
        };
        let is_many = kind.picks_many() || kind == Kind::Ranking || picks == Picks::PreferNot;
        let input = el("input")
            .attr("type", if is_many { "checkbox" } else { "radio" })
            .attr("name", "typing-choice")
            .checked(is_picked)
            .on("change", turn);
        let key = el("kbd")
            .text(offer.key.map(|key| key.to_ascii_uppercase().to_string()).unwrap_or_default());
        let key = key.attr("aria-hidden", "true").hidden(move || offer.key.is_none());
        let place = move || match (typist.answer(step), picks) {
            (answer, Picks::Choice(id)) if kind == Kind::Ranking => picking::order(&answer)
                .iter()
                .position(|other| *other == id)
                .map(|place| format!("number {}", place + 1))
                .unwrap_or_default(),
            _ => String::new(),
        };
        let place = el("strong").class("typing-place").live_text(place);
        let says = el("span").attr("dir", "auto").text(offer.says);
        el("label").class("tick").child(input).child(key).child(says).child(place)
    };
    let all = offers(question, &typist.words()).into_iter().map(line);
    let list = el("fieldset").class("ticks").attr("aria-labelledby", QUESTION).children(all);
    parts().child(list).children(question.other.then(|| own_words(typist, step)))
}

/// The field for what they said instead of a choice, while that is picked.
fn own_words(typist: Typist, step: Step) -> El {
    let write = move |event: Event| {
        let before = untrack(|| typist.answer(step));
        typist.set(step, picking::say_other(before, event_target_value(&event)));
    };
    let field = el("input")
        .class("text-field")
        .id(OWN_WORDS)
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("maxlength", LONGEST_OTHER.to_string())
        .value(move || match typist.answer(step) {
            Some(Answer::Other { words, .. }) => words,
            _ => String::new(),
        })
        .on("input", write);
    el("label")
        .class("labelled")
        .hidden(move || !typist.answer(step).is_some_and(|answer| answer.picked(OTHER)))
        .child(el("span").class("label").text("In their own words"))
        .child(field)
}

/// A tick for "I prefer not to say", where the answer itself has no list.
fn plain(typist: Typist, step: Step, question: &Question) -> Option<El> {
    let offer = offers(question, &typist.words()).into_iter().next()?;
    let is_picked = move || typist.answer(step) == Some(Answer::PreferNotToSay);
    let turn = move |_| {
        let before = untrack(|| typist.answer(step));
        let now = if before == Some(Answer::PreferNotToSay) {
            None
        } else {
            Some(Answer::PreferNotToSay)
        };
        typist.set(step, now);
    };
    let input = el("input").attr("type", "checkbox").checked(is_picked).on("change", turn);
    Some(
        el("label")
            .class("tick")
            .child(input)
            .child(el("span").attr("dir", "auto").text(offer.says)),
    )
}

/// Each card with its places. The one that is next is marked, and takes the keys.
fn sorting(typist: Typist, step: Step, question: &Question) -> El {
    let words = typist.words();
    let kind = question.kind;
    let heads = (0..3).map(|at| {
        let key = el("kbd").attr("aria-hidden", "true").text((at + 1).to_string());
        el("th")
            .attr("scope", "col")
            .attr("dir", "auto")
            .child(key)
            .text(format!(" {}", question.pile(at, &words)))
    });
    let row = |(place, choice): (usize, &Choice)| {
        let id = choice.id;
        let name = choice.says(kind, &words).to_owned();
        let cell = |at: u8| {
            let is_here = move || {
                let answer = typist.answer(step);
                picking::placed(&answer).contains(&(id, at))
            };
            let put = move |_| {
                let before = untrack(|| typist.answer(step));
                typist.set(step, picking::place(&before, id, Some(at)));
                typist.card.set(place + 1);
            };
            let label = format!("{name}: {}", question.pile(usize::from(at), &words));
            let input = el("input")
                .attr("type", "radio")
                .attr("name", format!("typing-card-{place}"))
                .attr("aria-label", label)
                .checked(is_here)
                .on("change", put);
            el("td").child(el("label").class("typing-cell").child(input))
        };
        let is_next = move || typist.card.get() == place;
        el("tr")
            .class_while("next", is_next)
            .live_attr("aria-current", move || is_next().then(|| "true".to_owned()))
            .child(el("th").attr("scope", "row").attr("dir", "auto").text(name.clone()))
            .children((0..3u8).map(cell))
    };
    let rows: Vec<El> = question.choices.iter().enumerate().map(row).collect();
    let head = el("tr").child(el("td")).children(heads);
    el("table")
        .class("typing-table")
        .attr("aria-labelledby", QUESTION)
        .child(el("thead").child(head))
        .child(el("tbody").children(rows))
}
