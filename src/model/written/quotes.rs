//! Words of people that may be shown to others, as others may read them.

use super::{consents, may_quote, quote_questions, struck_out};
use crate::model::dataset::{Dataset, Written, written};
use crate::model::work::{Mark, Spot, State, TagId, Work};

/// What one person wrote, for others to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Whose it is, and to what.
    pub spot: Spot,
    /// The place of the question in the table.
    pub entry: usize,
    /// What was written, with "[name]" for what is struck out.
    pub words: String,
    /// The tags that are on it.
    pub tags: Vec<TagId>,
    /// True when somebody else answered for the person: never shown as what a person said.
    pub is_answered_for: bool,
}

/// Every quote that may be shown: marked as one by the team, in the words that were read for that, from a person
/// who was not asked whether they may be quoted, or said yes. In the order of the questions, then of the table.
pub fn quotes(data: &Dataset, work: &Work) -> Vec<Quote> {
    let questions = quote_questions(data);
    let is_quote = |one: &Written| {
        one.state(work) == State::Marked(Mark::Quote)
            && may_quote(&consents(data, &questions, one.row))
    };
    let tags = work.tags();
    let quote = |one: Written| Quote {
        spot: one.spot,
        entry: one.entry,
        words: struck_out(one.words, &work.struck(one.spot)),
        tags: tags.iter().map(|tag| tag.id).filter(|tag| work.has_tag(one.spot, *tag)).collect(),
        is_answered_for: one.is_answered_for,
    };
    written(data).into_iter().filter(is_quote).map(quote).collect()
}
