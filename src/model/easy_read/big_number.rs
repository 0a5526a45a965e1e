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
            let why = match (is_percent, share(&token.low)) {
                (true, Some(easier)) => format!("Percentages are hard. “{easier}” is easier."),
                (true, None) => "Percentages are hard. “4 in 10 people” is easier.".to_owned(),
                (false, _) => "Big numbers are hard to picture. “Many people” may do.".to_owned(),
            };
            let end =
                if token.is("per") { sentence.tokens[place + 1].at.end } else { token.at.end };
            found.push(finding(Rule::BigNumber, Severity::Note, &(token.at.start..end), why));
        }
    }
}

/// "3 in 10" for "30%", and "16 in 100" for "16%". `None` for parts of 1 in 100 and for all or none.
fn share(number: &str) -> Option<String> {
    let of_100: u32 = number.strip_suffix('%').unwrap_or(number).parse().ok()?;
    match of_100 {
        0 | 100.. => None,
        tens if tens % 10 == 0 => Some(format!("{} in 10", tens / 10)),
        other => Some(format!("{other} in 100")),
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
