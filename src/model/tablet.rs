//! A tablet that goes from hand to hand: people answer one after another, and their sealed answers wait on it
//! until the organiser has them.
//!
//! A [`Session`] and what happened go in, what is to be shown comes out. A batch of answers leaves the tablet, and
//! the [`receipt`] that the organiser's inbox shows for it comes back: only then does the tablet forget it.
//!
//! What is kept apart from a person's other answers waits in an order of its own: in that of coming, the first of each
//! list would be the same person's.
//!
//! Absent: the answers of whoever holds the tablet, which are nowhere but in its memory and, sealed, in
//! [`Session::begun`]; sealing (see [`seal`](super::seal)); and storage.

mod issued;
mod receipt;

pub use issued::{Issued, LONGEST_CODE, MOST_ISSUED, Receipts};
pub use receipt::{Batch, Receipt, batch, batches_in, receipt};

use super::seal::SealedResponse;
use super::survey::Survey;

/// Digits of a PIN.
const DIGITS: usize = 4;
/// How many wrong PINs in a row there may be.
pub const TRIES: u8 = 5;
/// How long nobody can try after that, in milliseconds.
pub const WAIT: u64 = 60_000;
/// How long the warning stands before the tablet takes itself back, in seconds.
pub const WARNING: u64 = 30;
/// For how many minutes a person may do nothing before the warning: the least, the usual, the most.
pub const MINUTES: [u8; 3] = [1, 3, 30];
/// Most answers that wait on one tablet. Far more than a day brings; storage is not for ever.
pub const MOST: usize = 5_000;

/// Four digits that the organiser chose. They keep others from the organiser's page on the tablet, as a lock on a
/// door does. They seal nothing: the answers are sealed with the survey's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin([u8; DIGITS]);

impl Pin {
    /// The PIN in what somebody typed: four digits, and spaces around and between them. `None` for anything else.
    pub fn read(typed: &str) -> Option<Self> {
        let digits: Vec<u8> = typed
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_digit(10).map(|digit| digit as u8))
            .collect::<Option<_>>()?;
        digits.try_into().ok().map(Self)
    }

    /// Its digits, for the saved form.
    pub fn digits(self) -> [u8; DIGITS] {
        self.0
    }

    /// From the saved form. `None` where one is no digit.
    pub fn from_digits(digits: [u8; DIGITS]) -> Option<Self> {
        digits.iter().all(|digit| *digit < 10).then_some(Self(digits))
    }
}

/// Somebody's sealed answers on the tablet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The answers.
    pub sealed: SealedResponse,
    /// True when the person stopped before the end.
    pub unfinished: bool,
}

/// What the tablet shows between two people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Between {
    /// Nobody has answered yet, or the last one left nothing.
    #[default]
    Ready,
    /// The last one has finished, and is thanked.
    Thanks,
}

/// A tablet that is handed on, from its start until the organiser stops it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What people answer.
    pub survey: Survey,
    /// Opens the organiser's page.
    pub pin: Pin,
    /// For how many minutes a person may do nothing. Within [`MINUTES`].
    pub minutes: u8,
    /// Sealed answers, in the order that they came.
    pub waiting: Vec<Waiting>,
    /// What the person who holds the tablet has said so far, sealed after each page: a tablet may run out of
    /// power in their hands.
    pub begun: Option<SealedResponse>,
    /// Sealed sets that are kept apart from their people's other answers, in the order of their own random bytes.
    pub apart: Vec<SealedResponse>,
    /// What is kept apart of [`begun`](Self::begun).
    pub begun_apart: Option<SealedResponse>,
    /// How many answers left it, and were acknowledged.
    pub taken: u32,
    /// What it shows between two people.
    pub between: Between,
    /// Wrong PINs in a row.
    pub wrong: u8,
    /// Until when nobody can try, in milliseconds since 1970. 0 when anybody can.
    pub closed_until: u64,
}

/// What came of a PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It is right.
    Open,
    /// It is no PIN at all, so it is no try.
    NoPin,
    /// It is not. So many tries are left.
    Wrong(u8),
    /// There were too many. So many seconds have to pass.
    Wait(u64),
}

/// Why nobody can begin on the tablet now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// The last day of the survey is over.
    Closed,
    /// No more answers fit: the organiser has to collect first.
    Full,
}

/// How long a person has done nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Not long.
    No,
    /// So long that they are asked whether they are there. So many seconds are left.
    Warn(u64),
    /// They are gone.
    Gone,
}

/// How the person who holds the tablet is after so many milliseconds without a press. `minutes`: see
/// [`Session::minutes`].
pub fn idle(still: u64, minutes: u8) -> Idle {
    let [least, _, most] = MINUTES;
    let over = still.saturating_sub(u64::from(minutes.clamp(least, most)) * 60_000) / 1_000;
    match over {
        0 => Idle::No,
        over if over > WARNING => Idle::Gone,
        over => Idle::Warn(WARNING - over + 1),
    }
}

