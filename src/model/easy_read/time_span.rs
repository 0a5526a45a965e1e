//! Times that are vague, or too long ago to remember.

use super::text::{Text, finding};
use super::{Finding, Rule, Severity};

/// Times that mean something else to everyone.
const VAGUE: [&str; 12] = [
    "recently",
    "lately",
    "in recent months",
    "in recent years",
    "most recent",
    "in the past",
    "at any point",
    "from time to time",
    "on average",
    "in a typical week",
    "in an average week",
    "in the recent past",
];

/// Words that are vague only where it is asked how often something is: "Who usually helps you?" is not.
const HABIT: [&str; 3] = ["typically", "generally", "usually"];

/// What asks how often something is.
const HOW_OFTEN: [&str; 4] = ["how often", "how many", "how much time", "how long"];

/// What stands before a stretch of time.
const OVER: [&str; 10] = [
    "in the last",
    "in the past",
    "over the last",
    "over the past",
    "during the last",
    "during the past",
    "within the last",
    "within the past",
    "for the last",
    "for the past",
];

/// Every such time in a question.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in text.sentences.iter().filter(|sentence| sentence.asks) {
        let span = (0..sentence.tokens.len()).find_map(|place| {
            let at = OVER.iter().find_map(|over| sentence.has_at(place, over))?;
            let rest = &sentence.tokens[place + 3..];
            let (count, unit) = match rest {
                [unit, ..] if is_unit(&unit.low) => ("1", unit),
                [count, unit, ..] if is_unit(&unit.low) => (count.low.as_str(), unit),
                _ => return None,
            };
            let many = count.parse::<u32>().unwrap_or(match count {
                "few" | "couple" | "several" | "ten" | "twelve" => 12,
                "two" => 2,
                "three" => 3,
                _ => 6,
            });
            let is_long = match unit.low.trim_end_matches('s') {
                "year" | "decade" => true,
                "month" => many > 3,
                "week" => many > 12,
                _ => false,
            };
            is_long.then_some(at.start..unit.at.end)
        });
        let habit = || sentence.find(&HOW_OFTEN).and_then(|_| sentence.find(&HABIT));
        let (at, why) = match (span, sentence.find(&VAGUE).or_else(habit)) {
            (Some(at), _) => (at, "That is long ago. Ask about a time that people can picture."),
            (None, Some(at)) => {
                (at, "That means something else to everyone. Say which time: “this week”.")
            }
            (None, None) => continue,
        };
        found.push(finding(Rule::TimeSpan, Severity::Note, &at, why.into()));
    }
}

fn is_unit(word: &str) -> bool {
    matches!(word.trim_end_matches('s'), "day" | "week" | "month" | "year" | "decade")
}
