//! Sentences of more than 15 words.

use super::split::split;
use super::text::{Text, finding};
use super::{Finding, Rule, Severity};

/// Most words of a sentence that is easy to read.
const EASY: usize = 15;

/// Every long sentence of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        let words = sentence.length();
        if words > EASY {
            let why = format!("This sentence has {words} words. Up to {EASY} are easy to read.");
            let mut advice = finding(Rule::LongSentence, Severity::Note, &sentence.at, why);
            advice.remedies.extend(split(text, sentence));
            found.push(advice);
        }
    }
}
