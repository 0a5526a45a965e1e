//! What may be shown to others of answers that are kept apart, beside what is shown of the rest.
//!
//! Both tables go in with a rule. Whoever reads both may take them to be about the same people, so neither may narrow
//! what the other leaves open: not how many there are, where that is rounded, and not who was asked a question that an
//! answer of the other table leads to.

use super::{Counts, LeftOut, Range, Rule, Shared, are_vague, cells, range, shared, sources, sums};
use crate::model::dataset::Dataset;
use crate::model::survey::Kind;

/// What may be shown of the table of what is kept apart, beside what is shown of the other.
pub fn shared_apart(data: &Dataset, rule: Rule, beside: &Shared) -> Shared {
    let mut shared = shared(data, rule);
    let (sources, total) = (sources(data), people(beside));
    for table in &mut shared.tables {
        let needs = sources.get(&table.entry.id).map_or(&[][..], Vec::as_slice);
        let is_elsewhere = |id| data.entries.iter().all(|entry| entry.id != id);
        let is_narrow =
            |counts: &Counts| rule == Rule::Rounded && narrows(counts, table.entry.kind, total);
        let why = match &table.counts {
            Err(_) => continue,
            Ok(_) if needs.iter().any(|id| is_elsewhere(*id)) => LeftOut::Depends,
            Ok(counts) if is_narrow(counts) => LeftOut::Small,
            Ok(_) => continue,
        };
        table.counts = Err(why);
    }
    shared
}

/// How many people the other table can be about, as far as it says.
fn people(beside: &Shared) -> Range {
    let adds_up = |kind: Kind| !kind.picks_many() && kind != Kind::Sorting;
    let tables = beside.tables.iter().filter(|table| adds_up(table.entry.kind));
    let parts = tables.filter_map(|table| Some(sums(&cells(table.counts.as_ref().ok()?))));
    parts.fold(range(beside.people, i64::MAX), |total, part| {
        (total.0.max(part.0), total.1.min(part.1))
    })
}

/// True where rounded counts and so many people say more together than each alone.
fn narrows(counts: &Counts, kind: Kind, total: Range) -> bool {
    if kind.picks_many() || kind == Kind::Sorting {
        // What these say of how many people there are is not worked out here.
        return true;
    }
    let cells = cells(counts);
    let own = sums(&cells);
    own.0 > total.0 || own.1 < total.1 || !are_vague(&cells, total)
}
