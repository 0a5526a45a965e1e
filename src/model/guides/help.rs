//! What each screen of the organiser's program is for and what to do there first: "What is this?".
//!
//! In `help.txt`, a line `@ ADDRESS GUIDE` begins what is said of the screen with this address, and names the guide
//! that teaches more. Each line below it is a paragraph.

use super::Guide;
use crate::model::steps::Part;

const FILE: &str = include_str!("help.txt");

/// What help is for: each screen, and each part of a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// All surveys.
    Home,
    /// Where two devices become a pair.
    Pair,
    /// The words that all surveys share.
    Words,
    /// A link that this browser can't open.
    Sent,
    /// The list of guides.
    Guides,
    /// One guide.
    Guide,
    /// Finding and fixing faults that were put there.
    Practice,
    /// A part of a survey.
    Part(Part),
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// What the screen is for, and what to do first.
    pub lines: Vec<&'static str>,
    /// Where to learn more.
    pub guide: Guide,
}

impl Topic {
    /// Every topic.
    pub fn all() -> impl Iterator<Item = Topic> {
        let screens = [
            Topic::Home,
            Topic::Pair,
            Topic::Words,
            Topic::Sent,
            Topic::Guides,
            Topic::Guide,
            Topic::Practice,
        ];
        screens.into_iter().chain(Part::ALL.into_iter().map(Topic::Part))
    }

    /// What the file calls it.
    fn key(self) -> &'static str {
        match self {
            Topic::Home => "home",
            Topic::Pair => "pair",
            Topic::Words => "words",
            Topic::Sent => "sent",
            Topic::Guides => "guides",
            Topic::Guide => "guide",
            Topic::Practice => "practice",
            Topic::Part(part) => part.address(),
        }
    }
}

/// What is said of a screen. `None` where nothing is: a test holds that there is no such screen.
pub fn help(topic: Topic) -> Option<Help> {
    let mut lines = FILE.lines().skip_while(|line| {
        let mut words = line.split(' ');
        words.next() != Some("@") || words.next() != Some(topic.key())
    });
    let guide = Guide::at(lines.next()?.rsplit(' ').next()?)?;
    let lines = lines.take_while(|line| !line.starts_with('@')).collect();
    Some(Help { lines, guide })
}
