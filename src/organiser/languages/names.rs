//! What languages are called, which of them people often ask for, and for which the app has words.

use crate::browser::language;
use crate::model::survey::Language;

/// Languages that many people in the United Kingdom speak: Welsh and Gaelic, then about in the
/// order of the census of 2021. Others can be added by their tag.
const COMMON: [&str; 40] = [
    "cy", "gd", "ga", "pl", "ro", "pa", "ur", "pt", "es", "ar", "bn", "gu", "it", "ta", "fr", "lt",
    "tr", "zh-Hans", "zh-Hant", "so", "fa", "bg", "hu", "uk", "el", "ku", "ckb", "sq", "ps", "ti",
    "ru", "ne", "hi", "ml", "sk", "cs", "de", "lv", "vi", "am",
];

/// English, then the languages that people often ask for.
pub fn common() -> impl Iterator<Item = Language> {
    let others = COMMON.iter().filter_map(|tag| Language::parse(tag));
    core::iter::once(Language::ENGLISH).chain(others)
}

/// What a language calls itself, with a capital letter: it stands at the start of lines.
pub fn name(language: Language) -> String {
    let name = capital(&language::name(language.tag()));
    match language.direction() {
        // So that the name does not turn the sentence around it (Unicode, UAX 9).
        "rtl" => format!("\u{2068}{name}\u{2069}"),
        _ => name,
    }
}

/// What a language is called in English.
pub fn english_name(language: Language) -> String {
    capital(&language::english_name(language.tag()))
}

/// Both names, for a list to pick from.
pub fn both(language: Language) -> String {
    let (own, english) = (name(language), english_name(language));
    if own == english { own } else { format!("{own} – {english}") }
}

/// True when the app has words of its own in this language.
pub fn has_words(language: Language) -> bool {
    language == Language::ENGLISH || language::words_address(language.tag()).is_some()
}

/// The language with this tag, as a person types it. `None` for what is no tag, for a name, and for
/// what is longer than we take.
pub fn read(typed: &str) -> Option<Language> {
    let tag = language::canonical(&typed.trim().replace('_', "-"))?;
    let is_short = tag.split('-').next().is_some_and(|first| first.len() <= 3);
    Language::parse(&tag).filter(|_| is_short)
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
