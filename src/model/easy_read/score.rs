//! How hard a sentence is to read: one sum of what makes it hard, with weights that were measured.
//!
//! What is summed up, and how, was learned from published sentences: see [`weights`]. A sentence whose sum is
//! above 0 is hard. No single thing makes it so, but for questions that mislead. Absent: a reading age,
//! and any word of the sentences that the weights were learned from.

mod lists;
mod weights;

use super::sentences::{Sentence, Sort, Token};
use super::text::{Text, finding};
use super::words;
use super::{Finding, Rule, Severity};
use core::ops::Range;
use lists::{LINKS, MEANS, PEOPLE, PLAIN, PREPOSITIONS, SHORT_FORMS, STARTS};
use weights::{BIAS, RED, WEIGHTS};

/// How many things are summed up.
pub const COUNT: usize = 20;

/// What is summed up, as the training command prints it.
pub const NAMES: [&str; COUNT] = [
    "length",
    "words above 15",
    "share of words that people seldom hear",
    "rarest word but one",
    "share of prepositions",
    "letters of a word",
    "commas and other signs",
    "it says what something means",
    "it starts with you, we, it or people",
    "share of people and things",
    "words that tie or hedge",
    "share of names",
    "share of plain words",
    "short forms",
    "hard words found",
    "passives found",
    "negatives found",
    "big numbers found",
    "letters that stand for words found",
    "hard ways to ask found",
];

/// What makes a sentence harder never counts for it, and the other way round: `1`, `-1`.
pub const SIGNS: [f64; COUNT] = [
    1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0, 1.0, 1.0,
    1.0, 1.0,
];

/// So many points make a sentence hard.
pub const HARD: u8 = 10;
/// Points of 1 in the sum.
const POINTS: f64 = 3.0;

/// Words that people hear less often than this are rare, in steps of [`words::rarity`].
const RARE: f64 = 1.5;
/// Shares are of at least so many words.
const SHORT: usize = 5;
/// From so many words on, signs and words that tie count in full.
const LONG: f64 = 12.0;
/// Fewest words of what is called a sentence.
const FEWEST: usize = 3;
/// Most words of a sentence that is easy to read.
const EASY: usize = 15;

/// A bigger share of them makes a sentence no easier.
const MOST_PEOPLE: f64 = 0.1;

/// And of plain words.
const MOST_PLAIN: f64 = 0.3;

/// Words of a sentence as far as they are weighed.
struct Weighed {
    at: Range<usize>,
    rarity: f64,
    letters: f64,
}

/// A sentence, what was found in it, and how often people hear its words.
struct Reading<'a> {
    sentence: &'a Sentence<'a>,
    length: usize,
    words: Vec<Weighed>,
    /// How often each kind of finding is in it.
    counts: [f64; 6],
    /// What no finding changes.
    base: [f64; COUNT],
}

impl<'a> Reading<'a> {
    fn new(text: &Text, sentence: &'a Sentence<'a>, found: &[&Finding]) -> Self {
        let tokens = &sentence.tokens;
        let weighed = tokens.iter().enumerate().filter_map(|(place, token)| {
            // The name of a people is one where a sentence begins too.
            let can_be = place > 0 || words::is_people(&token.low);
            let is_name = can_be && token.is_capital() && !sentence.shouts();
            if token.sort != Sort::Word || is_name || text.is_known(&token.at) {
                return None;
            }
            let low = token.low.strip_suffix("'s").unwrap_or(&token.low);
            Some(Weighed {
                at: token.at.clone(),
                rarity: words::rarity(low),
                letters: low.chars().count() as f64,
            })
        });
        let mut counts = [0.0; 6];
        for finding in found {
            if let Some(kind) = kind(finding.rule) {
                counts[kind] += 1.0;
            }
        }
        let (length, base) = (sentence.length(), Self::base_of(sentence));
        Self { sentence, length, words: weighed.collect(), counts, base }
    }

