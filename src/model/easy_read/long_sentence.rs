//! Sentences of more than 15 words.

use super::text::{Text, finding};
use super::{Finding, Rule, Severity};

/// Most words of a sentence that is easy to read.
const EASY: usize = 15;
/// Most words before it is hard for most people.
const HARD: usize = 20;

/// Every long sentence of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        let words = sentence.length();
        if words > EASY {
            let severity = if words > HARD { Severity::Red } else { Severity::Amber };
            let why = format!("This sentence has {words} words. Up to {EASY} are easy to read.");
            found.push(finding(Rule::LongSentence, severity, &sentence.at, why));
        }
    }
}
