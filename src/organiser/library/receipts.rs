//! The receipts that were given for the answers of tablets: a record for each, named by its survey and its code. Two tabs
//! that give some at the same time lose none.

use super::names::start_of;
use crate::model::id::SurveyId;
use crate::model::tablet::{Issued, Receipts};
use crate::organiser::store;
use std::collections::BTreeSet;

/// Those of a survey.
pub fn receipts(id: SurveyId) -> Receipts {
    let start = start_of("receipts", id);
    let mut receipts = Receipts::new(id);
    for name in store::names(&start) {
        let issued = name.strip_prefix(&start).and_then(|code| {
            Some(Issued { code: code.to_owned(), ..Issued::read(&store::get(&name)?)? })
        });
        issued.into_iter().for_each(|issued| receipts.note(issued));
    }
    receipts
}

/// Those of all surveys that have some.
pub fn all_receipts() -> Vec<Receipts> {
    let ids = store::names("receipts/");
    let ids: BTreeSet<_> =
        ids.iter().filter_map(|name| SurveyId::parse(name.split('/').nth(1)?)).collect();
    ids.into_iter().map(receipts).collect()
}

/// Keeps one more. One that was given before for the same answers stays as it is.
pub fn note_receipt(id: SurveyId, issued: &Issued) {
    let name = [&*start_of("receipts", id), &issued.code].concat();
    if !store::has(&name) {
        store::set(&name, &issued.write());
    }
}

/// Puts those of a backup back, beside what is here.
pub fn restore_receipts(new: &Receipts) {
    new.all.iter().for_each(|issued| note_receipt(new.survey, issued));
}
