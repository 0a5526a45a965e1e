//! Questions that ask how much, in words that nobody can picture.

use super::sentences::Sentence;
use super::text::{Text, finding};
use super::{Finding, Rule, Severity};
use core::ops::Range;

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
        if let Some(at) = sentence.find(&MEASURES).or_else(|| how_much(sentence)) {
            let why = format!(
                "“{}” is hard to answer. Ask with yes or no, or with faces: bad, OK, good.",
                text.words(&at)
            );
            found.push(finding(Rule::ToWhatExtent, Severity::Note, &at, why));
        }
    }
}

/// "How much control do you have": of things that nobody can count or see.
fn how_much(sentence: &Sentence) -> Option<Range<usize>> {
    const ABSTRACT: [&str; 24] = [
        "control",
        "confidence",
        "choice",
        "influence",
        "contact",
        "difficulty",
        "trust",
        "independence",
        "satisfaction",
        "involvement",
        "knowledge",
        "awareness",
        "impact",
        "importance",
        "value",
        "freedom",
        "say",
        "respect",
        "interest",
        "stress",
        "pressure",
        "responsibility",
        "input",
        "access",
    ];
    (0..sentence.tokens.len()).find_map(|place| {
        let at = sentence.has_at(place, "how much *")?;
        let thing = sentence.tokens.get(place + 2)?;
        thing.is_one(&ABSTRACT).then_some(at)
    })
}
