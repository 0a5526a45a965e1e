//! Short guides on asking, meeting and telling people, and what each screen is for: one source for both, our own
//! words, in text files in `guides/`.
//!
//! What a guide is called and its address are here, for the page that opens first. Its text comes with the second
//! part of the program. Absent: screens, and how a text is read aloud or printed.

mod help;
mod read;

pub use help::{Help, Topic, help};
pub use read::{Page, Point, Section};

/// A guide. Its address is shared, so it never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guide {
    /// Writing questions that people can answer.
    AskingWell,
    /// A survey from the first thought to what came of it.
    PlanningARound,
    /// Money and thanks for people's time.
    PayingAndThanking,
    /// Being beside somebody who answers.
    HelpingWithoutLeading,
    /// A meeting that everybody can take part in.
    MeetingTogether,
    /// Finding out together what the answers say.
    ReadingResults,
    /// "You said, we did".
    TellingPeople,
    /// Saying what is hard in a draft.
    CheckingASurvey,
}

/// Whom a guide is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// People who make surveys.
    Organisers,
    /// People who know what it is like, and make them better.
    CoDesigners,
    /// People who help somebody to answer.
    Supporters,
}

impl Guide {
    /// Every guide, in the order of the work.
    pub const ALL: [Guide; 8] = [
        Guide::PlanningARound,
        Guide::AskingWell,
        Guide::CheckingASurvey,
        Guide::MeetingTogether,
        Guide::HelpingWithoutLeading,
        Guide::PayingAndThanking,
        Guide::ReadingResults,
        Guide::TellingPeople,
    ];

    /// Its address.
    pub fn address(self) -> &'static str {
        match self {
            Guide::AskingWell => "asking-well",
            Guide::PlanningARound => "planning-a-round",
            Guide::PayingAndThanking => "paying-and-thanking",
            Guide::HelpingWithoutLeading => "helping-without-leading",
            Guide::MeetingTogether => "meeting-together",
            Guide::ReadingResults => "reading-results",
            Guide::TellingPeople => "telling-people",
            Guide::CheckingASurvey => "checking-a-survey",
        }
    }

    /// The guide with this address.
    pub fn at(address: &str) -> Option<Guide> {
        Guide::ALL.into_iter().find(|guide| guide.address() == address)
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Guide::AskingWell => "Ask good questions",
            Guide::PlanningARound => "Plan a survey from start to end",
            Guide::PayingAndThanking => "Pay and thank people",
            Guide::HelpingWithoutLeading => "Help without leading",
            Guide::MeetingTogether => "Meet and work together",
            Guide::ReadingResults => "Read the results together",
            Guide::TellingPeople => "Tell people what changed",
            Guide::CheckingASurvey => "Check a survey for others",
        }
    }

    fn file(self) -> &'static str {
        match self {
            Guide::AskingWell => include_str!("guides/asking_well.txt"),
            Guide::PlanningARound => include_str!("guides/planning_a_round.txt"),
            Guide::PayingAndThanking => include_str!("guides/paying_and_thanking.txt"),
            Guide::HelpingWithoutLeading => include_str!("guides/helping_without_leading.txt"),
            Guide::MeetingTogether => include_str!("guides/meeting_together.txt"),
            Guide::ReadingResults => include_str!("guides/reading_results.txt"),
            Guide::TellingPeople => include_str!("guides/telling_people.txt"),
            Guide::CheckingASurvey => include_str!("guides/checking_a_survey.txt"),
        }
    }

    /// What it says.
    pub fn page(self) -> Page {
        read::page(self.file())
    }

    /// The guide that goes on from it.
    pub fn next(self) -> Guide {
        let place = Guide::ALL.iter().position(|guide| *guide == self).unwrap_or_default();
        Guide::ALL[(place + 1) % Guide::ALL.len()]
    }
}

impl Reader {
    /// All of them.
    pub const ALL: [Reader; 3] = [Reader::Organisers, Reader::CoDesigners, Reader::Supporters];

    /// What a heading above their guides says.
    pub fn heading(self) -> &'static str {
        match self {
            Reader::Organisers => "For people who make surveys",
            Reader::CoDesigners => "For people who check surveys",
            Reader::Supporters => "For people who help somebody",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Reader::Organisers => "organisers",
            Reader::CoDesigners => "co-designers",
            Reader::Supporters => "supporters",
        }
    }
}
