//! All words from A to Z, each to read, to print, and to open and write in.

use super::book::{Book, New, opener_id};
use super::form::form;
use super::surveys::surveys;
use super::table::files;
use crate::browser::page;
use crate::model::draft::Draft;
use crate::model::glossary::{Content, Field, Term, TermId, use_counts};
use crate::organiser::buttons::button;
use crate::organiser::state::HEADING;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use crate::ui::picture::small;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What stands for a word that nobody wrote yet.
const NO_WORD: &str = "New word";
/// How many words are drawn at once.
const PORTION: usize = 100;

/// The screen.
pub fn list(book: Book) -> El {
    let search = RwSignal::new(String::new());
    let all = Memo::new(move |before: Option<&Vec<TermId>>| {
        let opened = book.opened.get();
        book.content.with(|content| search.with(|search| shown(content, search, opened, before)))
    });
    let most = RwSignal::new(PORTION);
    // Paper has no button for more.
    let paper = window_event_listener_untyped("beforeprint", move |_| most.set(usize::MAX));
    on_cleanup(move || paper.remove());
    let ids = Memo::new(move |_| {
        let opened = book.opened.get();
        let is_shown = |(place, id): &(usize, &TermId)| *place < most.get() || Some(**id) == opened;
        all.with(|all| all.iter().enumerate().filter(is_shown).map(|(_, id)| *id).collect())
    });
    // Whoever came by a word of a survey finds it open.
    if let Some(id) = book.desk.wanted_word.try_update_value(Option::take).flatten()
        && book.content.with_untracked(|content| content.term(id).is_some())
    {
        book.opened.set(Some(id));
        page::focus_soon(&opener_id(id));
    }
    let unreadable = book.is_unreadable.then(|| {
        let text = "What was agreed here before cannot be read by this Ask Together. It is kept. You find it on \
                    My surveys, to save as a file.";
        el("div").class("notice bad").child(el("p").text(text))
    });
    let intro = "Words that people use in co-production and social care, and what they mean. Change them with your \
                 group until you all agree. Your surveys can explain them.";
    let uses = Memo::new(move |_| {
        book.content.with(|content| {
            book.drafts.with(|all| use_counts(content, all.iter().map(Draft::content)))
        })
    });
    let status = move || match search.with(|search| search.trim().is_empty()) {
        true => words::count(all.with(Vec::len), "word", "words"),
        false => match all.with(Vec::len) {
            0 => "No word found. Try another search, or add the word.".to_owned(),
            some => format!("{} found", words::count(some, "word", "words")),
        },
    };
    el("main")
        .class("column changes glossary")
        .child(head(book, search, most))
        .child(el("p").class("no-print").text(intro))
        .children(unreadable)
        .live_parts(move || clashes(book))
        .child(surveys(book))
        .child(find(search))
        .child(el("p").class("soft no-print").attr("role", "status").live_text(status))
        .child(
            el("ul")
                .class("change-list")
                .attr("role", "list")
                .keyed(move || ids.get(), move |id| card(book, id, uses)),
        )
        .live_parts(move || more(all, ids, most))
        .child(el("p").class("soft").text("Pictures: OpenMoji (openmoji.org), CC BY-SA 4.0."))
        .child(files(book))
}

/// The way to the words that are not drawn yet, and how many that are.
fn more(all: Memo<Vec<TermId>>, ids: Memo<Vec<TermId>>, most: RwSignal<usize>) -> El {
    let (many, drawn) = (all.with(Vec::len), ids.with(Vec::len));
    let rest = many - drawn;
    if rest == 0 {
        return parts();
    }
    let says =
        format!("{} of {} are shown.", words::number(drawn), words::count(many, "word", "words"));
    let next = rest.min(PORTION);
    let name = words::count(next, "more word", "more words");
    let show = button("button", format!("Show {name}"), move || {
        let first = all.with_untracked(|all| all.get(most.get_untracked()).copied());
        most.update(|most| *most += PORTION);
        first.into_iter().for_each(|first| page::focus_soon(&opener_id(first)));
    });
    let says = el("p").class("soft").text(says);
    parts().child(el("div").class("button-row no-print").children([says, show]))
}

/// Which words show, in their order: from A to Z. While one is open it stays where it is, whatever is typed in it.
fn shown(
    content: &Content,
    search: &str,
    opened: Option<TermId>,
    before: Option<&Vec<TermId>>,
) -> Vec<TermId> {
    let found = content.find(search);
    let is_there = opened.filter(|id| content.term(*id).is_some());
    let (Some(opened), Some(before)) = (is_there, before) else { return found };
    let stays = |id: &TermId| found.contains(id) || *id == opened;
    let old: Vec<TermId> = before.iter().copied().filter(stays).collect();
    let is_new = |id: &TermId| !old.contains(id);
    let mut new: Vec<TermId> = found.iter().copied().filter(is_new).collect();
    if !old.contains(&opened) && !new.contains(&opened) {
        new.push(opened);
    }
    new.into_iter().chain(old.iter().copied()).collect()
}

