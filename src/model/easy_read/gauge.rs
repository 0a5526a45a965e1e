//! How the words of a survey are as a whole, said gently. Absent on purpose: a number to compare surveys by, a
//! reading age, and the words "easy read".

use super::{Finding, Severity, is_set_aside};
use crate::model::draft::{Content, Place};
use crate::model::id::QuestionId;
use std::collections::BTreeSet;

/// How many questions a survey has, and how many of them have hard words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gauge {
    /// All of them.
    pub questions: usize,
    /// Those in whose own words, choices or help something is hard that nobody has decided to leave.
    pub harder: usize,
    /// How many findings are open, of any kind and about any part of the survey.
    pub open: usize,
}

/// Reads it from all advice about a draft. Advice about a whole question, such as too many choices, is not about
/// its words.
pub fn gauge(content: &Content, found: &[Finding]) -> Gauge {
    let is_hard = |finding: &&Finding| {
        finding.severity > Severity::Note
            && !finding.at.is_empty()
            && !is_set_aside(content, finding)
    };
    let hard: BTreeSet<QuestionId> = found.iter().filter(is_hard).filter_map(question).collect();
    let open = found.iter().filter(|finding| !is_set_aside(content, finding)).count();
    Gauge { questions: content.questions.len(), harder: hard.len(), open }
}

/// The question whose words a finding is about.
fn question(finding: &Finding) -> Option<QuestionId> {
    match finding.place {
        Place::Question(id)
        | Place::Hint(id)
        | Place::PictureAlt(id)
        | Place::MediaWords(id)
        | Place::Choice(id, _)
        | Place::Pile(id, _) => Some(id),
        _ => None,
    }
}
