//! Who else groups will ask: a record for each survey.

use super::{Found, find, find_all, keep};
use crate::model::id::SurveyId;
use crate::model::missing::Plan;
use crate::model::wire;
use crate::organiser::store;

fn name_of(id: SurveyId) -> String {
    format!("missing/{id}")
}

/// What is written down for a survey.
pub fn plan(id: SurveyId) -> Found<Plan> {
    find(&name_of(id))
}

/// All that can be read.
pub fn plans() -> Vec<Plan> {
    find_all("missing/")
}

/// Keeps it, made one with what another tab has kept since. Comes back with that. What is there and can't be read is
/// put aside first.
pub fn save_plan(plan: &Plan) -> Plan {
    let name = name_of(plan.survey);
    let mut both: Plan = find(&name).here().unwrap_or_else(|| Plan::new(plan.survey));
    both.merge(plan.clone());
    keep(&name, &wire::to_text(&both));
    both
}

/// Takes back what the browser refused to keep of it.
pub fn take_back_plan(id: SurveyId) {
    store::give_up(&[name_of(id)]);
}
