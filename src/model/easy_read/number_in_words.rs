//! Numbers in letters. Figures are easier to read.

use super::sentences::Token;
use super::text::{Text, finding};
use super::{Finding, Rule, Severity};

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Every number in letters of a text. "One" is left alone: it is more than a number.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        let mut done = 0;
        for (place, token) in sentence.tokens.iter().enumerate() {
            let Some((mut number, mut end)) = number(&token.low).map(|n| (n, token.at.end)) else {
                continue;
            };
            if place < done || (number < 2) {
                continue;
            }
            let mut next = sentence.tokens.get(place + 1);
            if let Some(more) = next.and_then(|next| self::number(&next.low)).filter(|more| {
                (20..100).contains(&number) && number % 10 == 0 && (1..10).contains(more)
            }) {
                (number, end, done) = (number + more, sentence.tokens[place + 1].at.end, place + 2);
                next = sentence.tokens.get(place + 2);
            }
            for (word, times) in [("hundred", 100), ("thousand", 1000)] {
                if let Some(next) = next.filter(|next| next.is(word)) {
                    (number, end, done) = (number * times, next.at.end, done.max(place + 2));
                }
            }
            if is_name(&sentence.tokens, place) || has_figure(&sentence.tokens, place) {
                continue;
            }
            // "Five to ten" is one thing.
            let mut figure = number.to_string();
            let rest = sentence.tokens.iter().zip(0..).filter(|(token, _)| token.at.start > end);
            let rest: Vec<(&Token, usize)> = rest.take(2).collect();
            if let [(to, _), (last, last_place)] = rest[..]
                && to.is_one(&["to", "or"])
                && let Some(more) = self::number(&last.low).filter(|more| *more > number)
            {
                figure = format!("{number} {} {more}", to.low);
                (end, done) = (last.at.end, last_place + 1);
            }
            let at = token.at.start..end;
            let why = format!("“{figure}” is easier to read than “{}”.", text.words(&at));
            let mut advice = finding(Rule::NumberInWords, Severity::Note, &at, why);
            advice.remedies.push(text.write(&at, &figure));
            found.push(advice);
        }
    }
}

/// True for "Eighteen" in "Room Eighteen".
fn is_name(tokens: &[Token], place: usize) -> bool {
    place > 0 && tokens[place].is_capital() && tokens[place - 1].counts()
}

/// True where the figure stands there too: "two (2)", "2 (two)".
fn has_figure(tokens: &[Token], place: usize) -> bool {
    let opens = |token: Option<&Token>| token.is_some_and(|token| token.is("("));
    let before = place.checked_sub(1).and_then(|before| tokens.get(before));
    opens(before) || opens(tokens.get(place + 1))
}

/// The number that a word stands for.
fn number(word: &str) -> Option<u32> {
    if let Some(place) = ONES.iter().position(|one| *one == word) {
        return u32::try_from(place).ok();
    }
    let (tens, ones) = word.split_once('-').unwrap_or((word, "zero"));
    let tens = TENS.iter().position(|ten| !ten.is_empty() && *ten == tens)?;
    let ones = ONES[..10].iter().position(|one| *one == ones)?;
    u32::try_from(tens * 10 + ones).ok()
}
