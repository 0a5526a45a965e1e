//! Taking in sealed responses: each counts once, however often it comes, and only as an answer to the
//! very words and key that were published.
//!
//! A sealed response goes in; what to keep, and what to say, comes out. What is there already is asked of
//! a [`Store`], so that a browser, a test and a command line take in by the same rules. Many at once are for
//! [`taking`].

mod code;
mod judged;
mod late;
mod removing;
pub mod taking;
mod waiting;

pub use code::{BadCode, Coded, Set, with_code};
pub use judged::{Misfit, judged};
pub use late::is_late;
pub use removing::{Days, Listed, Sieve, by_day, by_way, first_words, listed, sieved};
pub use waiting::{MOST_WAITING, Noted, Waiting};

use super::codebook::version_of;
use super::id::{ResponseId, SurveyId};
use super::response::Response;
use super::seal::{self, SealedResponse, SecretKey};
use super::survey::Survey;
use super::wire::Unreadable;
use std::collections::BTreeMap;

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

    /// What organisers call it.
    pub fn says(self) -> &'static str {
        match self {
            By::Link => "By a link that was opened",
            By::Pasted => "Pasted",
            By::File => "From a file",
            By::Code => "From a code",
            By::Typed => "Typed in from paper",
        }
    }
}

/// What is known about a survey, as far as its answers go.
#[derive(Clone, PartialEq, Eq)]
pub struct Known {
    /// Every key that there is for it, as far as they can be read.
    pub keys: Vec<SecretKey>,
    /// True when there is one that can't be read.
    pub has_unread_key: bool,
    /// Every published version of it.
    pub versions: Vec<Survey>,
}

/// What is there already.
pub trait Store {
    /// What is known about a survey. `None` when it is not here.
    fn known(&self, survey: SurveyId) -> Option<Known>;
    /// The response with this id, as far as it can be read.
    fn held(&self, survey: SurveyId, response: ResponseId) -> Option<Received>;
    /// True for a response that its person took back.
    fn is_withdrawn(&self, survey: SurveyId, response: ResponseId) -> bool;
    /// True for a response that the organiser removed, and can put back.
    fn is_removed(&self, survey: SurveyId, response: ResponseId) -> bool;
    /// True for a sealed response that is kept to be opened another day.
    fn is_waiting(&self, sealed: &SealedResponse) -> bool;
    /// How many sealed responses are kept so for a survey.
    fn count_waiting(&self, survey: SurveyId) -> usize;
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
    /// The same of answers that are kept apart, or their person took them back: they make no person more, and what
    /// became of the person's others is told already.
    ApartSeenBefore,
    /// It answers words that are not here: those of another computer, or of a link that was changed. To
    /// be kept sealed, and counted nowhere until those words are here.
    Waits(Waiting),
    /// It does so already.
    WaitsAlready,
    /// It would have to wait, and so many wait that no more are kept.
    TooManyWait,
    /// The person took their answers back.
    TakenBack,
    /// The organiser removed this person's answers. They stay out until they are put back.
    Removed,
    /// No page makes such an answer to these words.
    Misfit(Misfit),
    /// Its survey is not here.
    UnknownSurvey,
    /// It can't be opened with any key of its survey.
    WrongKey,
    /// Its survey is here, but a key of it can't be read, and no other opens this.
    KeyUnread,
    /// It opened, but what is inside makes no sense.
    Unreadable(Unreadable),
}

/// Takes in many responses. What is known about a survey is asked for once, however many there are.
pub struct Inbox<S> {
    store: S,
    known: BTreeMap<SurveyId, Option<Known>>,
}

impl<S: Store> Inbox<S> {
    /// Over what is there already. What the caller keeps on the way has to show in it.
    pub fn over(store: S) -> Self {
        Self { store, known: BTreeMap::new() }
    }

    /// Opens a sealed response, and says what becomes of it. It came at this time, in milliseconds since
    /// 1970, and in this way.
    pub fn take(&mut self, sealed: &SealedResponse, (at, by): (u64, By)) -> Arrival {
        let (id, store) = (sealed.survey, &self.store);
        let Some(known) = self.known.entry(id).or_insert_with(|| store.known(id)) else {
            return Arrival::UnknownSurvey;
        };
        let response = match open(sealed, &known.keys) {
            Some(Ok(response)) => response,
            Some(Err(why)) => return Arrival::Unreadable(why),
            None if known.has_unread_key => return Arrival::KeyUnread,
            None => return Arrival::WrongKey,
        };
        let (at, by) = came(&response, (at, by));
        if self.store.is_withdrawn(id, response.id) {
            let apart = response.given.apart;
            return if apart { Arrival::ApartSeenBefore } else { Arrival::TakenBack };
        }
        if self.store.is_removed(id, response.id) {
            return Arrival::Removed;
        }
        let Some(survey) = version_of(&known.versions, &response) else {
            if self.store.is_waiting(sealed) {
                return Arrival::WaitsAlready;
            }
            if self.store.count_waiting(id) >= MOST_WAITING {
                return Arrival::TooManyWait;
            }
            let noted = Some(Noted { at, by, id: response.id });
            return Arrival::Waits(Waiting { sealed: sealed.clone(), noted });
        };
        if let Err(why) = judged(survey, &response) {
            return Arrival::Misfit(why);
        }
        match self.store.held(id, response.id) {
            None => Arrival::New(Received { at, by, response }),
            Some(old) if old.response.revision < response.revision => {
                Arrival::Newer(Received { at, by, response })
            }
            Some(_) if response.given.apart => Arrival::ApartSeenBefore,
            Some(_) => Arrival::SeenBefore,
        }
    }
}

/// When and how a response came in, as it is noted. Of answers that are kept apart nothing is: they come in one
/// message with the person's others, and even the day would join the two.
fn came(response: &Response, (at, by): (u64, By)) -> (u64, By) {
    if response.given.apart { (0, By::Link) } else { (at, by) }
}

/// The responses that are people, in their order, and those that are kept apart from them, in an order that tells
/// nothing of whose they are: that of their random ids.
pub fn kept_apart(received: Vec<Received>) -> (Vec<Received>, Vec<Received>) {
    let (mut apart, people): (Vec<_>, Vec<_>) =
        received.into_iter().partition(|received| received.response.given.apart);
    apart.sort_by_key(|received| received.response.id);
    (people, apart)
}

/// What is in a sealed response. `None` when none of these keys opens it.
pub fn open(sealed: &SealedResponse, keys: &[SecretKey]) -> Option<Result<Response, Unreadable>> {
    let plain = keys.iter().find_map(|key| seal::open(sealed, key).ok())?;
    Some(Response::of_sealed(sealed, &plain))
}
