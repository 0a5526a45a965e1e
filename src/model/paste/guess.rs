//! How a pasted question is probably answered.

use super::item::Item;
use super::remark::How;
use super::signs::is_picture;
use super::{Found, LeftOut, Why};
use crate::model::survey::{Kind, MOST_CHOICES};

/// How questions begin that people answer with yes or no.
const YES_OR_NO: [&str; 20] = [
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "shall", "should", "was", "were", "will", "would",
];
const NOT_SURE: [&str; 7] = [
    "not sure",
    "i am not sure",
    "i'm not sure",
    "don't know",
    "i don't know",
    "do not know",
    "unsure",
];
/// What people are told to do in words of their own.
const TASKS: [&str; 20] = [
    "tell", "describe", "explain", "list", "write", "give", "say", "please", "name", "if", "add",
    "share", "select", "specify", "enter", "choose", "indicate", "record", "state", "provide",
];
/// Answers that stand below a question in many forms.
const ANSWERS: [&str; 40] = [
    "never",
    "rarely",
    "sometimes",
    "often",
    "usually",
    "always",
    "most of the time",
    "maybe",
    "a lot",
    "a little",
    "not at all",
    "not much",
    "good",
    "bad",
    "ok",
    "okay",
    "very good",
    "very bad",
    "poor",
    "very poor",
    "fair",
    "excellent",
    "average",
    "agree",
    "disagree",
    "strongly agree",
    "strongly disagree",
    "neither",
    "male",
    "female",
    "man",
    "woman",
    "none",
    "other",
    "something else",
    "prefer not to say",
    "every day",
    "happy",
    "sad",
    "n/a",
];
/// The names of boxes for a line of words.
const SHORT: [&str; 7] =
    ["name", "names", "address", "postcode", "email", "e-mail", "phone number"];

/// The question or section that some lines make. Choices that no question has room for are put out.
pub(super) fn found(item: Item, out: &mut Vec<LeftOut>) -> Found {
    let Item { line, text, number, mut choices, hows, section, write, is_day } = item;
    let has = |how| hows.contains(&how);
    if has(How::Optional) {
        out.push(LeftOut { line, text: format!("{text} (optional)"), why: Why::Optional });
    }
    if section.is_some() {
        return Found { kind: Kind::Section, text, choices: Vec::new(), other: false };
    }
    let before = choices.len();
    choices.retain(|choice| !is_other(choice));
    let other = choices.len() < before;
    let spare = choices.drain(choices.len().min(MOST_CHOICES)..);
    out.extend(spare.map(|text| LeftOut { line, text, why: Why::TooMany }));
    let is_asked = number.is_some() || !hows.is_empty() || write > 0;
    let kind = match choices.as_slice() {
        [] if is_day => Kind::Date,
        [] if other => Kind::ShortText,
        [] => written(of_words(&text, is_asked), &text, write),
        [_, _, ..] if has(How::Rank) => Kind::Ranking,
        _ if other || has(How::Many) => many_or_one(has(How::Many)),
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

fn of_words(text: &str, is_asked: bool) -> Kind {
    let plain = plain(text);
    let mut words = plain.split(' ');
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let is_long = text.split(' ').count() >= 15 || text.contains(". ") && text.len() > 60;
    match (first, second) {
        ("how", "many" | "old") => Kind::Number,
        ("when", "were" | "was" | "is")
            if plain.ends_with(" born") || plain.ends_with(" birthday") =>
        {
            Kind::Date
        }
        ("when", "did" | "was" | "were") => Kind::About,
        ("who" | "where" | "which", _) => Kind::ShortText,
        ("what", "is" | "are") if plain.ends_with(" name") => Kind::ShortText,
        _ if matches!(&*plain, "age" | "your age" | "what is your age") => Kind::Number,
        _ if plain.ends_with("date of birth") => Kind::Date,
        _ if SHORT.iter().any(|name| plain.ends_with(name)) && plain.split(' ').count() <= 4 => {
            Kind::ShortText
        }
        _ if YES_OR_NO.contains(&first) => Kind::YesNo,
        _ if !is_asked && is_long && !text.contains(['?', '؟']) && !is_task(text) => {
            Kind::Information
        }
        _ => Kind::LongText,
    }
}

/// The same, when lines to write on follow.
fn written(kind: Kind, text: &str, lines: usize) -> Kind {
    let is_label = !text.contains(['?', '؟']) && !is_task(text);
    match (kind, lines) {
        (_, 0) => kind,
        (Kind::YesNo | Kind::ShortText, 1) => Kind::ShortText,
        (Kind::LongText, 1) if is_label => Kind::ShortText,
        (Kind::YesNo | Kind::ShortText, _) => Kind::LongText,
        _ => kind,
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

/// True for what is an answer wherever it stands: "Never", "18 to 24".
pub(super) fn is_answer(text: &str) -> bool {
    let plain = plain(text);
    let is_range = |word: &str| {
        word.starts_with(|letter: char| letter.is_ascii_digit())
            && word.chars().all(|letter| letter.is_ascii_digit() || "-–+".contains(letter))
    };
    let has_number = plain.split(' ').any(is_range) && plain.split(' ').count() <= 5;
    is_yes_or_no(text) || ANSWERS.contains(&&*plain) || has_number
}

/// True for what tells people to write: "Tell us about tea."
pub(super) fn is_task(text: &str) -> bool {
    let plain = plain(text.trim_start_matches(|letter: char| !letter.is_alphanumeric()));
    let mut words = plain.split([' ', ',']);
    let first = words.next().unwrap_or_default();
    let is_if =
        first != "if" || words.next().is_some_and(|next| matches!(next, "yes" | "no" | "so"));
    TASKS.contains(&first) && is_if && plain.contains(' ')
}

/// True for the choice where people write something else: "Other (please say)".
pub(super) fn is_other(choice: &str) -> bool {
    const STARTS: [&str; 6] =
        ["something else", "anything else", "someone else", "somewhere else", "another", "other"];
    const SAYS: [&str; 7] = ["say", "specify", "tell", "write", "state", "describe", "give"];
    let plain = plain(choice);
    let Some(rest) = STARTS.iter().find_map(|start| plain.strip_prefix(start)) else {
        return false;
    };
    let is_told =
        rest.split(|letter: char| !letter.is_alphanumeric()).any(|word| SAYS.contains(&word));
    let is_bare = rest.is_empty() && !plain.starts_with("another");
    let is_apart = rest.trim_start().starts_with(['(', ':', '_', '.', '…', '–', '-']);
    is_bare || is_apart && !rest.starts_with('-') || is_told
}
