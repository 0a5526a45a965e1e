//! More good choices than bad ones, or the other way round.

use super::choices::own;
use super::text::finding;
use super::{Finding, Rule, Severity};
use crate::model::draft::DraftQuestion;

const GOOD: [&str; 20] = [
    "excellent",
    "great",
    "good",
    "happy",
    "satisfied",
    "agree",
    "easy",
    "well",
    "helpful",
    "like",
    "love",
    "better",
    "safe",
    "clear",
    "kind",
    "likely",
    "important",
    "brilliant",
    "positive",
    "useful",
];

const BAD: [&str; 24] = [
    "bad",
    "poor",
    "terrible",
    "awful",
    "sad",
    "unhappy",
    "dissatisfied",
    "disagree",
    "hard",
    "difficult",
    "badly",
    "unhelpful",
    "dislike",
    "hate",
    "worse",
    "unsafe",
    "unclear",
    "unkind",
    "unlikely",
    "unimportant",
    "angry",
    "negative",
    "useless",
    "poorly",
];

/// When the choices lean to one side.
pub fn check(question: &DraftQuestion, found: &mut Vec<Finding>) {
    if !question.kind.picks_one() {
        return;
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    for (_, says) in own(question) {
        let words: Vec<&str> = says.split(|c: char| !c.is_alphabetic()).collect();
        let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
        let turned = has(&["not", "never", "no"]);
        match (has(&GOOD), has(&BAD)) {
            (true, false) if turned => bad += 1,
            (false, true) if turned => good += 1,
            (true, false) => good += 1,
            (false, true) => bad += 1,
            _ => {}
        }
    }
    // One kind word among names is no scale.
    if good != bad && good + bad > 2 {
        let (more, fewer) = if good > bad { ("good", "bad") } else { ("bad", "good") };
        let why = format!("There are more {more} choices than {fewer} ones. Have as many of both.");
        found.push(finding(Rule::Unbalanced, Severity::Amber, &(0..0), why));
    }
}
