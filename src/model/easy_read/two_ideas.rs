//! Sentences with more than one idea: more than one "and" or "but", or a part that hangs on another.

use super::sentences::{Sort, Token};
use super::text::{Text, finding};
use super::{Finding, Rule, Severity};

/// Words that hang a second idea on the first.
const HANGS: [&str; 11] = [
    "although",
    "whereas",
    "whilst",
    "however",
    "whereby",
    "therefore",
    "meanwhile",
    "moreover",
    "furthermore",
    "thereby",
    "despite",
];

/// Words that join two ideas, or two things.
const JOINS: [&str; 3] = ["and", "but", "while"];

/// Every sentence that seems to have two ideas.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    if text.is_label {
        return;
    }
    for sentence in &text.sentences {
        let joins = sentence.tokens.iter().filter(|token| token.is_one(&JOINS)).count();
        let hangs = sentence.tokens.windows(2).filter(|pair| hangs(&pair[0], &pair[1])).count();
        let is_long = sentence.length() > 8;
        let severity = match (joins, hangs) {
            (0 | 1, 0) => continue,
            (2.., _) if is_long => Severity::Amber,
            (_, 1..) if is_long && !sentence.asks => Severity::Amber,
            _ => Severity::Note,
        };
        let why = "There seems to be more than one idea in this sentence. Make 2 sentences of it.";
        found.push(finding(Rule::TwoIdeas, severity, &sentence.at, why.into()));
    }
}

/// True for a word that hangs what follows on what is before it. "Which" does so behind a comma: in
/// "choose which one" and "a thing which helps" it belongs to the words around it.
fn hangs(before: &Token, token: &Token) -> bool {
    token.is_one(&HANGS) || (token.is("which") && before.sort == Sort::Sign)
}
