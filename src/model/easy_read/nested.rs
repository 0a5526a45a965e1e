//! Brackets, and parts that stand within a sentence.

use super::sentences::{Sentence, Sort};
use super::text::{Text, finding};
use super::{Finding, Rule, Severity};
use core::ops::Range;

/// Every bracket and inner part of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        if let Some(at) = bracket(sentence) {
            let why = "Words in brackets are easy to miss. Make a sentence of them.";
            found.push(finding(Rule::Nested, Severity::Note, &at, why.into()));
        }
        if let Some(at) = inner(sentence).filter(|_| !text.is_label) {
            let why = "There is a part within this sentence. Make 2 sentences of it.";
            found.push(finding(Rule::Nested, Severity::Note, &at, why.into()));
        }
    }
}

/// The first pair of brackets.
fn bracket(sentence: &Sentence) -> Option<Range<usize>> {
    let open = sentence.tokens.iter().position(|token| token.is("("))?;
    let close = open + sentence.tokens[open..].iter().position(|token| token.is(")"))?;
    // Letters that stand for words are no part of their own.
    let words = sentence.tokens[open..close].iter().filter(|token| token.counts()).count();
    (words > 2).then(|| sentence.tokens[open].at.start..sentence.tokens[close].at.end)
}

/// A part between dashes, behind a semicolon, or ", which …,".
fn inner(sentence: &Sentence) -> Option<Range<usize>> {
    let tokens = &sentence.tokens;
    let is_dash = |text: &str| matches!(text, "–" | "—" | "-");
    let signs = || tokens.iter().filter(|token| token.sort == Sort::Sign);
    let mut dashes = signs().filter(|token| is_dash(token.text));
    if let (Some(first), Some(second)) = (dashes.next(), dashes.next()) {
        return Some(first.at.start..second.at.end);
    }
    if signs().any(|token| token.is(";")) {
        return Some(sentence.at.clone());
    }
    let relative = ["who", "which", "where", "whose", "if"];
    let start = tokens.windows(2).position(|pair| pair[0].is(",") && pair[1].is_one(&relative))?;
    // A list, or "…, if you like." at the end, is no inner part.
    let end = start + 2 + tokens[start + 2..].iter().position(|token| token.is(","))?;
    let is_list = tokens[start..end].len() < 3;
    (!is_list).then(|| tokens[start].at.start..tokens[end].at.end)
}
