//! What a person thinks of a page: easy or hard, words they do not know, and what they would say.

use super::picture::another_picture;
use super::state::{Field, Reviewing};
use super::words::EASE;
use crate::browser::language;
use crate::model::id::QuestionId;
use crate::model::review::{Ease, LONGEST_FIELD};
use crate::model::room::few_left;
use crate::model::words::Word;
use crate::ui::el::{El, announced, el};
use crate::ui::picture;
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// What the team asks of every page.
pub const EASY: &str = "Is this page easy to understand?";

/// All that a person can say about a page with these words.
pub fn opinion(
    state: Reviewing,
    question: Option<QuestionId>,
    texts: &[String],
    choices: bool,
) -> El {
    let mut part = el("section")
        .class("opinion")
        .attr("aria-label", "What do you think of this page?")
        .child(ease(state, question));
    for ask in state.asks(question) {
        let id = format!("reply-{}", ask.number);
        let ask = area(state, question, Field::Reply(ask.number), id, ask.text);
        part = part.child(el("div").class("notice").child(ask));
    }
    let words = words_of(texts);
    if !words.is_empty() {
        part = part.child(hard_words(state, question, words));
    }
    let more = |summary: &'static str, field: Field, id: &str, label: &str| {
        let is_open = !untrack(|| state.written(question, field)).is_empty();
        let voice = "You can type it. Or press the microphone on your keyboard, and say it.";
        el("details")
            .attr_if("open", is_open.then_some(""))
            .child(el("summary").text(summary))
            .children((field == Field::Wording).then(|| el("p").text(voice)))
            .child(area(state, question, field, id.to_owned(), label.to_owned()))
    };
    if let Some(id) = question {
        let label = "How would you say it?";
        part = part.child(more("Say it another way", Field::Wording, "wording", label));
        part = part.child(another_picture(state, id, texts.join(" ")));
    }
    if choices {
        let label = "Which choice is missing?";
        part = part.child(more("A choice is missing", Field::Choice, "choice", label));
    }
    part.child(more("Say something else", Field::Free, "free", "What do you want to say?"))
}

/// Easy, hard, or not OK: in one row, below the page that is looked at. The question is its heading.
fn ease(state: Reviewing, question: Option<QuestionId>) -> El {
    let choice = |(ease, name, shows): (Ease, &'static str, &'static str)| {
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", "ease")
            .checked(move || state.ease(question) == Some(ease))
            .on("change", move |_| state.set_ease(question, ease));
        el("label")
            .class("choice")
            .child(radio)
            .child(el("span").class("choice-mark"))
            .children(picture::small(state.trial.pictures, shows))
            .child(el("span").class("choice-text").text(name))
    };
    // The welcome asks nothing. Who said so of it before can still see that they did.
    let is_asked = question.is_some() || untrack(|| state.ease(question)) == Some(Ease::NotOk);
    let offered = EASE.into_iter().filter(|(ease, ..)| is_asked || *ease != Ease::NotOk);
    el("fieldset")
        .attr("aria-labelledby", HEADING)
        .child(el("div").class("choices faces").children(offered.map(choice)))
}

/// Every word of the page as a button.
fn hard_words(state: Reviewing, question: Option<QuestionId>, words: Vec<String>) -> El {
    let is_open = untrack(|| {
        let is_explained = !state.explained(question).is_empty();
        is_explained || words.iter().any(|word| state.is_hard(question, word))
    });
    let meaning = what_it_means(state, question, words.clone());
    let button = |word: String| {
        let (pressed, turned) = (word.clone(), word.clone());
        el("button")
            .attr("type", "button")
            .class("word")
            .attr("dir", "auto")
            .live_attr("aria-pressed", move || Some(state.is_hard(question, &pressed).to_string()))
            .on("click", move |_| state.turn_word(question, &turned))
            .text(word)
    };
    let all = words.into_iter().map(|word| el("li").child(button(word)));
    el("details")
        .attr_if("open", is_open.then_some(""))
        .child(el("summary").text("A word is hard"))
        .child(el("p").text("Press each word that you do not know."))
        .child(el("ul").class("words-to-press").attr("role", "list").children(all))
        .child(meaning)
}

