//! Small turns of English that every message to an organiser is put together from: how many of something,
//! a list of names, words in quotation marks.
//!
//! Absent: the messages, and anything that a participant reads (see [`words`](super::words)).

use super::plain_text::isolated_in_english;

/// What stands for a title that is not written yet.
pub const NO_TITLE: &str = "Untitled survey";
/// What stands for a question that is not written yet.
pub const NO_WORDS: &str = "Untitled question";

/// A text as it is shown in lists: without the spaces round it, and never empty.
pub fn or(text: &str, stand_in: &str) -> String {
    let text = text.trim();
    if text.is_empty() { stand_in } else { text }.to_owned()
}

/// A text that people wrote, for a sentence of ours: it does not turn the words around it.
pub fn own(text: &str) -> String {
    isolated_in_english(text)
}

/// The same in quotation marks.
pub fn quoted(text: &str) -> String {
    ["“", &own(text), "”"].concat()
}

/// A text that is cut where it is too long for a line, and then ends in "…".
pub fn short(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}

/// A number of things in words: "1 question", "2 questions".
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {many}", self::number(number)) }
}

/// Names in one line: "Ana, Bo and Cai".
pub fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A number with a comma before each three digits from the end: "12,000".
pub fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
