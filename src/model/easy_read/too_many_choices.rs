//! More than 5 choices: too many to keep in mind.

use super::choices::{is_way_out, own};
use super::text::finding;
use super::{Finding, Rule, Severity};
use crate::model::draft::DraftQuestion;

/// Most choices that people can keep in mind, ways out not counted.
const MOST: usize = 5;
/// More than these are hard for most people.
const FAR_TOO_MANY: usize = 7;

/// When a question has too many choices.
pub fn check(question: &DraftQuestion, found: &mut Vec<Finding>) {
    let count = own(question).filter(|(_, says)| !is_way_out(says)).count();
    if question.kind.has_choices() && count > MOST {
        let severity = if count > FAR_TOO_MANY { Severity::Amber } else { Severity::Note };
        let why = format!("There are {count} choices. Up to {MOST} are easy to keep in mind.");
        found.push(finding(Rule::TooManyChoices, severity, &(0..0), why));
    }
}
