//! No picture. A picture helps many people to know what a question is about.

use super::text::finding;
use super::{Finding, Rule, Severity};
use crate::model::draft::DraftQuestion;

/// When a question has no picture.
pub fn check(question: &DraftQuestion, found: &mut Vec<Finding>) {
    if question.picture.is_empty() && !question.text.trim().is_empty() {
        let why = "A picture beside the words helps many people.".to_owned();
        found.push(finding(Rule::NoPicture, Severity::Note, &(0..0), why));
    }
}
