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
    /// Who says it.
    pub said: Said,
    /// True when it is hard only where people seldom hear it.
    pub is_soft: bool,
}

/// Whose word it is, and where it means what the list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// People who work in care.
    InCare,
    /// Anybody: it is only hard.
    Anywhere,
    /// People who work in care, but it means something else in other sentences.
    OnlyInCare,
}

/// What kind of word has a plainer one that may stand in its place at one tap. What is in none of these
/// is an idea for people to think about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// Words that never change: "in order to", "additional".
    Fixed,
    /// A noun that counts.
    Noun,
    /// A word that is only ever a verb.
    Verb,
    /// A word that is a verb and a noun: "purchase".
    VerbOrNoun,
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

/// Words that people know. Those of readers' own lives come behind the first list: they are never rare.
const COMMON: [&str; 3] = [
    include_str!("words/common.txt"),
    include_str!("words/everyday.txt"),
    include_str!("words/peoples.txt"),
];

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
                let (said, says) = match (says.strip_prefix('!'), says.strip_prefix('?')) {
                    (Some(says), _) => (Said::Anywhere, says),
                    (None, Some(says)) => (Said::OnlyInCare, says),
                    (None, None) => (Said::InCare, says),
                };
                all.push(Entry { key, list, says, said, is_soft });
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

/// How rarely people hear a word, from 0 for the words of every sentence to [`UNHEARD`]: each step of 1
/// is 10 times rarer. The words of readers' lives are never rare. It is in small letters.
pub fn rarity(word: &str) -> f64 {
    const EVERYDAY: f64 = 1.0;
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    let alone = |word: &str| {
        let rarity = of_forms(word, EVERYDAY);
        let everyday = WORDS.get_or_init(|| sorted(&COMMON[1..]));
        let is_everyday = |base: &str, _| everyday.binary_search(&base).is_ok().then_some(());
        if rarity > EVERYDAY && forms::first(word, is_everyday).is_some() {
            EVERYDAY
        } else {
            rarity
        }
    };
    if word.len() < 2 {
        return 0.0;
    }
    let whole = alone(word);
    if whole < UNHEARD || !word.contains('-') {
        return whole;
    }
    // "well-known": as rare as its rarest part.
    word.split('-').filter(|part| !part.is_empty()).map(alone).fold(0.0, f64::max)
}

/// How rare a word is, or the word that it is a form of. Of all words that it may be a form of, the one that people
/// hear most: "changed" is from "change", not from "Chang". Who knows "friend" knows "friendly".
fn of_forms(word: &str, everyday: f64) -> f64 {
    let own = heard(word);
    let mut least = own.unwrap_or(UNHEARD);
    if least > everyday {
        forms::first(word, |base, form| {
            let base = heard(base).unwrap_or(UNHEARD);
            match own {
                None => least = least.min(base),
                Some(_) if form == Form::Other => least = least.min(base.max(everyday)),
                Some(_) => {}
            }
            None::<()>
        });
    }
    least
}

/// The rarity of words that people hear hardly ever.
pub const UNHEARD: f64 = 3.0;

/// How rare a word is that stands in the list just so.
fn heard(word: &str) -> Option<f64> {
    static WORDS: OnceLock<Vec<(&'static str, u8)>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut all = Vec::new();
        for line in lines(include_str!("words/heard.txt")) {
            let mut words = line.split(' ');
            let step = words.next().and_then(|step| step.parse().ok()).unwrap_or(0);
            all.extend(words.map(|word| (word, step)));
        }
        all.sort_unstable();
        all
    });
    let place = words.binary_search_by_key(&word, |entry| entry.0).ok()?;
    let step = words.get(place)?.1;
    Some(if step == 0 { 0.0 } else { (f64::from(step) + 0.5) / 2.0 })
}

/// How the plainer words of an entry may be put in its place, when that is always right.
pub fn swap(key: &str) -> Option<Swap> {
    static ALL: OnceLock<Vec<(&'static str, Swap)>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let mut all = Vec::new();
        let mut kind = Swap::Fixed;
        for line in lines(include_str!("words/safe.txt")) {
            match line {
                "[fixed]" => kind = Swap::Fixed,
                "[noun]" => kind = Swap::Noun,
                "[verb]" => kind = Swap::Verb,
                "[verb or noun]" => kind = Swap::VerbOrNoun,
                key => all.push((key, kind)),
            }
        }
        all.sort_unstable_by_key(|(key, _)| *key);
        all
    });
    let place = all.binary_search_by_key(&key, |entry| entry.0).ok()?;
    all.get(place).map(|entry| entry.1)
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

/// True for the name of a people, a nation, a language or a religion. It is in small letters.
pub fn is_people(word: &str) -> bool {
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| sorted(&COMMON[2..])).binary_search(&word).is_ok()
}

/// True for a word that stands in the lists of common words just as it is.
pub fn is_listed(word: &str) -> bool {
    common().binary_search(&word).is_ok()
}