    /// What is summed up of a sentence whatever is found in it.
    fn base_of(sentence: &Sentence) -> [f64; COUNT] {
        let tokens = &sentence.tokens;
        let number =
            |words: &[&str]| tokens.iter().filter(|token| token.is_one(words)).count() as f64;
        let all = all_words(sentence);
        let names = tokens.iter().skip(1).filter(|t| t.counts() && t.is_capital()).count() as f64;
        let is = |yes: bool| f64::from(u8::from(yes));
        let mut base = [0.0; COUNT];
        base[4] = number(&PREPOSITIONS) / all;
        // What ties and cuts a long sentence does no harm to a short one.
        let long = (sentence.words().count() as f64 / LONG).min(1.0);
        base[6] = long * most(number(&[",", ";", "(", "/"]));
        base[7] = is(sentence.find(&MEANS).is_some());
        base[8] = is(tokens.first().is_some_and(|token| token.is_one(&STARTS)));
        base[9] = (number(&PEOPLE) / all).min(MOST_PEOPLE);
        base[10] = long * most(number(&LINKS));
        base[11] = names / all;
        base[12] = (number(&PLAIN) / all).min(MOST_PLAIN);
        base[13] = most(tokens.iter().filter(|token| is_short_form(token)).count() as f64);
        base
    }

    /// What is summed up, as if this finding was not there.
    fn measured(&self, without: Option<&Finding>) -> [f64; COUNT] {
        let is_of_words = without.is_some_and(|finding| kind(finding.rule) == Some(0));
        let is_easy = |word: &Weighed| {
            is_of_words && without.is_some_and(|finding| touches(&finding.at, &word.at))
        };
        let mut length = self.length;
        if without.is_some_and(|finding| finding.rule == Rule::LongSentence) {
            length = length.min(EASY);
        }
        let (mut first, mut second, mut rare, mut letters) = (0.0_f64, 0.0_f64, 0.0, 0.0);
        for word in &self.words {
            let (rarity, long) =
                if is_easy(word) { (0.0, 4.0) } else { (word.rarity, word.letters) };
            if rarity >= first {
                second = first;
                first = rarity;
            } else if rarity > second {
                second = rarity;
            }
            rare += f64::from(u8::from(rarity > RARE));
            letters += long;
        }
        let mut counts = self.counts.map(most);
        // Of many of a kind, each has its share.
        if let Some(kind) = without.and_then(|finding| kind(finding.rule)) {
            counts[kind] -= counts[kind] / self.counts[kind].max(1.0);
        }
        let mut all = self.base;
        all[0] = (length as f64 + 1.0).ln();
        all[1] = length.saturating_sub(EASY) as f64 / 10.0;
        all[2] = rare / all_words(self.sentence);
        all[3] = second;
        all[5] = if self.words.is_empty() { 4.0 } else { letters / self.words.len() as f64 };
        for (place, count) in counts.into_iter().enumerate() {
            all[COUNT - self.counts.len() + place] = count;
        }
        all
    }

    /// The words that people hear least, at most 3, in their order.
    fn rarest(&self, text: &Text) -> Vec<String> {
        let mut rare: Vec<&Weighed> = self.words.iter().filter(|word| word.rarity > RARE).collect();
        rare.sort_by(|one, other| other.rarity.total_cmp(&one.rarity));
        rare.truncate(3);
        rare.sort_by_key(|word| word.at.start);
        let mut words: Vec<String> = Vec::new();
        for word in rare.iter().map(|word| format!("“{}”", text.words(&word.at))) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words
    }
}

/// True for "don't" and "you'll", but not for "the council's".
fn is_short_form(token: &Token) -> bool {
    token.sort == Sort::Word && SHORT_FORMS.iter().any(|end| token.low.ends_with(end))
}

/// More of a thing than this makes it no harder.
fn most(count: f64) -> f64 {
    const MOST: f64 = 3.0;
    count.min(MOST)
}

