//! Questions that say which answer is wanted.

use super::text::{Text, finding};
use super::{Finding, Rule, Severity};

/// Rows of words that push people.
const PUSHES: [&str; 41] = [
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
    "don't you think",
    "don't you agree",
    "as you know",
    "of course",
    "surely",
    "obviously",
    "clearly",
    "naturally",
    "no doubt",
    "everyone knows",
    "most people",
    "as we all know",
    "would you agree that",
    "do you agree that",
    "how much do you enjoy",
    "how much do you like",
    "how much do you love",
    "how much did you enjoy",
    "how much has",
    "how great",
    "how well",
    "how easy is",
    "how much better",
    "how excellent",
    "how concerned are you",
    "how worried are you",
    "shouldn't we",
    "should we not",
];

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

/// Pushes that leave some room: worth a note.
const SOFT: usize = 26;

/// Every pushing question of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in text.sentences.iter().filter(|sentence| sentence.asks) {
        let hard = sentence.find(&PUSHES[..SOFT]);
        let praise = || {
            let begins = !sentence.tokens[0].is_one(&["what", "which", "who"]);
            begins.then(|| sentence.find(&PRAISE)).flatten()
        };
        let (at, severity) = match (hard, sentence.find(&PUSHES[SOFT..])) {
            (Some(at), _) => (at, Severity::Red),
            (None, Some(at)) => (at, Severity::Note),
            (None, None) => match praise() {
                Some(at) => (at, Severity::Amber),
                None => continue,
            },
        };
        let why = "It says which answer you want. People often say yes to be polite.";
        found.push(finding(Rule::Leading, severity, &at, why.into()));
    }
}
