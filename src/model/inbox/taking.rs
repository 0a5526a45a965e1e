//! Taking in many answers at once: what is kept, and what became of them all.
//!
//! What was found in a message or file goes in, one [`Batch`] after the other. What is to be kept is handed to
//! the [`Keep`] on the way, and a [`ImportReport`] comes out once it is known whether that is on the disk.
//!
//! Absent: finding sealed answers in a text (see [`link`](crate::model::link)), and waiting for the disk.

use super::{Arrival, By, Inbox, Misfit, Noted, Received, Store, Waiting, open};
use crate::model::given::Unreadable;
use crate::model::id::SurveyId;
use crate::model::link::BadLink;
use crate::model::phrase;
use crate::model::seal::SealedResponse;
use crate::model::tablet::{self, Receipt};
use std::collections::BTreeSet;

/// How many answers are taken in before they are kept and the page can be used again.
pub const BATCH: usize = 100;

/// Where answers are kept, beside what is there already.
pub trait Keep: Store {
    /// Keeps a response, in place of an older one of the same person. Comes back with the record's name.
    fn keep(&self, received: &Received) -> String;
    /// Keeps a sealed response as it came, to be opened another day, in place of the same without a note.
    /// Comes back with the record's name.
    fn keep_waiting(&self, waiting: &Waiting) -> String;
    /// Forgets a sealed response that waits no more.
    fn forget_waiting(&self, sealed: &SealedResponse);
}

/// What became of answers that came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// The survey that lay on the desk when they were added.
    pub to: Option<SurveyId>,
    /// Never seen before.
    pub new: usize,
    /// The same person's later answers, in place of the earlier.
    pub newer: usize,
    /// Answers that are kept apart from their person's others. They are in no other count.
    pub apart: usize,
    /// Already here.
    pub seen_before: usize,
    /// Removed before, and not put back.
    pub removed: usize,
    /// For another survey in this browser. They went there.
    pub other_survey: Vec<(SurveyId, usize)>,
    /// Kept sealed, and not counted: they answer words that are not in this browser.
    pub waiting: usize,
    /// How many files were looked through, and how many emails.
    pub files: usize,
    pub emails: usize,
    /// How many pictures in zips and emails were looked through for codes, and the names of those that hold no answers.
    pub pictures: usize,
    pub blank: Vec<String>,
    /// How many files were left when the person stopped it. `None` where nobody did.
    pub stopped: Option<usize>,
    /// The receipts of the tablets whose answers these are.
    pub receipts: Vec<Receipt>,
    /// Answers that came and were not taken in, whatever the reason. A tablet has to keep these.
    pub left: Vec<SealedResponse>,
    /// Those that the browser did not keep.
    pub not_kept: NotKept,
    /// Not taken in, each with where it came from and why.
    pub trouble: Vec<(String, ImportError)>,
}

/// Sealed answers that the browser did not keep. They are on this page alone, until they are kept or the
/// person lets them go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotKept {
    /// The answers.
    pub sealed: Vec<SealedResponse>,
    /// True when there was no room for them. Otherwise the browser did not answer.
    pub is_full: bool,
    /// True once the person has all of them as a file.
    pub is_saved: bool,
}

/// Why something was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// It can't be read.
    Bad(BadLink),
    /// Its survey is not in this browser.
    UnknownSurvey,
    /// It was not sealed to this survey's key.
    WrongKey,
    /// Its survey's key is here and can't be read.
    KeyUnread,
    /// The file is larger than we read.
    FileTooLarge,
    /// The browser could not read the file.
    FileUnread,
    /// It is an email that was saved as a file, and there is nothing in it that we can find.
    EmptyEmail,
    /// It is a file that we can't look inside.
    PackedFile,
    /// It is a zip, and there is nothing in its files that we can find.
    EmptyZip,
    /// It, or a part of it, can't be read.
    Unreadable(Unreadable),
    /// The person took their answers back.
    TakenBack,
    /// It would have to wait, and as many wait as are kept.
    TooManyWait,
    /// It can be no answer to the words that it says it answers.
    Misfit(Misfit),
}

/// What came in, as it was found: sealed answers, and what could not be read.
pub type Found = Result<SealedResponse, BadLink>;

/// Where and when some answers came in.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// What people call it: a file's name, "What you pasted".
    pub name: &'a str,
    /// By which way.
    pub by: By,
    /// When, in milliseconds since 1970 by the organiser's clock.
    pub at: u64,
    /// How many answers are in it.
    pub of: usize,
}

/// Some answers, handed to be kept. Nothing of it counts before that is done.
#[derive(Debug, Default)]
pub struct Batch {
    pending: Vec<Pending>,
    taken: ImportReport,
}

