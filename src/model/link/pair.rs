//! Links that make a pair of two devices. A file of its own, so that the programs on phones that
//! read other links hold none of it.

use super::message::{find, nothing_in};
use super::{BadLink, Sent, fragment, sent};
use crate::model::live::PairCode;
use crate::model::wire::Packet;

/// Stands in front of the code of a pair.
pub(super) const PAIR: &str = "ask-pair.";

/// The fragment of a link that pairs, without `#`.
pub fn pair_fragment(code: &PairCode) -> String {
    fragment(PAIR, &code.to_packet())
}

/// The first code that pairs in a text: a link, its fragment, or a whole message.
pub fn read_pair(text: &str) -> Result<PairCode, BadLink> {
    find(text, PAIR).into_iter().next().unwrap_or_else(|| Err(nothing_in(text)))
}

/// True when the text holds a code that pairs.
pub fn is_pair(text: &str) -> bool {
    sent(text) == Some(Sent::Pair)
}
