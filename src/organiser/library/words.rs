//! What the words mean that all surveys of this browser share: one record, which is a log of edits.

use super::{Found, find, find_all, keep};
use crate::model::draft::Draft;
use crate::model::glossary::Glossary;
use crate::model::wire;

/// The record's name. There is one for a browser.
const NAME: &str = "words/agreed";

/// What the group did with the words.
pub fn words() -> Found<Glossary> {
    find(NAME)
}

/// True for the name of that record.
pub fn is_words(name: &str) -> bool {
    name == NAME
}

/// Keeps the record. What another tab wrote meanwhile is put in first, here and in `words`.
pub fn save_words(words: &mut Glossary) {
    if let Found::Here(stored) = self::words() {
        words.merge(stored.log().iter().cloned());
    }
    keep(NAME, &wire::to_text(words));
}

/// Every draft that can be read.
pub fn all_drafts() -> Vec<Draft> {
    find_all("draft/")
}
