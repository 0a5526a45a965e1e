//! One word: what it means, what it is not, its picture, who agreed, what it meant before, and where it is used.

use super::agreed::agreed;
use super::book::{Book, opener_id};
use super::fields::{clash, text};
use super::list::after_removal;
use super::surveys::of_term;
use crate::browser::page;
use crate::model::glossary::{Act, Field, Op, TermId};
use crate::organiser::buttons::button;
use crate::organiser::picture_field::picture_field;
use crate::organiser::state::{HEADING, Message};
use crate::organiser::{library, words};
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// The form.
pub fn form(book: Book, of: TermId) -> El {
    let is_not = "What do people often take it for?";
    let also = "Put commas between them. For example: care worker, carer.";
    el("div")
        .class("change-form no-print")
        .live_parts(move || twins(book, of))
        .child(text(book, of, Field::Word, 1, ""))
        .child(text(book, of, Field::Meaning, 3, "One or two short sentences."))
        .child(text(book, of, Field::IsNot, 2, is_not))
        .child(text(book, of, Field::Also, 1, also))
        .child(agreed(book, of))
        .child(more(book, of))
        .child(of_term(book, of))
        .child(foot(book, of))
}

/// Other words of the same name: two people added it apart. Both stand side by side, for people to decide.
fn twins(book: Book, of: TermId) -> El {
    let all: Vec<(TermId, String)> = book.content.with(|content| {
        let own = content.term(of).filter(|_| !content.twins(of).is_empty());
        let all = own.into_iter().chain(content.twins(of));
        all.map(|term| (term.id, term.meaning().to_owned())).collect()
    });
    if all.is_empty() {
        return parts();
    }
    let ids: Vec<TermId> = all.iter().map(|(id, _)| *id).collect();
    let one = |(id, meaning): (TermId, String)| {
        let says = match meaning.is_empty() {
            true => "Nothing yet".to_owned(),
            false => words::quoted(&meaning),
        };
        let others: Vec<TermId> = ids.iter().copied().filter(|other| *other != id).collect();
        let keep = button("button", "Keep this", move || {
            book.act(Act::Do(others.iter().map(|other| Op::Remove(*other)).collect()));
            book.open_form(id);
            book.desk.tell("Kept. Press Undo to have both back.");
        })
        .attr("aria-label", format!("Keep this: {says}"));
        el("li").child(el("p").attr("dir", "auto").text(says)).child(keep)
    };
    let text = "This word is here more than once. Which meaning do you keep?";
    let list = el("ul").class("clash-list").attr("role", "list").children(all.into_iter().map(one));
    parts().child(el("div").class("notice").child(el("p").text(text)).child(list))
}

/// The picture, and what it meant before.
fn more(book: Book, of: TermId) -> El {
    let part = move |field| book.term(of).map(|one| one.text(field).to_owned()).unwrap_or_default();
    let now = Memo::new(move |_| part(Field::Picture));
    let about = Memo::new(move |_| [part(Field::Word), part(Field::Meaning)].join(" "));
    let set = move |code: &str| {
        book.write(of, Field::Picture, code.to_owned());
        book.stop_typing();
    };
    let id = format!("term-picture-{:x}", of.0);
    let fold = |name: &'static str, inside: El| {
        el("details").class("fold").child(el("summary").text(name)).child(inside)
    };
    let picture = picture_field(book.desk, id, about, now, set);
    let history = el("div").live(move || history(book, of));
    parts()
        .child(fold("Picture", picture).and(clash(book, of, Field::Picture)))
        .child(fold("What it meant before", history))
}

/// The meanings that it had, the newest first.
fn history(book: Book, of: TermId) -> Vec<El> {
    let (record, mine) = (book.record(), library::my_authors());
    let own = book.desk.author();
    let line = |(author, at, text): (_, u64, &str)| {
        let who = if author == own || mine.contains(&author) { "you" } else { "someone else" };
        let when = words::day((at / 86_400_000) as u32);
        let says = format!("{when}, {who}: {}", words::quoted(&words::or(text, "Nothing")));
        el("li").attr("dir", "auto").text(says)
    };
    let mut lines: Vec<El> = record.history(of).into_iter().map(line).collect();
    if let Some(start) = book.term(of).and_then(|term| term.start) {
        let says = format!("Ask Together began with: {}", words::quoted(start.meaning));
        lines.push(el("li").text(says));
    }
    match lines.is_empty() {
        true => vec![el("p").class("soft").text("Nobody has written a meaning yet.")],
        false => vec![el("ul").class("word-advice").children(lines)],
    }
}

fn foot(book: Book, of: TermId) -> El {
    let close = move || {
        if book.close_form() {
            let is_here = untrack(|| book.term(of)).is_some();
            page::focus_soon(&if is_here { opener_id(of) } else { HEADING.to_owned() });
        }
    };
    let remove = move || {
        book.opened.set(None);
        after_removal(book, of);
        if book.act(Act::Do(vec![Op::Remove(of)])) {
            let text = "The word is removed. Press Undo to have it back.".to_owned();
            book.desk.message.set(Some(Message { text, undo: None }));
        }
    };
    el("div").class("button-row").child(button("button primary", "Close", close)).child(button(
        "button danger",
        "Remove this word",
        remove,
    ))
}
