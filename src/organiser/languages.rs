//! The languages of a survey: what it is written in, which others it has, and how much of each is
//! still to be written. Pressing "Translate" shows the work on one language instead.

mod add;
pub mod groups;
mod list;
pub mod names;
mod row;
mod work;

use super::editor::on_key;
use super::state::Desk;
use crate::browser::page;
use crate::model::survey::Language;
use crate::organiser::state::HEADING;
use crate::ui::el::{El, parts};
use groups::{Progress, progress};
use leptos::prelude::*;
use list::list;
use work::work;

/// The languages of the survey on the desk.
pub fn languages(desk: Desk) -> El {
    let chosen = RwSignal::new(None::<Language>);
    // An undo, or another tab, may take the language away while a person writes in it.
    let shown = Memo::new(move |_| {
        let has = |language: &Language| {
            desk.draft.with(|draft| draft.content().translations.contains_key(language))
        };
        chosen.get().filter(has)
    });
    let turn_to = Callback::new(move |language| {
        desk.stop_typing();
        desk.message.set(None);
        chosen.set(language);
        page::start_soon(HEADING);
    });
    // On the window: the keys must work wherever the focus is, on the bar at the top too.
    let keys = window_event_listener(leptos::ev::keydown, move |event| on_key(desk, &event));
    on_cleanup(move || keys.remove());
    parts().live_parts(move || {
        let shown = shown.get();
        untrack(|| {
            parts().child(match shown {
                None => list(desk, turn_to),
                Some(language) => work(desk, language, turn_to),
            })
        })
    })
}

/// What is not written yet, a sentence for each language. Empty when all is.
pub fn unwritten(desk: Desk) -> Vec<String> {
    desk.draft.with(|draft| {
        let content = draft.content();
        let stand_in = names::name(content.language);
        let sentence = |language: Language| {
            let Progress { texts, own } = progress(content, language, names::has_words(language));
            let name = names::name(language);
            let mut all = Vec::new();
            let is_translation = language != content.language;
            if is_translation && texts.missing == texts.all && own.missing == own.all {
                all.push(format!(
                    "{name}: nothing is translated yet, so people cannot pick it. Translate it, or remove it."
                ));
                return all;
            }
            if texts.missing > 0 {
                let count = texts.missing_texts();
                all.push(format!("{name}: {count} People will see them in {stand_in}."));
            }
            if own.missing > 0 {
                let count = own.missing_words();
                all.push(format!("{name}: {count} People will see them in English."));
            }
            all
        };
        let others = content.translations.keys().copied();
        let others = others.filter(|language| *language != content.language);
        core::iter::once(content.language).chain(others).flat_map(sentence).collect()
    })
}