impl Session {
    /// A tablet that nobody has answered on.
    pub fn new(survey: Survey, pin: Pin, minutes: u8) -> Self {
        let [least, _, most] = MINUTES;
        Self {
            survey,
            pin,
            minutes: minutes.clamp(least, most),
            waiting: Vec::new(),
            begun: None,
            apart: Vec::new(),
            begun_apart: None,
            taken: 0,
            between: Between::Ready,
            wrong: 0,
            closed_until: 0,
        }
    }

    /// How many people finished, and how many stopped before the end, of those whose answers are still here.
    pub fn counts(&self) -> (usize, usize) {
        let unfinished = self.waiting.iter().filter(|waiting| waiting.unfinished).count();
        (self.waiting.len() - unfinished, unfinished)
    }

    /// Why nobody can begin now, if anything. `today` is in days since 1970-01-01, by the clock of the tablet.
    pub fn shut(&self, today: u32) -> Option<Shut> {
        match self.survey.is_closed(today) {
            true => Some(Shut::Closed),
            false => (self.waiting.len() >= MOST).then_some(Shut::Full),
        }
    }

    /// In how many seconds somebody can try a PIN again, at a time in milliseconds since 1970. 0 is now. A clock that
    /// was put back makes it no longer than [`WAIT`].
    pub fn waits(&self, now: u64) -> u64 {
        let until = self.closed_until.min(now.saturating_add(WAIT));
        until.saturating_sub(now).div_ceil(1_000)
    }

    /// The next person begins. From here on nothing that is shown is about the one before: after a tablet that went
    /// off in their hands, thanks would be for answers that nobody has finished.
    pub fn begin(&mut self) {
        self.leave();
    }

    /// Tries a PIN at a time in milliseconds since 1970. A clock that was put back does not close the page for
    /// longer than [`WAIT`].
    pub fn try_pin(&mut self, typed: &str, now: u64) -> Tried {
        let waits = self.waits(now);
        if waits > 0 {
            self.closed_until = self.closed_until.min(now.saturating_add(WAIT));
            return Tried::Wait(waits);
        }
        self.closed_until = 0;
        let Some(pin) = Pin::read(typed) else { return Tried::NoPin };
        if pin == self.pin {
            self.wrong = 0;
            return Tried::Open;
        }
        self.wrong = self.wrong.saturating_add(1);
        if self.wrong < TRIES {
            return Tried::Wrong(TRIES - self.wrong);
        }
        self.wrong = 0;
        self.closed_until = now.saturating_add(WAIT);
        Tried::Wait(WAIT / 1_000)
    }

    /// The person has finished. `apart`: what is kept apart of their answers.
    pub fn finish(&mut self, sealed: SealedResponse, apart: Option<SealedResponse>) {
        self.begun = None;
        self.begun_apart = None;
        self.between = Between::Thanks;
        self.waiting.push(Waiting { sealed, unfinished: false });
        self.put_apart(apart);
    }

    /// Keeps what the person has said so far, and apart from it what is kept apart. `None` for nothing.
    pub fn keep_begun(&mut self, begun: Option<(SealedResponse, Option<SealedResponse>)>) {
        let (begun, apart) = begun.unzip();
        (self.begun, self.begun_apart) = (begun, apart.flatten());
    }

    fn put_apart(&mut self, apart: Option<SealedResponse>) {
        self.apart.extend(apart);
        self.apart.sort_by(|one, other| one.sealed.cmp(&other.sealed));
    }

    /// All that waits, as it leaves the tablet.
    pub fn batch(&self) -> Vec<&SealedResponse> {
        self.waiting.iter().map(|waiting| &waiting.sealed).chain(&self.apart).collect()
    }

    /// The person is gone, or the tablet was off in their hands: what they said so far counts as unfinished.
    pub fn leave(&mut self) {
        self.between = Between::Ready;
        let apart = self.begun_apart.take();
        if let Some(sealed) = self.begun.take() {
            self.waiting.push(Waiting { sealed, unfinished: true });
            self.put_apart(apart);
        }
    }

    /// The person wants nothing of theirs to stay.
    pub fn delete(&mut self) {
        self.begun = None;
        self.begun_apart = None;
        self.between = Between::Ready;
    }

    /// Forgets the batch whose receipt this is: the oldest answers, as many as it held. Those that came after it
    /// was taken off stay. `None` when it is the receipt of none.
    ///
    /// Of what is kept apart nobody knows which came after a batch. So where there is some, the batch has to be all.
    pub fn acknowledge(&mut self, typed: &str) -> Option<usize> {
        let typed = receipt::plain(typed);
        let sealed = self.batch();
        let of = |count: &usize| receipt::plain(&receipt(sealed[..*count].iter().copied()));
        let least = if self.apart.is_empty() { 1 } else { sealed.len() };
        let count = (least..=sealed.len()).rev().find(|count| of(count) == typed)?;
        let count = count - self.apart.len();
        self.apart.clear();
        self.waiting.drain(..count);
        self.taken = self.taken.saturating_add(count as u32);
        Some(count)
    }
}