/// How many words a sentence has, or a few: a choice of one word is no sentence full of such words.
fn all_words(sentence: &Sentence) -> f64 {
    sentence.words().count().max(SHORT) as f64
}

/// Which count a rule goes into.
fn kind(rule: Rule) -> Option<usize> {
    match rule {
        Rule::HardWord | Rule::Jargon | Rule::Idiom => Some(0),
        Rule::Passive => Some(1),
        Rule::Negative => Some(2),
        Rule::BigNumber => Some(3),
        Rule::Acronym => Some(4),
        Rule::AgreeDisagree
        | Rule::ToWhatExtent
        | Rule::TimeSpan
        | Rule::Leading
        | Rule::TwoQuestions => Some(5),
        _ => None,
    }
}

fn touches(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn inside<'f>(sentence: &Sentence, found: &'f [Finding]) -> Vec<&'f Finding> {
    let is_in = |f: &&Finding| f.at.start >= sentence.at.start && f.at.end <= sentence.at.end;
    found.iter().filter(is_in).collect()
}

fn sum(measured: &[f64; COUNT]) -> f64 {
    BIAS + measured.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum::<f64>()
}

/// What is summed up of each sentence of a text: for the training command.
pub fn measured(text: &Text, found: &[Finding]) -> Vec<[f64; COUNT]> {
    let each = text.sentences.iter();
    each.map(|sentence| Reading::new(text, sentence, &inside(sentence, found)).measured(None))
        .collect()
}

/// The sum of each sentence of a text. Above 0 it is hard to read.
pub fn sums(text: &Text, found: &[Finding]) -> Vec<f64> {
    measured(text, found).iter().map(sum).collect()
}

/// Says of every finding how much it adds to its sentence. In a hard sentence, those that add something
/// matter; where none does, the sentence itself is found.
pub fn weigh(text: &Text, found: &mut Vec<Finding>) {
    let mut hard = Vec::new();
    for sentence in &text.sentences {
        let here = inside(sentence, found);
        let reading = Reading::new(text, sentence, &here);
        let whole = sum(&reading.measured(None));
        let severity = match whole {
            _ if whole > RED => Some(Severity::Red),
            _ if whole > 0.0 => Some(Severity::Amber),
            _ => None,
        };
        let adds: Vec<u8> = here
            .iter()
            .map(|finding| {
                let less = whole - sum(&reading.measured(Some(finding)));
                // Never negative: what is found never makes a sentence easier.
                (less.max(0.0) * POINTS).round().min(f64::from(u8::MAX)) as u8
            })
            .collect();
        let mut is_said = false;
        let own = found
            .iter_mut()
            .filter(|f| f.at.start >= sentence.at.start && f.at.end <= sentence.at.end);
        for (finding, adds) in own.zip(adds) {
            finding.adds = adds;
            if let Some(severity) = severity.filter(|_| adds > 0) {
                finding.severity = finding.severity.max(severity);
                is_said = true;
            }
        }
        // One long word, such as a choice, is no hard sentence. If it is a hard word, that is found.
        if let Some(severity) = severity.filter(|_| !is_said && reading.length >= FEWEST) {
            hard.push(finding(Rule::HardSentence, severity, &sentence.at, why(text, &reading)));
        }
    }
    found.extend(hard);
}

/// Why a sentence is hard in which no rule finds anything.
fn why(text: &Text, reading: &Reading) -> String {
    let words = reading.rarest(text);
    let length = reading.length;
    match &words[..] {
        [] if length > EASY => {
            format!("This sentence is hard to read. It has {length} words. Make 2 sentences of it.")
        }
        [] => "This sentence is hard to read. Try shorter words.".to_owned(),
        [one] => format!("This sentence is hard to read. People seldom hear {one}."),
        [some @ .., last] => {
            let some = some.join(", ");
            format!("This sentence is hard to read. People seldom hear {some} and {last}.")
        }
    }
}
