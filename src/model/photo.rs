//! People's own photos: the few bytes that a survey carries of each, and its name.
//!
//! A photo is named by what is in it, so copies and merges never mix two up. A survey holds only the
//! name, where it would hold the code of a picture of ours.
//!
//! **Invariant:** a photo holds an image and nothing about it: no place, no camera, no time. What
//! comes from a file is checked for that, like everything from outside.
//!
//! Absent: making one from a camera's file, which the browser does. Which part of that is shown is in
//! [`crop`].

pub mod crop;

use super::carried::{PHOTO, is_named, name_of};
use super::survey::Survey;
use super::wire::Unreadable;

/// Most bytes of one photo.
pub const LARGEST_PHOTO: usize = 40_000;

/// The image, as WebP or JPEG.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    bytes: Vec<u8>,
}

impl Photo {
    /// Checks the bytes of a file. `None` for what is no small WebP or JPEG, and for an image that
    /// carries more than itself.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let is_bare = bytes.len() <= LARGEST_PHOTO && (is_webp(&bytes) || is_jpeg(&bytes));
        is_bare.then_some(Self { bytes })
    }

    /// The same for a photo that one of our files holds. Another format may be one that a newer release
    /// knows. No release makes an image that carries more than itself.
    pub fn read_sent(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        let is_ours = bytes.starts_with(b"RIFF") || bytes.starts_with(&[0xff, 0xd8]);
        let is_newer = (1..=LARGEST_PHOTO).contains(&bytes.len()) && !is_ours;
        let why = if is_newer { Unreadable::Newer } else { Unreadable::Damaged };
        Self::read(bytes).ok_or(why)
    }

    /// The name by which surveys know it.
    pub fn name(&self) -> String {
        name_of(PHOTO, &self.bytes)
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What browsers call its format.
    pub fn mime(&self) -> &'static str {
        if self.bytes.starts_with(b"RIFF") { "image/webp" } else { "image/jpeg" }
    }
}

/// True for the name of a photo. Other pictures are ours.
pub fn is_photo(name: &str) -> bool {
    is_named(PHOTO, name)
}

/// The names of all photos in a survey, each once.
pub fn of_survey(survey: &Survey) -> Vec<String> {
    let logo = &survey.notice.logo;
    let mut names: Vec<String> = is_photo(logo).then(|| logo.clone()).into_iter().collect();
    for question in &survey.questions {
        let choices = question.choices.iter().map(|choice| &choice.picture);
        for name in choices.chain([&question.picture]) {
            if is_photo(name) && !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    names
}

/// The parts of a WebP file that hold an image and its colours.
const PARTS: [&[u8; 4]; 5] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"];

/// A WebP file of image data alone: no `EXIF`, no `XMP `, no moving pictures.
///
/// Each part says how long it is, up to 4 GB. In a browser such a length runs over when it is added to, so
/// what is left gets shorter here and nothing is added.
fn is_webp(bytes: &[u8]) -> bool {
    let number = |word: [u8; 4]| u32::from_le_bytes(word) as usize;
    let Some(([b'R', b'I', b'F', b'F', size @ ..], mut rest)) = bytes.split_first_chunk::<8>()
    else {
        return false;
    };
    if number(*size) != rest.len() || rest.len() == 4 {
        return false;
    }
    let Some(parts) = rest.strip_prefix(b"WEBP") else { return false };
    rest = parts;
    while let Some((head, inside)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, length @ ..] = *head;
        let length = number(length);
        // Padded to an even length.
        let after = inside.get(length..).and_then(|after| after.get(length % 2..));
        match after {
            Some(after) if PARTS.contains(&&[a, b, c, d]) => rest = after,
            _ => return false,
        }
    }
    rest.is_empty()
}

/// A JPEG file of image data alone: no `APP1`, where cameras write, nor any other note but the two
/// that say how to show it (JFIF and the colours).
fn is_jpeg(bytes: &[u8]) -> bool {
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return false;
    }
    let mut at = 2;
    while let Some(&[0xff, marker, high, low]) = bytes.get(at..at + 4) {
        // APP0 and APP2, tables, the frame, and the start of the image.
        if !matches!(marker, 0xe0 | 0xe2 | 0xdb | 0xc0..=0xcf | 0xdd | 0xda) {
            return false;
        }
        let length = usize::from(u16::from_be_bytes([high, low]));
        if length < 2 {
            return false;
        }
        at += 2 + length;
        if marker == 0xda {
            // Behind it comes the image itself, up to the next mark that is no part of it.
            let Some(rest) = bytes.get(at..) else { return false };
            let is_mark = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7);
            let Some(length) = rest.windows(2).position(is_mark) else { return false };
            at += length;
            if bytes.get(at..) == Some(&[0xff, 0xd9]) {
                return true;
            }
        }
    }
    false
}
