//! What people are told and shown before they begin, beside what the survey is for: how their answers are
//! looked after, whom to ask, until when the answers are kept, and the logo of who asks.

use crate::model::web_address::host_of;

/// What is told. The default says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// How answers are looked after, in the organiser's own words. May be empty, may have line breaks.
    pub privacy: String,
    /// Where more of that stands: an `https` address. May be empty.
    pub privacy_link: String,
    /// Whom people can ask, and how they reach them. May be empty.
    pub ask: String,
    /// The last day on which answers are kept, in days since 1970-01-01. `None` when nobody said.
    pub keep_until: Option<u32>,
    /// The name of the picture at the top of the first page. May be empty.
    pub logo: String,
    /// What that picture shows, for people who do not see it.
    pub logo_alt: String,
}

impl Notice {
    /// The texts that are written, in an order that never changes.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let texts = [&mut self.privacy, &mut self.privacy_link, &mut self.ask, &mut self.logo_alt];
        texts.into_iter().filter(|text| !text.is_empty())
    }

    /// False for an address that leads to no plain `https` page. No address at all is fine.
    pub fn has_sound_link(&self) -> bool {
        self.privacy_link.is_empty() || host_of(&self.privacy_link).is_some()
    }
}
