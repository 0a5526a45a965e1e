//! Adding a language: one that people often ask for, or any other by its tag.

use super::list::translate_id;
use super::names;
use crate::browser::page;
use crate::model::survey::{Language, MOST_TRANSLATIONS};
use crate::organiser::field::described_by;
use crate::organiser::state::Desk;
use leptos::prelude::*;

const PICK: &str = "add-language";
const TAG: &str = "add-language-tag";
const PROBLEM: &str = "add-language-problem";
const TAG_HELP: &str = "add-language-tag-help";
/// What the list says for a language that is not in it.
const OTHER: &str = "other";

/// The form. Gone once the survey has as many languages as a link can carry.
#[component]
pub fn Add(desk: Desk, own: Memo<Language>, others: Memo<Vec<Language>>) -> impl IntoView {
    // The survey's own may be among them, with what the app says in it.
    let has_room =
        move || desk.draft.with(|draft| draft.content().translations.len()) < MOST_TRANSLATIONS;
    view! {
        <section class="card ready-made">
            <h2>"Add a language"</h2>
            <Show
                when=has_room
                fallback=|| {
                    view! {
                        <p>"A survey can have 12 other languages. Take one out to add another."</p>
                    }
                }
            >
                <Form desk own others />
            </Show>
        </section>
    }
}

#[component]
fn Form(desk: Desk, own: Memo<Language>, others: Memo<Vec<Language>>) -> impl IntoView {
    let picked = RwSignal::new(String::new());
    let tag = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<&'static str>);
    let is_other = move || picked.with(|picked| picked == OTHER);
    let is_new = move |language: &Language| {
        *language != own.get() && others.with(|others| !others.contains(language))
    };
    let options = move || {
        let option = |language: Language| {
            view! { <option value=language.tag().to_owned()>{names::both(language)}</option> }
        };
        names::common().filter(is_new).map(option).collect_view()
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
    let invalid = move || problem.get().map(|_| "true");
    view! {
        <div class="labelled" class:wrong=wrong>
            <label for=PICK>"Language"</label>
            <p class="problem" id=PROBLEM hidden=move || !wrong()>
                {problem}
            </p>
            <select
                class="text-field language-field"
                id=PICK
                aria-describedby=move || described_by(wrong, PROBLEM, false, "")
                aria-invalid=invalid
                prop:value=picked
                on:change=move |event| {
                    picked.set(event_target_value(&event));
                    problem.set(None);
                }
            >
                <option value="">"Pick a language"</option>
                {options}
                <option value=OTHER>"Another language"</option>
            </select>
            <Show when=is_other>
                <label for=TAG>"Its short code"</label>
                <p class="help" id=TAG_HELP>
                    "Every language has a code of 2 or 3 letters. Yoruba is yo. Search the web for “language code” and the name of the language."
                </p>
                <input
                    type="text"
                    class="text-field code-field"
                    id=TAG
                    dir="ltr"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby=move || described_by(wrong, PROBLEM, true, TAG_HELP)
                    aria-invalid=invalid
                    prop:value=tag
                    on:input=move |event| {
                        tag.set(event_target_value(&event));
                        problem.set(None);
                    }
                    on:keydown=on_key
                />
            </Show>
        </div>
        <div class="button-row">
            <button type="button" class="button" on:click=move |_| add()>
                "Add this language"
            </button>
        </div>
    }
}
