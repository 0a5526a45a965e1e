//! Sealed answers that wait until the words they answer are here: how one is kept, and how many may wait.
//!
//! Whoever has a survey's link can seal answers to words that nobody published. Those wait like any others,
//! so an organiser must be able to tell them apart without opening each, and there is a bound to how many
//! are kept.
//!
//! Absent: reading and writing records, which is for whoever keeps them.

use super::By;
use crate::model::id::ResponseId;
use crate::model::seal::SealedResponse;
use crate::model::wire::{self, Unreadable};

/// Most sealed answers to one survey that wait. Far more than a second computer's version ever brings.
pub const MOST_WAITING: usize = 1_000;

/// A sealed answer that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The answer, as it came.
    pub sealed: SealedResponse,
    /// What was noted when it came in. `None` for one that was kept by an earlier release, or came in with
    /// a copy of the work.
    pub noted: Option<Noted>,
}

/// When and how a sealed answer came in, and whose it is. It stays readable while the answer is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Noted {
    /// Milliseconds since 1970, by the organiser's clock.
    pub at: u64,
    /// By which way.
    pub by: By,
    /// The id that is inside.
    pub id: ResponseId,
}

impl Waiting {
    /// The text that is kept: the sealed answer and, after a space each, what was noted.
    pub fn to_text(&self) -> String {
        let sealed = wire::to_text(&self.sealed);
        match self.noted {
            None => sealed,
            Some(Noted { at, by, id }) => {
                [&*sealed, &*at.to_string(), &*(by as u8).to_string(), &*id.to_string()].join(" ")
            }
        }
    }

    /// Reads the text. A note that makes no sense counts as none: the answer is worth more.
    ///
    /// # Errors
    /// When the sealed answer can't be read.
    pub fn from_text(text: &str) -> Result<Self, Unreadable> {
        let (sealed, noted) = text.split_once(' ').unwrap_or((text, ""));
        Ok(Self { sealed: wire::from_text(sealed)?, noted: Noted::read(noted) })
    }
}

impl Noted {
    /// What is noted in the text of an answer that waits, without looking at the answer.
    pub fn in_text(text: &str) -> Option<Self> {
        Self::read(text.split_once(' ')?.1)
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let at = parts.next()?.parse().ok()?;
        let by = *By::ALL.get(parts.next()?.parse::<usize>().ok()?)?;
        let id = ResponseId::parse(parts.next()?)?;
        Some(Self { at, by, id })
    }
}
