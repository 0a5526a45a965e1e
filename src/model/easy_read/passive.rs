//! The passive voice: "will be assessed". Who does it is not said.

use super::sentences::{Sentence, Sort, Token};
use super::text::{Text, finding};
use super::words;
use super::{Finding, Rule, Severity};
use core::ops::Range;

/// The forms of "be" that a passive has.
const BE: [&str; 10] =
    ["be", "is", "are", "was", "were", "been", "being", "isn't", "aren't", "wasn't"];

/// What may stand between "be" and the participle.
const BETWEEN: [&str; 12] = [
    "not", "always", "never", "also", "often", "only", "usually", "then", "being", "all", "now",
    "still",
];

/// Words that look like participles, and say how somebody or something is.
const ADJECTIVES: [&str; 89] = [
    "marked",
    "saved",
    "stored",
    "kept",
    "deleted",
    "needed",
    "involved",
    "told",
    "treated",
    "helped",
    "asked",
    "respected",
    "included",
    "listened",
    "supported",
    "prepared",
    "attracted",
    "required",
    "meant",
    "hoped",
    "concerned",
    "informed",
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
            let why = format!(
                "“{}” is easier to read the other way round. Say who does it first.",
                text.words(&at)
            );
            found.push(finding(Rule::Passive, Severity::Note, &at, why));
        }
    }
}

/// Where the first passive is.
fn passive(sentence: &Sentence) -> Option<Range<usize>> {
    let tokens = &sentence.tokens;
    (0..tokens.len()).find_map(|be| {
        if !tokens[be].is_one(&BE) {
            return None;
        }
        let mut place = be + 1;
        // "Are you given", "Was the meeting held": in a question, who or what it is about stands between.
        if sentence.asks && be == 0 {
            const WHO: [&str; 12] = [
                "the", "your", "our", "their", "this", "that", "these", "any", "you", "they", "we",
                "it",
            ];
            let who = tokens.get(1).is_some_and(|token| token.is_one(&WHO));
            let is_verb = |token: &Token| {
                is_participle(&token.low) && !ADJECTIVES.contains(&token.low.as_str())
            };
            let group = tokens.iter().skip(2).take(3).position(is_verb);
            if let Some(more) = group.filter(|_| who) {
                return Some(tokens[0].at.start..tokens[2 + more].at.end);
            }
        }
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
        let is_participle = is_participle(low);
        let names_who = tokens.get(place + 1).is_some_and(|next| next.is("by"));
        let is_passive = is_participle && (names_who || !ADJECTIVES.contains(&low));
        is_passive.then_some(tokens[be].at.start..participle.at.end)
    })
}

/// True for "assessed" and "given".
fn is_participle(low: &str) -> bool {
    let is_regular = low.ends_with("ed") && low.len() > 4 && !NO_PARTICIPLES.contains(&low);
    is_regular || words::is_irregular_participle(low)
}
