//! What somebody sent: opening it, and what can become of it.

use crate::model::draft::{Draft, Unsound};
use crate::model::id::SurveyId;
use crate::model::link::BadLink;
use crate::model::review::Notes;
use crate::model::seal::{self, SealedNotes};
use crate::model::wire::Packet;
use crate::organiser::{library, words};

/// What became of what somebody sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// New notes of this person, by the name they want, and for which survey.
    Notes(SurveyId, String),
    /// This many new changes to a survey that is here, and how many things are to be settled now.
    Changes(SurveyId, usize, usize),
    /// A survey that was not here.
    Survey(SurveyId),
    /// All of it was here before.
    Nothing(SurveyId),
    /// A draft that says of some step what the one that is here does not. It can only be a survey of its
    /// own.
    Apart(Box<Draft>),
    /// It was not taken in.
    Trouble(CameNot),
}

/// Why something was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameNot {
    /// It can't be read.
    Bad(BadLink),
    /// Its survey is not in this browser, or its key is not.
    UnknownSurvey,
    /// It was not sealed to this survey's key.
    WrongKey,
    /// It does not fit the draft that is here.
    Unsound(Unsound),
    /// The survey has no room for it.
    Full,
    /// Its survey is in this browser, but its draft or its key can't be read.
    UnreadHere,
    /// There was no room to keep it.
    NoRoom,
    /// The browser did not keep it, and not for want of room.
    NotKept,
}

/// Opens sealed notes with their survey's key.
pub(super) fn open_notes(sealed: &SealedNotes) -> Result<Notes, CameNot> {
    let keys = library::keys(sealed.survey);
    let opened = keys.iter().find_map(|key| seal::open_notes(sealed, key).ok());
    let plain = opened.ok_or_else(|| match keys.is_empty() {
        _ if library::has_unreadable_key(sealed.survey) => CameNot::UnreadHere,
        true => CameNot::UnknownSurvey,
        false => CameNot::WrongKey,
    })?;
    let notes = Notes::from_packet(&plain).map_err(|why| CameNot::Bad(why.into()))?;
    let is_it = (notes.survey, notes.round) == (sealed.survey, sealed.round);
    if is_it { Ok(notes) } else { Err(CameNot::Bad(BadLink::Damaged)) }
}

/// What whoever sent notes wants to be called.
pub(super) fn called_in(notes: &Notes) -> String {
    match notes.reviewer.name.trim() {
        "" => "someone".to_owned(),
        name => words::own(name),
    }
}
