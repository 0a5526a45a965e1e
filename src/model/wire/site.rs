//! The form of `site.json`, which hosts write by hand. Fields that are not known here may be of a newer app.

use crate::model::site::{LARGEST_SITE, Site, Wrong};
use crate::model::survey::{Language, SendTo, Way};
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct SiteV1 {
    name: String,
    logo: String,
    privacy: String,
    privacy_link: String,
    languages: Vec<String>,
    send_to: Vec<SendToV1>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SendToV1 {
    by: String,
    to: String,
    name: String,
}

impl SendToV1 {
    fn read(self) -> Option<SendTo> {
        let way = match &*self.by {
            "email" => Way::Email,
            "text" => Way::Text,
            "whatsapp" => Way::WhatsApp,
            "hand" => Way::ByHand,
            _ => return None,
        };
        Some(SendTo { way, to: self.to, name: self.name })
    }
}

impl Site {
    /// Reads the file's text.
    ///
    /// # Errors
    /// With what is wrong first, in the order of the fields.
    pub fn from_json(text: &str) -> Result<Self, Wrong> {
        if text.len() > LARGEST_SITE {
            return Err(Wrong::TooLarge);
        }
        let read: SiteV1 =
            serde_json::from_str(text).map_err(|error| Wrong::Form(error.to_string()))?;
        let languages = read.languages.iter().map(|tag| Language::parse(tag));
        let send_to = read.send_to.into_iter().map(SendToV1::read);
        Site {
            name: read.name,
            logo: read.logo,
            privacy: read.privacy,
            privacy_link: read.privacy_link,
            languages: languages.collect::<Option<_>>().ok_or(Wrong::Languages)?,
            send_to: send_to.collect::<Option<_>>().ok_or(Wrong::SendTo)?,
        }
        .checked()
    }
}
