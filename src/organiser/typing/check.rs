//! After the last question: all that was typed, and where a second time differs from the first.

use super::state::{QUESTION, SAVE, Typist, difference_id};
use crate::model::answer::{Answer, in_words};
use crate::model::paper;
use crate::model::path::Step;
use crate::model::survey::Question;
use crate::model::typing::twice::Difference;
use crate::model::walk::{Page, asked};
use crate::model::words::Words;
use crate::organiser::buttons::button;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// All that was typed, and the button that saves it.
pub fn check(typist: Typist) -> El {
    let words = typist.words();
    let answers = typist.answers();
    let path = typist.path();
    let line = |step: Step| {
        let of = typist.with_survey(|survey| asked(survey, step))?;
        let question = question_of(typist, step)?;
        let says = says(&question, answers.get(of), &words);
        let number = typist.with_survey(|survey| paper::number_of(survey, question.id)).flatten();
        let asks = question.asks(&words);
        let asks = number.map_or(asks.to_owned(), |number| format!("{number}. {asks}"));
        let named = el("span").class("unseen").text(format!(": {asks}"));
        let change = button("button plain", "Change", move || typist.change(step)).child(named);
        let text = el("div")
            .child(el("p").class("label").attr("dir", "auto").text(asks))
            .child(el("p").class("typing-said").attr("dir", "auto").text(says));
        Some(el("li").child(text).child(change))
    };
    let asks = |step: &Step| {
        typist.with_survey(|survey| survey.questions[step.place].kind.asks()) == Some(true)
    };
    let steps = path.iter().flat_map(|path| path.steps.iter().copied()).filter(asks);
    let list = el("ol").class("typing-list").attr("role", "list").children(steps.filter_map(line));
    let says = match typist.is_once_more() {
        true => "Is this what the paper says? What you typed the first time is held against it.",
        false => "Is this what the paper says?",
    };
    el("section")
        .class("card typing-card")
        .child(el("h2").id(QUESTION).attr("tabindex", "-1").text(typist.name()))
        .child(el("p").text(says))
        .child(list)
        .child(buttons(typist, Page::Check, move || typist.finish()))
}

/// Back, and the button that saves, which has the focus: Enter is enough.
fn buttons(typist: Typist, page: Page, save: impl Fn() + Clone + Send + 'static) -> El {
    let name = (|| "Save this paper".into(), "Saving…");
    let save = typist.saving.button("button primary", name, save).id(SAVE).on_key(|event| {
        // The Enter that led here is still held: nobody has read what is saved.
        if event.repeat() {
            event.prevent_default();
        }
    });
    el("div")
        .class("button-row")
        .child(save)
        .child(button("button", "Back", move || typist.back(page)))
        .child(button("button plain", "Stop for now", move || typist.stop()))
}

/// That the person said no to taking part.
pub fn said_no(typist: Typist) -> El {
    let text = "This person did not want to take part. Nothing of this paper is kept.";
    let row = el("div")
        .class("button-row")
        .child(button("button primary", "Go on to the next paper", move || typist.forget()))
        .child(button("button", "Back", move || typist.back(Page::Ended)));
    el("section")
        .class("card typing-card")
        .child(el("h2").id(QUESTION).attr("tabindex", "-1").text(typist.name()))
        .child(el("p").text(text))
        .child(row)
}

/// Each question that was typed in two ways, to pick from.
pub fn differ(typist: Typist, all: Vec<Difference>) -> El {
    let said = typist.words();
    let group = |(place, differ): (usize, &Difference)| {
        let Some(question) = question_of(typist, differ.step) else { return parts() };
        let choice = |(which, name): (usize, &'static str)| {
            let says = says(&question, differ.typed[which].as_ref(), &said);
            let pick = move |_| {
                typist.picked.update(|picked| {
                    if let Some(one) = picked.get_mut(place) {
                        *one = Some(which);
                    }
                });
            };
            let is_picked = move || typist.picked.with(|all| all.get(place) == Some(&Some(which)));
            let input = el("input")
                .attr("type", "radio")
                .attr("name", difference_id(place))
                .checked(is_picked)
                .on("change", pick);
            let says = el("strong").attr("dir", "auto").text(says);
            let text = el("span").text(format!("{name}: ")).child(says);
            el("label").class("tick").child(input).child(text)
        };
        let legend = el("legend").class("label").attr("dir", "auto");
        el("fieldset")
            .class("ticks")
            .id(difference_id(place))
            .attr("tabindex", "-1")
            .child(legend.text(question.asks(&said).to_owned()))
            .children([(0, "First time"), (1, "Second time")].map(choice))
    };
    let groups: Vec<El> = all.iter().enumerate().map(group).collect();
    let count = words::count(all.len(), "answer differs", "answers differ");
    let save = move || typist.settle(&all);
    el("section")
        .class("card typing-card")
        .child(
            el("h2")
                .id(QUESTION)
                .attr("tabindex", "-1")
                .text(format!("{}: {count}", typist.name())),
        )
        .child(el("p").text("Look at the paper again. Pick what it says."))
        .children(groups)
        .child(buttons(typist, Page::Send, save))
}

fn question_of(typist: Typist, step: Step) -> Option<Question> {
    let words = typist.words();
    typist.with_survey(|survey| paper::question(survey, step.place, &words))
}

fn says(question: &Question, answer: Option<&Answer>, words: &Words) -> String {
    match answer {
        Some(answer) => in_words(question, answer, words).join(", "),
        None => "Nothing".to_owned(),
    }
}
