//! A short sound or video with a question, such as the question read out or signed: the few bytes that a survey
//! carries of each, and its name.
//!
//! It travels as [photos](super::photo) do: a survey holds the name, which is made of what is in it, and a file
//! carries the bytes. A link can't.
//!
//! **Invariant:** what is read is a format that browsers play, told by its first bytes and never by what a file
//! is called. What phones write into a video about where it was filmed is taken out before it is kept.
//!
//! Absent: making one smaller, which browsers can't do, and playing one, which is [`ui`](crate::ui)'s.

use super::carried::{SOUND, VIDEO, is_named, name_of};
use super::survey::Survey;
use super::wire::Unreadable;

/// Most bytes of one sound or video: about 5 minutes of speech, or half a minute of a small video.
pub const LARGEST_MEDIA: usize = 5_000_000;

/// Most bytes of all that one survey has, so that its file goes through most mail.
pub const MOST_MEDIA: usize = 15_000_000;

/// Whether there is something to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKind {
    /// Only to hear.
    Sound,
    /// To see, and mostly to hear.
    Video,
}

/// A sound or a video.
#[derive(Clone, PartialEq, Eq)]
pub struct Media {
    bytes: Vec<u8>,
    mime: &'static str,
}

/// Why a file is none that a survey can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMedia {
    /// More than [`LARGEST_MEDIA`].
    TooLarge,
    /// Of a format that not all browsers play.
    Format,
}

impl Media {
    /// Checks the bytes of a file that a person chose, and takes out where it was filmed.
    ///
    /// # Errors
    /// When it is too large, or none that browsers play.
    pub fn of_file(mut bytes: Vec<u8>) -> Result<Self, NoMedia> {
        if bytes.len() > LARGEST_MEDIA {
            return Err(NoMedia::TooLarge);
        }
        if is_mp4(&bytes) {
            let end = bytes.len();
            clear_notes(&mut bytes, 0..end, 0);
        }
        Self::read(bytes).ok_or(NoMedia::Format)
    }

    /// Reads what was kept or sent. `None` for what no release makes.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let mime = mime_of(&bytes).filter(|_| bytes.len() <= LARGEST_MEDIA)?;
        Some(Self { bytes, mime })
    }

    /// The same for one that a file of ours holds. Another format may be one that a newer release knows.
    ///
    /// # Errors
    /// [`Unreadable::Newer`] for another format, [`Unreadable::Damaged`] for what no release makes.
    pub fn read_sent(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        match bytes.len() {
            1..=LARGEST_MEDIA => Self::read(bytes).ok_or(Unreadable::Newer),
            _ => Err(Unreadable::Damaged),
        }
    }

    /// The name by which surveys know it.
    pub fn name(&self) -> String {
        let is_video = self.mime.starts_with(VIDEO.trim_end_matches('-'));
        name_of(if is_video { VIDEO } else { SOUND }, &self.bytes)
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What browsers call its format.
    pub fn mime(&self) -> &'static str {
        self.mime
    }
}

/// What the name of a sound or video says that it is. `None` for any other name.
pub fn kind_of(name: &str) -> Option<MediaKind> {
    match () {
        () if is_named(SOUND, name) => Some(MediaKind::Sound),
        () if is_named(VIDEO, name) => Some(MediaKind::Video),
        () => None,
    }
}

/// True for the name of a sound or video.
pub fn is_media(name: &str) -> bool {
    kind_of(name).is_some()
}

/// The names of all sounds and videos in a survey, each once.
pub fn of_survey(survey: &Survey) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for question in &survey.questions {
        let is_new = names.iter().all(|name| **name != *question.media);
        if is_media(&question.media) && is_new {
            names.push(question.media.to_string());
        }
    }
    names
}

/// The format, told by the first bytes: MP3, MP4 (and M4A), Ogg, WAV or WebM.
fn mime_of(bytes: &[u8]) -> Option<&'static str> {
    Some(match bytes {
        [b'I', b'D', b'3', ..] => "audio/mpeg",
        // The start of a frame of layer 3.
        [0xff, second, ..] if second & 0xe6 == 0xe2 => "audio/mpeg",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => "audio/wav",
        [b'O', b'g', b'g', b'S', ..] if behind(bytes, b"\x80theora").is_none() => "audio/ogg",
        [0x1a, 0x45, 0xdf, 0xa3, ..] => {
            // What is in it stands in front. Farther on, these letters may be a part of a sound.
            let head = bytes.get(..4096).unwrap_or(bytes);
            behind(head, b"webm")?;
            let film = behind(head, b"V_VP").or_else(|| behind(head, b"V_AV"));
            if film.is_some() { "video/webm" } else { "audio/webm" }
        }
        _ if is_mp4(bytes) => {
            let mut rest = bytes;
            loop {
                match behind(rest, b"hdlr") {
                    None => break "audio/mp4",
                    // A track says after 8 more bytes what it is for.
                    Some(track) if track.get(8..12) == Some(b"vide") => break "video/mp4",
                    Some(track) => rest = track,
                }
            }
        }
        _ => return None,
    })
}

/// What follows the first of these in the bytes.
fn behind<'a>(bytes: &'a [u8], what: &[u8]) -> Option<&'a [u8]> {
    let at = bytes.windows(what.len()).position(|part| part == what)?;
    bytes.get(at + what.len()..)
}

/// MP4, and none of its relatives: QuickTime, which most phones do not play, and pictures.
fn is_mp4(bytes: &[u8]) -> bool {
    let brand = bytes.get(8..12).unwrap_or_default();
    bytes.get(4..8) == Some(b"ftyp")
        && !matches!(brand, b"qt  " | b"heic" | b"heix" | b"mif1" | b"avif")
}

/// Overwrites what an MP4 file says about itself: where it was filmed, by whom, with which phone. The parts stay
/// as long as they were, so that all others stay where the file says that they are.
fn clear_notes(bytes: &mut [u8], within: core::ops::Range<usize>, depth: u8) {
    let mut at = within.start;
    while let Some(&[a, b, c, d, ref name @ ..]) =
        bytes.get(at..within.end).and_then(|rest| rest.first_chunk::<8>())
    {
        let size = u32::from_be_bytes([a, b, c, d]) as usize;
        let left = within.end - at;
        // 0 is "to the end". Sizes of 64 bits belong to files that are too large for us, or to their sound.
        let size = if size == 0 { left } else { size };
        if !(8..=left).contains(&size) {
            return;
        }
        match name {
            b"udta" | b"meta" | b"uuid" => {
                bytes[at + 4..at + 8].copy_from_slice(b"free");
                bytes[at + 8..at + size].fill(0);
            }
            // Nobody nests them deeper.
            b"moov" | b"trak" if depth < 2 => clear_notes(bytes, at + 8..at + size, depth + 1),
            _ => {}
        }
        at += size;
    }
}
