//! What people wrote, as a team works on it: which answers to read, what may be a name, what a person said about quotes,
//! how often each tag is used, and every quote that may be shown.
//!
//! The table of answers and the [`Work`](super::work::Work) on them go in. Answers themselves are never changed: words
//! that are struck out are still there for the team, and "[name]" for everybody else ([`struck_out`]).
//!
//! Absent: how small counts are hidden (see [`suppress`](super::suppress)).

mod consent;
mod names;
mod quotes;
mod reading;
mod strike;
mod tally;
mod who;

pub use consent::{Consent, consents, may_quote, quote_questions};
pub use names::names;
pub use quotes::{Quote, is_withheld, quotes, withheld};
pub use reading::{Sieve, passes};
pub use strike::{NAME, Piece, pieces, struck_out};
pub use tally::{TagCount, TagTally, tag_tally};
pub use who::asks_who;
