//! Two questions in one: "Do staff listen to you and help you?". Nobody can say yes to one and no
//! to the other.

use super::sentences::{Sentence, Sort, Token};
use super::text::{Text, finding, with_capital};
use super::{Does, Finding, Remedy, Rule, Severity};

/// What a question that has a yes or no begins with.
const BEGINS: [&str; 22] = [
    "do", "does", "did", "are", "is", "was", "were", "can", "could", "will", "would", "have",
    "has", "had", "should", "do", "may", "might", "how", "what", "when", "why",
];

/// Verbs that often stand behind "and".
const VERBS: [&str; 78] = [
    "help",
    "listen",
    "understand",
    "know",
    "use",
    "feel",
    "see",
    "get",
    "go",
    "like",
    "think",
    "want",
    "need",
    "talk",
    "speak",
    "tell",
    "ask",
    "answer",
    "read",
    "write",
    "choose",
    "decide",
    "make",
    "take",
    "give",
    "have",
    "work",
    "live",
    "cook",
    "clean",
    "eat",
    "wash",
    "dress",
    "shop",
    "meet",
    "visit",
    "stay",
    "leave",
    "join",
    "enjoy",
    "find",
    "look",
    "check",
    "care",
    "support",
    "treat",
    "respect",
    "explain",
    "show",
    "teach",
    "learn",
    "trust",
    "respond",
    "act",
    "follow",
    "hear",
    "remember",
    "agree",
    "be",
    "keep",
    "let",
    "plan",
    "manage",
    "pay",
    "buy",
    "change",
    "complain",
    "share",
    "send",
    "receive",
    "access",
    "participate",
    "attend",
    "contact",
    "is",
    "are",
    "do",
    "can",
];

/// Words that say how something is.
const QUALITIES: [&str; 62] = [
    "good",
    "bad",
    "clean",
    "safe",
    "kind",
    "helpful",
    "friendly",
    "easy",
    "clear",
    "quick",
    "fair",
    "happy",
    "healthy",
    "comfortable",
    "useful",
    "warm",
    "tidy",
    "polite",
    "honest",
    "quiet",
    "fun",
    "interesting",
    "cheap",
    "near",
    "big",
    "nice",
    "well",
    "calm",
    "confident",
    "respectful",
    "accessible",
    "affordable",
    "efficient",
    "effective",
    "timely",
    "caring",
    "professional",
    "supportive",
    "welcoming",
    "informative",
    "relevant",
    "appropriate",
    "accurate",
    "reliable",
    "responsive",
    "satisfied",
    "valued",
    "supported",
    "involved",
    "informed",
    "listened",
    "respected",
    "included",
    "independent",
    "convenient",
    "courteous",
    "approachable",
    "secure",
    "adequate",
    "knowledgeable",
    "relaxed",
    "understood",
];

/// Rows of words behind "and" that start another question.
const STARTS: [&str; 18] = [
    "and where",
    "and if not",
    "and does",
    "and can",
    "and would",
    "and why",
    "and how",
    "and what",
    "and if so",
    "and do",
    "and are",
    "and did",
    "and is",
    "and who",
    "and when",
    "and were",
    "and was",
    "and have",
];

/// Every question of a text that asks two things.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in text.sentences.iter().filter(|sentence| sentence.asks) {
        let Some((join, halves)) = two(sentence, text) else {
            continue;
        };
        let why = "It asks 2 things. People can’t give 2 answers.".to_owned();
        let mut advice = finding(Rule::TwoQuestions, Severity::Red, &sentence.at, why);
        let is_whole = text.sentences.len() == 1;
        if let (Some((first, second)), true, true) = (halves, is_whole, text.kind.is_some()) {
            advice.remedies.push(Remedy {
                label: "Make 2 questions".into(),
                does: Does::Split(first, second),
            });
        }
        debug_assert!(join > 0, "nothing joins at the start");
        found.push(advice);
    }
}

/// Where two questions are joined, and the two when both can be made.
fn two(sentence: &Sentence, text: &Text) -> Option<(usize, Option<(String, String)>)> {
    let tokens = &sentence.tokens;
    if tokens.iter().any(|token| token.is("between")) {
        return None;
    }
    let from = start(sentence);
    (from + 1..tokens.len()).find_map(|join| {
        if STARTS.iter().any(|start| sentence.has_at(join, start).is_some()) {
            return Some((join, split_at(sentence, join, text)));
        }
        let is_join = tokens[join].is_one(&["and", "or", "and/or"]);
        let (before, after) = (&tokens[join - 1], tokens.get(join + 1)?);
        if !is_join {
            return None;
        }
        // "when and how", "what or who"
        let is_both = tokens[join].is("and/or") || sentence.has_at(join, "and / or").is_some();
        if is_both || (before.is_one(&ASKS) && after.is_one(&ASKS)) {
            return Some((join, None));
        }
        let is_quality = |token: &Token| token.is_one(&QUALITIES);
        let second =
            if after.is_one(&["how", "very", "more", "well", "feel", "not"]) && !after.is("feel") {
                tokens.get(join + 2)?
            } else {
                after
            };
        let choice = tokens[join].is("or");
        let is_whole = from == 0;
        // "In a safe and secure place" asks about one place.
        let stands_alone = tokens[join + 1..]
            .iter()
            .skip_while(|token| !core::ptr::eq(*token, second))
            .nth(1)
            .is_none_or(|next| next.sort != Sort::Word || next.is_one(&AFTER_QUALITY));
        if is_quality(before) && is_quality(second) && stands_alone && !choice {
            return Some((join, qualities(sentence, join, text).filter(|_| is_whole)));
        }
        // "listen to you and help you", but not "to eat and drink" nor "choose or change".
        let next = tokens.get(join + 2);
        let is_noun = after.is_one(&NOUNS_TOO) && next.is_none_or(|next| !next.is_one(&WHOM));
        let is_pair = before.is_one(&VERBS)
            && tokens[join.saturating_sub(2)..join].iter().any(|token| token.is("to"));
        let is_verb =
            (after.is_one(&VERBS) && !is_noun && !is_pair) || is_same_form(tokens, from, join);
        let begins = tokens[from].is_one(&BEGINS);
        let early = tokens[from..join].iter().any(|token| token.is("to"));
        if is_verb && begins && !choice && join > from + 2 {
            let listens = !early || listens_to(tokens, join);
            let halves = verbs(sentence, join, text).filter(|_| is_whole && listens);
            return Some((join, halves));
        }
        None
    })
}

