//! What a person said, before they send it: every question with its answer, and a full-size button
//! to change each. Small links to change an answer are missed (design.md, section 4).
//!
//! Absent: back and on, and what becomes of the answers.

use super::el::{El, el};
use super::heading::{Level, heading};
use super::picture;
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
    /// The id of its heading: where a person comes back to who changed the answer.
    pub id: String,
    /// Goes to the question.
    pub change: Callback<()>,
}

/// The page without its buttons. `sent_before`: they sent answers, and may send them again.
pub fn check_answers(all: Vec<Checked>, words: Words, stand: Stand, sent_before: bool) -> Vec<El> {
    let sent = if sent_before { Word::CheckSentBefore } else { Word::CheckNothingSent };
    let nothing = all.iter().all(|checked| checked.answer.is_none());
    let cards = all.into_iter().map(|checked| answer_card(checked, words, stand));
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

fn answer_card(checked: Checked, words: Words, stand: Stand) -> El {
    let Checked { question, answer, section, id, change: press } = checked;
    let change = words.say(if answer.is_some() { Word::Change } else { Word::AnswerNow });
    let wrong = answer::wrong(&question, answer.as_ref());
    let said = |tag, line: &str| el(tag).class("say").attr("dir", "auto").text(line.to_owned());
    let given = match &answer {
        None => said("p", words.say(Word::Skipped)),
        Some(answer) => {
            let mut lines = answer::in_words(&question, answer, &words);
            if let Answer::Sorted(cards) = answer {
                let left = question
                    .choices
                    .iter()
                    .filter(|choice| cards.iter().all(|(id, _)| *id != choice.id));
                let skipped = words.say(Word::Skipped);
                lines.extend(
                    left.map(|card| [card.says(question.kind, &words), ": ", skipped].concat()),
                );
            }
            let tag = if lines.len() == 1 { "p" } else { "li" };
            let shows = answer::shows(&question, answer).into_iter().chain(core::iter::repeat(""));
            let mut lines = lines.iter().zip(shows).map(|(line, shows)| {
                let line = el("span").child(said("span", line));
                el(tag)
                    .class("given-line")
                    .children(picture::small(stand.pictures, shows))
                    .child(line)
            });
            if tag == "p" {
                lines.next().unwrap_or_else(|| el("p"))
            } else {
                el("ul").children(lines)
            }
        }
    };
    let asks = question.asks(&words);
    let tag = if stand.level == Level::Page { "h2" } else { "h4" };
    let title = el(tag).class("words say").id(id).attr("tabindex", "-1").attr("dir", "auto");
    let button = el("button").attr("type", "button").class("button").text(change);
    let button = button.attr("aria-label", [change, ": ", asks].concat());
    let section = (!section.is_empty()).then(|| el("p").class("soft say").text(section));
    let card = el("li").class("answer-card").children(section).child(title.text(asks.to_owned()));
    let wrong = wrong.map(|wrong| el("p").class("wrong say").text(wrong.says(&words)));
    let button = button.on("click", move |_| press.run(()));
    let given = el("div").class("given").child(given);
    card.child(el("div").class("answer-row").child(given).child(button)).children(wrong)
}
