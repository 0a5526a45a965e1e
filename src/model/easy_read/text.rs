//! A text as the rules read it: its sentences, and the words that are explained.

use super::sentences::{Sentence, Sort, Token, sentences};
use super::{Does, Finding, Remedy, Rule, Severity};
use crate::model::draft::Place;
use crate::model::survey::Kind;
use core::ops::Range;

/// A text that is being read.
pub struct Text<'a> {
    /// As it is written.
    pub text: &'a str,
    /// In their order.
    pub sentences: Vec<Sentence<'a>>,
    /// What the survey or the text itself explains, in small letters.
    explained: Vec<String>,
    /// True for choices and what pictures show: rules about sentences are gentle with them.
    pub is_label: bool,
    /// How it is answered, when it is a question of a survey.
    pub kind: Option<Kind>,
}

/// Words that say what the word in front of them means.
const MEANS: [&str; 4] = ["means", "mean", "stands for", "is short for"];

/// What stands behind "is" when it says what a thing is.
const WHAT_IT_IS: [&str; 32] = [
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
    "a place",
    "any",
    "help",
    "if",
    "your",
    "part",
    "saying",
    "making",
];

/// What stands in front of a word that is being explained.
const CALLED: [&str; 6] = ["called", "call it", "call this", "call them", "call these", "known as"];

/// How a sentence starts that says what the end of the one before it means.
const GOES_ON: [&str; 8] = [
    "this means",
    "that means",
    "it means",
    "this is when",
    "this is where",
    "these are people",
    "these are things",
    "these are the",
];

impl<'a> Text<'a> {
    /// Reads a text. `explained` are the words that the survey explains.
    pub fn new(text: &'a str, explained: impl Iterator<Item = &'a str>) -> Self {
        let sentences = sentences(text);
        let mut explained: Vec<String> = explained.map(str::to_lowercase).collect();
        for sentence in &sentences {
            explains(sentence, &mut explained);
        }
        for pair in sentences.windows(2) {
            if GOES_ON.iter().any(|start| pair[1].has_at(0, start).is_some()) {
                explains_end(&pair[0], &mut explained);
            }
        }
        Self { text, sentences, explained, is_label: false, kind: None }
    }

    /// True when the survey, or this text, says what these words mean.
    pub fn is_explained(&self, words: &str) -> bool {
        let low = words.to_lowercase();
        self.explained.iter().any(|known| {
            let same = |rest: &str| matches!(rest, "" | "s" | "'s");
            known.strip_prefix(&low).is_some_and(same) || low.strip_prefix(known).is_some_and(same)
        })
    }

    /// The words at these bytes.
    pub fn words(&self, at: &Range<usize>) -> &'a str {
        self.text.get(at.clone()).unwrap_or_default()
    }

    /// The whole text, with other words at these bytes. They get a capital letter where the old
    /// ones had one, and "a" in front of them is made to fit.
    pub fn with(&self, at: &Range<usize>, new: &str) -> String {
        let old = self.words(at);
        let mut before = self.text[..at.start].to_owned();
        let has_capital = old.chars().next().is_some_and(char::is_uppercase);
        let new = if has_capital { with_capital(new) } else { new.to_owned() };
        for (article, other, vowel) in [("a ", "an ", true), ("an ", "a ", false)] {
            let start = before.len().saturating_sub(article.len());
            let Some(old) = before.get(start..).filter(|old| old.eq_ignore_ascii_case(article))
            else {
                continue;
            };
            let is_word = start == 0 || before[..start].ends_with(char::is_whitespace);
            if is_word && new.starts_with(|c: char| "aeiouAEIOU".contains(c)) == vowel {
                let other =
                    if old.starts_with('A') { with_capital(other) } else { other.to_owned() };
                before.replace_range(start.., &other);
                break;
            }
        }
        [&before, &new, &self.text[at.end..]].concat()
    }

    /// A way to put other words there.
    pub fn write(&self, at: &Range<usize>, new: &str) -> Remedy {
        Remedy { label: format!("Change to “{new}”"), does: Does::Write(self.with(at, new)) }
    }
}

/// The text with a capital letter in front.
pub fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A finding with no remedies yet. Its place is put in by whoever knows it.
pub fn finding(rule: Rule, severity: Severity, at: &Range<usize>, why: String) -> Finding {
    Finding { rule, severity, place: Place::Title, at: at.clone(), why, remedies: Vec::new() }
}

/// Notes the words that a sentence explains: "An advocate is someone who …", "This is called an
/// appeal".
fn explains(sentence: &Sentence, explained: &mut Vec<String>) {
    let tokens = &sentence.tokens;
    let mut note = |words: &[Token]| {
        let from =
            usize::from(words.first().is_some_and(|w| w.is_one(&["a", "an", "the", "your"])));
        let words: Vec<&Token> =
            words[from.min(words.len())..].iter().filter(|t| t.counts()).collect();
        if !words.is_empty() && words.len() <= 5 {
            explained.extend(words.iter().map(|word| word.low.clone()));
            let all: Vec<&str> = words.iter().map(|word| word.low.as_str()).collect();
            explained.push(all.join(" "));
        }
    };
    let means = (1..tokens.len().min(7))
        .find(|place| MEANS.iter().any(|means| sentence.has_at(*place, means).is_some()));
    let is = || {
        (1..tokens.len().min(6)).find(|place| {
            let next = tokens.get(place + 1);
            tokens[*place].is_one(&["is", "are"])
                && next.is_some_and(|next| next.is_one(&WHAT_IT_IS))
                && !tokens[0]
                    .is_one(&["there", "this", "it", "that", "these", "what", "who", "our"])
        })
    };
    if let Some(place) = means.or_else(is).filter(|_| !sentence.asks) {
        note(&tokens[..place]);
    }
    for place in 0..tokens.len() {
        for called in CALLED {
            if let Some(at) = sentence.has_at(place, called) {
                let start = place + called.split(' ').count();
                let end = tokens[start..].iter().position(|token| token.sort == Sort::Sign);
                let end = end.map_or(tokens.len(), |end| start + end);
                debug_assert!(at.start < at.end, "words have letters");
                note(&tokens[start..end]);
            }
        }
    }
}

/// Notes the last words of a sentence, which the next one explains: "The plan has your outcomes. These
/// are …".
fn explains_end(sentence: &Sentence, explained: &mut Vec<String>) {
    const MOST: usize = 5;
    let words: Vec<&str> = sentence.words().map(|word| word.low.as_str()).collect();
    let end = &words[words.len().saturating_sub(MOST)..];
    for start in 0..end.len() {
        explained.extend((start + 1..=end.len()).map(|stop| end[start..stop].join(" ")));
    }
}
