//! The sent form of a survey with its photos: a file. A link can't carry photos.
//!
//! It holds the very bytes that a link holds, so a page that opened the file goes on as if it had
//! been given the link.

use super::{Packet, Unreadable, pack, unpack_v1};
use crate::model::photo::Photo;
use serde::{Deserialize, Serialize};

/// A survey as a file.
#[derive(Clone, PartialEq, Eq)]
pub struct SurveyFile {
    /// The survey's packet, deflated, as in a link.
    pub deflated: Vec<u8>,
    /// The photos that it names.
    pub photos: Vec<Photo>,
}

#[derive(Serialize, Deserialize)]
struct SurveyFileV1 {
    deflated: Vec<u8>,
    photos: Vec<Vec<u8>>,
}

impl Packet for SurveyFile {
    const NAME: &'static str = "survey file";

    /// Room for 500 photos.
    const LARGEST: usize = 20 * 1024 * 1024;

    fn to_packet(&self) -> Vec<u8> {
        let photos = self.photos.iter().map(|photo| photo.bytes().to_vec()).collect();
        pack(Self::NAME, 1, &SurveyFileV1 { deflated: self.deflated.clone(), photos })
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let SurveyFileV1 { deflated, photos } = unpack_v1(version, body)?;
        let photos = photos.into_iter().map(Photo::read_sent).collect::<Result<_, _>>()?;
        Ok(Self { deflated, photos })
    }
}
