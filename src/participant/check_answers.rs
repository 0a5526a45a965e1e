//! Every question on the person's path with its answer, and a full-size button to change each.
//! Small links to change an answer are missed (design.md, section 4).

use super::app::{button, section};
use super::state::Answering;
use crate::model::answer;
use crate::model::path::{Path, Step};
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// The last page before sending.
pub fn check_answers(state: Answering) -> Vec<El> {
    let path = state.path();
    let asks =
        |step: &&Step| state.survey.with_value(|survey| survey.questions[step.place].kind.asks());
    let steps = path.reachable().iter().filter(asks);
    let cards = steps.map(|step| answer_card(state, *step, &path));
    let say = |word| el("p").class("say").text(state.say(word));
    let mut page = vec![
        heading(Level::Page, HEADING).text(state.say(Word::Check)),
        el("div").class("notice").child(say(Word::CheckNothingSent)),
        el("ol").class("cards").attr("role", "list").children(cards),
    ];
    if state.progress.with_untracked(|progress| progress.answers.is_empty()) {
        page.push(say(Word::NothingAnswered));
    }
    let back = button("button", state.say(Word::Back), move || state.back());
    let on = button("button primary", state.say(Word::Send), move || state.finish());
    page.push(el("div").class("steps").child(back).child(on));
    page
}

fn answer_card(state: Answering, step: Step, path: &Path) -> El {
    let question = state.question(step, path);
    let words = state.words();
    let asked = state.asked(step);
    let answer = state.progress.with_untracked(|p| p.answers.get(asked).cloned());
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
    let title = el("h2").class("words say").attr("dir", "auto").text(asks.to_owned());
    let name = [change, ": ", asks].concat();
    let change = button("button", change, move || state.change(step)).attr("aria-label", name);
    // In a section that comes many times, a question needs to say which time it is.
    let section = section(state, step, path);
    let section = (!section.is_empty()).then(|| el("p").class("soft say").text(section));
    let card = el("li").class("answer-card").children(section).child(title);
    let card = card.child(el("div").class("given").child(given));
    let wrong = wrong.map(|wrong| el("p").class("wrong say").text(wrong.says(&words)));
    card.children(wrong).child(change)
}
