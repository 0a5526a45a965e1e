//! Reading the page aloud, with the browser's own voices.
//!
//! A voice may come from the network and stop in the middle of a long text, so it gets one
//! sentence at a time. Absent: pausing, since Android's pause forgets where it was.

use super::window;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, SpeechSynthesis, SpeechSynthesisUtterance};
use web_sys::{EventTarget, SpeechSynthesisVoice};

/// What can be read has this class.
const SAID: &str = ".say";
/// What is being read has this class.
const SAYING: &str = "saying";
/// Milliseconds between `cancel()` and `speak()`: sooner, and Chrome says nothing.
const BREATH: i32 = 60;

#[wasm_bindgen]
extern "C" {
    /// The window where it can speak. web-sys would throw where it can not.
    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = speechSynthesis)]
    static SPEAKER: Option<SpeechSynthesis>;
}

thread_local! {
    /// Counts up with each stop, so that a voice that ends late does not go on.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// What is being said. Some browsers forget an utterance that nobody holds, and then never end.
    static SAYS: RefCell<Option<SpeechSynthesisUtterance>> = const { RefCell::new(None) };
}

/// True where a voice speaks this language: the first part of its tag.
pub fn has_voice(language: &str) -> bool {
    voice(language).is_some()
}

/// Calls back when there are new voices: browsers load them late.
pub fn on_voices(call: impl FnMut() + 'static) {
    let call = Closure::<dyn FnMut()>::new(call);
    let speaker: Option<EventTarget> = speaker().map(JsCast::unchecked_into);
    if let Some(speaker) = speaker {
        let _ = speaker
            .add_event_listener_with_callback("voiceschanged", call.as_ref().unchecked_ref());
    }
    call.forget();
}

/// Reads all that can be read, in the order of the page, and marks what is being read. Calls back
/// at the end, not when it is stopped.
pub fn read(language: &str, at_end: impl FnOnce() + 'static) {
    stop();
    let Some(document) = window().document() else { return };
    let Ok(found) = document.query_selector_all(SAID) else { return };
    let mut lines = Vec::new();
    for place in 0..found.length() {
        let Some(element) = found.get(place) else { continue };
        let element: HtmlElement = element.unchecked_into();
        if element.offset_parent().is_some() {
            let text = element.inner_text();
            lines.extend(sentences(&text).into_iter().map(|line| (element.clone(), line)));
        }
    }
    lines.reverse();
    let turn = TURN.get();
    let language = language.to_owned();
    later(BREATH, move || say_next(lines, language, turn, Box::new(at_end)));
}

/// Stops reading.
pub fn stop() {
    TURN.set(TURN.get() + 1);
    unmark();
    if let Some(speaker) = speaker() {
        speaker.cancel();
    }
}

/// Says the last of the lines, then the others.
fn say_next(
    mut lines: Vec<(HtmlElement, String)>,
    language: String,
    turn: u32,
    at_end: Box<dyn FnOnce()>,
) {
    if turn != TURN.get() {
        return;
    }
    unmark();
    let (Some((element, line)), Some(speaker)) = (lines.pop(), speaker()) else {
        return at_end();
    };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(&line) else { return at_end() };
    let _ = element.class_list().add_1(SAYING);
    utterance.set_lang(&language);
    utterance.set_voice(voice(&language).as_ref());
    let next = Closure::once_into_js(move || say_next(lines, language, turn, at_end));
    utterance.set_onend(Some(next.unchecked_ref()));
    utterance.set_onerror(Some(next.unchecked_ref()));
    speaker.speak(&utterance);
    SAYS.with(|says| says.replace(Some(utterance)));
}

fn unmark() {
    let marked = window().document().and_then(|d| d.query_selector(".saying").ok().flatten());
    if let Some(element) = marked {
        let _ = Element::class_list(&element).remove_1(SAYING);
    }
}

/// A voice for a language, the browser's own choice first.
fn voice(language: &str) -> Option<SpeechSynthesisVoice> {
    let voices = speaker()?.get_voices();
    let speaks = |voice: &SpeechSynthesisVoice| {
        // Some phones write `en_GB`.
        let lang = voice.lang();
        let rest = lang.strip_prefix(language);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
    };
    let all = voices.iter().map(JsValue::unchecked_into::<SpeechSynthesisVoice>);
    let mut first = None;
    for voice in all.filter(speaks) {
        if voice.default() {
            return Some(voice);
        }
        first = first.or(Some(voice));
    }
    first
}

/// A text in sentences: each ends with `.`, `?` or `!` before a blank, or with its line.
fn sentences(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut ends = false;
    for letter in text.chars() {
        if letter == '\n' || ends && letter == ' ' {
            all.push(String::new());
        } else if let Some(last) = all.last_mut() {
            last.push(letter);
        }
        ends = matches!(letter, '.' | '?' | '!');
    }
    all.retain(|line| !line.trim().is_empty());
    all
}

fn speaker() -> Option<SpeechSynthesis> {
    SPEAKER.with(Clone::clone)
}

fn later(milliseconds: i32, call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    let _ = window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds);
}
