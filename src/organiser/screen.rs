//! Which screen is shown, and its address behind `#`, so that Back, reload and bookmarks work.
//!
//! Our own few lines and no router: routers go by the path, and a static host in any folder can't
//! send every path to one page.

use crate::model::id::SurveyId;

/// A screen of the organiser's program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// All surveys.
    Home,
    /// One part of one survey.
    Survey(SurveyId, Part),
}

/// A part of a survey's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The editor.
    Questions,
    /// What it is written in, and its words in other languages.
    Languages,
    /// The link, and ways to hand it out.
    Share,
    /// Taking in answers.
    Inbox,
    /// What people said.
    Results,
}

impl Part {
    /// Every part, in the order of the work.
    pub const ALL: [Part; 5] =
        [Part::Questions, Part::Languages, Part::Share, Part::Inbox, Part::Results];

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Part::Questions => "Questions",
            Part::Languages => "Languages",
            Part::Share => "Share",
            Part::Inbox => "Add answers",
            Part::Results => "What people said",
        }
    }

    fn address(self) -> &'static str {
        match self {
            Part::Questions => "questions",
            Part::Languages => "languages",
            Part::Share => "share",
            Part::Inbox => "add-answers",
            Part::Results => "results",
        }
    }
}

impl Screen {
    /// Its address, without `#`.
    pub fn fragment(self) -> String {
        match self {
            Screen::Home => String::new(),
            Screen::Survey(id, part) => format!("{}/{id}", part.address()),
        }
    }

    /// The screen with this address. Home for any other.
    pub fn parse(fragment: &str) -> Self {
        let survey = || {
            let (address, id) = fragment.split_once('/')?;
            let part = Part::ALL.into_iter().find(|part| part.address() == address)?;
            Some(Screen::Survey(SurveyId::parse(id)?, part))
        };
        survey().unwrap_or(Screen::Home)
    }
}