/// What may follow a word that says how something is.
const AFTER_QUALITY: [&str; 14] = [
    "for", "to", "in", "at", "with", "enough", "here", "there", "when", "on", "about", "by", "if",
    "now",
];

/// Verbs that are nouns too: "care and support".
const NOUNS_TOO: [&str; 14] = [
    "support", "care", "help", "work", "plan", "visit", "contact", "access", "use", "check",
    "change", "respect", "answer", "shop",
];

/// What follows a verb that is no noun.
const WHOM: [&str; 15] = [
    "you", "your", "me", "my", "the", "a", "an", "it", "them", "him", "her", "us", "their", "with",
    "what",
];

/// Words that ask.
const ASKS: [&str; 9] = ["what", "when", "where", "who", "why", "how", "which", "whether", "if"];

/// Where the question starts, after a run-up such as "In the last week," or "If you came by bus,".
fn start(sentence: &Sentence) -> usize {
    let tokens = &sentence.tokens;
    if tokens[0].is_one(&BEGINS) && !tokens[0].is("when") {
        return 0;
    }
    let after_comma = |place: &usize| tokens[*place - 1].is(",") && tokens[*place].is_one(&BEGINS);
    (1..tokens.len()).find(after_comma).unwrap_or(0)
}

/// True where "and" joins two verbs of the same form: "treated you kindly and answered your questions".
fn is_same_form(tokens: &[Token], from: usize, join: usize) -> bool {
    let Some(after) = tokens.get(join + 1) else {
        return false;
    };
    let is_past = |token: &Token| token.low.len() > 4 && token.low.ends_with("ed");
    // "washed and dressed" is one thing. A question may begin with the join.
    let Some((last, before)) = tokens.get(from + 1..join).and_then(<[Token]>::split_last) else {
        return false;
    };
    is_past(after) && before.iter().any(is_past) && !is_past(last)
}

/// True when the "to" in front of the join belongs to a verb such as "listen".
fn listens_to(tokens: &[Token], join: usize) -> bool {
    let to = tokens[..join].iter().position(|token| token.is("to"));
    to.and_then(|to| tokens.get(to.checked_sub(1)?))
        .is_some_and(|verb| verb.is_one(&["listen", "talk", "speak", "go", "get"]))
}

/// "Is it clean and safe?" as "Is it clean?" and "Is it safe?".
fn qualities(sentence: &Sentence, join: usize, text: &Text) -> Option<(String, String)> {
    let tokens = &sentence.tokens;
    let rest = &text.text[tokens.get(join + 1)?.at.end..sentence.at.end];
    let start = &text.text[sentence.at.start..tokens[join - 1].at.start];
    let first = [&text.text[sentence.at.start..tokens[join - 1].at.end], rest, "?"].concat();
    let second = [start, tokens[join + 1].text, rest, "?"].concat();
    (tokens.len() < 14).then_some((first, second))
}

/// "Do staff listen to you and help you?" as "Do staff listen to you?" and "Do staff help you?".
fn verbs(sentence: &Sentence, join: usize, text: &Text) -> Option<(String, String)> {
    let tokens = &sentence.tokens;
    let verb = (1..join).find(|place| *place > 1 && tokens[*place].is_one(&VERBS))?;
    let subject = &text.text[sentence.at.start..tokens[verb].at.start];
    let first = [&text.text[sentence.at.start..tokens[join - 1].at.end], "?"].concat();
    let second = &text.text[tokens[join + 1].at.start..sentence.at.end];
    let more = tokens[join + 1..].iter().any(|token| token.is_one(&["and", "or"]));
    (!more).then(|| (first, [subject, second, "?"].concat()))
}

/// "Do you work and do you like it?" cut in two.
fn split_at(sentence: &Sentence, join: usize, text: &Text) -> Option<(String, String)> {
    let tokens = &sentence.tokens;
    let end = if tokens[join - 1].counts() { join - 1 } else { join.checked_sub(2)? };
    let first = [&text.text[sentence.at.start..tokens[end].at.end], "?"].concat();
    let second = &text.text[tokens[join + 1].at.start..sentence.at.end];
    let is_whole = tokens[join + 1].is_one(&["do", "are", "did", "is", "were", "was", "have"]);
    (is_whole && tokens.len() - join > 3).then(|| (first, with_capital(second) + "?"))
}
