//! Percentages and big numbers.

use super::sentences::Sort;
use super::text::{Text, finding};
use super::{Finding, Rule, Severity};

/// Words of percentages, and words for big numbers.
const WORDS: [&str; 12] = [
    "percent",
    "percentage",
    "percentages",
    "million",
    "millions",
    "billion",
    "billions",
    "quarter",
    "two-thirds",
    "one-third",
    "thousands",
    "majority",
];

/// Every percentage and big number of a text.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        for (place, token) in sentence.tokens.iter().enumerate() {
            let is_share = token.low.ends_with('%') || sentence.has_at(place, "per cent").is_some();
            let value = (token.sort == Sort::Number).then(|| value(&token.low)).flatten();
            let is_big = match value {
                _ if is_share || token.is_one(&WORDS) => true,
                Some(10_000..) => true,
                Some(1_000..) => token.low.contains(','),
                _ => false,
            };
            if !is_big {
                continue;
            }
            let is_percent = is_share || token.low.starts_with("percent");
            let why = match is_percent {
                true => "Percentages are hard. “4 in 10 people” is easier.",
                false => "Big numbers are hard to picture. “Many people” may do.",
            };
            let end =
                if token.is("per") { sentence.tokens[place + 1].at.end } else { token.at.end };
            found.push(finding(
                Rule::BigNumber,
                Severity::Note,
                &(token.at.start..end),
                why.into(),
            ));
        }
    }
}

/// The value of a number. `None` for phone numbers, times and dates.
fn value(number: &str) -> Option<u64> {
    let digits = number.trim_start_matches(['£', '$', '€']);
    let whole = digits.split('.').next().unwrap_or_default().replace(',', "");
    let is_phone = whole.starts_with('0') || (whole.len() > 4 && !digits.contains(','));
    if is_phone || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    whole.parse().ok()
}
