//! How often each tag is on what people wrote to one question.

use crate::model::dataset::{Dataset, written_to};
use crate::model::work::{Tag, Work};
use std::collections::BTreeSet;

/// The tags of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagTally {
    /// How many people wrote something.
    pub wrote: usize,
    /// How many of them wrote something that has no tag.
    pub untagged: usize,
    /// Each tag that is on some answer to the question, also of people in no row that is counted.
    pub tags: Vec<TagCount>,
}

/// One tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagCount {
    /// The tag.
    pub tag: Tag,
    /// How many people wrote something that has it. Who was asked many times counts once.
    pub people: usize,
}

/// The tags on what the people in these rows wrote to one question. `None` where no answer to it has a tag.
pub fn tag_tally(data: &Dataset, work: &Work, entry: usize, rows: &[usize]) -> Option<TagTally> {
    let all = written_to(data, entry);
    let rows: BTreeSet<usize> = rows.iter().copied().collect();
    let has = |tag: &Tag| all.iter().any(|one| work.has_tag(one.spot, tag.id));
    let used: Vec<Tag> = work.tags().into_iter().filter(has).collect();
    let mut wrote = BTreeSet::new();
    let mut tagged = BTreeSet::new();
    let mut people: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); used.len()];
    for one in all.iter().filter(|one| rows.contains(&one.row)) {
        wrote.insert(one.row);
        for (tag, people) in used.iter().zip(&mut people) {
            if work.has_tag(one.spot, tag.id) {
                people.insert(one.row);
                tagged.insert(one.row);
            }
        }
    }
    let counts = used.into_iter().zip(people);
    let tags: Vec<TagCount> =
        counts.map(|(tag, people)| TagCount { tag, people: people.len() }).collect();
    (!tags.is_empty()).then(|| TagTally {
        wrote: wrote.len(),
        untagged: wrote.len() - tagged.len(),
        tags,
    })
}
