//! What the rules about choices share: what a choice says, and which ones are a way out.

use crate::model::draft::{DraftChoice, DraftQuestion};
use crate::model::standard;

/// Words of choices that are a way out: none of the others, or not sure.
const WAYS_OUT: [&str; 22] = [
    "not sure",
    "unsure",
    "don't know",
    "do not know",
    "none of",
    "no one",
    "nobody",
    "nothing",
    "something else",
    "somewhere else",
    "someone else",
    "other",
    "prefer not",
    "does not matter",
    "not apply",
    "it depends",
    "no idea",
    "don't mind",
    "do not mind",
    "can't remember",
    "do not remember",
    "never",
];

/// The choices that have words of their own, in small letters.
pub fn own(question: &DraftQuestion) -> impl Iterator<Item = (&DraftChoice, String)> {
    let written = question.choices.iter().filter(|choice| !choice.text.trim().is_empty());
    written.map(|choice| (choice, choice.text.replace('’', "'").to_lowercase()))
}

/// True for a choice such as "None of these" or "I am not sure".
pub fn is_way_out(says: &str) -> bool {
    WAYS_OUT.iter().any(|way| says.contains(way)) || says.trim() == "none"
}

/// True when people can pick that they do not know, or something else.
pub fn has_way_out(question: &DraftQuestion) -> bool {
    let standard = |choice: &DraftChoice| choice.id == standard::NOT_SURE;
    question.other
        || question.choices.iter().any(|choice| standard(choice) || choice.alone)
        || own(question).any(|(_, says)| is_way_out(&says))
}
