//! What an organiser is asked, or told once, before words go out to people.
//!
//! Nothing here blocks: a second press publishes. Absent: what has to be mended first (see
//! [`publish`](super::draft::Draft::publish)).

use super::draft::Content;
use super::survey::Language;

/// What to ask and tell before a press publishes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// True while nobody would be told where answers go: asked before the first link goes out, when an answer still
    /// costs nothing.
    pub asks_where: bool,
    /// The languages that people could pick and that are not finished, with how many texts each lacks.
    pub unfinished: Vec<(Language, usize)>,
}

/// What there is to ask and to tell. `is_first` is true until a version is published.
pub fn before(content: &Content, is_first: bool) -> Before {
    let others = content.translations.keys().filter(|language| **language != content.language);
    let lacks = others.map(|language| (*language, content.untranslated(*language)));
    let unfinished = lacks
        .filter(|(_, (missing, all))| 0 < *missing && missing < all)
        .map(|(language, (missing, _))| (language, missing));
    Before { asks_where: is_first && content.send_to.is_empty(), unfinished: unfinished.collect() }
}

impl Before {
    /// True when a press has to stop for it. Where the organiser `sees` the list of languages already, that alone stops
    /// nothing.
    pub fn stops(&self, sees: bool) -> bool {
        self.asks_where || !sees && !self.unfinished.is_empty()
    }
}
