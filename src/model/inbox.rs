//! Taking in sealed responses: each counts once, however often it comes.
//!
//! A sealed response and what is already there go in; what to keep, and what to say, comes out.
//! Storing is for the caller.

use super::id::ResponseId;
use super::response::Response;
use super::seal::{self, SealedResponse, SecretKey};
use super::wire::Unreadable;

/// A response and when it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Milliseconds since 1970, by the organiser's clock.
    pub at: u64,
    /// By which way.
    pub by: By,
    /// What the person said.
    pub response: Response,
}

/// By which way a response came in. New ones are only ever put at the end: forms name them by their
/// place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// A link that the organiser opened.
    Link,
    /// A message that was pasted.
    Pasted,
    /// A file.
    File,
    /// A code that the camera read.
    Code,
    /// Typed in from paper.
    Typed,
}

impl By {
    /// Each, in the order that forms number them.
    pub const ALL: [By; 5] = [By::Link, By::Pasted, By::File, By::Code, By::Typed];
}

/// What became of one sealed response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// Never seen. To be kept.
    New(Received),
    /// The same person sent their answers again. To be kept in place of the older.
    Newer(Received),
    /// This one, or a later one of the same person, is already here.
    SeenBefore,
    /// It can't be opened with the key of its survey.
    WrongKey,
    /// It opened, but what is inside makes no sense.
    Unreadable(Unreadable),
}

/// Opens a sealed response and compares it with the one that `held` finds under the same id.
pub fn take_in(
    sealed: &SealedResponse,
    key: &SecretKey,
    (at, by): (u64, By),
    held: impl FnOnce(ResponseId) -> Option<Received>,
) -> Arrival {
    let Ok(plain) = seal::open(sealed, key) else { return Arrival::WrongKey };
    let response = match Response::of_sealed(sealed, &plain) {
        Ok(response) => response,
        Err(why) => return Arrival::Unreadable(why),
    };
    match held(response.id) {
        None => Arrival::New(Received { at, by, response }),
        Some(old) if old.response.revision < response.revision => {
            Arrival::Newer(Received { at, by, response })
        }
        Some(_) => Arrival::SeenBefore,
    }
}
