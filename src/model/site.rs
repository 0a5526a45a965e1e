//! What a host says about the organisation that it runs this copy for: `site.json` beside the app. All of it
//! is optional, and none of it can run anything or reach another host: words are shown as words, a picture
//! is a file beside the app, and a link waits for somebody to press it.
//!
//! Absent: the file's form (see `wire`), fetching it, and showing it.

use super::draft::{Change, Content, Place};
use super::plain_text::without_controls;
use super::survey::{Language, MOST_TRANSLATIONS, MOST_WAYS, SendTo};
use super::ways::{tidy, unfit};
use super::web_address::host_of;

/// Most bytes of the file.
pub const LARGEST_SITE: usize = 16 * 1024;
/// Most characters of a name.
const LONGEST_NAME: usize = 100;
/// Most characters of the privacy notice: a survey's first page holds no more.
const LONGEST_NOTICE: usize = 1_000;
/// What a logo can be.
const PICTURES: [&str; 3] = [".png", ".svg", ".webp"];

/// What is said, once it is checked. The default says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The organisation. May be empty.
    pub name: String,
    /// The name of a picture file beside the app. May be empty.
    pub logo: String,
    /// What it does with what people say. May be empty, may have line breaks.
    pub privacy: String,
    /// Where more of that stands: an `https` address. May be empty.
    pub privacy_link: String,
    /// The languages that new surveys are to have, beside the one that they are written in.
    pub languages: Vec<Language>,
    /// Where the answers to new surveys go.
    pub send_to: Vec<SendTo>,
}

/// What is wrong with the file. It is not used then, not even in part: half of it could look like all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It has more bytes than we read.
    TooLarge,
    /// It is no JSON, or something in it is of another kind, as it is told by what reads it.
    Form(String),
    /// It is not one line of at most 100 characters.
    Name,
    /// It is not the name of a picture in the same folder.
    Logo,
    /// It is longer than 1,000 characters.
    Privacy,
    /// It is not a plain `https` address.
    PrivacyLink,
    /// One of them is no tag of a language, or there are more than a survey can have.
    Languages,
    /// One of them is no way to send, or there are more than a survey can have.
    SendTo,
}

impl Wrong {
    /// What is wrong and what would be right, for whoever set the copy up.
    pub fn says(&self) -> String {
        let why = match self {
            Wrong::TooLarge => "it has more than 16 kB",
            Wrong::Form(why) => why,
            Wrong::Name => "“name” has to be one line of at most 100 characters",
            Wrong::Logo => {
                "“logo” has to be the name of a .png, .svg or .webp file in the same folder, in letters, digits, \
                 hyphens and dots"
            }
            Wrong::Privacy => "“privacy” has to have at most 1,000 characters",
            Wrong::PrivacyLink => "“privacyLink” has to be an address that starts with https://",
            Wrong::Languages => "“languages” has to be a list of at most 12 tags, such as \"cy\"",
            Wrong::SendTo => {
                "“sendTo” has to be a list of at most 8 ways, each \"by\" email, text, whatsapp or hand, with a \
                 right address"
            }
        };
        ["site.json is not used: ", why, "."].concat()
    }
}

impl Site {
    /// The same without spaces round it, once all of it is right.
    pub(super) fn checked(mut self) -> Result<Self, Wrong> {
        let tidied = |text: &str| without_controls(text).trim().to_owned();
        let is_name = |name: &str| name.chars().count() <= LONGEST_NAME && !name.contains('\n');
        self.name = tidied(&self.name);
        self.privacy = tidied(&self.privacy);
        if !is_name(&self.name) {
            return Err(Wrong::Name);
        }
        if !self.logo.is_empty() && !is_beside(&self.logo) {
            return Err(Wrong::Logo);
        }
        if self.privacy.chars().count() > LONGEST_NOTICE {
            return Err(Wrong::Privacy);
        }
        if !self.privacy_link.is_empty() && host_of(&self.privacy_link).is_none() {
            return Err(Wrong::PrivacyLink);
        }
        if self.languages.len() > MOST_TRANSLATIONS {
            return Err(Wrong::Languages);
        }
        for way in &mut self.send_to {
            way.to = tidy(way.way, &way.to);
            way.name = tidied(&way.name);
        }
        let is_right =
            |way: &SendTo| unfit(way).is_none() && is_name(&way.to) && is_name(&way.name);
        if self.send_to.len() > MOST_WAYS || !self.send_to.iter().all(is_right) {
            return Err(Wrong::SendTo);
        }
        Ok(self)
    }

    /// What a new survey begins with: who asks, how answers are looked after, its languages and where answers go.
    /// None where the survey says so itself.
    pub fn begins(&self, content: &Content) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut write = |place, text: String| changes.push(Change::SetText { place, text });
        if content.organisation.is_empty() && !self.name.is_empty() {
            write(Place::Organisation, self.name.clone());
        }
        let notice = &content.notice;
        let is_said = !notice.privacy.is_empty() || !notice.privacy_link.is_empty();
        let own = [(Place::Privacy, &self.privacy), (Place::PrivacyLink, &self.privacy_link)];
        for (place, text) in own.into_iter().filter(|(_, text)| !is_said && !text.is_empty()) {
            write(place, text.clone());
        }
        let others = self.languages.iter().filter(|language| **language != content.language);
        changes.extend(others.map(|language| Change::AddLanguage(*language)));
        if content.send_to.is_empty() && !self.send_to.is_empty() {
            changes.push(Change::SetSendTo(self.send_to.clone()));
        }
        changes
    }
}

/// True for the name of a picture in the folder of the app. No folder, no host and no query can stand in it.
fn is_beside(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    name.len() <= LONGEST_NAME
        && name.bytes().all(fits)
        && name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && PICTURES.iter().any(|end| name.ends_with(end))
}