/// A word of the page, and how the person would say what it means.
fn what_it_means(state: Reviewing, question: Option<QuestionId>, words: Vec<String>) -> El {
    let written = untrack(|| state.explained(question));
    let word = RwSignal::new(written.clone());
    let option = move |name: String| {
        let own = name.clone();
        el("option")
            .attr("value", name.clone())
            .text(name)
            .selected(move || word.with(|word| *word == own))
    };
    let none = el("option").attr("value", "").text("Pick a word");
    let none = none.selected(move || word.with(String::is_empty));
    let select = el("select")
        .class("field")
        .id("explain-word")
        .on("change", move |event| word.set(event_target_value(&event)))
        .child(none)
        .children(words.into_iter().map(option));
    let meaning = move || word.with(|word| state.meaning(question, word));
    let write = move |event| {
        let text = event_target_value(&event);
        word.with_untracked(|word| state.explain(question, word, text));
    };
    let field = move || match word.with(String::is_empty) {
        true => Vec::new(),
        false => untrack(|| {
            let area = el("textarea")
                .class("field")
                .id("explain-text")
                .attr("rows", "3")
                .attr("maxlength", LONGEST_FIELD.to_string())
                .attr("dir", "auto")
                .value(meaning)
                .on("input", write);
            let label = el("label").attr("for", "explain-text").text("What does it mean?");
            let inside = el("div").class("labelled").child(label).child(area);
            vec![inside.child(full(state, LONGEST_FIELD, meaning))]
        }),
    };
    let which = el("label").attr("for", "explain-word").text("Which word?");
    el("details")
        .attr_if("open", (!written.is_empty()).then_some(""))
        .child(el("summary").text("Say what a word means"))
        .child(el("p").text("Do you know an easy way to say what a word means? Tell us."))
        .child(el("div").class("labelled").child(which).child(select))
        .live(field)
}

/// Each word once, in the order of the page.
fn words_of(texts: &[String]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let bare =
        |word: &str| language::small_letters(word.trim_matches(|c: char| !c.is_alphanumeric()));
    for word in texts.iter().flat_map(|text| text.split_whitespace()).map(bare) {
        if word.chars().any(char::is_alphabetic) && !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// A labelled field for some lines of words. The phone's own keyboard takes them down by voice:
/// unlike a page that listens, it needs nobody else's server for it on most phones.
pub fn area(
    state: Reviewing,
    question: Option<QuestionId>,
    field: Field,
    id: String,
    label: String,
) -> El {
    let written = move || state.written(question, field);
    let write = move |event| state.write(question, field, event_target_value(&event));
    let text = el("textarea")
        .class("field")
        .id(id.clone())
        .attr("rows", "3")
        .attr("maxlength", LONGEST_FIELD.to_string())
        .attr("dir", "auto")
        .value(written)
        .on("input", write);
    let label = el("label").attr("for", id).attr("dir", "auto").text(label);
    el("div").class("labelled").child(label).child(text).child(full(state, LONGEST_FIELD, written))
}

/// Below a field: how much more it takes, once that is little.
pub fn full(state: Reviewing, most: usize, written: impl Fn() -> String + Send + 'static) -> El {
    let says = move || {
        let (word, number) = match few_left(&written(), most) {
            None => return String::new(),
            Some(0) => (Word::Full, most),
            Some(left) => (Word::LettersLeft, left),
        };
        state.trial.words().fill(word, &[&number.to_string()])
    };
    announced("status", move || {
        let line = |text| el("p").class("notice say").text(text);
        Some(says()).filter(|says| !says.is_empty()).map(line).into_iter().collect()
    })
}
