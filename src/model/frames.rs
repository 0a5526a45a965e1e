//! A text that is too long for one code, as numbered frames: codes that a screen shows one after another, for a camera
//! that may begin anywhere, miss some and see others twice.
//!
//! A frame is `ask-frame.<film>.<number>.<of>.<check>.<part>`: which text it is of, its number from 1, how many
//! there are, what tells a damaged one, and its part of the text. Here is what shows them. What puts them together is
//! in `collect`, for the organiser's program alone.

pub mod collect;

use base64ct::{Base64UrlUnpadded, Encoding};
use sha2::{Digest, Sha256};

/// Stands in front of a frame.
const MARK: &str = "ask-frame.";

/// Most bytes of a frame: a code of version 11, which poor cameras read off a moving screen.
pub const LARGEST: usize = 300;

/// Bytes of a frame for all but its part of the text.
const HEAD: usize = 40;

/// Bytes that tell one text from another, and a whole text from a wrong one.
const NAME: usize = 6;

/// Bytes that tell a damaged frame.
const CHECK: usize = 3;

/// Milliseconds that a frame stands: from slow to quick. People change it while the frames run.
pub const TURNS: [i32; 5] = [2_000, 1_000, 500, 250, 125];

/// Where to begin among [`TURNS`], and where for people who want little movement.
pub const USUAL: usize = 3;
/// See [`USUAL`].
pub const CALM: usize = 0;

/// The frames of a text, in their order. One at least.
pub fn cut(text: &str) -> Vec<String> {
    let name = digest(text.as_bytes(), NAME);
    let count = text.len().div_ceil(LARGEST - HEAD).max(1);
    // All about as long, so that their codes are of one size.
    let size = text.len().div_ceil(count);
    let mut rest = text;
    let mut parts = Vec::new();
    while parts.is_empty() || !rest.is_empty() {
        let mut end = size.min(rest.len());
        // No letter is cut in two. One has at most 4 bytes, and a part has more.
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let (part, behind) = rest.split_at(end);
        parts.push(part);
        rest = behind;
    }
    let of = parts.len().to_string();
    let frame = |(place, part): (usize, &&str)| {
        let number = (place + 1).to_string();
        let check = check(&name, &number, &of, part);
        [MARK, &name, ".", &number, ".", &of, ".", &check, ".", part].concat()
    };
    parts.iter().enumerate().map(frame).collect()
}

fn check(name: &str, number: &str, of: &str, part: &str) -> String {
    digest([name, ".", number, ".", of, ".", part].concat().as_bytes(), CHECK)
}

/// The first bytes of a text's digest, in letters.
fn digest(bytes: &[u8], length: usize) -> String {
    Base64UrlUnpadded::encode_string(&Sha256::digest(bytes)[..length])
}
