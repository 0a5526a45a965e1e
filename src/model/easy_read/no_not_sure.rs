//! No way to say "I am not sure". Without one, people guess.

use super::choices::{has_way_out, own};
use super::text::finding;
use super::{Does, Finding, Remedy, Rule, Severity};
use crate::model::draft::DraftQuestion;
use crate::model::survey::Kind;

/// What the missing choice says.
const NOT_SURE: &str = "I am not sure";

/// When a question with its own choices has no way out.
pub fn check(question: &DraftQuestion, found: &mut Vec<Finding>) {
    let has_own = matches!(
        question.kind,
        Kind::OneChoice | Kind::ManyChoices | Kind::OnePicture | Kind::ManyPictures
    );
    if !has_own || own(question).count() < 2 || has_way_out(question) {
        return;
    }
    let why = "People who don’t know can only guess. Let them say so.".to_owned();
    let mut advice = finding(Rule::NoNotSure, Severity::Amber, &(0..0), why);
    advice.remedies.push(Remedy {
        label: format!("Add “{NOT_SURE}”"),
        does: Does::AddChoice(NOT_SURE.into()),
    });
    found.push(advice);
}
