//! Where somebody answers with a pen: boxes to tick, boxes for numbers, lines to write on, and a table to sort.
//!
//! **Invariant:** `model/paper/size.rs` knows how much room each takes.

use super::{english, said};
use crate::model::paper::LINES;
use crate::model::standard::{self, OTHER};
use crate::model::survey::{Choice, Kind, Question};
use crate::model::words::{Word, Words};
use crate::ui::el::{El, el};
use crate::ui::picture::{self, Pictures};

/// Boxes, or lines to write on. Nothing for a page that is only read.
pub fn answers(question: &Question, words: &Words, pictures: Pictures) -> Vec<El> {
    let kind = question.kind;
    let mut all = match kind {
        Kind::Information | Kind::Section => return Vec::new(),
        Kind::LongText => lines(LINES[1]),
        Kind::ShortText => lines(LINES[0]),
        Kind::Number => vec![el("div").class("paper-boxes").child(el("div").class("paper-digits"))],
        Kind::Date => vec![boxes(&[Word::Day, Word::Month, Word::Year], words)],
        Kind::Month => vec![boxes(&[Word::Month, Word::Year], words)],
        Kind::Sorting => vec![table(question, words, pictures)],
        _ => return vec![choices(question, words, pictures)],
    };
    // Of what is written, "prefer not to say" is a box of its own.
    if question.personal {
        let says = words.say(Word::PreferNot);
        let list = el("ul").class("paper-choices").attr("role", "list");
        all.push(list.child(boxed("paper-box", None, says)));
    }
    all
}

fn line() -> El {
    el("div").class("paper-line")
}

fn lines(count: usize) -> Vec<El> {
    (0..count).map(|_| line()).collect()
}

/// A box for each part of a date, with its name.
fn boxes(parts: &[Word], words: &Words) -> El {
    let part = |word: &Word| {
        let class = if *word == Word::Year { "paper-digits year" } else { "paper-digits" };
        let name = said("span", "", words.say(*word));
        el("div").class("paper-part").child(name).child(el("div").class(class))
    };
    el("div").class("paper-boxes").children(parts.iter().map(part))
}

fn boxed(class: &'static str, picture: Option<El>, text: &str) -> El {
    let text = said("span", "", text);
    el("li").child(el("span").class(class)).children(picture).child(text)
}

/// A box for each choice: to tick, or to write a number in.
fn choices(question: &Question, words: &Words, pictures: Pictures) -> El {
    let kind = question.kind;
    let class = if kind == Kind::Ranking { "paper-box rank" } else { "paper-box" };
    let small = |choice: &Choice| picture::small(pictures, choice.shows(kind));
    let own = question.choices.iter().map(|c| boxed(class, small(c), c.says(kind, words)));
    let mut all: Vec<El> = own.collect();
    if kind == Kind::EitherOr && all.len() == 2 {
        all.insert(1, said("li", "paper-or", words.say(Word::Or)));
    }
    if question.personal {
        all.push(boxed("paper-box", None, words.say(Word::PreferNot)));
    }
    if question.other {
        let other = boxed("paper-box", None, standard::says(OTHER, kind, words));
        all.push(other.class("paper-other").child(line()));
    }
    el("ul").class("paper-choices").attr("role", "list").children(all)
}

/// A row for each card, and a column for each place.
fn table(question: &Question, words: &Words, pictures: Pictures) -> El {
    let head = |at: usize| said("th", "", question.pile(at, words)).attr("scope", "col");
    let row = |choice: &Choice| {
        let picture = picture::small(pictures, choice.shows(question.kind));
        let name = said("span", "", choice.says(question.kind, words));
        let card = el("th").attr("scope", "row");
        let card = card.child(el("div").class("paper-card").children(picture).child(name));
        let cell = |_| el("td").child(el("span").class("paper-box"));
        el("tr").child(card).children((0..3).map(cell))
    };
    let corner = english(el("td"));
    let head = el("tr").child(corner).children((0..3).map(head));
    el("table")
        .class("paper-table")
        .child(el("thead").child(head))
        .child(el("tbody").children(question.choices.iter().map(row)))
}
