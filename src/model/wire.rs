//! The saved and sent forms of everything: the only place that derives serde.
//!
//! A packet is one version byte, the value in postcard, and 4 bytes of check. Links in the wild
//! can't be migrated, so every version that was ever sent still reads: a changed form is a new
//! type `…V2` beside the old one. The golden files in `tests/data/v1/` prove it.
//!
//! postcard does not describe itself: fields are never added to a `V1`, and new variants of an
//! enum only ever come last. A phone keeps an old release by design, so what a newer one made must
//! never be called damaged: bytes whose check holds are as they were sent, and where they don't decode
//! they are [`Unreadable::Newer`]. Only what breaks a rule that all releases share is damaged.
//!
//! **Invariant:** what is read is checked before anyone else sees it. Sizes come first, then the
//! check, then the rules of each type.
//!
//! Absent: compression (see [`deflate`](super::deflate)), links (see [`link`](super::link)).

mod backup;
mod change;
mod draft;
mod glossary;
mod invited;
mod live;
mod log;
mod missing;
mod place;
mod question;
mod receipts;
mod report;
mod response;
mod review;
mod site;
mod survey;
mod survey_file;
mod tablet;
mod template;
mod written;

pub use backup::{Backup, BackupSurvey, LARGEST_BACKUP};
pub use survey_file::SurveyFile;

use super::id::Edition;
use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

/// Most bytes in one packet, but for drafts. Publishing keeps surveys far below.
pub const LARGEST_PACKET: usize = 1024 * 1024;

/// Bytes of check behind a packet: 1 in 4 billion damaged packets slips through.
const CHECK: usize = 4;

/// Why bytes could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Made by a newer version of the app.
    Newer,
    /// Changed on the way, or never one of ours.
    Damaged,
    /// Larger than anything we make.
    TooLarge,
}

/// Something with a saved form.
pub trait Packet: Sized {
    /// Goes into the check, so that one thing is never read as another.
    const NAME: &'static str;

    /// Most bytes that are read. A cap for hostile files, so that nothing large is unpacked.
    const LARGEST: usize = LARGEST_PACKET;

    /// The packet: version byte, postcard, check.
    fn to_packet(&self) -> Vec<u8>;

    /// Reads the body of a packet of this version.
    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable>;

    /// Reads a packet of any version there ever was.
    fn from_packet(bytes: &[u8]) -> Result<Self, Unreadable> {
        let (version, body) = checked(Self::NAME, Self::LARGEST, bytes)?;
        Self::from_body(version, body)
    }
}

/// The version and the body of a packet, once its size and its check are right.
fn checked<'a>(name: &str, largest: usize, bytes: &'a [u8]) -> Result<(u8, &'a [u8]), Unreadable> {
    if bytes.len() > largest {
        return Err(Unreadable::TooLarge);
    }
    let end = bytes.len().checked_sub(CHECK).ok_or(Unreadable::Damaged)?;
    let (packet, check) = bytes.split_at(end);
    if check != check_of(name, packet) {
        return Err(Unreadable::Damaged);
    }
    let (version, body) = packet.split_first().ok_or(Unreadable::Damaged)?;
    Ok((*version, body))
}

/// The edition of a survey's packet: the first 16 bytes of the SHA-256 of its version byte and body.
fn edition_of(version: u8, body: &[u8]) -> Edition {
    let hash = Sha256::new().chain_update([version]).chain_update(body).finalize();
    let mut edition = [0; 16];
    edition.copy_from_slice(&hash[..16]);
    Edition(edition)
}

/// A packet as text, for browser storage and for JSON.
pub fn to_text<T: Packet>(value: &T) -> String {
    Base64UrlUnpadded::encode_string(&value.to_packet())
}

/// Reads what [`to_text`] wrote.
pub fn from_text<T: Packet>(text: &str) -> Result<T, Unreadable> {
    if text.len() / 4 * 3 > T::LARGEST {
        return Err(Unreadable::TooLarge);
    }
    T::from_packet(&Base64UrlUnpadded::decode_vec(text).map_err(|_| Unreadable::Damaged)?)
}

/// Puts a value of the newest form into a packet.
fn pack<T: Serialize>(name: &str, version: u8, value: &T) -> Vec<u8> {
    packet(name, with_version(version, value))
}

/// The same with zeros after the value, so that the packet's length says little about it.
fn pack_padded<T: Serialize>(name: &str, version: u8, value: &T) -> Vec<u8> {
    let mut bytes = with_version(version, value);
    bytes.resize(step_from(bytes.len() + CHECK) - CHECK, 0);
    packet(name, bytes)
}

fn with_version<T: Serialize>(version: u8, value: &T) -> Vec<u8> {
    let mut bytes = vec![version];
    // Plain data into memory: postcard has no way to fail here.
    bytes.extend(postcard::to_allocvec(value).unwrap_or_default());
    bytes
}

fn packet(name: &str, mut bytes: Vec<u8>) -> Vec<u8> {
    let check = check_of(name, &bytes);
    bytes.extend(check);
    bytes
}

/// The next length that padded packets have: at most 64 bytes or an eighth more.
fn step_from(length: usize) -> usize {
    length.next_multiple_of((length.next_power_of_two() / 16).max(64))
}

/// Reads the body of a padded packet. Anything but zeros after the value was written by a newer release.
fn unpack_padded<T: DeserializeOwned>(body: &[u8]) -> Result<T, Unreadable> {
    match postcard::take_from_bytes(body) {
        Ok((value, padding)) if padding.iter().all(|byte| *byte == 0) => Ok(value),
        _ => Err(Unreadable::Newer),
    }
}

/// Reads the body of a version 1 packet, to its last byte. Its check holds by then, so a variant that
/// is not known here, and bytes that are left over, were written by a newer release.
fn unpack_v1<T: DeserializeOwned>(version: u8, body: &[u8]) -> Result<T, Unreadable> {
    match version {
        0 => Err(Unreadable::Damaged),
        1 => match postcard::take_from_bytes(body) {
            Ok((value, [])) => Ok(value),
            _ => Err(Unreadable::Newer),
        },
        2.. => Err(Unreadable::Newer),
    }
}

fn check_of(name: &str, bytes: &[u8]) -> [u8; CHECK] {
    let hash = Sha256::new().chain_update(name).chain_update(bytes).finalize();
    [hash[0], hash[1], hash[2], hash[3]]
}
