//! Links that make a pair of two devices. A file of its own, so that the programs on phones that
//! read other links hold none of it.

use super::{ANSWER, BadLink, DRAFT, NOTES, REVIEW, SURVEY, find, fragment};
use crate::model::live::PairCode;
use crate::model::wire::Packet;

/// Stands in front of the code of a pair.
const PAIR: &str = "ask-pair.";

/// The fragment of a link that pairs, without `#`.
pub fn pair_fragment(code: &PairCode) -> String {
    fragment(PAIR, &code.to_packet())
}

/// The first code that pairs in a text: a link, its fragment, or a whole message.
pub fn read_pair(text: &str) -> Result<PairCode, BadLink> {
    let others = [SURVEY, ANSWER, REVIEW, NOTES, DRAFT];
    match find(text, PAIR).into_iter().next() {
        Some(found) => found,
        None if others.iter().any(|other| text.contains(other)) => Err(BadLink::OtherKind),
        None => Err(BadLink::Missing),
    }
}

/// True when the text holds a code that pairs.
pub fn is_pair(text: &str) -> bool {
    text.contains(PAIR)
}
