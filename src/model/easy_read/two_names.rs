//! One thing with two names in one survey: people think that they are two things.

use super::sentences::{Sentence, sentences};
use super::text::{Text, finding};
use super::{Finding, Rule, Severity};
use crate::model::draft::{Content, Place};
use core::ops::Range;

/// Names that stand for one thing, in small letters.
const NAMES: [&[&str]; 14] = [
    &["support plan", "care plan", "care and support plan"],
    &["support worker", "care worker", "support staff", "care staff"],
    &["gp", "doctor"],
    &["medicine", "medication"],
    &["day centre", "day service"],
    &["learning disability", "learning difficulty", "intellectual disability"],
    &["council", "local authority"],
    &["survey", "questionnaire"],
    &["key worker", "keyworker", "named worker"],
    &["care home", "residential home"],
    &["advocate", "advocacy worker"],
    &["health check", "health review", "annual check"],
    &["toilet", "bathroom", "loo"],
    &["social worker", "care manager"],
];

/// Every second name in these places. The first name that people meet stays.
pub fn check(content: &Content, places: &[Place], found: &mut Vec<Finding>) {
    let mut met: [Option<&str>; NAMES.len()] = [None; NAMES.len()];
    for place in places {
        let words = content.text(*place).unwrap_or_default();
        for sentence in sentences(words) {
            for start in 0..sentence.tokens.len() {
                for (names, first) in NAMES.iter().zip(&mut met) {
                    let here = names
                        .iter()
                        .find_map(|name| Some((*name, name_at(&sentence, start, name)?)));
                    let Some((name, at)) = here else {
                        continue;
                    };
                    let first = *first.get_or_insert(name);
                    if first != name {
                        let advice = second_name(words, (first, name), &at);
                        found.push(Finding { place: *place, ..advice });
                    }
                }
            }
        }
    }
}

/// Where this name stands from a word on, or the name with an -s.
fn name_at(sentence: &Sentence, start: usize, name: &str) -> Option<Range<usize>> {
    let mut end = start;
    let mut words = name.split(' ').peekable();
    while let Some(word) = words.next() {
        let low = &sentence.tokens.get(end)?.low;
        let is_plural = words.peek().is_none() && low.strip_suffix('s') == Some(word);
        if low != word && !is_plural {
            return None;
        }
        end += 1;
    }
    Some(sentence.tokens[start].at.start..sentence.tokens[end - 1].at.end)
}

/// The advice to stay with the first name.
fn second_name(words: &str, (first, name): (&str, &str), at: &Range<usize>) -> Finding {
    let text = Text::new(words, core::iter::empty());
    let is_plural = at.len() > name.len();
    let first = if first == "gp" { "GP" } else { first };
    let why = format!("“{first}” and “{}” seem to be the same. Use one name.", text.words(at));
    let mut advice = finding(Rule::TwoNames, Severity::Note, at, why);
    advice.remedies.push(text.write(at, &[first, if is_plural { "s" } else { "" }].concat()));
    advice
}
