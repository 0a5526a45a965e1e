//! Hard words, with a plainer one where we know one; jargon, with what it means; and idioms.

use super::inflect::inflect;
use super::safe::{HELPERS, is_safe};
use super::sentences::{Sentence, Sort, Token};
use super::text::{Text, finding};
use super::words::{self, Found, List, Said};
use super::{Does, Finding, Remedy, Rule, Severity};
use core::ops::Range;

/// From this rarity on, people seldom hear a word.
const SELDOM: f64 = 2.0;

/// What these words say of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        let shouts = sentence.shouts();
        let mut place = 0;
        while place < sentence.tokens.len() {
            place += at_word(text, sentence, place, shouts, found);
        }
    }
}

/// Reads one word, or a row of words that a list has. Gives back how many.
fn at_word(
    text: &Text,
    sentence: &Sentence,
    place: usize,
    shouts: bool,
    found: &mut Vec<Finding>,
) -> usize {
    let token = &sentence.tokens[place];
    if token.sort != Sort::Word {
        return 1;
    }
    let is_name = !shouts && token.is_capital() && place > 0 && !sentence.tokens[place - 1].is(":");
    if is_name {
        return 1;
    }
    if let Some(listed) = words::look_up(&sentence.tokens[place..]) {
        let last = &sentence.tokens[place + listed.length - 1];
        let at = token.at.start..last.at.end;
        if !text.is_known(&at) {
            found.extend(from_list(text, sentence, place, &listed, at));
        }
        return listed.length;
    }
    if is_unknown(token, shouts) && !text.is_known(&token.at) {
        let why = format!("Many people may not know “{}”.", token.text);
        found.push(finding(Rule::HardWord, Severity::Note, &token.at, why));
    }
    1
}

/// What a list says of these words.
fn from_list(
    text: &Text,
    sentence: &Sentence,
    place: usize,
    listed: &Found,
    at: Range<usize>,
) -> Option<Finding> {
    let entry = listed.entry;
    let words = text.words(&at);
    if entry.is_soft && listed.length == 1 && words::rarity(&sentence.tokens[place].low) < SELDOM {
        return None;
    }
    if entry.list == List::Jargon {
        let (rule, whose) = match entry.said {
            Said::Anywhere => (Rule::HardWord, "is hard to understand"),
            Said::OnlyInCare if !is_about_care(sentence) => return None,
            Said::InCare | Said::OnlyInCare => {
                (Rule::Jargon, "is a word of people who work in care")
            }
        };
        let why = format!("“{words}” {whose}. Say what it means.");
        let mut advice = finding(rule, Severity::Note, &at, why);
        advice.remedies.push(Remedy {
            label: format!("Explain “{words}”"),
            does: Does::Explain { word: words.to_owned(), meaning: entry.says.to_owned() },
        });
        return Some(advice);
    }
    let before = &sentence.tokens[..place];
    let after = &sentence.tokens[place + listed.length..];
    let plainer = Some(entry.says).filter(|says| !says.is_empty());
    let is_participle = is_participle(before);
    let inflected = plainer.and_then(|says| inflect(says, listed.form, is_participle));
    let (rule, hard) = match entry.list {
        List::Idiom => (Rule::Idiom, "does not mean what it says."),
        _ => (Rule::HardWord, "is hard to read."),
    };
    let safe = inflected.filter(|_| is_safe(entry, listed.form, before, after));
    let better = match (&safe, plainer) {
        (Some(plainer), _) => format!(" “{plainer}” is plainer."),
        (None, Some(plainer)) => format!(" An easier word may be “{plainer}”."),
        (None, None) => String::new(),
    };
    let mut advice = finding(rule, Severity::Note, &at, format!("“{words}” {hard}{better}"));
    advice.remedies.extend(safe.map(|plainer| text.write(&at, &plainer)));
    Some(advice)
}

/// True where words such as "pathway" mean what they mean in care.
fn is_about_care(sentence: &Sentence) -> bool {
    let care = [
        "care", "health", "nhs", "hospital", "support", "social", "patient", "patients", "service",
    ];
    sentence.tokens.iter().any(|token| token.is_one(&care))
}

/// True after a form of "be" or "have": "has been completed".
fn is_participle(before: &[Token]) -> bool {
    before.iter().rev().take(3).any(|token| token.is_one(&HELPERS))
}

/// True for a word that no list has.
fn is_unknown(token: &Token, shouts: bool) -> bool {
    let has_digit = token.low.contains(|c: char| c.is_ascii_digit());
    let is_acronym = !shouts && token.text.chars().filter(|c| c.is_uppercase()).count() > 1;
    let is_english = token.low.chars().all(|c| c.is_ascii_lowercase() || "'-é".contains(c));
    if has_digit || is_acronym || !is_english || token.low.len() < 3 {
        return false;
    }
    // Whatever the lists say, what people often hear they know.
    if words::is_common(&token.low) || words::rarity(&token.low) < SELDOM {
        return false;
    }
    // "re-open", "well-known": as hard as its parts.
    let parts = token.low.split('-').filter(|part| part.len() > 2);
    !(token.low.contains('-') && parts.clone().all(words::is_common))
}
