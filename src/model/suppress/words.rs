//! What may be shown to others of what people wrote: how many have which tag, and the quotes that a team picked.
//!
//! A person can have several tags and any number of people can have none, so a hidden count may be anything that a
//! small count is: nothing adds up to it. What could give it away is the question itself. Who is asked it, or who says
//! something instead of a choice, may be one of the hidden counts; then as many tags or quotes would tell how large
//! that is at least. So nothing is shown there.
//!
//! Absent: which words may be quoted at all (see [`written`](crate::model::written)), and what someone else answered
//! for a person.

use super::{LeftOut, Rule, Shared, Shown, own, sources};
use crate::model::codebook::Entry;
use crate::model::dataset::Dataset;
use crate::model::results::tally;
use crate::model::work::Work;
use crate::model::written::{Quote, TagCount, quotes, tag_tally};

/// What may be shown of what people wrote to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedWords {
    /// The question.
    pub entry: Entry,
    /// How many people have each tag, or why that is left out. Without tags there are none.
    pub tags: Result<Vec<(String, Shown)>, LeftOut>,
    /// How many people were asked, where tags are counted.
    pub asked: Shown,
    /// What people wrote, with "[name]" for what is struck out. Or why that is left out.
    pub quotes: Result<Vec<Quote>, LeftOut>,
}

/// What may be shown by this rule of what people wrote, beside the counts of `shared`. Only questions with a tag or a
/// quote.
pub fn shared_words(data: &Dataset, work: &Work, rule: Rule, shared: &Shared) -> Vec<SharedWords> {
    let rows = own(data);
    if rows.is_empty() || rule.is_small(rows.len()) {
        return Vec::new();
    }
    let sources = sources(data);
    let is_whole = |id| {
        let mut tables = shared.tables.iter().filter(|table| table.entry.id == id);
        rule != Rule::Rounded
            && tables.all(|table| {
                table.counts.as_ref().is_ok_and(|counts| {
                    let mut all = counts.choices.iter().flatten().chain([&counts.unanswered]);
                    all.all(|shown| matches!(shown, Shown::Count(_)))
                })
            })
    };
    let all_quotes = quotes(data, work);
    let mut all = Vec::new();
    for (place, entry) in data.entries.iter().enumerate() {
        let own_quotes = all_quotes.iter().filter(|one| one.entry == place && !one.is_answered_for);
        let own_quotes: Vec<Quote> = own_quotes.cloned().collect();
        let counted = tag_tally(data, work, place, &rows);
        if own_quotes.is_empty() && counted.is_none() {
            continue;
        }
        let needs = sources.get(&entry.id).into_iter().flatten().copied();
        let itself = (!entry.kind.is_typed()).then_some(entry.id);
        let depends = needs.chain(itself).any(|id| !is_whole(id));
        let asked = {
            let tally = tally(data, place, &rows);
            tally.answered + tally.preferred_not + tally.skipped + tally.unfit
        };
        let tags = match counted {
            None => Ok(Vec::new()),
            Some(_) if depends => Err(LeftOut::Depends),
            Some(_) if data.is_repeated(place) => Err(LeftOut::Repeated),
            Some(_) if rule.is_small(asked) || rule.is_small(rows.len() - asked) => {
                Err(LeftOut::Small)
            }
            Some(counted) => {
                let tag = |one: TagCount| (one.tag.name, rule.shows(one.people));
                Ok(counted.tags.into_iter().map(tag).collect())
            }
        };
        all.push(SharedWords {
            entry: entry.clone(),
            asked: if tags.is_ok() { rule.shows(asked) } else { Shown::Hidden },
            tags,
            quotes: if depends { Err(LeftOut::Depends) } else { Ok(own_quotes) },
        });
    }
    all
}
