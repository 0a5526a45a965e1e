//! The organiser's own templates: a record for each.

use super::{find, find_all, keep};
use crate::model::id::SurveyId;
use crate::model::own_template::OwnTemplate;
use crate::model::wire;
use crate::organiser::store;

fn name_of(id: SurveyId) -> String {
    format!("template/{id}")
}

/// Every template that can be read, from A to Z.
pub fn templates() -> Vec<OwnTemplate> {
    let mut all: Vec<OwnTemplate> = find_all("template/");
    all.sort_by_key(|template| (template.name.to_lowercase(), template.draft.id()));
    all
}

/// One of them. `None` when it is gone or can't be read.
pub fn template(id: SurveyId) -> Option<OwnTemplate> {
    find(&name_of(id)).here()
}

/// Keeps a template, in place of the one with its id.
pub fn save_template(template: &OwnTemplate) {
    keep(&name_of(template.draft.id()), &wire::to_text(template));
}

/// Takes back what the browser refused to keep of it.
pub fn take_back_template(id: SurveyId) {
    store::give_up(&[name_of(id)]);
}

/// Forgets a template.
pub fn remove_template(id: SurveyId) {
    store::remove(&name_of(id));
}
