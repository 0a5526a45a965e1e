//! Which key a survey is published with.
//!
//! Absent: making keys and sealing (see [`seal`](super::seal)).

use super::draft::{HIGHEST_VERSION, Published};
use super::seal::PublicKey;

/// Which key to publish with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyChoice {
    /// The one at this place among those that are here.
    Held(usize),
    /// A new one: nothing was ever sealed to an older.
    New,
    /// None. The survey was published before, and its key is not here: a new one would leave every
    /// answer to the links that are out locked to the person who publishes now.
    Missing,
}

/// The number of the version after the `newest` one, which is 0 before the first. At the highest it stays: two
/// versions of one number are told apart by their editions, and a draft with a higher one could not be read again.
pub fn next_version(newest: u32) -> u32 {
    newest.saturating_add(1).min(HIGHEST_VERSION)
}

/// Chooses among the keys that are here, for a survey of which these versions were published. `is_lost`
/// says that there is a key which can't be read, or a version without its key.
pub fn key_to_publish(held: &[PublicKey], published: &[Published], is_lost: bool) -> KeyChoice {
    let is_of = |key: &PublicKey| held.iter().position(|own| own == key);
    let newest = published.iter().rev().find_map(|published| is_of(&published.key));
    match (newest, held.is_empty()) {
        (Some(place), _) => KeyChoice::Held(place),
        // Such as the key of a review, while another computer published.
        (None, false) if published.is_empty() => KeyChoice::Held(0),
        (None, true) if published.is_empty() && !is_lost => KeyChoice::New,
        (None, _) => KeyChoice::Missing,
    }
}
