//! Questions that ask whether people agree. Many people say yes, whatever is asked.

use super::text::{Text, finding};
use super::{Does, Finding, Remedy, Rule, Severity};
use crate::model::survey::Kind;

/// Rows of words that ask for agreement.
const AGREE: [&str; 16] = [
    "agree or disagree",
    "agree/disagree",
    "strongly agree",
    "strongly disagree",
    "level of agreement",
    "do you agree that",
    "would you agree that",
    "much do you agree",
    "strongly do you agree",
    "extent do you agree",
    "far do you agree",
    "you agree that",
    "agree with the following",
    "following statements",
    "neither agree nor disagree",
    "tend to agree",
];

/// What may be right to ask about a plan.
const SOFT: [&str; 2] = ["do you agree", "disagree"];

/// Every question of a text that asks whether people agree.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        let soft = || sentence.find(&SOFT).filter(|_| sentence.asks);
        let Some(at) = sentence.find(&AGREE).or_else(soft) else {
            continue;
        };
        let why = "Many people say that they agree, whatever you ask. Ask about it with yes or no.";
        let mut advice = finding(Rule::AgreeDisagree, Severity::Note, &at, why.into());
        let other = text.kind.filter(|kind| kind.picks_one());
        if other.is_some_and(|kind| !matches!(kind, Kind::YesNo | Kind::Consent)) {
            advice.remedies.push(Remedy {
                label: "Answer with yes or no".into(),
                does: Does::SetKind(Kind::YesNo),
            });
        }
        found.push(advice);
    }
}
