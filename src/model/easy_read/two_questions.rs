//! Two questions in one: "Do staff listen to you and help you?". Nobody can say yes to one and no
//! to the other.

mod lists;

use super::sentences::{Sentence, Sort, Token};
use super::text::{Text, finding, with_capital};
use super::words;
use super::{Does, Finding, Remedy, Rule, Severity};
use crate::model::survey::Kind;
use lists::{AFTER_QUALITY, ASKS, BEGINS, NOUNS_TOO, QUALITIES, STARTS, VERBS, WHOM};

/// Every question of a text that asks two things.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in text.sentences.iter().filter(|sentence| sentence.asks) {
        let Some((join, halves)) = two(sentence, text) else {
            continue;
        };
        let why = "It asks 2 things. People can’t give 2 answers.".to_owned();
        let mut advice = finding(Rule::TwoQuestions, Severity::Red, &sentence.at, why);
        let is_whole = text.sentences.len() == 1;
        if let (Some((first, second)), true, true) =
            (halves, is_whole, text.kind.is_some_and(Kind::asks))
        {
            advice.remedies.push(Remedy {
                label: format!("Make 2 questions: “{first}” and “{second}”"),
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
        let is_join = tokens[join].is_one(&["and", "or", "and/or"]);
        let (before, after) = (&tokens[join - 1], tokens.get(join + 1)?);
        if !is_join {
            return None;
        }
        // "when and how", "what or who"
        let is_both = tokens[join].is("and/or") || sentence.has_at(join, "and / or").is_some();
        if is_both || (before.is_one(&ASKS) && after.is_one(&ASKS)) {
            return Some((join, asks(sentence, join, text)));
        }
        if STARTS.iter().any(|start| sentence.has_at(join, start).is_some()) {
            return Some((join, split_at(sentence, join, text)));
        }
        let is_quality = |token: &Token| token.is_one(&QUALITIES);
        let leads = after.is_one(&["how", "very", "more", "well", "not"]);
        let second = match tokens.get(join + 2) {
            Some(next) if leads && (!after.is("well") || is_quality(next)) => next,
            None if leads && !after.is("well") => return None,
            _ => after,
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
            let is_close = core::ptr::eq(second, after);
            let halves = qualities(sentence, join, text).filter(|_| is_whole && is_close);
            return Some((join, halves));
        }
        if let Some(judged) = judged(sentence, from, join).filter(|_| !choice) {
            let halves = things(sentence, judged, join, text).filter(|_| is_whole);
            return Some((join, halves));
        }
        if !choice && is_other_quality(tokens, from, join) {
            return Some((join, None));
        }
        if !choice && is_easy_to(tokens, from, join) && is_quality(second) && stands_alone {
            return Some((join, None));
        }
        if is_set_pair(before, after) || hangs_on_help(tokens, join) {
            return None;
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
        // "Is it cash and carry?" has no verb that a second one could stand beside.
        let is_be = tokens[from].is_one(&["is", "are", "was", "were"]);
        let is_verb = is_verb && !(is_be && !early && after.is_one(&VERBS));
        if is_verb && begins && !choice && join > from + 2 {
            let listens = !early || listens_to(tokens, join);
            let halves = verbs(sentence, join, text).filter(|_| is_whole && listens);
            return Some((join, halves));
        }
        None
    })
}

/// Where the words end that ask for a judgement of two things: "Are you happy with your home and your support?"
fn judged(sentence: &Sentence, from: usize, join: usize) -> Option<usize> {
    const JUDGES: [&str; 11] = [
        "happy with",
        "satisfied with",
        "pleased with",
        "do you like",
        "did you like",
        "do you think of",
        "do you think about",
        "did you think of",
        "feel about",
        "do you enjoy",
        "did you enjoy",
    ];
    const THE: [&str; 7] = ["the", "your", "our", "their", "a", "an", "this"];
    sentence.tokens.get(join + 1).filter(|next| next.is_one(&THE))?;
    let ends = |place| JUDGES.iter().find_map(|judges| sentence.has_at(place, judges));
    (from..join).find_map(ends).map(|at| at.end)
}

/// "Are you happy with your home and your support?" as one question of each.
fn things(
    sentence: &Sentence,
    judged: usize,
    join: usize,
    text: &Text,
) -> Option<(String, String)> {
    let tokens = &sentence.tokens;
    // "About the day and the food" has more in front: "What did you like about".
    let is_close = tokens
        .iter()
        .find(|token| token.at.start >= judged)?
        .is_one(&["the", "your", "our", "their", "a", "an", "this"]);
    let more = tokens.iter().filter(|token| token.is_one(&["and", "or", ",", "("])).count() > 1;
    let first = [&text.text[sentence.at.start..tokens[join - 1].at.end], "?"].concat();
    let second = &text.text[tokens.get(join + 1)?.at.start..sentence.at.end];
    let second = [&text.text[sentence.at.start..judged], " ", second, "?"].concat();
    (is_close && !more).then_some((first, second))
}

/// "When and how do you want it?" as "When do you want it?" and "How do you want it?".
fn asks(sentence: &Sentence, join: usize, text: &Text) -> Option<(String, String)> {
    let tokens = &sentence.tokens;
    let (one, other) = (tokens.first()?, tokens.get(2)?);
    let rest = &text.text[other.at.end..sentence.at.end];
    let is_plain = join == 1
        && other.is_one(&ASKS)
        && !(one.is_one(&["whether", "if"]) || other.is_one(&["whether", "if"]))
        && !tokens[3..].iter().any(|token| token.is_one(&["and", "or"]));
    is_plain
        .then(|| ([one.text, rest, "?"].concat(), [&with_capital(other.text), rest, "?"].concat()))
}

/// "Are the rooms warm and the beds comfortable?"
fn is_other_quality(tokens: &[Token], from: usize, join: usize) -> bool {
    let is_thing = tokens.get(join + 1).is_some_and(|next| next.is_one(&["the", "your", "our"]));
    tokens[from].is_one(&["is", "are", "was", "were"])
        && tokens[join - 1].is_one(&QUALITIES)
        && is_thing
        && tokens.last().is_some_and(|last| last.is_one(&QUALITIES))
}

/// "Easy to use", with another quality to come.
fn is_easy_to(tokens: &[Token], from: usize, join: usize) -> bool {
    tokens[from..join].windows(2).any(|pair| pair[0].is_one(&QUALITIES) && pair[1].is("to"))
}

/// Two verbs that are one thing: "come and go", "go and see".
fn is_set_pair(before: &Token, after: &Token) -> bool {
    const PAIRS: [(&str, &str); 9] = [
        ("come", "go"),
        ("wait", "see"),
        ("wait", "wait"),
        ("read", "write"),
        ("eat", "drink"),
        ("sit", "talk"),
        ("wash", "dress"),
        ("stop", "think"),
        ("meet", "talk"),
    ];
    before.is_one(&["go", "try", "come"])
        || PAIRS.iter().any(|(one, other)| before.is(one) && after.is(other))
}

/// "Do you need help to get up and get dressed?": both are what the help is for.
fn hangs_on_help(tokens: &[Token], join: usize) -> bool {
    tokens[..join]
        .windows(2)
        .any(|pair| pair[0].is_one(&["help", "time", "support"]) && pair[1].is("to"))
}

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
    let is_past = |token: &Token| {
        let regular = token.low.len() > 4 && token.low.ends_with("ed");
        regular || words::is_irregular_participle(&token.low)
    };
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
    // Of two verbs nobody can tell which the second half goes with: "Do you think staff listen and help?"
    let mut all = (2..join).filter(|place| tokens[*place].is_one(&VERBS));
    let verb = all.next().filter(|_| all.next().is_none())?;
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
    const STANDS: [&str; 10] =
        ["do", "are", "did", "is", "were", "was", "have", "does", "can", "would"];
    let next = tokens.get(join + 2);
    let asks = tokens[join + 1].is_one(&["what", "where", "when", "why", "how"]);
    let is_whole =
        tokens[join + 1].is_one(&STANDS) || (asks && next.is_some_and(|next| next.is_one(&STANDS)));
    (is_whole && tokens.len() - join > 3).then(|| (first, with_capital(second) + "?"))
}
