//! Questions that say which answer is wanted.

use super::sentences::{Sentence, Sort};
use super::text::{Text, finding};
use super::{Finding, Rule, Severity};
use core::ops::Range;

/// Rows of words that push people.
const PUSHES: [&str; 27] = [
    "don't you",
    "doesn't it",
    "isn't it",
    "isn't that",
    "aren't you",
    "aren't they",
    "wouldn't you",
    "would you not",
    "do you not",
    "won't you",
    "didn't you",
    "can't you",
    "haven't you",
    "as you know",
    "of course",
    "surely",
    "obviously",
    "no doubt",
    "everyone knows",
    "everybody knows",
    "as we all know",
    "most people think",
    "most people agree",
    "most people say",
    "most people believe",
    "shouldn't we",
    "should we not",
];

/// Pushes that leave some room: worth a note.
const SOFT: [&str; 13] = [
    "would you agree that",
    "do you agree that",
    "how much do you enjoy",
    "how much do you like",
    "how much do you love",
    "how much did you enjoy",
    "how great",
    "how easy is",
    "how much better",
    "how excellent",
    "how concerned are you",
    "how worried are you",
    "how well",
];

/// Words that push only where they stand first or are set off: "Clearly, it works, does it not?"
const SET_OFF: [&str; 2] = ["clearly", "naturally"];

/// Praise and blame that a question should leave to the answer.
const PRAISE: [&str; 16] = [
    "excellent",
    "wonderful",
    "fantastic",
    "amazing",
    "brilliant",
    "outstanding",
    "terrible",
    "awful",
    "dreadful",
    "unacceptable",
    "great improvement",
    "popular",
    "successful",
    "vital",
    "much-needed",
    "exciting",
];

/// What stands in front of something that is praised: "Did you like our wonderful show?"
const WHOSE: [&str; 10] =
    ["our", "the", "this", "these", "such", "a", "an", "your", "that", "their"];

/// Every pushing question of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in text.sentences.iter().filter(|sentence| sentence.asks) {
        let hard =
            sentence.find(&PUSHES).or_else(|| set_off(sentence)).or_else(|| praise(sentence));
        let (at, severity) = match (hard, sentence.find(&SOFT)) {
            (Some(at), _) => (at, Severity::Red),
            (None, Some(at)) => (at, Severity::Note),
            (None, None) => continue,
        };
        let why = "It says which answer you want. People often say yes to be polite.";
        found.push(finding(Rule::Leading, severity, &at, why.into()));
    }
}

fn set_off(sentence: &Sentence) -> Option<Range<usize>> {
    let (first, rest) = sentence.tokens.split_first()?;
    let goes_on = rest.first().is_some_and(|next| next.is(","));
    (goes_on && first.is_one(&SET_OFF)).then(|| first.at.clone())
}

/// Praise of a thing that is asked about. "Was your visit successful?" praises nothing: it asks.
fn praise(sentence: &Sentence) -> Option<Range<usize>> {
    let tokens = &sentence.tokens;
    if tokens[0].is_one(&["what", "which", "who", "where", "when"]) {
        return None;
    }
    (1..tokens.len()).find_map(|place| {
        let at = PRAISE.iter().find_map(|praise| sentence.has_at(place, praise))?;
        let next = tokens.iter().find(|token| token.at.start >= at.end)?;
        let noun = next.sort == Sort::Word
            && !next.is_one(&["or", "and", "for", "in", "to", "at", "with", "by"]);
        let before = &tokens[place - 1];
        (noun && before.is_one(&WHOSE)).then_some(at)
    })
}
