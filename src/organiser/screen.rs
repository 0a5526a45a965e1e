//! Which screen is shown, and its address behind `#`, so that Back, reload and bookmarks work.
//!
//! Our own few lines and no router: routers go by the path, and a static host in any folder can't
//! send every path to one page.

use crate::model::id::SurveyId;
use crate::model::link::Sent;

/// The address of the screen for working side by side.
const PAIR: &str = "pair";

/// A screen of the organiser's program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// All surveys.
    Home,
    /// Working side by side, before there is a survey to do it with.
    Pair,
    /// What somebody sent, and this browser can't open.
    Sent(Sent),
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

/// A part of a survey's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The editor.
    Questions,
    /// Easy-read advice on all of it, and who checked it.
    Advice,
    /// Which question comes after which, as a map.
    Paths,
    /// What it is written in, and its words in other languages.
    Languages,
    /// Making it with others: review, notes and drafts.
    Together,
    /// How it was made, to show and print.
    Making,
    /// The link, and ways to hand it out.
    Share,
    /// Taking in answers.
    Inbox,
    /// What people said.
    Results,
    /// Removing many answers at once.
    Removing,
}

impl Part {
    /// Every part, in the order of the work.
    pub const ALL: [Part; 10] = [
        Part::Questions,
        Part::Advice,
        Part::Paths,
        Part::Languages,
        Part::Together,
        Part::Making,
        Part::Share,
        Part::Inbox,
        Part::Results,
        Part::Removing,
    ];

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Part::Questions => "Questions",
            Part::Advice => "Advice",
            Part::Paths => "Paths",
            Part::Languages => "Languages",
            Part::Together => "Together",
            Part::Making => "How we made it",
            Part::Share => "Share",
            Part::Inbox => "Add answers",
            Part::Results => "What people said",
            Part::Removing => "Remove answers",
        }
    }

    /// True for what needs the draft itself. The others only need what was published.
    pub fn needs_draft(self) -> bool {
        !matches!(self, Part::Share | Part::Inbox | Part::Results)
    }

    fn address(self) -> &'static str {
        match self {
            Part::Questions => "questions",
            Part::Advice => "advice",
            Part::Paths => "paths",
            Part::Languages => "languages",
            Part::Together => "together",
            Part::Making => "making",
            Part::Share => "share",
            Part::Inbox => "add-answers",
            Part::Results => "results",
            Part::Removing => "remove-answers",
        }
    }
}

impl Screen {
    /// Its address, without `#`.
    pub fn fragment(self) -> String {
        match self {
            Screen::Home | Screen::Sent(_) => String::new(),
            Screen::Pair => PAIR.to_owned(),
            Screen::Survey(id, part) => format!("{}/{id}", part.address()),
        }
    }

    /// The screen with this address.
    pub fn parse(fragment: &str) -> Result<Self, Lost> {
        match fragment {
            "" => return Ok(Screen::Home),
            PAIR => return Ok(Screen::Pair),
            _ => {}
        }
        let (address, id) = fragment.split_once('/').ok_or(Lost::Nowhere)?;
        let part = Part::ALL.into_iter().find(|part| part.address() == address);
        Ok(Screen::Survey(SurveyId::parse(id).ok_or(Lost::Nowhere)?, part.ok_or(Lost::Nowhere)?))
    }
}
