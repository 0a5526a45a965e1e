//! The list of languages: what the survey is written in, and a card for each other language with
//! how far it is.

use super::add::add;
use super::groups::{Progress, progress};
use super::names;
use crate::model::survey::Language;
use crate::organiser::confirm::{Asking, Asks, ask, confirm};
use crate::organiser::state::{Desk, HEADING};
use crate::ui::el::{El, Event, button, el, parts};
use crate::ui::icon::{TICK, drawing};
use leptos::prelude::*;

/// The id of the button that opens the work on a language.
pub fn translate_id(language: Language) -> String {
    format!("translate-{}", language.tag())
}

/// All languages.
pub fn list(desk: Desk, turn_to: Callback<Option<Language>>) -> El {
    let own = Memo::new(move |_| desk.draft.with(|draft| draft.content().language));
    let others = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let all = draft.content().translations.keys().copied();
            all.filter(|language| *language != own.get()).collect::<Vec<_>>()
        })
    });
    let none = || {
        let text = "There are none yet. Add one below. People can pick it when they answer.";
        parts().child(el("p").class("soft").text(text))
    };
    let card = move |language| language_card(desk, language, turn_to);
    let cards = el("ul").class("survey-cards").attr("role", "list");
    let section = el("section")
        .class("language-list")
        .child(el("h2").text("Other languages"))
        .show(move || others.with(Vec::is_empty), none)
        .child(cards.keyed(move || others.get(), card));
    el("main")
        .class("column")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Languages"))
        .child(own_card(desk, own, others, turn_to))
        .child(section)
        .child(add(desk, own, others))
}

/// What the survey itself is written in.
fn own_card(
    desk: Desk,
    own: Memo<Language>,
    others: Memo<Vec<Language>>,
    turn_to: Callback<Option<Language>>,
) -> El {
    // A language that it is translated to already can't be its own too.
    let options = move || {
        let chosen = own.get();
        let mut all: Vec<Language> = names::common().collect();
        if !all.contains(&chosen) {
            all.push(chosen);
        }
        others.with(|others| all.retain(|language| !others.contains(language)));
        let option = |language: Language| {
            let is_chosen = (language == chosen).then_some("");
            let option = el("option").attr("value", language.tag().to_owned());
            option.attr_if("selected", is_chosen).text(names::both(language))
        };
        all.into_iter().map(option).collect()
    };
    let choose = move |event: Event| {
        if let Some(language) = Language::parse(&event_target_value(&event)) {
            desk.set_language(language);
        }
    };
    let far = Memo::new(move |_| {
        let language = own.get();
        desk.draft.with(|draft| progress(draft.content(), language, names::has_words(language)))
    });
    let has_words = move || far.get().own.all == 0;
    let write = move |_| {
        let language = own.get_untracked();
        let is_there = |draft: &crate::model::draft::Draft| {
            draft.content().translations.contains_key(&language)
        };
        if !desk.draft.with_untracked(is_there) {
            desk.add_language(language);
        }
        turn_to.run(Some(language));
    };
    let help =
        "Phones use it to read the words aloud. Pick the language of the questions you write.";
    let labelled = el("div")
        .class("labelled")
        .child(el("label").attr("for", "survey-language").text("This survey is written in"))
        .child(el("p").class("help").id("survey-language-help").text(help));
    let select = el("select")
        .class("text-field language-field")
        .id("survey-language")
        .attr("aria-describedby", "survey-language-help")
        .on("change", choose)
        .live(options);
    let unknown = move || {
        let write = button("button").on("click", write).text("Write what the app says");
        let text = el("p")
            .text("The app does not know this language. ")
            .live_text(move || far.get().own.says("phrase of the app", "phrases of the app"))
            .text(" People will see them in English.");
        parts().child(el("div").class("notice with-action").child(text).child(write))
    };
    el("section")
        .class("card")
        .child(labelled.child(select))
        .show(
            move || own.get() == Language::WELSH && has_words(),
            || parts().child(awaits_reader()),
        )
        .show(move || !has_words(), unknown)
}

/// The app's Welsh words are there, and nobody who grew up with Welsh has read them.
pub fn awaits_reader() -> El {
    let text = "The app has Welsh words for its buttons. A native reader has not checked them yet.";
    el("p").class("notice").text(text)
}

/// One other language.
fn language_card(desk: Desk, language: Language, turn_to: Callback<Option<Language>>) -> El {
    let name = names::name(language);
    let english = Some(names::english_name(language)).filter(|english| *english != name);
    let has_words = names::has_words(language);
    let far =
        Memo::new(move |_| desk.draft.with(|draft| progress(draft.content(), language, has_words)));
    let line = |says: String, is_done: bool| match is_done {
        true => el("p").class("saved").child(drawing(TICK)).text(says),
        false => el("p").text(says),
    };
    let lines = move || {
        let Progress { texts, own } = far.get();
        let is_bare = texts.missing == texts.all && own.missing == own.all;
        let bare = is_bare.then(|| line("People cannot pick it yet.".to_owned(), false));
        let texts = line(texts.says("phrase", "phrases"), texts.missing == 0);
        let says = || own.says("phrase of the app", "phrases of the app");
        let own = (!has_words).then(|| line(says(), own.missing == 0));
        core::iter::once(texts).chain(own).chain(bare).collect()
    };
    let asking = Asking::new();
    let about = |what: &str| format!("{what}: {name}");
    let translate = button("button")
        .id(translate_id(language))
        .attr("aria-label", about("Translate"))
        .on("click", move |_| turn_to.run(Some(language)))
        .text("Translate");
    let take_out = button("button danger")
        .attr("aria-label", about("Remove"))
        .on("click", move |_| ask(asking))
        .text("Remove");
    let asks = Asks {
        title: format!("Remove {name}?").into(),
        text: "All that is written in this language goes too. You can undo this.".into(),
        yes: "Yes, remove it".into(),
        no: "No, keep it",
    };
    let own_name = el("span").attr("lang", language.tag().to_owned()).text(name.clone());
    let remove = Callback::new(move |()| desk.remove_language(language, &name));
    let is_unread = language == Language::WELSH && has_words;
    el("li")
        .class("card")
        .child(el("h3").child(own_name))
        .children(english.map(|english| el("p").class("soft").text(english)))
        .live(lines)
        .children(is_unread.then(awaits_reader))
        .child(el("div").class("button-row").children([translate, take_out]))
        .child(confirm(asking, asks, remove))
}
