//! Reading a file that somebody picked or dropped: a text, an email that was saved, or a photo of codes.

use crate::browser::file::{Given, Unread};
use crate::browser::scan::{Grey, picture};
use crate::model::given::{self, FileKind};
use crate::model::qr::read;

/// The text of every code in a picture.
pub fn codes(grey: &Grey) -> Vec<String> {
    read::read(grey.width, grey.height, &grey.points)
}

/// What a file says: its text, that of an email, or that of the codes in a photo.
pub async fn read_file(file: &Given, most: usize) -> Result<given::Given, Unread> {
    Ok(match picture(file).await? {
        Some(grey) => given::Given { text: codes(&grey).join("\n"), kind: FileKind::Text },
        None => given::read(&file.name(), &file.bytes(most).await?),
    })
}
