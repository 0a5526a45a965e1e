//! The list of languages: what the survey is written in, and a card for each other language with
//! how far it is.

use super::add::Add;
use super::groups::{Progress, progress};
use super::names;
use crate::model::survey::Language;
use crate::organiser::confirm::{Asking, Confirm, ask};
use crate::organiser::state::{Desk, HEADING};
use crate::ui::icon::{TICK, drawing};
use leptos::prelude::*;

/// The id of the button that opens the work on a language.
pub fn translate_id(language: Language) -> String {
    format!("translate-{}", language.tag())
}

/// All languages.
#[component]
pub fn List(desk: Desk, turn_to: Callback<Option<Language>>) -> impl IntoView {
    let own = Memo::new(move |_| desk.draft.with(|draft| draft.content().language));
    let others = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let all = draft.content().translations.keys().copied();
            all.filter(|language| *language != own.get()).collect::<Vec<_>>()
        })
    });
    view! {
        <main class="column">
            <h1 id=HEADING tabindex="-1">
                "Languages"
            </h1>
            <Own desk own others turn_to />
            <section class="language-list">
                <h2>"Other languages"</h2>
                <Show when=move || others.with(Vec::is_empty)>
                    <p class="soft">"There are none yet. Add one below. People can pick it when they answer."</p>
                </Show>
                <ul class="survey-cards" role="list">
                    <For each=move || others.get() key=|language| *language let(language)>
                        <LanguageCard desk language turn_to />
                    </For>
                </ul>
            </section>
            <Add desk own others />
        </main>
    }
}

/// What the survey itself is written in.
#[component]
fn Own(
    desk: Desk,
    own: Memo<Language>,
    others: Memo<Vec<Language>>,
    turn_to: Callback<Option<Language>>,
) -> impl IntoView {
    // A language that it is translated to already can't be its own too.
    let options = move || {
        let chosen = own.get();
        let mut all: Vec<Language> = names::common().collect();
        if !all.contains(&chosen) {
            all.push(chosen);
        }
        others.with(|others| all.retain(|language| !others.contains(language)));
        let option = |language: Language| {
            view! {
                <option value=language.tag().to_owned() selected=language == chosen>
                    {names::both(language)}
                </option>
            }
        };
        all.into_iter().map(option).collect_view()
    };
    let choose = move |event| {
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
    view! {
        <section class="card">
            <div class="labelled">
                <label for="survey-language">"This survey is written in"</label>
                <p class="help" id="survey-language-help">
                    "Phones use it to read the words aloud. Pick the language of the questions you write."
                </p>
                <select
                    class="text-field language-field"
                    id="survey-language"
                    aria-describedby="survey-language-help"
                    on:change=choose
                >
                    {options}
                </select>
            </div>
            <Show when=move || own.get() == Language::WELSH && has_words()>
                <AwaitsReader />
            </Show>
            <Show when=move || !has_words()>
                <div class="notice with-action">
                    <p>
                        "The app does not know this language. "
                        {move || far.get().own.says("text of the app", "texts of the app")}
                        " People will see them in English."
                    </p>
                    <button type="button" class="button" on:click=write>
                        "Write what the app says"
                    </button>
                </div>
            </Show>
        </section>
    }
}

/// The app's Welsh words are there, and nobody who grew up with Welsh has read them.
#[component]
pub fn AwaitsReader() -> impl IntoView {
    view! {
        <p class="notice">
            "The app has Welsh words for its buttons. A native reader has not checked them yet."
        </p>
    }
}

/// One other language.
#[component]
fn LanguageCard(
    desk: Desk,
    language: Language,
    turn_to: Callback<Option<Language>>,
) -> impl IntoView {
    let name = names::name(language);
    let english = Some(names::english_name(language)).filter(|english| *english != name);
    let has_words = names::has_words(language);
    let far =
        Memo::new(move |_| desk.draft.with(|draft| progress(draft.content(), language, has_words)));
    let line = move |says: &dyn Fn(Progress) -> String, is_done: bool| {
        let says = says(far.get());
        match is_done {
            true => view! {
                <p class="saved">
                    {drawing(TICK)}
                    {says}
                </p>
            }
            .into_any(),
            false => view! { <p>{says}</p> }.into_any(),
        }
    };
    let texts = move || line(&|far| far.texts.says("text", "texts"), far.get().texts.missing == 0);
    let own = move || {
        let says = |far: Progress| far.own.says("text of the app", "texts of the app");
        (!has_words).then(|| line(&says, far.get().own.missing == 0))
    };
    let asking = Asking::new();
    let about = |what: &str| format!("{what}: {name}");
    let removed = name.clone();
    view! {
        <li class="card">
            <h3>
                <span lang=language.tag().to_owned()>{name.clone()}</span>
            </h3>
            {english.map(|english| view! { <p class="soft">{english}</p> })}
            {texts}
            {own}
            {(language == Language::WELSH && has_words).then(|| view! { <AwaitsReader /> })}
            <div class="button-row">
                <button
                    type="button"
                    class="button"
                    id=translate_id(language)
                    aria-label=about("Translate")
                    on:click=move |_| turn_to.run(Some(language))
                >
                    "Translate"
                </button>
                <button
                    type="button"
                    class="button danger"
                    aria-label=about("Take out")
                    on:click=move |_| ask(asking)
                >
                    "Take out"
                </button>
            </div>
            <Confirm
                dialog=asking
                title=format!("Take out {name}?")
                text="All that is written in this language goes too. You can undo this."
                yes="Yes, take it out"
                no="No, keep it"
                on_yes=Callback::new(move |()| desk.remove_language(language, &removed))
            />
        </li>
    }
}
