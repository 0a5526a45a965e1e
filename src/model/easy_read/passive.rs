//! The passive voice: "will be assessed". Who does it is not said.

use super::sentences::{Sentence, Sort};
use super::text::{Text, finding};
use super::words;
use super::{Finding, Rule, Severity};
use core::ops::Range;

/// Most words of a sentence whose passive is worth a note only: easy-read books have them too.
const SHORT: usize = 12;

/// The forms of "be" that a passive has.
const BE: [&str; 10] =
    ["be", "is", "are", "was", "were", "been", "being", "isn't", "aren't", "wasn't"];

/// What may stand between "be" and the participle.
const BETWEEN: [&str; 12] = [
    "not", "always", "never", "also", "often", "only", "usually", "then", "being", "all", "now",
    "still",
];

/// Words that look like participles, and say how somebody or something is.
const ADJECTIVES: [&str; 67] = [
    "worried",
    "interested",
    "married",
    "excited",
    "tired",
    "scared",
    "bored",
    "pleased",
    "confused",
    "upset",
    "annoyed",
    "disabled",
    "retired",
    "surprised",
    "frightened",
    "stressed",
    "relaxed",
    "disappointed",
    "satisfied",
    "dissatisfied",
    "embarrassed",
    "frustrated",
    "divorced",
    "separated",
    "engaged",
    "experienced",
    "qualified",
    "used",
    "supposed",
    "allowed",
    "left",
    "lost",
    "hurt",
    "unemployed",
    "employed",
    "addicted",
    "closed",
    "shut",
    "finished",
    "done",
    "gone",
    "called",
    "named",
    "born",
    "broken",
    "hidden",
    "known",
    "fed",
    "connected",
    "based",
    "related",
    "made",
    "paid",
    "put",
    "set",
    "cut",
    "fit",
    "read",
    "come",
    "become",
    "depressed",
    "vaccinated",
    "crowded",
    "locked",
    "ashamed",
    "delighted",
    "limited",
];

/// Nouns and other words that end like a participle.
const NO_PARTICIPLES: [&str; 9] =
    ["need", "bed", "red", "feed", "speed", "seed", "hundred", "indeed", "ahead"];

/// Every passive of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        if let Some(at) = passive(sentence) {
            let is_short = sentence.length() <= SHORT && !sentence.asks;
            let is_easy = is_short || is_about_reader(sentence, at.start);
            let severity = if is_easy || text.is_label { Severity::Note } else { Severity::Amber };
            let why = format!(
                "“{}” is easier to read the other way round. Say who does it first.",
                text.words(&at)
            );
            found.push(finding(Rule::Passive, severity, &at, why));
        }
    }
}

/// True for "if you are asked" and "you have been given": who reads it is the one that matters, and it
/// may be anybody who asks.
fn is_about_reader(sentence: &Sentence, be: usize) -> bool {
    let before = sentence.tokens.iter().take_while(|token| token.at.start < be);
    let before: Vec<&str> = before.map(|token| token.low.as_str()).collect();
    let is_been = matches!(&before[..], [.., "you", "have" | "had"]);
    let is_now = matches!(&before[..], [.., "you"]) && !sentence.asks;
    let be = sentence.tokens.get(before.len()).filter(|be| be.is_one(&["are", "were", "been"]));
    be.is_some() && (is_been || is_now)
}

/// Where the first passive is.
fn passive(sentence: &Sentence) -> Option<Range<usize>> {
    let tokens = &sentence.tokens;
    (0..tokens.len()).find_map(|be| {
        if !tokens[be].is_one(&BE) {
            return None;
        }
        let mut place = be + 1;
        // "are you given": in a question the person stands between.
        let skips = |place: usize| {
            tokens.get(place).is_some_and(|token| {
                token.is_one(&BETWEEN)
                    || token.low.ends_with("ly")
                    || (sentence.asks && be < 2 && token.is_one(&["you", "they", "we"]))
            })
        };
        while skips(place) {
            place += 1;
        }
        let participle = tokens.get(place).filter(|token| token.sort == Sort::Word)?;
        let low = participle.low.as_str();
        let is_regular = low.ends_with("ed") && low.len() > 4 && !NO_PARTICIPLES.contains(&low);
        let is_participle = is_regular || words::is_irregular_participle(low);
        let names_who = tokens.get(place + 1).is_some_and(|next| next.is("by"));
        let is_passive = is_participle && (names_who || !ADJECTIVES.contains(&low));
        is_passive.then_some(tokens[be].at.start..participle.at.end)
    })
}
