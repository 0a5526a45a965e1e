//! What a person said, before they send it: every question with its answer, and a full-size button
//! to change each. Small links to change an answer are missed (design.md, section 4).
//!
//! Absent: back and on, and what becomes of the answers.

use super::el::{El, el};
use super::heading::{Level, heading};
use super::question::Stand;
use crate::model::answer::{self, Answer};
use crate::model::survey::Question;
use crate::model::words::{Word, Words};
use leptos::prelude::*;

/// A question and what was said to it.
pub struct Checked {
    /// With earlier answers in its words.
    pub question: Question,
    /// None when it was skipped.
    pub answer: Option<Answer>,
    /// The section that it is in and which time round: in one that comes many times, a question
    /// needs to say so. Empty outside of one.
    pub section: String,
    /// Goes to the question.
    pub change: Callback<()>,
}

/// The page without its buttons. `sent_before`: they sent answers, and may send them again.
pub fn check_answers(all: Vec<Checked>, words: Words, stand: Stand, sent_before: bool) -> Vec<El> {
    let sent = if sent_before { Word::CheckSentBefore } else { Word::CheckNothingSent };
    let nothing = all.iter().all(|checked| checked.answer.is_none());
    let cards = all.into_iter().map(|checked| answer_card(checked, words, stand.level));
    let say = |word| el("p").class("say").text(words.say(word));
    let mut page = vec![
        heading(stand.level, stand.heading).text(words.say(Word::Check)),
        el("div").class("notice").child(say(sent)),
        el("ol").class("cards").attr("role", "list").children(cards),
    ];
    if nothing {
        page.push(say(Word::NothingAnswered));
    }
    page
}

fn answer_card(checked: Checked, words: Words, level: Level) -> El {
    let Checked { question, answer, section, change: press } = checked;
    let change = words.say(if answer.is_some() { Word::Change } else { Word::AnswerNow });
    let wrong = answer::wrong(&question, answer.as_ref());
    let lines = answer.map_or_else(Vec::new, |a| answer::in_words(&question, &a, &words));
    let said = |tag, line: &str| el(tag).class("say").attr("dir", "auto").text(line.to_owned());
    let given = match lines.as_slice() {
        [] => said("p", words.say(Word::Skipped)),
        [line] => said("p", line),
        lines => el("ul").children(lines.iter().map(|line| said("li", line))),
    };
    let asks = question.asks(&words);
    let tag = if level == Level::Page { "h2" } else { "h4" };
    let title = el(tag).class("words say").attr("dir", "auto").text(asks.to_owned());
    let button = el("button").attr("type", "button").class("button").text(change);
    let button = button.attr("aria-label", [change, ": ", asks].concat());
    let section = (!section.is_empty()).then(|| el("p").class("soft say").text(section));
    let card = el("li").class("answer-card").children(section).child(title);
    let card = card.child(el("div").class("given").child(given));
    let wrong = wrong.map(|wrong| el("p").class("wrong say").text(wrong.says(&words)));
    card.children(wrong).child(button.on("click", move |_| press.run(())))
}
