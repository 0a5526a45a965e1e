//! The bar on top: listen, language, and how the page looks. What a person sets is remembered on
//! their phone, for every survey.
//!
//! Absent: reading aloud (see [`listen`](super::listen)) and the settings (see [`settings`](super::settings)),
//! which come with the deferred part.

use super::state::Answering;
use crate::browser::{language, page, storage};
use crate::model::survey::Language;
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::icon::{GLOBE, drawing};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The id of the field for the language.
pub const LANGUAGE: &str = "language";
/// The id of the button that opens the settings.
const SIZE: &str = "size";
/// Where the phone remembers how the page looks: one digit for each setting.
pub(super) const REMEMBERED: &str = "ask-together/look";

/// What of the bar comes with the deferred part.
pub struct Comfort {
    /// The button to have the page read out.
    pub listen: fn(Answering) -> El,
    /// How the page looks.
    pub settings: fn(Answering) -> Vec<El>,
}

/// A setting: what the page is marked with, what it is called, and what there is to choose from.
/// The first choice is the usual one.
pub(super) type Setting = (&'static str, Word, &'static [Word]);

pub(super) const SETTINGS: [Setting; 4] = [
    ("size", Word::TextSize, &[Word::Size1, Word::Size2, Word::Size3, Word::Size4]),
    (
        "colours",
        Word::Colours,
        &[Word::ColoursLight, Word::ColoursCream, Word::ColoursDark, Word::ColoursYellow],
    ),
    ("pictures", Word::Pictures, &[Word::PicturesOn, Word::PicturesOff]),
    ("movement", Word::Movement, &[Word::MovementOn, Word::MovementOff]),
];

/// What is set, as the phone remembers it. A digit that means nothing is the usual choice.
pub(super) fn remembered() -> Vec<u8> {
    let kept = storage::get(REMEMBERED).ok().flatten().unwrap_or_default();
    let digit = |at: usize| kept.as_bytes().get(at).map_or(0, |byte| byte.wrapping_sub(b'0'));
    let sound = |(at, (.., choices)): (usize, &Setting)| {
        Some(digit(at)).filter(|digit| usize::from(*digit) < choices.len()).unwrap_or(0)
    };
    SETTINGS.iter().enumerate().map(sound).collect()
}

/// True for a person who chose that little moves.
pub(super) fn is_calm() -> bool {
    remembered().last() == Some(&1)
}

/// Gives the page the look that the phone remembers.
pub fn apply() {
    for ((name, ..), chosen) in SETTINGS.iter().zip(remembered()) {
        page::mark(name, &chosen.to_string());
    }
}

/// Looks as usual again, for the next person on a tablet that is handed on. Where nothing is kept, there is
/// nothing to forget.
pub fn forget() {
    let _ = storage::remove(REMEMBERED);
    apply();
}

/// The bar: one row of short words, however large those of the page are. The settings open below it, so
/// that nothing in it moves from under a finger. `comfort`: what comes with the deferred part, once it is here.
pub fn bar(
    state: Answering,
    comfort: impl Fn() -> Option<&'static Comfort> + Copy + Send + 'static,
) -> El {
    let open = RwSignal::new(false);
    // Its name starts with the word that is seen, so that people who speak to their phone can say it.
    let button = el("button")
        .attr("type", "button")
        .class("button quiet size")
        .id(SIZE)
        .attr("aria-label", state.say(Word::Comfort))
        .live_attr("aria-expanded", move || Some(open.get().to_string()))
        .on("click", move |_| open.update(|open| *open = !*open))
        .text(state.say(Word::Size));
    let listen = move || {
        let listen = comfort().map(|comfort| untrack(|| (comfort.listen)(state)));
        listen.into_iter().collect()
    };
    let settings = move || match comfort() {
        Some(comfort) => untrack(|| (comfort.settings)(state)),
        None => vec![el("p").attr("role", "status").text(state.say(Word::Opening))],
    };
    let row = el("div").class("bar-row").live(listen).children(languages(state));
    let close = move || {
        if open.get_untracked() {
            open.set(false);
            page::focus_soon(SIZE);
        }
    };
    let done = super::app::button("button primary", state.say(Word::Ok), close);
    let settings = el("div").class("comfort-settings").live(settings).child(done);
    el("header")
        .class("bar")
        .on("keydown", move |event| {
            let event: KeyboardEvent = event.into();
            if event.key() == "Escape" {
                close();
            }
        })
        .child(row.child(button))
        .child(settings.hidden(move || !open.get()))
}

/// The field for the language, each by its own name. Nothing in a survey of one language.
fn languages(state: Answering) -> Option<El> {
    let all = state.languages();
    if all.len() < 2 {
        return None;
    }
    let chosen = state.language.get_untracked();
    let option = |each: Language| {
        el("option")
            .attr("value", each.tag().to_owned())
            .attr("lang", each.tag().to_owned())
            .attr_if("selected", (each == chosen).then_some(""))
            .text(language::name(each.tag()))
    };
    let choose = move |event| {
        if let Some(chosen) = Language::parse(&event_target_value(&event)) {
            state.choose_language(chosen);
        }
    };
    let select = el("select").id(LANGUAGE).class("quiet").on("change", choose);
    let label = el("label").class("language").child(drawing(GLOBE));
    let name = el("span").class("unseen").text(state.say(Word::Language));
    Some(label.child(name).child(select.children(all.into_iter().map(option))))
}
