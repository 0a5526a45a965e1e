//! Languages as the browser knows them: their names, what the person prefers, and where the files of
//! the app's own words are.

use super::window;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(language: &str, options: &Object) -> Result<DisplayNames, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, tag: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    fn canonical_locales(tag: &str) -> Result<Array, JsValue>;
}

/// What languages call themselves of which Chrome knows the English name alone.
const OWN_NAMES: [(&str, &str); 11] = [
    ("cy", "Cymraeg"),
    ("gd", "Gàidhlig"),
    ("ga", "Gaeilge"),
    ("so", "Soomaali"),
    ("ku", "Kurmancî"),
    ("ckb", "سۆرانی"),
    ("sq", "Shqip"),
    ("ps", "پښتو"),
    ("ti", "ትግርኛ"),
    ("ne", "नेपाली"),
    ("yo", "Yorùbá"),
];

/// What a language calls itself: `Cymraeg` for `cy`. Its tag where the browser can't say.
pub fn name(tag: &str) -> String {
    match OWN_NAMES.iter().find(|(known, _)| *known == tag) {
        Some((_, name)) => (*name).to_owned(),
        None => name_in(tag, tag),
    }
}

/// What a language is called in English.
pub fn english_name(tag: &str) -> String {
    name_in(tag, "en")
}

fn name_in(tag: &str, reader: &str) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    let names = DisplayNames::new(reader, &options);
    let name = names.and_then(|names| names.of(tag)).ok().flatten();
    name.unwrap_or_else(|| tag.to_owned())
}

/// A tag in its right form: `zh-Hans` for `ZH-hans`. `None` for what is no tag.
pub fn canonical(tag: &str) -> Option<String> {
    canonical_locales(tag).ok()?.get(0).as_string()
}

/// The text in small letters. The browser has the tables for it, which a phone need not download.
pub fn small_letters(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// The tag of the language that the person's browser speaks.
pub fn of_browser() -> String {
    window().navigator().language().unwrap_or_default()
}

/// Where the page says that the words of a language are. `None` for a language that the app does
/// not know.
pub fn words_address(tag: &str) -> Option<String> {
    let document = window().document()?;
    let link = document.query_selector(&["link[hreflang=\"", tag, "\"]"].concat()).ok()??;
    link.get_attribute("href")
}

/// Tells the page which language it is in, and in which direction that is written.
pub fn set(tag: &str, direction: &str) {
    if let Some(html) = window().document().and_then(|document| document.document_element()) {
        let _ = html.set_attribute("lang", tag);
        let _ = html.set_attribute("dir", direction);
    }
}
