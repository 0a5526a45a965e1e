//! Questions that ask how much, in words that nobody can picture.

use super::text::{Text, finding};
use super::{Finding, Rule, Severity};

/// Rows of words that ask how much.
const MEASURES: [&str; 39] = [
    "how helpful",
    "how useful",
    "how clean",
    "how good was",
    "how important",
    "to what extent",
    "what extent",
    "the extent to which",
    "to what degree",
    "the degree to which",
    "how satisfied",
    "how dissatisfied",
    "how likely",
    "how unlikely",
    "how would you rate",
    "how do you rate",
    "how would you describe",
    "how strongly",
    "how far do you",
    "how effective",
    "how confident",
    "how often if at all",
    "on a scale",
    "scale of",
    "please rate",
    "rate your",
    "rate the",
    "rate our",
    "how would you assess",
    "how well informed",
    "how would you score",
    "how frequently",
    "best describes",
    "most closely",
    "which of the following",
    "which of these best",
    "how safe or unsafe",
    "how easy or difficult",
    "how important or unimportant",
];

/// Every such question of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        if let Some(at) = sentence.find(&MEASURES) {
            let why = format!(
                "“{}” is hard to answer. Ask with yes or no, or with faces: bad, OK, good.",
                text.words(&at)
            );
            found.push(finding(Rule::ToWhatExtent, Severity::Amber, &at, why));
        }
    }
}
