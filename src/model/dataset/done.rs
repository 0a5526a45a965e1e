//! What a team did with what people wrote, as columns of the table: one for each tag of a question, and one for how the
//! words may be used. Only questions with some of it have such columns.

use super::written::written;
use super::{Column, Dataset, Part, Value};
use crate::model::plain_text::is_blank;
use crate::model::response::Asked;
use crate::model::work::{Spot, State, Tag, Work};

/// What was done, for the columns.
pub(super) struct Done<'a> {
    work: &'a Work,
    tags: Vec<Tag>,
    /// For each entry, the places of its tags, and whether some of its words are marked.
    entries: Vec<(Vec<usize>, bool)>,
}

impl<'a> Dataset<'a> {
    /// The same table, with columns for what a team did with what people wrote.
    pub fn with(mut self, work: &'a Work) -> Self {
        let tags = work.tags();
        let mut entries = vec![(Vec::new(), false); self.entries.len()];
        for one in written(&self) {
            let (of_entry, is_marked) = &mut entries[one.entry];
            let has = |at: &usize| work.has_tag(one.spot, tags[*at].id);
            let new: Vec<usize> =
                (0..tags.len()).filter(|at| !of_entry.contains(at)).filter(has).collect();
            of_entry.extend(new);
            *is_marked |= matches!(one.state(work), State::Marked(_));
        }
        entries.iter_mut().for_each(|(of_entry, _)| of_entry.sort_unstable());
        self.done = Some(Done { work, tags, entries });
        self
    }

    /// A tag of the columns, by its place.
    pub fn tag(&self, at: usize) -> Option<&Tag> {
        self.done.as_ref()?.tags.get(at)
    }

    /// True where words are struck out of some answer to a question. The table has them all the same.
    pub fn has_struck(&self, entry: usize) -> bool {
        let Some(done) = &self.done else { return false };
        written(self).iter().any(|one| one.entry == entry && !done.work.struck(one.spot).is_empty())
    }
}

impl Done<'_> {
    pub(super) fn parts_of(&self, entry: usize) -> Vec<Part> {
        let (tags, is_marked) = &self.entries[entry];
        let tags = tags.iter().copied().map(Part::Tag);
        tags.chain(is_marked.then_some(Part::Mark)).collect()
    }

    /// What stands in a column of a tag or a mark. Where nothing was written, the reason why.
    pub(super) fn value<'b>(&self, data: &Dataset<'b>, column: &Column, row: usize) -> Value<'b> {
        let entry = &data.entries[column.entry];
        let part = if entry.kind.is_typed() { Part::Whole } else { Part::OwnWords };
        match data.value(&Column { part, ..*column }, row) {
            Value::Text(words) if !is_blank(words) => {}
            Value::Missing(why) => return Value::Missing(why),
            _ => return Value::Empty,
        }
        let response = &data.people[row].received.response;
        let asked = Asked { question: entry.id, round: column.round };
        let spot = Spot { response: response.id, asked };
        match column.part {
            Part::Tag(at) => {
                Value::Ticked(self.tags.get(at).is_some_and(|tag| self.work.has_tag(spot, tag.id)))
            }
            _ => match State::of(self.work, spot, response.revision) {
                State::Marked(mark) => Value::Mark(mark),
                State::Open | State::Stale(_) => Value::Empty,
            },
        }
    }
}
