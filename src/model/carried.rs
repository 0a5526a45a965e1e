//! The names of what people bring themselves: photos, sounds and videos. Each is named by what is in it, so copies
//! and merges never mix two up.
//!
//! Absent: which bytes are one (see [`photo`](super::photo) and [`media`](super::media)).

use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// What the name of a photo starts with.
pub(super) const PHOTO: &str = "photo-";
/// What the name of a sound starts with.
pub(super) const SOUND: &str = "sound-";
/// What the name of a video starts with.
pub(super) const VIDEO: &str = "video-";

/// Hexadecimal digits behind it.
const DIGITS: usize = 32;

/// The name of these bytes.
pub(super) fn name_of(start: &str, bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
    let digits = hash[..DIGITS / 2].iter().flat_map(|byte| [byte >> 4, byte & 15]);
    start.chars().chain(digits.map(digit)).collect()
}

/// True for such a name with this start.
pub(super) fn is_named(start: &str, name: &str) -> bool {
    let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    name.strip_prefix(start).is_some_and(|rest| rest.len() == DIGITS && rest.bytes().all(digit))
}

/// Every such name that stands anywhere in these bytes. A draft's packet names each one that its history knows,
/// which undo can bring back.
pub fn named_in(bytes: &[u8]) -> BTreeSet<String> {
    // All of them are of one length.
    let named = |part: &[u8]| {
        let is_one = part[PHOTO.len() - 1] == b'-';
        let name = core::str::from_utf8(part).ok().filter(|_| is_one)?;
        [PHOTO, SOUND, VIDEO].iter().any(|start| is_named(start, name)).then(|| name.to_owned())
    };
    bytes.windows(PHOTO.len() + DIGITS).filter_map(named).collect()
}
