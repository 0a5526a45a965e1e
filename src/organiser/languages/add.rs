//! Adding a language: one that people often ask for, or any other by its tag.

use super::list::translate_id;
use super::names;
use crate::browser::page;
use crate::model::survey::{Language, MOST_TRANSLATIONS};
use crate::organiser::field::described_by;
use crate::organiser::state::Desk;
use crate::ui::el::{El, Event, button, el, parts};
use leptos::prelude::*;

const PICK: &str = "add-language";
const TAG: &str = "add-language-tag";
const PROBLEM: &str = "add-language-problem";
const TAG_HELP: &str = "add-language-tag-help";
/// What the list says for a language that is not in it.
const OTHER: &str = "other";

/// The form. Gone once the survey has as many languages as a link can carry.
pub fn add(desk: Desk, own: Memo<Language>, others: Memo<Vec<Language>>) -> El {
    // The survey's own may be among them, with what the app says in it.
    let has_room =
        move || desk.draft.with(|draft| draft.content().translations.len()) < MOST_TRANSLATIONS;
    let full = || {
        let text = "A survey can have 12 other languages. Take one out to add another.";
        parts().child(el("p").text(text))
    };
    el("section")
        .class("card ready-made")
        .child(el("h2").text("Add a language"))
        .show(has_room, move || form(desk, own, others))
        .show(move || !has_room(), full)
}

fn form(desk: Desk, own: Memo<Language>, others: Memo<Vec<Language>>) -> El {
    let picked = RwSignal::new(String::new());
    let tag = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<&'static str>);
    let is_other = move || picked.with(|picked| picked == OTHER);
    let is_new = move |language: &Language| {
        *language != own.get() && others.with(|others| !others.contains(language))
    };
    let options = move || {
        let option = |language: Language| {
            el("option").attr("value", language.tag().to_owned()).text(names::both(language))
        };
        names::common().filter(is_new).map(option).collect()
    };
    let read = move || match picked.get_untracked().as_str() {
        "" => Err((PICK, "Pick a language first.")),
        OTHER => {
            let language = names::read(&tag.get_untracked());
            let language = language.ok_or((
                TAG,
                "Write the short code of the language, like ti or yo. Not its name.",
            ))?;
            if untrack(|| is_new(&language)) {
                Ok(language)
            } else {
                Err((TAG, "This survey has that language already."))
            }
        }
        tag => Language::parse(tag).ok_or((PICK, "Pick a language first.")),
    };
    let add = move || match read() {
        Err((field, why)) => {
            problem.set(Some(why));
            page::focus_soon(field);
        }
        Ok(language) => {
            problem.set(None);
            picked.set(String::new());
            tag.set(String::new());
            desk.add_language(language);
            page::focus_soon(&translate_id(language));
            let name = names::name(language);
            desk.tell(&format!("{name} is added. Press “Translate” to write its words."));
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            add();
        }
    };
    let wrong = move || problem.get().is_some();
    let invalid = move || problem.get().map(|_| "true".to_owned());
    let pick = move |event: Event| {
        picked.set(event_target_value(&event));
        problem.set(None);
    };
    let write = move |event: Event| {
        tag.set(event_target_value(&event));
        problem.set(None);
    };
    let code = move || {
        let help = "Every language has a code of 2 or 3 letters. Yoruba is yo. Search the web for “language code” and the name of the language.";
        let field = el("input")
            .attr("type", "text")
            .class("text-field code-field")
            .id(TAG)
            .attr("dir", "ltr")
            .attr("autocomplete", "off")
            .attr("autocapitalize", "none")
            .attr("spellcheck", "false")
            .live_attr("aria-describedby", move || described_by(wrong, PROBLEM, true, TAG_HELP))
            .live_attr("aria-invalid", invalid)
            .value(move || tag.get())
            .on("input", write)
            .on_key(on_key);
        parts()
            .child(el("label").attr("for", TAG).text("Its short code"))
            .child(el("p").class("help").id(TAG_HELP).text(help))
            .child(field)
    };
    let trouble = el("p")
        .class("problem")
        .id(PROBLEM)
        .hidden(move || !wrong())
        .live_text(move || problem.get().unwrap_or_default().to_owned());
    let list = el("select")
        .class("text-field language-field")
        .id(PICK)
        .live_attr("aria-describedby", move || described_by(wrong, PROBLEM, false, ""))
        .live_attr("aria-invalid", invalid)
        .on("change", pick)
        .child(el("option").attr("value", "").text("Pick a language"))
        .live(options)
        .child(el("option").attr("value", OTHER).text("Another language"))
        .value(move || picked.get());
    let labelled = el("div")
        .class("labelled")
        .class_while("wrong", wrong)
        .child(el("label").attr("for", PICK).text("Language"))
        .child(trouble)
        .child(list)
        .show(is_other, code);
    let add = button("button").on("click", move |_| add()).text("Add this language");
    parts().child(labelled).child(el("div").class("button-row").child(add))
}
