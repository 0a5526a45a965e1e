//! Hard words, with a plainer one where we know one; jargon, with what it means; and idioms.

use super::inflect::{fits, inflect};
use super::sentences::{Sentence, Sort, Token};
use super::text::{Text, finding};
use super::words::{self, Found, List};
use super::{Does, Finding, Remedy, Rule, Severity};
use core::ops::Range;
use std::collections::BTreeSet;

/// So many words that are each worth a note make a sentence hard.
const MANY: usize = 2;

/// What these words say of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        let shouts = shouts(sentence);
        let mut place = 0;
        while place < sentence.tokens.len() {
            place += at_word(text, sentence, place, shouts, found);
        }
    }
}

/// One word that is worth a note is carried by the others. In a sentence with more of them, all weigh.
/// Letters that stand for words count too.
pub fn weigh(text: &Text, found: &mut [Finding]) {
    let of_words = [Rule::HardWord, Rule::Jargon, Rule::Acronym];
    for sentence in &text.sentences {
        let is_in = |f: &Finding| f.at.start >= sentence.at.start && f.at.end <= sentence.at.end;
        let mut inside: Vec<&mut Finding> =
            found.iter_mut().filter(|f| of_words.contains(&f.rule) && is_in(f)).collect();
        let words: BTreeSet<String> =
            inside.iter().map(|finding| text.words(&finding.at).to_lowercase()).collect();
        if words.len() >= MANY {
            for finding in &mut inside {
                finding.severity = finding.severity.max(Severity::Amber);
            }
        }
    }
}

/// Capital letters say nothing in a line that has no others.
pub fn shouts(sentence: &Sentence) -> bool {
    let mut letters = sentence.words().flat_map(|word| word.text.chars());
    sentence.length() > 1 && !letters.any(char::is_lowercase)
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
    if is_name && sentence.tokens[place - 1].sort != Sort::Sign {
        return 1;
    }
    if let Some(listed) = words::look_up(&sentence.tokens[place..]) {
        let last = &sentence.tokens[place + listed.length - 1];
        let at = token.at.start..last.at.end;
        if !text.is_explained(text.words(&at)) {
            found.extend(from_list(text, sentence, place, &listed, at));
        }
        return listed.length;
    }
    if is_unknown(token, shouts) && !text.is_explained(&token.low) {
        let is_soft = words::is_office(&token.low) || is_short(&token.low);
        let severity = if is_soft { Severity::Note } else { Severity::Amber };
        let why = format!("Many people may not know “{}”.", token.text);
        found.push(finding(Rule::HardWord, severity, &token.at, why));
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
    let severity = if entry.is_soft { Severity::Note } else { Severity::Amber };
    if entry.list == List::Jargon {
        let why = format!("“{words}” is a word of people who work in care. Say what it means.");
        let mut advice = finding(Rule::Jargon, severity, &at, why);
        let says = [words, " means"].concat();
        advice.remedies.push(Remedy {
            label: format!("Explain “{words}”"),
            does: Does::Explain { word: words.to_owned(), meaning: entry.says.to_owned() },
        });
        return (!text.text.contains(&says)).then_some(advice);
    }
    let before = &sentence.tokens[..place];
    let last = before.last().map_or("", |token| token.low.as_str());
    let says = Some(entry.says).filter(|says| !says.is_empty() && fits(says, listed.form, last));
    let plainer = says.and_then(|says| inflect(says, listed.form, is_participle(before)));
    let (rule, hard) = match entry.list {
        List::Idiom => (Rule::Idiom, "does not mean what it says."),
        _ => (Rule::HardWord, "is hard to read."),
    };
    let better = match &plainer {
        Some(plainer) => format!(" “{plainer}” is plainer."),
        None => String::new(),
    };
    let mut advice = finding(rule, severity, &at, format!("“{words}” {hard}{better}"));
    advice.remedies.extend(plainer.map(|plainer| text.write(&at, &plainer)));
    Some(advice)
}

/// True behind a form of "be" or "have": "has been completed".
fn is_participle(before: &[Token]) -> bool {
    let helpers = ["be", "been", "being", "is", "are", "was", "were", "has", "have", "had"];
    before.iter().rev().take(3).any(|token| token.is_one(&helpers))
}

/// True for a word that no list has.
fn is_unknown(token: &Token, shouts: bool) -> bool {
    let has_digit = token.low.contains(|c: char| c.is_ascii_digit());
    let is_acronym = !shouts && token.text.chars().filter(|c| c.is_uppercase()).count() > 1;
    let is_english = token.low.chars().all(|c| c.is_ascii_lowercase() || "'-é".contains(c));
    if has_digit || is_acronym || !is_english || token.low.len() < 3 {
        return false;
    }
    if words::is_common(&token.low) {
        return false;
    }
    // "re-open", "well-known": as hard as its parts.
    let parts = token.low.split('-').filter(|part| part.len() > 2);
    !(token.low.contains('-') && parts.clone().all(words::is_common))
}

/// Endings of words that are hard although they are short: "fraction".
const HARD_ENDINGS: [&str; 8] = ["tion", "sion", "ment", "ance", "ence", "ive", "ate", "ism"];

/// True for a word of 1 or 2 syllables, such as "hoist": it can be sounded out.
fn is_short(word: &str) -> bool {
    let is_vowel = |c: char| "aeiouyé".contains(c);
    let stem = ["es", "ed", "e"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let mut groups = 0;
    let mut was_vowel = false;
    for letter in stem.chars() {
        groups += usize::from(is_vowel(letter) && !was_vowel);
        was_vowel = is_vowel(letter);
    }
    groups < 2 || (groups == 2 && !HARD_ENDINGS.iter().any(|ending| word.ends_with(ending)))
}
