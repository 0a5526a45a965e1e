//! A text as the rules read it: its sentences, and the words that are explained.

use super::explain;
use super::sentences::{Sentence, sentences};
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
    /// Where the words stand that the survey or the text itself explains.
    known: Vec<Range<usize>>,
    /// True for choices and what pictures show: rules about sentences are gentle with them.
    pub is_label: bool,
    /// How it is answered, when it is a question of a survey.
    pub kind: Option<Kind>,
}

impl<'a> Text<'a> {
    /// Reads a text. `explained` are the words that the survey explains.
    pub fn new(text: &'a str, explained: impl Iterator<Item = &'a str>) -> Self {
        let sentences = sentences(text);
        let mut phrases: Vec<String> = explained.map(str::to_lowercase).collect();
        explain::phrases(&sentences, &mut phrases);
        let known = explain::places(&sentences, &phrases);
        Self { text, sentences, known, is_label: false, kind: None }
    }

    /// True when the survey, or this text, says what the words at these bytes mean.
    pub fn is_known(&self, at: &Range<usize>) -> bool {
        self.known.iter().any(|known| known.start <= at.start && at.end <= known.end)
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
    let (adds, place, remedies) = (0, Place::Title, Vec::new());
    Finding { rule, severity, adds, place, at: at.clone(), why, remedies }
}