fn head(book: Book, search: RwSignal<String>, most: RwSignal<usize>) -> El {
    let add = move || {
        search.set(String::new());
        book.drop_blank();
        let id = book.add(vec![New::default()]);
        id.into_iter().for_each(|id| book.open_form(id));
    };
    let step = |name: &'static str, sign: &'static str, is: fn(Book) -> bool, press: fn(Book)| {
        crate::ui::el::button("more-button")
            .attr("aria-label", name)
            .text(sign)
            .live_attr("aria-disabled", move || (!is(book)).then(|| "true".to_owned()))
            .on("click", move |_| press(book))
    };
    let undo = step(
        "Undo",
        "↶",
        |b| b.next_undo().is_some(),
        |b| b.step(untrack(|| b.next_undo()), "Undone."),
    );
    let redo = step(
        "Redo",
        "↷",
        |b| b.next_redo().is_some(),
        |b| b.step(untrack(|| b.next_redo()), "Redone."),
    );
    el("div")
        .class("heading-row")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text(words::WORDS))
        .child(
            el("div")
                .class("button-row no-print")
                .children([undo, redo])
                .child(button("button", "Print", move || {
                    most.set(usize::MAX);
                    page::print();
                }))
                .child(button("button primary", "Add a word", add)),
        )
}

fn find(search: RwSignal<String>) -> El {
    let field = el("input")
        .attr("type", "search")
        .class("text-field")
        .id("find-word")
        .attr("autocomplete", "off")
        .value(move || search.get())
        .on("input", move |event| search.set(event_target_value(&event)));
    el("div")
        .class("labelled no-print")
        .child(el("label").attr("for", "find-word").text("Find a word"))
        .child(field)
}

/// How much two people wrote apart, and the way to the first of it.
fn clashes(book: Book) -> El {
    let Some(first) = book.content.with(Content::first_clash) else { return parts() };
    let many = book.content.with(Content::clashes);
    let says = words::count(many, "word has two meanings", "things have two meanings");
    let says = el("p").child(el("strong").text(says)).text(". Decide together which to keep.");
    let go = button("button", "See the first one", move || book.open_form(first));
    parts().child(el("div").class("notice with-action no-print").child(says).child(go))
}

/// One word with what it means, and its form while it is open.
fn card(book: Book, id: TermId, uses: Memo<BTreeMap<TermId, usize>>) -> El {
    let term = Memo::new(move |_| book.term(id));
    let text = move |field| {
        term.with(|term| {
            term.as_ref().map(|one| one.text(field).trim().to_owned()).unwrap_or_default()
        })
    };
    let is_open = Memo::new(move |_| book.opened.get() == Some(id));
    let press = move || match is_open.get_untracked() {
        true => _ = book.close_form(),
        false => book.open_form(id),
    };
    let opener = button("change-opener", "", press)
        .id(opener_id(id))
        .attr("dir", "auto")
        .live_attr("aria-expanded", move || Some(is_open.get().to_string()))
        .live_text(move || words::or(&text(Field::Word), NO_WORD));
    let picture = move || small(book.desk.pictures, &text(Field::Picture)).into_iter().collect();
    let is_not = move || match text(Field::IsNot) {
        none if none.is_empty() => Vec::new(),
        is_not => vec![
            el("p")
                .class("word-not")
                .attr("dir", "auto")
                .child(el("strong").text("Not: "))
                .text(is_not),
        ],
    };
    let also = move || {
        let names: Vec<String> = term.with(|term| {
            term.iter().flat_map(|term| term.also().map(words::own).collect::<Vec<_>>()).collect()
        });
        if names.is_empty() {
            return Vec::new();
        }
        vec![el("p").class("soft").text(format!("Also called: {}", names.join(", ")))]
    };
    let head = el("div")
        .class("change-head")
        .child(el("div").class("change-picture").live(picture))
        .child(
            el("div")
                .child(el("h2").child(opener))
                .child(el("p").attr("dir", "auto").live_text(move || text(Field::Meaning)))
                .live(is_not)
                .live(also)
                .child(facts(term, Memo::new(move |_| uses.with(|uses| uses.get(&id).copied())))),
        );
    el("li").class("card change").child(head).live(move || match is_open.get() {
        true => vec![untrack(|| form(book, id))],
        false => Vec::new(),
    })
}

/// Who agreed and when, and how many surveys explain it.
fn facts(term: Memo<Option<Term>>, used: Memo<Option<usize>>) -> El {
    let is_nameless =
        move || term.with(|term| term.as_ref().is_some_and(|term| term.word().is_empty()));
    let agreed = move || {
        let says = term.with(|term| {
            let one = term.as_ref()?.agreement()?;
            Some(format!("Agreed by {}, {}", words::own(&one.who), words::day(one.day)))
        });
        match says {
            Some(says) => vec![el("span").class("standing did").text(says)],
            None => vec![el("span").class("standing no-print").text(match is_nameless() {
                true => "It has no word yet",
                false => "Not agreed yet",
            })],
        }
    };
    let more = move || {
        let mut facts = Vec::new();
        if let Some(used) = used.get() {
            facts.push(format!("used in {}", words::count(used, "survey", "surveys")));
        }
        let is_changed = term.with(|term| term.as_ref().is_some_and(|term| term.is_changed()));
        if is_changed {
            facts.push("changed by you".to_owned());
        }
        facts.join(" · ")
    };
    el("p")
        .class("change-facts")
        .live(agreed)
        .child(el("span").class("soft no-print").live_text(more))
}

/// Puts the focus where a word was removed.
pub fn after_removal(book: Book, id: TermId) {
    let next = book.content.with_untracked(|content| {
        let place = content.terms.iter().position(|term| term.id == id);
        let at = |place: usize| content.terms.get(place).map(|term| term.id);
        place.and_then(|place| at(place + 1).or_else(|| at(place.checked_sub(1)?)))
    });
    match next {
        Some(next) => page::focus_soon(&opener_id(next)),
        None => page::focus_soon(HEADING),
    }
}
