//! One text and the field for it in another language.

use super::groups::{lost_marks, name, original};
use super::names;
use crate::model::draft::{Content, Place};
use crate::model::survey::Language;
use crate::organiser::field::TextField;
use crate::organiser::state::Desk;
use crate::organiser::words::short;
use leptos::prelude::*;

/// Past this many characters, a text gets a field of several lines.
const LONG: usize = 60;
/// Most characters of a text in the name of its field. All of it stands beside the field.
const LONGEST_IN_NAME: usize = 120;

/// The text on one side, the field on the other.
#[component]
pub fn Row(desk: Desk, language: Language, place: Place) -> impl IntoView {
    let read = move |of: fn(&Content, Place) -> String| {
        Memo::new(move |_| desk.draft.with(|draft| of(draft.content(), place)))
    };
    let (text, what) = (read(original), read(name));
    let lost = Memo::new(move |_| {
        desk.draft.with(|draft| lost_marks(draft.content(), language, place)).join(" ")
    });
    let into = names::name(language);
    let label = Signal::derive(move || {
        let text = text.with(|text| short(text, LONGEST_IN_NAME));
        match what.get().as_str() {
            "" => format!("{text} – in {into}"),
            what => format!("{what} in {into}: {text}"),
        }
    });
    let from = move || match place {
        Place::Own(_) => Language::ENGLISH,
        _ => desk.draft.with(|draft| draft.content().language),
    };
    let is_long = text.with_untracked(|text| text.chars().count() > LONG || text.contains('\n'));
    let rows = if is_long { 3 } else { 1 };
    view! {
        <li class="text-row">
            <div class="original">
                <Show when=move || what.with(|what| !what.is_empty())>
                    <p class="soft">{what}</p>
                </Show>
                <p class="words" lang=move || from().tag().to_owned() dir="auto">
                    {text}
                </p>
            </div>
            <div class="translation">
                <TextField desk place label label_unseen=true rows language />
                <p class="notice" hidden=move || lost.with(String::is_empty)>
                    {move || format!("Put {} in too.", lost.get())}
                </p>
            </div>
        </li>
    }
}
