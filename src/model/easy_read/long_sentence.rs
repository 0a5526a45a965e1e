//! Sentences of more than 15 words.

use super::split::split;
use super::text::{Text, finding};
use super::{Finding, Rule, Severity};

/// Most words of a sentence that is easy to read.
const EASY: usize = 15;
/// Most words of a sentence that is not too long however common they are: the guidance for content of GOV.UK has
/// longer ones split.
const LONGEST: usize = 25;

/// Every long sentence of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        let words = sentence.length();
        if words > EASY {
            let why = format!("This sentence has {words} words. Up to {EASY} are easy to read.");
            let severity = if words > LONGEST { Severity::Amber } else { Severity::Note };
            let mut advice = finding(Rule::LongSentence, severity, &sentence.at, why);
            advice.remedies.extend(split(text, sentence));
            found.push(advice);
        }
    }
}
