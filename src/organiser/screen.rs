//! Which screen is shown, and its address behind `#`, so that Back, reload and bookmarks work.
//!
//! Our own few lines and no router: routers go by the path, and a static host in any folder can't
//! send every path to one page.

use crate::model::guides::Guide;
use crate::model::id::SurveyId;
use crate::model::link::Sent;
use crate::model::practice::LEVELS;
pub use crate::model::steps::Part;

/// The address of the screen for working side by side.
const PAIR: &str = "pair";
/// The address of the list of guides, and what those of the guides begin with.
const GUIDES: &str = "guides";
/// The same for practice and its levels.
const PRACTICE: &str = "practice";
/// The address of the words that all surveys share.
const WORDS: &str = "words";

/// A screen of the organiser's program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// All surveys.
    Home,
    /// Working side by side, before there is a survey to do it with.
    Pair,
    /// The words that all surveys share.
    Words,
    /// What somebody sent, and this browser can't open.
    Sent(Sent),
    /// All guides.
    Guides,
    /// One guide.
    Guide(Guide),
    /// Practice: the levels, or one of them.
    Practice(Option<u8>),
    /// One part of one survey.
    Survey(SurveyId, Part),
}

/// Why an address leads to no screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// It is none of ours.
    Nowhere,
    /// Its survey is not in this browser.
    NoSurvey,
    /// Its survey is in this browser, and can't be read.
    Unreadable,
}

impl Screen {
    /// Its address, without `#`.
    pub fn fragment(self) -> String {
        match self {
            Screen::Home | Screen::Sent(_) => String::new(),
            Screen::Pair => PAIR.to_owned(),
            Screen::Guides => GUIDES.to_owned(),
            Screen::Guide(guide) => format!("{GUIDES}/{}", guide.address()),
            Screen::Practice(None) => PRACTICE.to_owned(),
            Screen::Practice(Some(level)) => format!("{PRACTICE}/{level}"),
            Screen::Words => WORDS.to_owned(),
            Screen::Survey(id, part) => format!("{}/{id}", part.address()),
        }
    }

    /// The screen with this address.
    pub fn parse(fragment: &str) -> Result<Self, Lost> {
        match fragment {
            "" => return Ok(Screen::Home),
            PAIR => return Ok(Screen::Pair),
            GUIDES => return Ok(Screen::Guides),
            PRACTICE => return Ok(Screen::Practice(None)),
            WORDS => return Ok(Screen::Words),
            _ => {}
        }
        let (address, id) = fragment.split_once('/').ok_or(Lost::Nowhere)?;
        match address {
            GUIDES => return Guide::at(id).map(Screen::Guide).ok_or(Lost::Nowhere),
            PRACTICE => {
                let level = id.parse().ok().filter(|level| (1..=LEVELS).contains(level));
                return level.map(|level| Screen::Practice(Some(level))).ok_or(Lost::Nowhere);
            }
            _ => {}
        }
        let part = Part::ALL.into_iter().find(|part| part.address() == address);
        Ok(Screen::Survey(SurveyId::parse(id).ok_or(Lost::Nowhere)?, part.ok_or(Lost::Nowhere)?))
    }
}
