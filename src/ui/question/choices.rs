//! Choices to pick: radios or checkboxes, each as a whole card.

use super::Form;
use crate::model::answer::{self, Answer, LONGEST_OTHER};
use crate::model::id::ChoiceId;
use crate::model::picking;
use crate::model::standard::{self, OTHER};
use crate::model::survey::Kind;
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::picture;
use leptos::prelude::*;

/// The choices of a question, and a field for "something else". `cleared` is told what a tick clears.
pub fn choices(form: &Form, cleared: RwSignal<String>) -> Vec<El> {
    let Form { question, words, answer, on_answer, stand, .. } = form.clone();
    let kind = question.kind;
    let kept = StoredValue::new(question.clone());
    // What was said instead of a choice stays for the rest of this page, should a slip pick another.
    let spoken = StoredValue::new(String::new());
    let mut first = Some(stand.field);
    let mut card = |id: ChoiceId, text: &str, shows: &str| {
        let pick = move |_| {
            let before = untrack(|| answer.run(()));
            // A tick is turned; a radio is only ever picked.
            let on = !before.as_ref().is_some_and(|given| given.picked(id));
            if let Some(Answer::Other { words, .. }) = &before {
                spoken.set_value(words.clone());
            }
            let mut picked =
                kept.with_value(|question| picking::pick(question, before.clone(), id, on));
            let gone = picking::cleared(&before, &picked, id);
            cleared.set(if gone.is_empty() {
                String::new()
            } else {
                let gone = Answer::ManyChoices(gone);
                let names = kept.with_value(|question| answer::in_words(question, &gone, &words));
                words.fill(Word::Unticked, &[&names.join(", ")])
            });
            if let Some(Answer::Other { words, .. }) = &mut picked {
                words.clone_from(&spoken.get_value());
            }
            on_answer.run(picked);
        };
        let input = el("input")
            .attr("type", if kind.picks_many() { "checkbox" } else { "radio" })
            .attr("name", [stand.field, "s"].concat())
            .attr_if("id", first.take())
            .checked(move || answer.run(()).is_some_and(|given| given.picked(id)))
            .on("change", pick);
        el("label")
            .class("choice")
            .child(input)
            .child(el("span").class("choice-mark"))
            .children(picture::small(stand.pictures, shows))
            .child(el("span").class("choice-text say").attr("dir", "auto").text(text.to_owned()))
    };
    let own = question.choices.iter();
    let mut cards: Vec<El> =
        own.map(|choice| card(choice.id, choice.says(kind, &words), choice.shows(kind))).collect();
    if kind == Kind::EitherOr && cards.len() == 2 {
        cards.insert(1, el("p").class("or say").text(words.say(Word::Or)));
    }
    let class = match kind {
        Kind::Faces3 => "choices faces",
        Kind::Faces5 => "choices faces five",
        Kind::OnePicture | Kind::ManyPictures => "choices pictures",
        Kind::EitherOr => "choices either",
        _ => "choices",
    };
    let mut all = vec![];
    if question.other {
        cards.push(card(OTHER, standard::says(OTHER, kind, &words), ""));
        all.push(other(form));
    }
    all.insert(0, el("div").class(class).children(cards));
    all
}

/// The field for one's own words, while "something else" is picked.
fn other(form: &Form) -> El {
    let Form { words, answer, on_answer, .. } = *form;
    let say = move |event| {
        let before = untrack(|| answer.run(()));
        on_answer.run(picking::say_other(before, event_target_value(&event)));
    };
    let field = el("textarea")
        .class("field")
        .attr("dir", "auto")
        .attr("rows", "2")
        .attr("maxlength", LONGEST_OTHER.to_string())
        .value(move || match answer.run(()) {
            Some(Answer::Other { words, .. }) => words,
            _ => String::new(),
        })
        .on("input", say);
    el("label")
        .class("other")
        .hidden(move || !answer.run(()).is_some_and(|given| given.picked(OTHER)))
        .text(words.say(Word::OtherWords))
        .child(field)
}
