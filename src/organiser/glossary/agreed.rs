//! Who agreed to what a word means: the list, and a small form to add to it.

use super::book::Book;
use crate::browser::{clock, page};
use crate::model::glossary::{Act, Agreed, LONGEST_FIELD, Op, TermId};
use crate::organiser::buttons::button;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The part of the form.
pub fn agreed(book: Book, of: TermId) -> El {
    let heading = format!("term-agreed-{:x}", of.0);
    let back = heading.clone();
    let list = move || {
        let Some(term) = book.term(of) else { return Vec::new() };
        if term.agreed.is_empty() {
            return vec![el("p").class("soft").text("Nobody has agreed to this meaning yet.")];
        }
        let line = |((edit, place), one): &((_, u32), Agreed)| {
            let (edit, place, back) = (*edit, *place, back.clone());
            let who = words::own(&words::or(&one.who, "Someone"));
            let says = format!("{who}, {}", words::day(one.day));
            let earlier = (!term.is_agreed(one)).then(|| {
                let meaning = words::quoted(&words::or(&one.meaning, "Nothing"));
                format!(". The meaning then was: {meaning}")
            });
            let remove = button("button plain", "Remove", move || {
                book.act(Act::Do(vec![Op::Forget(edit, place)]));
                page::focus_soon(&back);
            })
            .attr("aria-label", format!("Remove: {who}"));
            el("li").child(el("span").text(says).text(earlier.unwrap_or_default())).child(remove)
        };
        let list = el("ul").class("agreed-list").attr("role", "list");
        vec![list.children(term.agreed.iter().map(line))]
    };
    el("fieldset")
        .class("pick-one")
        .child(el("legend").id(heading).attr("tabindex", "-1").text("Who agreed?"))
        .live(list)
        .child(add(book, of))
}

fn add(book: Book, of: TermId) -> El {
    let who = RwSignal::new(String::new());
    let problem = RwSignal::new(false);
    let id = format!("term-who-{:x}", of.0);
    let (error, back) = (format!("{id}-error"), id.clone());
    let described = format!("{id}-help {error}");
    let input = el("input")
        .attr("type", "text")
        .class("text-field")
        .id(id.clone())
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("maxlength", LONGEST_FIELD.to_string())
        .attr("aria-describedby", described)
        .live_attr("aria-invalid", move || problem.get().then(|| "true".to_owned()))
        .value(move || who.get())
        .on("input", move |event| {
            who.set(event_target_value(&event));
            problem.set(false);
        });
    let press = move || {
        let name = who.get_untracked().trim().to_owned();
        if name.is_empty() {
            problem.set(true);
            return page::focus_soon(&back);
        }
        let Some(term) = untrack(|| book.term(of)) else { return };
        let agreed = Agreed { who: name, day: clock::today(), meaning: term.meaning().to_owned() };
        if book.act(Act::Do(vec![Op::Agree(of, agreed)])) {
            who.set(String::new());
            book.desk.tell("Added.");
        }
    };
    let says = move || match problem.get() {
        true => vec![el("p").class("problem").text("Write who agreed.")],
        false => Vec::new(),
    };
    let help = "Say a role or a group, not a name. For example: the self-advocacy group.";
    el("div")
        .class("labelled")
        .child(el("label").attr("for", id.clone()).text("Who agrees with this meaning"))
        .child(el("p").class("help").id(format!("{id}-help")).text(help))
        .child(el("div").id(error).attr("role", "alert").live(says))
        .child(input)
        .child(el("div").class("button-row").child(button("button", "They agree", press)))
}
