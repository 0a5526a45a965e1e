//! Pictures in what somebody gave: a photo of a code in a zip, or attached to an email. What tells one is how its bytes
//! begin, as names lie.
//!
//! Absent: opening one, which a browser does, and the codes in it (see [`qr`](crate::model::qr)).

use sha2::{Digest, Sha256};

/// A picture, not yet opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What people call it. Empty where nobody named it.
    pub name: String,
    /// The file. Empty where there was no room for it.
    pub bytes: Vec<u8>,
}

impl Picture {
    /// What browsers call its format.
    pub fn mime(&self) -> &'static str {
        mime(&self.bytes).unwrap_or_default()
    }

    /// Tells one picture from another: the logo under each of a thousand emails is looked at once.
    pub fn print(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }
}

/// What browsers call the format of these bytes. `None` for what is no picture that cameras and phones make. Not all
/// browsers open each.
pub(super) fn mime(bytes: &[u8]) -> Option<&'static str> {
    Some(match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', ..] => "image/png",
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => "image/gif",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        [_, _, _, _, b'f', b't', b'y', b'p', kind @ ..] => match kind.get(..4)? {
            b"heic" | b"heix" | b"heim" | b"mif1" | b"msf1" => "image/heic",
            b"avif" | b"avis" => "image/avif",
            _ => return None,
        },
        _ => return None,
    })
}
