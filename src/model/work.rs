//! What a team does with what people wrote: tags, how the words may be used, and names that are struck out.
//!
//! All of it hangs on the answer that it is about, by the ids of the response and the question, so it outlives more
//! answers, new versions and new words. A [`Sheet`] is what is kept under one name: one for the tags of a survey, and
//! one for each response that something was done with. Sheets of two tabs or two computers become one, whatever each
//! did in whichever order. [`Work`] is all of them for one survey.
//!
//! Absent: the answers themselves, and what follows for them (see [`written`](super::written)); who keeps it.

mod sheet;
mod step;

pub use sheet::{Key, LARGEST_AT, LONGEST_STRUCK, LONGEST_TAG, Sheet, Stamp, Value};
pub use step::{BadTag, Change, MOST_TAGS, Of, State, Step, Tag, Work};

use super::id::{Id, ResponseId};
use super::response::Asked;

/// Names a tag, also when it is called something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TagId(pub Id);

/// One written answer: whose, and to which question, which time round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Whose.
    pub response: ResponseId,
    /// To what.
    pub asked: Asked,
}

/// How the words of an answer may be used. New ones are only ever put at the end: forms name them by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// As they are, but for what is struck out.
    Quote,
    /// Only said in other words.
    Paraphrase,
    /// Not at all outside of the team.
    Private,
}

impl Mark {
    /// Each, in the order that forms number them.
    pub const ALL: [Mark; 3] = [Mark::Quote, Mark::Paraphrase, Mark::Private];

    /// What organisers call it.
    pub fn says(self) -> &'static str {
        match self {
            Mark::Quote => "Quote",
            Mark::Paraphrase => "Paraphrase",
            Mark::Private => "Keep private",
        }
    }
}
