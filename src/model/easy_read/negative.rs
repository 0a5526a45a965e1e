//! Negatives: it says what is not. Two in one sentence are hard for most people.

use super::sentences::Token;
use super::text::{Text, finding};
use super::{Finding, Rule, Severity};

/// Words that turn a sentence round.
const NOT: [&str; 12] = [
    "not", "no", "never", "nobody", "nothing", "none", "cannot", "neither", "nor", "without",
    "unless", "nowhere",
];

/// Beginnings of words that turn the word round.
const TURNED: [&str; 3] = ["un", "dis", "non-"];

/// Words that begin so, and turn nothing.
const PLAIN: [&str; 26] = [
    "undo",
    "undone",
    "under",
    "understand",
    "understood",
    "unless",
    "until",
    "unit",
    "united",
    "union",
    "disable",
    "disabled",
    "disability",
    "disabilities",
    "disease",
    "diseases",
    "disorder",
    "disorders",
    "discharge",
    "discharged",
    "discount",
    "discounts",
    "discover",
    "display",
    "distress",
    "dismiss",
];

/// Short forms, and what they stand for.
const SHORT: [(&str, &str); 20] = [
    ("don't", "do not"),
    ("doesn't", "does not"),
    ("didn't", "did not"),
    ("can't", "cannot"),
    ("couldn't", "could not"),
    ("won't", "will not"),
    ("wouldn't", "would not"),
    ("shouldn't", "should not"),
    ("isn't", "is not"),
    ("aren't", "are not"),
    ("wasn't", "was not"),
    ("weren't", "were not"),
    ("haven't", "have not"),
    ("hasn't", "has not"),
    ("hadn't", "had not"),
    ("mustn't", "must not"),
    ("needn't", "need not"),
    ("ain't", "is not"),
    ("mightn't", "might not"),
    ("shan't", "will not"),
];

/// Most pieces between two negatives of one thought.
const NEAR: usize = 6;

/// Every negative of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        let tokens = &sentence.tokens;
        let mut last: Option<usize> = None;
        let mut near: Option<usize> = None;
        let mut knot = None;
        for (place, token) in tokens.iter().enumerate() {
            // What comes after a comma or "and" is another thought.
            if token.is_one(&[",", "and", "but"]) {
                near = None;
            }
            let short = SHORT.iter().find(|(short, _)| token.is(short));
            let next = tokens.get(place + 1);
            if let Some((_, long)) = short {
                found.extend(in_full(text, token, next, long));
            }
            // "Yes or no", and "No, thank you", are answers.
            let is_answer =
                token.is("no") && next.is_none_or(|next| !next.counts() || next.is("or"));
            let is_not = (token.is_one(&NOT) || short.is_some()) && !is_answer;
            let before = near.filter(|before| place - before <= NEAR);
            if let Some(before) = before.filter(|_| is_not || is_turned(&token.low)) {
                // "Do not stop without …" is one thought.
                let is_plain = token.is_one(&["without", "unless"]);
                knot = knot.or((!is_plain).then_some((before, place)));
            }
            if is_not {
                (last, near) = (Some(place), Some(place));
            }
        }
        let Some(last) = last.filter(|_| !text.is_label || knot.is_some()) else {
            continue;
        };
        let (start, end) = knot.unwrap_or((last, last));
        let (severity, why) = match knot {
            Some(_) => (Severity::Red, "It says “not” twice. Say it the other way round."),
            None => (Severity::Note, "It says what is not. Say what is, if you can."),
        };
        let at = tokens[start].at.start..tokens[end].at.end;
        let severity = if text.is_label { Severity::Note } else { severity };
        found.push(finding(Rule::Negative, severity, &at, why.into()));
    }
}

/// The advice to write a short form in full. None for "Don't you …", which would read "Do not you":
/// people must mend that.
fn in_full(text: &Text, token: &Token, next: Option<&Token>, long: &str) -> Option<Finding> {
    let people = ["you", "we", "they", "it", "he", "she", "i"];
    if next.is_some_and(|next| next.is_one(&people)) {
        return None;
    }
    let why = format!("“{long}” is easier to read than “{}”.", token.text);
    let mut advice = finding(Rule::Negative, Severity::Note, &token.at, why);
    advice.remedies.push(text.write(&token.at, long));
    Some(advice)
}

/// True for a word such as "unhappy".
fn is_turned(word: &str) -> bool {
    let turned = TURNED.iter().filter_map(|start| word.strip_prefix(start));
    !PLAIN.contains(&word)
        && turned.clone().any(|rest| rest.len() > 3 && super::words::is_listed(rest))
}
