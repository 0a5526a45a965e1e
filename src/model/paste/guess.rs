//! How a pasted question is probably answered.

use super::line::is_picture;
use super::{Found, Item};
use crate::model::survey::Kind;

/// How questions begin that people answer with yes or no.
const YES_OR_NO: [&str; 20] = [
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "shall", "should", "was", "were", "will", "would",
];
const MANY: [&str; 7] = [
    "all that apply",
    "choose any",
    "pick any",
    "tick any",
    "as many as you",
    "more than one",
    "select all",
];
const ONE: [&str; 5] = ["tick one", "choose one", "pick one", "select one", "one only"];
const NOT_SURE: [&str; 7] = [
    "not sure",
    "i am not sure",
    "i'm not sure",
    "don't know",
    "i don't know",
    "do not know",
    "unsure",
];

/// The question or section that some lines make.
pub(super) fn found(item: Item) -> Found {
    let Item { text, mut choices, many, section } = item;
    if section.is_some() {
        return Found { kind: Kind::Section, text, choices: Vec::new(), other: false };
    }
    let before = choices.len();
    choices.retain(|choice| !is_other(choice));
    let other = choices.len() < before;
    let kind = match choices.as_slice() {
        [] if other => Kind::ShortText,
        [] => of_words(&text),
        _ if other || many => many_or_one(many),
        choices => of_choices(choices),
    };
    if matches!(kind, Kind::YesNo | Kind::Faces3 | Kind::Faces5) {
        choices.clear();
    }
    Found { kind, text, choices, other }
}

fn many_or_one(many: bool) -> Kind {
    if many { Kind::ManyChoices } else { Kind::OneChoice }
}

fn of_choices(choices: &[String]) -> Kind {
    let plain: Vec<String> = choices.iter().map(|choice| plain(choice)).collect();
    let says = |word: &str| plain.iter().any(|choice| choice == word);
    let faces = |words: &[&str]| plain.len() == words.len() && words.iter().all(|word| says(word));
    if says("yes") && says("no") && plain.iter().all(|choice| is_yes_or_no(choice)) {
        Kind::YesNo
    } else if faces(&["bad", "ok", "good"]) {
        Kind::Faces3
    } else if faces(&["very bad", "bad", "ok", "good", "very good"]) {
        Kind::Faces5
    } else {
        Kind::OneChoice
    }
}

fn of_words(text: &str) -> Kind {
    let plain = plain(text);
    let mut words = plain.split(' ');
    let first = words.next().unwrap_or_default();
    match (first, words.next().unwrap_or_default()) {
        ("how", "many") => Kind::Number,
        ("when", "did" | "was" | "were") => Kind::About,
        ("who" | "where" | "which", _) => Kind::ShortText,
        ("what", "is" | "are") if plain.ends_with(" name") => Kind::ShortText,
        _ if YES_OR_NO.contains(&first) => Kind::YesNo,
        _ => Kind::LongText,
    }
}

fn plain(text: &str) -> String {
    // "✅ Yes" is a yes. A smiley alone stays what it is.
    let bare = text.trim_matches(|letter: char| is_picture(letter)).trim();
    let text = if bare.is_empty() { text.trim() } else { bare };
    let text = text.trim_end_matches(['.', '?', '!', ',', ';', ':']);
    text.replace('’', "'").to_lowercase()
}

/// True for "Yes", "No" and what means "I am not sure".
pub(super) fn is_yes_or_no(choice: &str) -> bool {
    let choice = plain(choice);
    matches!(&*choice, "yes" | "no") || NOT_SURE.contains(&&*choice)
}

fn is_other(choice: &str) -> bool {
    let choice = plain(choice);
    choice == "something else" || choice == "other" || choice.starts_with("other (")
}

/// True for a line that only says: tick as many as you like.
pub(super) fn says_many(line: &str) -> bool {
    MANY.iter().any(|words| plain(line).contains(words)) && is_remark(line)
}

/// True for a line that only says: tick one.
pub(super) fn says_one(line: &str) -> bool {
    ONE.iter().any(|words| plain(line).contains(words)) && is_remark(line)
}

fn is_remark(line: &str) -> bool {
    !line.contains('?') && line.split(' ').count() <= 8
}

/// The question without "(tick all that apply)" or "(tick one)", and whether people may tick many.
pub(super) fn without_how_many(text: &str) -> (String, bool) {
    let (Some(start), Some(end)) = (text.rfind(['(', '[']), text.rfind([')', ']'])) else {
        return (text.to_owned(), text.contains('?') && says_many_behind(text));
    };
    let remark = text.get(start + 1..end).unwrap_or_default();
    if says_many(remark) || says_one(remark) {
        let (before, behind) = (&text[..start], &text[end + 1..]);
        return ([before.trim(), behind.trim()].join(" ").trim().to_owned(), says_many(remark));
    }
    (text.to_owned(), false)
}

/// "What do you like? Tick all that apply."
fn says_many_behind(text: &str) -> bool {
    text.rsplit('?').next().is_some_and(|behind| says_many(behind.trim()))
}