/// An answer that counts once it is kept.
#[derive(Debug)]
struct Pending {
    record: String,
    sealed: SealedResponse,
    counts: Counts,
}

/// What one answer counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counts {
    New,
    Newer,
    Apart,
    Waits,
}

impl<S: Keep> Inbox<S> {
    /// Takes in some of what was found, the first of it as number `first` from 1. Nobody can tell whether
    /// answers to an `unread` survey are new, so those are not kept.
    pub fn take_batch(
        &mut self,
        found: impl IntoIterator<Item = Found>,
        (from, first): (Origin<'_>, usize),
        unread: &BTreeSet<SurveyId>,
    ) -> Batch {
        let mut batch = Batch::default();
        self.take_more(&mut batch, found, (from, first), unread);
        batch
    }

    /// The same, into a batch that there is already.
    pub fn take_more(
        &mut self,
        batch: &mut Batch,
        found: impl IntoIterator<Item = Found>,
        (from, first): (Origin<'_>, usize),
        unread: &BTreeSet<SurveyId>,
    ) {
        for (number, found) in (first..).zip(found) {
            // A millisecond apart, so that they keep the order they came in.
            let at = (from.at + number as u64, from.by);
            let outcome = match found {
                Ok(sealed) if unread.contains(&sealed.survey) => {
                    batch.taken.not_kept.sealed.push(sealed);
                    Ok(())
                }
                Ok(sealed) => self.take_one(&sealed, at, batch).inspect_err(|why| {
                    // Nobody waits for what its person took back.
                    if *why != ImportError::TakenBack {
                        batch.taken.left.push(sealed.clone());
                    }
                }),
                Err(why) => Err(ImportError::Bad(why)),
            };
            if let Err(trouble) = outcome {
                let one = || format!("{}, answer {number}", phrase::own(from.name));
                let name = if from.of > 1 { one() } else { from.name.to_owned() };
                batch.taken.trouble.push((name, trouble));
            }
        }
    }

    /// Says what becomes of one answer, and has it kept if it is to be.
    fn take_one(
        &mut self,
        sealed: &SealedResponse,
        at: (u64, By),
        batch: &mut Batch,
    ) -> Result<(), ImportError> {
        let (record, counts) = match self.take(sealed, at) {
            Arrival::New(received) | Arrival::Newer(received) if received.response.given.apart => {
                (self.store.keep(&received), Counts::Apart)
            }
            Arrival::New(received) => (self.store.keep(&received), Counts::New),
            Arrival::Newer(received) => (self.store.keep(&received), Counts::Newer),
            Arrival::Waits(waiting) => (self.store.keep_waiting(&waiting), Counts::Waits),
            Arrival::SeenBefore | Arrival::WaitsAlready => {
                batch.taken.seen_before += 1;
                return Ok(());
            }
            Arrival::ApartSeenBefore => return Ok(()),
            Arrival::Removed => {
                batch.taken.removed += 1;
                return Ok(());
            }
            Arrival::TooManyWait => return Err(ImportError::TooManyWait),
            Arrival::TakenBack => return Err(ImportError::TakenBack),
            Arrival::Misfit(why) => return Err(ImportError::Misfit(why)),
            Arrival::UnknownSurvey => return Err(ImportError::UnknownSurvey),
            Arrival::WrongKey => return Err(ImportError::WrongKey),
            Arrival::KeyUnread => return Err(ImportError::KeyUnread),
            Arrival::Unreadable(why) => return Err(ImportError::Bad(why.into())),
        };
        batch.pending.push(Pending { record, sealed: sealed.clone(), counts });
        Ok(())
    }

    /// Looks again at sealed answers that wait: the words that they answer may be here by now. One of which
    /// nothing is noted counts as having come in `now`, with a file.
    pub fn try_waiting(&mut self, waiting: &[Waiting], now: u64) {
        for Waiting { sealed, noted } in waiting {
            let came = noted.map_or((now, By::File), |noted| (noted.at, noted.by));
            match self.take(sealed, came) {
                Arrival::New(received) | Arrival::Newer(received) => {
                    self.store.keep(&received);
                    self.store.forget_waiting(sealed);
                }
                Arrival::SeenBefore
                | Arrival::ApartSeenBefore
                | Arrival::TakenBack
                | Arrival::Misfit(_) => {
                    self.store.forget_waiting(sealed);
                }
                _ if noted.is_none() => self.note(sealed, came),
                _ => {}
            }
        }
    }

    /// Notes when an answer came in that an earlier release kept, or that came with a copy of the work: so
    /// it can be picked by that.
    fn note(&self, sealed: &SealedResponse, (at, by): (u64, By)) {
        let known = self.known.get(&sealed.survey).and_then(Option::as_ref);
        if let Some(Ok(response)) = known.and_then(|known| open(sealed, &known.keys)) {
            let noted = Some(Noted { at, by, id: response.id });
            self.store.keep_waiting(&Waiting { sealed: sealed.clone(), noted });
        }
    }
}

impl Batch {
    /// The names of the records that have to be on the disk.
    pub fn records(&self) -> Vec<String> {
        self.pending.iter().map(|pending| pending.record.clone()).collect()
    }

    /// They are on the disk. `to` is the survey on the desk.
    pub fn kept(self, to: Option<SurveyId>) -> ImportReport {
        let Self { pending, mut taken } = self;
        taken.to = to;
        for Pending { sealed, counts, .. } in pending {
            match counts {
                Counts::Waits => taken.waiting += 1,
                Counts::Apart => taken.apart += 1,
                _ if to != Some(sealed.survey) => taken.add_to_other(sealed.survey, 1),
                Counts::New => taken.new += 1,
                Counts::Newer => taken.newer += 1,
            }
        }
        taken
    }

    /// They are not, for want of room or because the browser did not answer.
    pub fn not_kept(self, to: Option<SurveyId>, is_full: bool) -> ImportReport {
        let Self { pending, mut taken } = self;
        taken.to = to;
        taken.not_kept.is_full = is_full;
        taken.not_kept.sealed.extend(pending.into_iter().map(|pending| pending.sealed));
        taken
    }
}

impl ImportError {
    /// True where nothing was found to take in, as in a photo of a garden.
    pub fn is_nothing(self) -> bool {
        matches!(
            self,
            Self::Bad(BadLink::Missing)
                | Self::EmptyEmail
                | Self::EmptyZip
                | Self::Unreadable(Unreadable::Empty)
        )
    }
}

impl ImportReport {
    /// True when nothing is left of what came in to look at again.
    pub fn is_all_in(&self) -> bool {
        self.trouble.is_empty() && self.not_kept.sealed.is_empty() && self.stopped.is_none()
    }

    /// What could not be taken in, by why: each reason once, in the order in which they first came, with the names of
    /// all that it holds for. So a folder of photos is one line.
    pub fn by_reason(&self) -> Vec<(ImportError, Vec<&str>)> {
        let mut all: Vec<(ImportError, Vec<&str>)> = Vec::new();
        for (name, why) in &self.trouble {
            match all.iter_mut().find(|(known, _)| known == why) {
                Some((_, names)) => names.push(name),
                None => all.push((*why, vec![name])),
            }
        }
        all
    }

    fn add_to_other(&mut self, survey: SurveyId, count: usize) {
        match self.other_survey.iter_mut().find(|(other, _)| *other == survey) {
            Some((_, counted)) => *counted += count,
            None => self.other_survey.push((survey, count)),
        }
    }

    /// What a batch of a tablet comes to, now that its answers were looked at.
    pub fn receipt(&self, batch: &tablet::Batch) -> Receipt {
        let left = [&*self.left, &*self.not_kept.sealed].concat();
        batch.receipt(&left)
    }

    /// Both as one. What was added to another survey than the last is told by that survey.
    pub fn add(&mut self, more: ImportReport) {
        if self.to != more.to {
            let other = core::mem::take(&mut self.new) + core::mem::take(&mut self.newer);
            if let Some(id) = self.to.filter(|_| other > 0) {
                self.add_to_other(id, other);
            }
            self.to = more.to;
        }
        self.new += more.new;
        self.newer += more.newer;
        self.apart += more.apart;
        self.seen_before += more.seen_before;
        self.removed += more.removed;
        self.waiting += more.waiting;
        self.files += more.files;
        self.emails += more.emails;
        self.pictures += more.pictures;
        self.blank.extend(more.blank);
        self.left.extend(more.left);
        self.stopped = match (self.stopped, more.stopped) {
            (Some(one), Some(other)) => Some(one + other),
            (one, other) => one.or(other),
        };
        self.receipts.extend(more.receipts);
        self.not_kept.add(more.not_kept);
        self.trouble.extend(more.trouble);
        for (survey, count) in more.other_survey {
            self.add_to_other(survey, count);
        }
    }
}

impl NotKept {
    /// More that were not kept. Whoever saved those before has not saved these.
    pub fn add(&mut self, more: NotKept) {
        if !more.sealed.is_empty() {
            self.sealed.extend(more.sealed);
            self.is_full = more.is_full;
            self.is_saved = false;
        }
    }

    /// True while closing the page would lose some.
    pub fn would_be_lost(&self) -> bool {
        !self.sealed.is_empty() && !self.is_saved
    }
}
