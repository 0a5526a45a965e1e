//! Taking in sealed responses: each counts once, however often it comes.
//!
//! A sealed response and what is already there go in; what to keep, and what to say, comes out.
//! Storing is for the caller.

use super::id::ResponseId;
use super::response::Response;
use super::seal::{self, SealedResponse, SecretKey};
use super::wire::{Packet, Unreadable};

/// A response and when it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Milliseconds since 1970, by the organiser's clock.
    pub at: u64,
    /// What the person said.
    pub response: Response,
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
    at: u64,
    held: impl FnOnce(ResponseId) -> Option<Received>,
) -> Arrival {
    let Ok(plain) = seal::open(sealed, key) else { return Arrival::WrongKey };
    let response = match Response::from_packet(&plain) {
        Ok(response) => response,
        Err(why) => return Arrival::Unreadable(why),
    };
    if (response.survey, response.version) != (sealed.survey, sealed.version) {
        return Arrival::Unreadable(Unreadable::Damaged);
    }
    match held(response.id) {
        None => Arrival::New(Received { at, response }),
        Some(old) if old.response.revision < response.revision => {
            Arrival::Newer(Received { at, response })
        }
        Some(_) => Arrival::SeenBefore,
    }
}
