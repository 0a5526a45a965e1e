//! Working side by side: what two devices hand each other to find one another, and what they say
//! once they have.
//!
//! A [`PairCode`] goes from one device to the other as a link, and one comes back. Then [`Said`]
//! goes to and fro, cut into [`parts`](cut) that a data channel carries. [`Known`] tells which edits
//! the other device does not have yet.
//!
//! Absent: the connection itself (the browser makes it), and who may join. Whoever has the code can
//! answer it, once, while the card that shows it is open.

mod code;
mod parts;

pub use code::{Address, LARGEST_NAME, PairCode, Reach, Side};
pub use parts::{LARGEST_PART, Parts, cut};

use super::draft::{Draft, Edit};
use super::id::{Author, QuestionId, SurveyId};
use std::collections::BTreeMap;

/// Which card of the editor a person has open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pointing {
    /// None: they look at something else.
    #[default]
    Away,
    /// The first page.
    Welcome,
    /// The hard words.
    Words,
    /// A question, or a page between questions.
    Question(QuestionId),
}

/// One thing that a device tells the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The first thing: which survey it is about, and what the person wants to be called. The device
    /// that answers a code goes by the other's survey.
    Hello { survey: SurveyId, name: String },
    /// Edits that the other may not have: first all, then each as it is made. As a draft they have
    /// a sent form already.
    Edits(Box<Draft>),
    /// Which card the person has open now.
    At(Pointing),
    /// The person stopped, or closed the page.
    Bye,
}

/// Which edits the other device has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known(BTreeMap<(Author, u32), u32>);

impl Known {
    /// The edits of a log that the other does not have, or has with fewer words typed. They count
    /// as known from now on.
    pub fn news(&mut self, log: &[Edit]) -> Vec<Edit> {
        let is_new = |edit: &&Edit| {
            let name = (edit.author, edit.number);
            self.0.get(&name).is_none_or(|revision| *revision < edit.revision)
        };
        let news: Vec<Edit> = log.iter().filter(is_new).cloned().collect();
        self.note(&news);
        news
    }

    /// The other device has these.
    pub fn note(&mut self, edits: &[Edit]) {
        for edit in edits {
            let revision = self.0.entry((edit.author, edit.number)).or_default();
            *revision = edit.revision.max(*revision);
        }
    }
}

/// A name as it is sent: no longer than the other device takes.
pub fn short_name(name: &str) -> String {
    name.trim().chars().take(LARGEST_NAME).collect()
}
