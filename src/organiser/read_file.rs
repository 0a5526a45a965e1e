//! Reading a file that somebody picked or dropped: a text, an email that was saved, or a photo of codes.

use crate::browser::file::{Given, Unread};
use crate::browser::scan::{Grey, picture, picture_in};
use crate::model::given::{self, FileKind, Picture};
use crate::model::qr::read;

/// The text of every code in a picture.
pub fn codes(grey: &Grey) -> Vec<String> {
    read::read(grey.width, grey.height, &grey.points)
}

/// A file as it was read.
pub enum Read {
    /// The codes in a photo.
    Codes(given::Given),
    /// All of its bytes.
    Bytes(Vec<u8>),
}

/// Reads a file: a photo's codes, or the bytes of anything else.
pub async fn open_file(file: &Given, most: usize) -> Result<Read, Unread> {
    Ok(match picture(file).await? {
        Some(grey) => {
            let text = codes(&grey).join("\n");
            Read::Codes(given::Given { text, kind: FileKind::Text, pictures: Vec::new() })
        }
        None => Read::Bytes(file.bytes(most).await?),
    })
}

/// The text of every code in a picture that came in a zip or an email.
pub async fn codes_in(picture: &Picture) -> Result<Vec<String>, Unread> {
    Ok(codes(&picture_in(&picture.bytes, picture.mime()).await?))
}

/// What a file says: its text, that of an email, or that of the codes in a photo.
pub async fn read_file(file: &Given, most: usize) -> Result<given::Given, Unread> {
    Ok(match open_file(file, most).await? {
        Read::Codes(given) => given,
        Read::Bytes(bytes) => given::read(&file.name(), &bytes),
    })
}
