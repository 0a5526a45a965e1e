//! The sent form of a survey with its photos, sounds and videos: a file. A link can't carry those.
//!
//! It holds the very bytes that a link holds, so a page that opened the file goes on as if it had
//! been given the link.

use super::{Packet, Unreadable, pack, unpack_v1};
use crate::model::media::{MOST_MEDIA, Media};
use crate::model::photo::Photo;
use crate::model::survey::MOST_QUESTIONS;
use serde::{Deserialize, Serialize};

/// A survey as a file.
#[derive(Clone, PartialEq, Eq)]
pub struct SurveyFile {
    /// The survey's packet, deflated, as in a link.
    pub deflated: Vec<u8>,
    /// The photos that it names.
    pub photos: Vec<Photo>,
    /// The sounds and videos that it names.
    pub media: Vec<Media>,
}

#[derive(Serialize, Deserialize)]
struct SurveyFileV1 {
    deflated: Vec<u8>,
    photos: Vec<Vec<u8>>,
}

/// One with a sound or a video. One without is sent in the first form, which every release reads.
#[derive(Serialize)]
struct SurveyFileV2 {
    file: SurveyFileV1,
    media: Vec<Vec<u8>>,
}

impl Packet for SurveyFile {
    const NAME: &'static str = "survey file";

    /// Room for 500 photos, and for all sounds and videos that a survey may have.
    const LARGEST: usize = 20 * 1024 * 1024 + MOST_MEDIA;

    fn to_packet(&self) -> Vec<u8> {
        let photos = self.photos.iter().map(|photo| photo.bytes().to_vec()).collect();
        let file = SurveyFileV1 { deflated: self.deflated.clone(), photos };
        if self.media.is_empty() {
            return pack(Self::NAME, 1, &file);
        }
        let media = self.media.iter().map(|media| media.bytes().to_vec()).collect();
        pack(Self::NAME, 2, &SurveyFileV2 { file, media })
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        // In its parts: a phone then has the code to read the first of them once.
        let (SurveyFileV1 { deflated, photos }, rest) = match version {
            0 => return Err(Unreadable::Damaged),
            1 | 2 => postcard::take_from_bytes(body).map_err(|_| Unreadable::Newer)?,
            3.. => return Err(Unreadable::Newer),
        };
        let media: Vec<Vec<u8>> = match version {
            2 => unpack_v1(1, rest)?,
            _ if rest.is_empty() => Vec::new(),
            _ => return Err(Unreadable::Newer),
        };
        // Publishing lets no survey have more, in number or in all.
        let size: usize = media.iter().map(Vec::len).sum();
        if media.len() > MOST_QUESTIONS || size > MOST_MEDIA {
            return Err(Unreadable::TooLarge);
        }
        let photos = photos.into_iter().map(Photo::read_sent).collect::<Result<_, _>>()?;
        let media = media.into_iter().map(Media::read_sent).collect::<Result<_, _>>()?;
        Ok(Self { deflated, photos, media })
    }
}
