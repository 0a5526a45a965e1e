//! Names that never change: of a survey, a question, a choice, a response and an author.
//!
//! Ids survive new words and a new order, so an answer always finds its question. They carry no
//! meaning and no position.

use core::fmt;

/// Somebody who edits a draft: one tab of one browser. Random, 32 bits.
///
/// Author 0 is the app itself. It writes the ready-made surveys, so two teams that start from the
/// same one keep the same ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Author(pub u32);

/// The author of the ready-made surveys.
pub const APP: Author = Author(0);

/// A name that no other author can give: who made the thing, and which of theirs it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    /// Who made it.
    pub author: Author,
    /// Which of that author's things it is, from 1.
    pub number: u32,
}

/// Names a question, in every version and every wording of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub Id);

/// Names a choice, in every version and every wording of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChoiceId(pub Id);

/// Names an explained word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeaningId(pub Id);

/// Names a survey, from its first draft on. Random, 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SurveyId(pub u64);

/// Names what was published: a print of every word, its order and its key. A version number is only
/// unique on one computer: two that hold a copy of the same survey may both publish a version 2, and
/// a link can be reworded on its way. An edition is neither.
///
/// The first 16 bytes of the SHA-256 of the survey's packet, as it was sent: whatever later releases
/// write, they find the same edition in the same link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition(pub [u8; 16]);

/// Proves that somebody was given the draft itself: it is in the draft and in nothing that is sent to
/// participants or reviewers. Random, 128 bits. All zeros for a draft that was never kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DraftSecret(pub [u8; 16]);

/// Names one person's response. Random, 64 bits, and only readable once the response is open,
/// so nobody can replace the response of somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResponseId(pub u64);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{}", self.author.0, self.number)
    }
}

impl fmt::Display for SurveyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Display for ResponseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl SurveyId {
    /// Reads back what `Display` wrote: 16 hexadecimal digits, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let id = Self(u64::from_str_radix(text, 16).ok()?);
        (id.to_string() == text).then_some(id)
    }
}

impl Edition {
    /// Reads back what `Display` wrote: 32 hexadecimal digits, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let edition = Self(u128::from_str_radix(text, 16).ok()?.to_be_bytes());
        (edition.to_string() == text).then_some(edition)
    }
}

impl ResponseId {
    /// Reads back what `Display` wrote: 16 hexadecimal digits, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let id = Self(u64::from_str_radix(text, 16).ok()?);
        (id.to_string() == text).then_some(id)
    }

    /// What a person reads out to take their answers back: the first 8 digits, in two groups. Short
    /// enough to say on the phone; two people of one survey having the same is 1 in a million for
    /// 90 people.
    pub fn code(&self) -> String {
        let digits = self.to_string();
        let (first, second) = (digits.get(..4), digits.get(4..8));
        [first.unwrap_or_default(), "-", second.unwrap_or_default()].concat()
    }
}
