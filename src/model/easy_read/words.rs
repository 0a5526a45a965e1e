//! The lists of words, and how a word is looked up in them.
//!
//! They are read once, into sorted slices of the texts that the program holds anyway. The lists and
//! where they come from: the folder `words`.

use super::forms::{self, Form};
use super::sentences::{Sort, Token};
use std::sync::OnceLock;

/// What a list says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// There is a plainer word.
    Plainer,
    /// People who work in social care say it.
    Jargon,
    /// It does not mean what it says.
    Idiom,
}

/// A word or a row of words, and what the list has about it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// In small letters.
    pub key: &'static str,
    /// Which list.
    pub list: List,
    /// The plainer word, or what it means. May be empty.
    pub says: &'static str,
    /// True when it is worth a note only.
    pub is_soft: bool,
}

/// An entry that was found at a word.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// What the list has.
    pub entry: &'static Entry,
    /// How many words it covers.
    pub length: usize,
    /// The form of its first word.
    pub form: Form,
}

const COMMON: [&str; 2] = [include_str!("words/common.txt"), include_str!("words/everyday.txt")];

/// Ours first: what stands twice is taken from the first.
const ENTRIES: [(List, &str); 4] = [
    (List::Idiom, include_str!("words/idioms.txt")),
    (List::Jargon, include_str!("words/jargon.txt")),
    (List::Plainer, include_str!("words/swaps.txt")),
    (List::Plainer, include_str!("words/plainer.txt")),
];

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

fn sorted(texts: &[&'static str]) -> Vec<&'static str> {
    let mut words: Vec<&str> =
        texts.iter().flat_map(|text| lines(text)).flat_map(str::split_whitespace).collect();
    words.sort_unstable();
    words
}

fn common() -> &'static [&'static str] {
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| sorted(&COMMON))
}

fn entries() -> &'static [Entry] {
    static ALL: OnceLock<Vec<Entry>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Vec::new();
        for (list, text) in ENTRIES {
            for (key, says) in lines(text).filter_map(|line| line.split_once('=')) {
                let (is_soft, says) = match says.strip_prefix('~') {
                    Some(says) => (true, says),
                    None => (false, says),
                };
                all.push(Entry { key, list, says, is_soft });
            }
        }
        // The sort is stable, so what stands in an earlier list stays in front.
        all.sort_by_key(|entry| entry.key);
        all.dedup_by_key(|entry| entry.key);
        all
    })
}

/// True for a word that people know, in any of its forms. It is in small letters.
pub fn is_common(word: &str) -> bool {
    let known = |base: &str, _| common().binary_search(&base).is_ok().then_some(());
    forms::first(word, known).is_some()
}

/// True for a word that people who work in offices know, in any of its forms.
pub fn is_office(word: &str) -> bool {
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| sorted(&[include_str!("words/office.txt")]));
    forms::first(word, |base, _| words.binary_search(&base).is_ok().then_some(())).is_some()
}

/// True for the participle of an irregular verb: "given".
pub fn is_irregular_participle(word: &str) -> bool {
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| sorted(&[include_str!("words/participles.txt")]));
    words.binary_search(&word).is_ok()
}

/// The longest entry that starts at the first of these words.
pub fn look_up(tokens: &[Token]) -> Option<Found> {
    let first = tokens.first().filter(|token| token.sort == Sort::Word)?;
    forms::first(&first.low, |base, form| {
        let start = entries().partition_point(|entry| entry.key < base);
        let same = entries()[start..].iter().map_while(|entry| {
            let rest = entry.key.strip_prefix(base)?;
            (rest.is_empty() || rest.starts_with(' ')).then_some((entry, rest))
        });
        let fits = same.filter_map(|(entry, rest)| {
            let length = 1 + follows(&tokens[1..], rest)?;
            Some(Found { entry, length, form })
        });
        fits.max_by_key(|found| found.length)
    })
}

/// How many words the rest of an entry covers, when all of them follow. Its last word may have an
/// -s.
fn follows(tokens: &[Token], rest: &str) -> Option<usize> {
    let words = rest.split_whitespace();
    let count = words.clone().count();
    for (place, word) in words.enumerate() {
        let token = tokens.get(place).filter(|token| token.sort == Sort::Word)?;
        let is_plural = place + 1 == count && token.low.strip_suffix('s') == Some(word);
        if !token.is(word) && !is_plural {
            return None;
        }
    }
    Some(count)
}

/// True for a word that stands in the lists of common words just as it is.
pub fn is_listed(word: &str) -> bool {
    common().binary_search(&word).is_ok()
}
