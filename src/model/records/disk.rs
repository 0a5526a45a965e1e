//! What becomes of a record when memory meets the disk. Another tab may have written or deleted it
//! meanwhile, and the browser may have emptied its storage under the page.

use super::{Both, Kind};

/// What became of the storage since this tab last looked, by the stamp that lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// Nothing but what tabs wrote.
    Kept,
    /// This tab knows no stamp yet.
    Begun,
    /// The browser emptied it. Another tab may have put some of it back already.
    Emptied,
}

/// Compares the stamp that this tab knows with the one on the disk. Whoever finds none draws a new one, so
/// that every other tab finds that its own no longer holds.
pub fn since(known: Option<&str>, stored: Option<&str>) -> Since {
    match known {
        None => Since::Begun,
        Some(_) if known == stored => Since::Kept,
        Some(_) => Since::Emptied,
    }
}

/// What is to be on the disk under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    /// What memory has: its text, or no record.
    Ours,
    /// No record: another tab deleted it for good.
    Gone,
    /// What memory and another tab have, as one.
    Both(Both),
}

/// Says what is to be on the disk: `ours` is in memory, `known` is what the disk held when this tab last
/// looked, and `stored` is what it holds now.
pub fn put(
    kind: Kind,
    ours: Option<&str>,
    known: Option<&str>,
    stored: Option<&str>,
    since: Since,
) -> Put {
    match (ours, stored) {
        (Some(_), None) if known.is_some() && since != Since::Emptied => Put::Gone,
        (Some(ours), Some(stored)) if known != Some(stored) && ours != stored => {
            Put::Both(kind.merge(ours, stored))
        }
        _ => Put::Ours,
    }
}

/// What comes of hearing that the disk holds something under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Memory stays as it is. What waits there is compared when it is written.
    Stays,
    /// Memory forgets the record: another tab deleted it for good.
    Gone,
    /// This is in memory from now on.
    Takes(Both),
}

/// Says what is to be in memory, where `ours` is, when the disk holds `stored`. `is_waiting` is true for what
/// is to be written or deleted, and for what is on its way to the disk right now.
pub fn hear(kind: Kind, ours: Option<&str>, is_waiting: bool, stored: Option<&str>) -> Heard {
    match (ours, stored) {
        (_, None) if !is_waiting => Heard::Gone,
        // One that is deleted here does not come back by what its deletion has not reached yet.
        (_, None) | (None, Some(_)) if is_waiting => Heard::Stays,
        (Some(ours), Some(stored)) if ours != stored => Heard::Takes(kind.merge(ours, stored)),
        (_, stored) => {
            let text = stored.unwrap_or_default().to_owned();
            Heard::Takes(Both { text, aside: None })
        }
    }
}

/// True when text storage has to do, since there is no database to read: none at all, or one that refuses
/// where none was ever opened. A database that was here and can't be read now may hold everything, and a
/// page that went on without would show all of it as gone.
pub fn have_texts_to_do(is_there: bool, was_here: bool, is_silent: bool) -> bool {
    !is_there || !(was_here || is_silent)
}
