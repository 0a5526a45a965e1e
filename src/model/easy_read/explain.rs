//! The words that a text explains itself: "An advocate is someone who …", "This is called an appeal",
//! "Reablement: help after an illness". Only what is defined is explained, not each word around it.

use super::sentences::{Sentence, Sort, Token, sentences};
use core::ops::Range;

/// Words that say what the words in front of them mean.
const MEANS: [&str; 4] = ["means", "mean", "stands for", "is short for"];

/// What stands after "is" when it says what a thing is.
const WHAT_IT_IS: [&str; 31] = [
    "changes",
    "words",
    "ways",
    "rules",
    "tests",
    "for",
    "a",
    "an",
    "the",
    "when",
    "where",
    "someone",
    "somebody",
    "one",
    "experts",
    "people",
    "something",
    "things",
    "money",
    "what",
    "how",
    "about",
    "anything",
    "places",
    "any",
    "help",
    "if",
    "your",
    "part",
    "saying",
    "making",
];

/// What starts a sentence that defines nothing: "Our strategy means change."
const NO_TERM: [&str; 22] = [
    "our", "my", "their", "his", "her", "its", "this", "that", "these", "those", "there", "it",
    "what", "which", "who", "how", "we", "you", "they", "i", "he", "she",
];

/// What stands in front of a word that is being explained.
const CALLED: [&str; 8] = [
    "called",
    "call it",
    "call this",
    "call them",
    "call these",
    "call that",
    "known as",
    "referred to as",
];

/// How a sentence starts that says what the end of the one before it means.
const GOES_ON: [&str; 10] = [
    "this means",
    "that means",
    "it means",
    "this is when",
    "this is where",
    "this is how",
    "these are people",
    "these are things",
    "these are the",
    "this is someone",
];

/// Most words of something that is defined.
const LONGEST: usize = 4;

/// Notes what these sentences explain, in small letters.
pub fn phrases(sentences: &[Sentence], explained: &mut Vec<String>) {
    for sentence in sentences {
        by_itself(sentence, explained);
    }
    for pair in sentences.windows(2) {
        if GOES_ON.iter().any(|start| pair[1].has_at(0, start).is_some()) {
            end(&pair[0], explained);
        }
    }
}

/// Notes what a text explains, when it looks as if it explained something: most do not.
pub fn of_text(text: &str, explained: &mut Vec<String>) {
    const SIGNS: [&str; 8] = [
        "means",
        "called",
        "stands for",
        "is when",
        "is someone",
        "mething is",
        "meone is",
        "ings are",
    ];
    if SIGNS.iter().any(|sign| text.contains(sign)) {
        phrases(&sentences(text), explained);
    }
}

/// Where the explained words stand in these sentences.
pub fn places(sentences: &[Sentence], explained: &[String]) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for phrase in explained {
        let words: Vec<&str> = phrase.split_whitespace().collect();
        for sentence in sentences {
            for start in 0..sentence.tokens.len() {
                places.extend(place(&sentence.tokens[start..], &words));
            }
        }
    }
    places
}

/// Where these words stand, when they are the first of these. The last may have an -s, or none.
fn place(tokens: &[Token], words: &[&str]) -> Option<Range<usize>> {
    let last = words.len().checked_sub(1)?;
    for (at, word) in words.iter().enumerate() {
        let low = tokens.get(at)?.low.as_str();
        let is_same = low == *word || (at == last && is_form(low, word));
        if !is_same {
            return None;
        }
    }
    Some(tokens[0].at.start..tokens[last].at.end)
}

fn is_form(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() > other.len() { (one, other) } else { (other, one) };
    long.strip_prefix(short).is_some_and(|rest| matches!(rest, "s" | "'s"))
}

/// What a sentence defines.
fn by_itself(sentence: &Sentence, explained: &mut Vec<String>) {
    let tokens = &sentence.tokens;
    let counts = |from: usize| tokens[from..].iter().filter(|token| token.counts()).count();
    let starts = !tokens[0].is_one(&NO_TERM) && !sentence.asks;
    let means = (1..tokens.len().min(8)).find(|place| {
        MEANS.iter().any(|means| sentence.has_at(*place, means).is_some()) && counts(place + 1) > 1
    });
    let is = || {
        (1..tokens.len().min(6)).find(|place| {
            let next = tokens.get(place + 1);
            tokens[*place].is_one(&["is", "are"])
                && next.is_some_and(|next| next.is_one(&WHAT_IT_IS))
        })
    };
    let sign = || {
        (1..tokens.len().min(6))
            .find(|place| tokens[*place].is_one(&[":", "-", "–", "—"]) && counts(place + 1) > 1)
    };
    if let Some(place) = means.or_else(is).or_else(sign).filter(|_| starts) {
        note(&tokens[..place], explained);
    }
    if let Some(term) = if_something_is(sentence) {
        note(term, explained);
    }
    for place in 0..tokens.len() {
        for called in CALLED {
            if sentence.has_at(place, called).is_some() {
                let start = place + called.split(' ').count();
                let quotes = tokens[start..].iter().take_while(|token| token.sort == Sort::Sign);
                let start = start + quotes.count();
                let end = tokens[start..].iter().position(|token| token.sort == Sort::Sign);
                note(&tokens[start..end.map_or(tokens.len(), |end| start + end)], explained);
            }
        }
    }
}

/// "Accessible", in "If something is accessible, everyone can use it".
fn if_something_is<'s, 'a>(sentence: &'s Sentence<'a>) -> Option<&'s [Token<'a>]> {
    const IF: [&str; 6] = [
        "if something is",
        "when something is",
        "if someone is",
        "when someone is",
        "if things are",
        "when things are",
    ];
    IF.iter().find(|start| sentence.has_at(0, start).is_some())?;
    let rest = &sentence.tokens[3..];
    let end = rest.iter().position(|token| token.is(","))?;
    Some(&rest[..end]).filter(|_| !sentence.asks)
}

/// Notes a term, without what stands in front of it: "the word", "a".
fn note(tokens: &[Token], explained: &mut Vec<String>) {
    let small = ["a", "an", "the", "word", "words", "your", "and", "or"];
    let term = tokens.iter().filter(|token| token.counts());
    let term: Vec<&str> =
        term.skip_while(|token| token.is_one(&small)).map(|token| token.low.as_str()).collect();
    if (1..=LONGEST).contains(&term.len()) {
        explained.push(term.join(" "));
    }
}

/// Notes the last words of a sentence, which the next one explains: "The plan has your outcomes. These
/// are …".
fn end(sentence: &Sentence, explained: &mut Vec<String>) {
    let words: Vec<&str> = sentence.words().map(|word| word.low.as_str()).collect();
    for length in 1..=words.len().min(LONGEST) {
        explained.push(words[words.len() - length..].join(" "));
    }
}
