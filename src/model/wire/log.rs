//! Reading the log of a draft without holding more than a person's log would take.
//!
//! A change of two bytes takes hundreds in memory, and a link of some kilobytes unpacks to millions of them.
//! So edits are turned into what they mean as they come, and counted.
//!
//! Absent: the forms themselves (see [`draft`](super::draft)).

use super::Unreadable;
use super::draft::EditV1;
use crate::model::draft::{Act, Edit, MOST_AT_ONCE, MOST_CHANGES};
use core::fmt;
use core::marker::PhantomData;
use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

/// The edits of a draft, or why there are none.
pub(super) struct LogRead(pub(super) Result<Vec<Edit>, Unreadable>);

impl<'de> Deserialize<'de> for LogRead {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Log)
    }
}

struct Log;

impl<'de> Visitor<'de> for Log {
    type Value = LogRead;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a log")
    }

    /// What does not count any more is passed over, so that damage further on is still found.
    fn visit_seq<A: SeqAccess<'de>>(self, mut edits: A) -> Result<LogRead, A::Error> {
        let (mut log, mut count) = (Ok(Vec::new()), 0);
        while let Some(edit) = edits.next_element::<EditV1>()? {
            let Ok(read) = &mut log else { continue };
            let Some(edit) = edit.read() else {
                log = Err(Unreadable::Newer);
                continue;
            };
            let changes = match &edit.act {
                Act::Do(changes) => changes.len(),
                Act::Undo(_) | Act::Redo(_) => 0,
            };
            count += changes;
            if read.len() == MOST_CHANGES || count > MOST_CHANGES || changes > MOST_AT_ONCE {
                log = Err(Unreadable::TooLarge);
                continue;
            }
            read.push(edit);
        }
        Ok(LogRead(log))
    }
}

/// A list, of which no more is kept than shows that there is too much.
pub(super) fn read_few<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_seq(Few(PhantomData))
}

struct Few<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Few<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut few = Vec::new();
        while let Some(item) = items.next_element()? {
            if few.len() <= MOST_AT_ONCE {
                few.push(item);
            }
        }
        Ok(few)
    }
}
