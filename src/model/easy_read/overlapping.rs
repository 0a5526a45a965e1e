//! Choices that both fit one answer: "18 to 25" and "25 to 35".

use super::choices::own;
use super::sentences::{Sort, sentences};
use super::text::finding;
use super::{Does, Finding, Remedy, Rule, Severity};
use crate::model::draft::{DraftQuestion, Place};

/// Every choice that overlaps with one before it.
pub fn check(question: &DraftQuestion, found: &mut Vec<Finding>) {
    if !question.kind.has_choices() {
        return;
    }
    let all: Vec<_> = own(question).map(|(choice, says)| (choice, range(&says), says)).collect();
    for (place, (choice, range, says)) in all.iter().enumerate() {
        let clash = all[..place].iter().find(|(_, other, same)| {
            let share = |a: &(i64, i64), b: &(i64, i64)| a.0 <= b.1 && b.0 <= a.1;
            same.trim() == says.trim()
                || matches!((range, other), (Some(a), Some(b)) if share(a, b))
        });
        let Some((other, other_range, _)) = clash else {
            continue;
        };
        let why = format!("“{}” and “{}” fit the same answer.", other.text, choice.text);
        let mut advice = finding(Rule::Overlapping, Severity::Amber, &(0..choice.text.len()), why);
        advice.place = Place::Choice(question.id, choice.id);
        if let (Some((from, _)), Some((_, to))) = (range, other_range) {
            let old = from.to_string();
            if from == to && choice.text.matches(&old).count() == 1 {
                let new = choice.text.replace(&old, &from.saturating_add(1).to_string());
                let label = format!("Change to “{new}”");
                advice.remedies.push(Remedy { label, does: Does::Write(new) });
            }
        }
        found.push(advice);
    }
}

/// The whole numbers that a choice stands for, both ends in it.
fn range(says: &str) -> Option<(i64, i64)> {
    let sentences = sentences(says);
    let tokens = &sentences.first()?.tokens;
    let mut numbers = Vec::new();
    for token in tokens.iter().filter(|token| token.sort == Sort::Number) {
        for part in token.low.split(['-', '–']) {
            numbers.push(part.trim_start_matches('£').replace(',', "").parse::<i64>().ok()?);
        }
    }
    let has = |words: &[&str]| tokens.iter().any(|token| token.is_one(words));
    match numbers[..] {
        [from, to] if from <= to => Some((from, to)),
        [one]
            if has(&["under", "below", "than"])
                && has(&["under", "below", "less", "fewer", "younger"]) =>
        {
            Some((i64::MIN, one.saturating_sub(1)))
        }
        [one] if has(&["over", "above", "than"]) && !has(&["or"]) => {
            Some((one.saturating_add(1), i64::MAX))
        }
        [one] if has(&["over", "more", "older", "above", "+"]) => Some((one, i64::MAX)),
        [one] if has(&["under", "less", "younger", "below", "fewer"]) => Some((i64::MIN, one)),
        [one] if tokens.len() < 3 => Some((one, one)),
        _ => None,
    }
}
