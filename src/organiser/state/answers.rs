//! Taking in answers: from a link, a pasted message or files, many at once. And taking out those
//! of a person who wants them back. What became of them is in `report`.

mod removing;
mod report;

pub use report::{Line, NOT_KEPT, NotKept, TAKEN, Taken, Trouble};

use super::Desk;
use crate::browser::file::{self, Unread};
use crate::browser::{clock, page};
use crate::model::draft::Draft;
use crate::model::given::{self, FileKind, Given};
use crate::model::id::{ResponseId, SurveyId};
use crate::model::inbox::{
    self, Arrival, BadCode, By, Coded, Inbox, Known, Received, Store, with_code,
};
use crate::model::link::{self, BadLink};
use crate::model::response::Response;
use crate::model::seal::SealedResponse;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::together::scan::read_file;
use crate::organiser::{library, store, words};
use core::pin::pin;
use leptos::prelude::*;
use leptos::task::spawn_local;
use report::title_of;
use std::collections::BTreeSet;

/// Most bytes of one file. Thousands of answers fit.
const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// How many answers are taken in before they are kept and the page can be used again.
const BATCH: usize = 100;

/// Milliseconds after which a person is told what they wait for. Words that come and go at once help
/// nobody.
const SOON: i32 = 500;

/// What the taking in is at, once that takes a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// It reads a file. One may have to come from somebody's cloud first.
    Reading { file: usize, of: usize },
    /// So many of the answers that were found are looked at.
    Adding { done: usize, of: usize },
}

/// What this browser holds, for the inbox.
struct Shelf;

impl Store for Shelf {
    fn known(&self, survey: SurveyId) -> Option<Known> {
        // The draft is not asked: answers are opened and counted where it can't be read.
        let keys = library::keys(survey);
        let has_unread_key = library::has_unreadable_key(survey);
        let is_here = has_unread_key || !keys.is_empty();
        is_here.then(|| Known { keys, has_unread_key, versions: library::all_versions(survey) })
    }

    fn held(&self, survey: SurveyId, response: ResponseId) -> Option<Received> {
        library::find_received(survey, response).here()
    }

    fn is_withdrawn(&self, survey: SurveyId, response: ResponseId) -> bool {
        library::is_withdrawn(survey, response)
    }

    fn is_removed(&self, survey: SurveyId, response: ResponseId) -> bool {
        library::is_removed(survey, response)
    }

    fn is_waiting(&self, sealed: &SealedResponse) -> bool {
        library::is_waiting(sealed)
    }
}

/// An answer that is kept once its batch is.
struct Pending {
    record: String,
    sealed: SealedResponse,
    counts: Counts,
}

/// What one answer counts as.
enum Counts {
    New,
    Newer,
    Waits,
}

impl Desk {
    /// Takes in every answer in a text, for the survey on the desk. True when nothing is left of it to
    /// look at again.
    pub async fn take_text(self, text: String) -> bool {
        let mut taken = self.turn(self.survey_on_desk()).await;
        let given = given::read("", text.as_bytes());
        self.take(&given, ("What you pasted", By::Pasted), &mut taken).await;
        let is_all_in = taken.trouble.is_empty() && taken.not_kept.sealed.is_empty();
        self.show_taken(taken);
        is_all_in
    }

    /// Takes in the answer in a code that the camera read.
    pub async fn take_code(self, text: String) {
        let mut taken = self.turn(self.survey_on_desk()).await;
        let given = Given { text, kind: FileKind::Text };
        self.take(&given, ("The code you scanned", By::Code), &mut taken).await;
        self.show_taken(taken);
    }

    /// Takes in every answer in these files: in their text, or in the codes of a photo.
    pub async fn take_files(self, files: Vec<file::Given>) {
        let mut taken = self.turn(self.survey_on_desk()).await;
        let of = files.len();
        for (number, file) in (1..).zip(files) {
            let reading = Taking::Reading { file: number, of };
            match self.telling(reading, read_file(&file, LARGEST_FILE)).await {
                Ok(given) => self.take(&given, (&file.name(), By::File), &mut taken).await,
                Err(Unread::TooLarge) => taken.trouble.push((file.name(), Trouble::FileTooLarge)),
                Err(Unread::Failed) => taken.trouble.push((file.name(), Trouble::FileUnread)),
            }
        }
        self.show_taken(taken);
    }

    /// Tries again to keep the answers that the browser did not keep. They stay on the page until then.
    pub async fn take_again(self) {
        let mut taken = self.turn(self.survey_on_desk()).await;
        let sealed = self.not_kept.with_untracked(|not_kept| not_kept.sealed.clone());
        let count = sealed.len();
        let found = sealed.into_iter().map(Ok).collect();
        self.take_found(found, ("The answers", By::Pasted), &mut taken).await;
        self.not_kept.update(|all| all.sealed = all.sealed.split_off(count.min(all.sealed.len())));
        self.show_taken(taken);
    }

    /// Takes in the answer that the page's own address holds, and shows its survey's inbox. The
    /// address is changed, so that a reload does not bring the same answer again.
    pub(super) async fn take_link(self, fragment: String) {
        let survey = link::find_answers(&fragment).into_iter().find_map(|found| {
            let survey = found.ok()?.survey;
            let is_here = library::draft(survey).here().is_some();
            (is_here || library::stand_in(survey).is_some()).then_some(survey)
        });
        let screen = survey.map_or(Screen::Home, |id| Screen::Survey(id, Part::Inbox));
        page::change_step(0, Some(&screen.fragment()));
        self.show(screen);
        let mut taken = self.turn(survey).await;
        let given = given::read("", fragment.as_bytes());
        self.take(&given, ("The link you opened", By::Link), &mut taken).await;
        self.show_taken(taken);
    }

    async fn take(self, given: &Given, from: (&str, By), taken: &mut Taken) {
        let Given { text, kind } = given;
        let found = link::find_answers(text);
        if found.is_empty() {
            let why = match kind {
                _ if link::has_survey(text) => Trouble::Bad(BadLink::OtherKind),
                FileKind::Text => Trouble::Bad(BadLink::Missing),
                FileKind::Email => Trouble::EmptyEmail,
                FileKind::Packed => Trouble::PackedFile,
            };
            taken.trouble.push((from.0.to_owned(), why));
        }
        self.take_found(found, from, taken).await;
    }

    /// Takes in answers in batches, so that the page can be used meanwhile, and keeps each batch before
    /// the next. Reads what is known about a survey once.
    async fn take_found(
        self,
        found: Vec<Result<SealedResponse, BadLink>>,
        (from, by): (&str, By),
        taken: &mut Taken,
    ) {
        let of = found.len();
        let mut inbox = Inbox::over(Shelf);
        let mut batch: Vec<Pending> = Vec::new();
        let mut unread: BTreeSet<SurveyId> = BTreeSet::new();
        for (number, answer) in (1u64..).zip(found) {
            // A millisecond apart, so that they keep the order they came in.
            let at = (clock::now() + number, by);
            let outcome = match answer {
                Ok(sealed) if !can_read(sealed.survey, &mut unread).await => {
                    // Nobody can tell whether it is new.
                    taken.not_kept.sealed.push(sealed);
                    Ok(None)
                }
                Ok(sealed) => take_one(&mut inbox, sealed, at, taken),
                Err(why) => Err(Trouble::Bad(why)),
            };
            match outcome {
                Ok(pending) => batch.extend(pending),
                Err(trouble) => {
                    let one = || format!("{}, answer {number}", words::own(from));
                    let from = if of > 1 { one() } else { from.to_owned() };
                    taken.trouble.push((from, trouble));
                }
            }
            let done = number as usize;
            if batch.len() >= BATCH || done == of {
                let keeping = self.keep_batch(core::mem::take(&mut batch), taken);
                self.telling(Taking::Adding { done, of }, keeping).await;
            }
            if done.is_multiple_of(BATCH) {
                self.taking.set(Some(Taking::Adding { done, of }));
                clock::breathe().await;
            }
        }
        self.taking.set(None);
    }

    /// Does this, and tells what it is when it takes a moment.
    async fn telling<T>(self, what: Taking, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        if let Some(done) = clock::within(SOON, work.as_mut()).await {
            return done;
        }
        self.taking.set(Some(what));
        let done = work.await;
        self.taking.set(None);
        done
    }

    /// Waits until a batch is on the disk. What the browser does not keep stays on the page.
    async fn keep_batch(&self, batch: Vec<Pending>, taken: &mut Taken) {
        let kept = store::settled().await;
        let is_kept = kept.is_ok();
        if let Err(why) = kept {
            taken.not_kept.is_full = why.is_full();
            let records: Vec<String> = batch.iter().map(|pending| pending.record.clone()).collect();
            store::give_up(&records);
        }
        for Pending { sealed, counts, .. } in batch {
            if !is_kept {
                taken.not_kept.sealed.push(sealed);
            } else if matches!(counts, Counts::Waits) {
                taken.waiting += 1;
            } else if taken.to != Some(sealed.survey) {
                taken.add_to_other(title_of(sealed.survey), 1);
            } else if matches!(counts, Counts::New) {
                taken.new += 1;
            } else {
                taken.newer += 1;
            }
        }
    }

    /// Looks again at the sealed answers that wait: the words that they answer may be here by now.
    pub fn try_waiting(&self, id: SurveyId) {
        if !library::is_received_read(id) {
            return;
        }
        let mut inbox = Inbox::over(Shelf);
        let waiting = library::waiting(id);
        for sealed in &waiting {
            match inbox.take(sealed, (clock::now(), By::File)) {
                Arrival::New(received) | Arrival::Newer(received) => {
                    library::save_received(&received);
                    library::forget_waiting(sealed);
                }
                Arrival::SeenBefore | Arrival::TakenBack | Arrival::Misfit(_) => {
                    library::forget_waiting(sealed);
                }
                _ => {}
            }
        }
        if !waiting.is_empty() && self.is_on_desk(id) {
            self.received.set(library::received(id));
        }
    }

    /// The answers to the survey on the desk with the code that their person told, however it was typed.
    pub fn find_code(&self, typed: &str) -> Result<Coded, BadCode> {
        let id = self.draft.with_untracked(Draft::id);
        let waiting: Vec<Response> =
            waiting(id).into_iter().map(|(_, response)| response).collect();
        // Who wants their answers back gets those too that are removed already.
        with_code(typed, &library::all_received(id), &waiting, &library::withdrawn(id))
    }

    /// Takes a person's answers out for good, also those that wait. They never come in again.
    pub fn take_out(&self, response: ResponseId) {
        let id = self.draft.with_untracked(Draft::id);
        for (sealed, _) in waiting(id).iter().filter(|(_, waiting)| waiting.id == response) {
            library::forget_waiting(sealed);
        }
        library::withdraw(id, response);
        self.show_received(id);
        self.taken.set(None);
        let desk = *self;
        spawn_local(async move {
            desk.tell(match store::settled().await {
                Ok(()) => "The answers are deleted. They cannot be added again.",
                Err(why) if why.is_full() => {
                    "The answers are out of this page. But this browser did not let us delete them for \
                     good. Make room in this browser, then try again."
                }
                Err(_) => {
                    "The answers are out of this page. But this browser did not delete them for good just \
                     now. Reload this page, then look whether they are gone."
                }
            });
        });
    }

    /// The survey that the screen is about.
    fn survey_on_desk(&self) -> Option<SurveyId> {
        match self.screen.get_untracked() {
            Screen::Survey(id, _) => Some(id),
            _ => None,
        }
    }

    pub(super) fn is_on_desk(&self, id: SurveyId) -> bool {
        self.survey_on_desk() == Some(id)
    }
}

/// True once the responses to a survey are in memory. What the browser did not read once is not asked for
/// again right away: it takes its time to say nothing.
async fn can_read(id: SurveyId, unread: &mut BTreeSet<SurveyId>) -> bool {
    if !unread.contains(&id) && library::load_received(id).await.is_err() {
        unread.insert(id);
    }
    !unread.contains(&id)
}

/// The sealed answers to a survey that wait, with what is in them.
fn waiting(id: SurveyId) -> Vec<(SealedResponse, Response)> {
    let keys = library::keys(id);
    let opened = |sealed: SealedResponse| {
        let response = inbox::open(&sealed, &keys)?.ok()?;
        Some((sealed, response))
    };
    library::waiting(id).into_iter().filter_map(opened).collect()
}

/// Says what becomes of one answer, and has it kept. `None` when there is nothing to keep.
fn take_one(
    inbox: &mut Inbox<Shelf>,
    sealed: SealedResponse,
    at: (u64, By),
    taken: &mut Taken,
) -> Result<Option<Pending>, Trouble> {
    let (record, counts) = match inbox.take(&sealed, at) {
        Arrival::New(received) => (library::save_received(&received), Counts::New),
        Arrival::Newer(received) => (library::save_received(&received), Counts::Newer),
        Arrival::Waits => (library::save_waiting(&sealed), Counts::Waits),
        Arrival::SeenBefore | Arrival::WaitsAlready => {
            taken.seen_before += 1;
            return Ok(None);
        }
        Arrival::Removed => {
            taken.removed += 1;
            return Ok(None);
        }
        Arrival::TakenBack => return Err(Trouble::TakenBack),
        Arrival::Misfit(why) => return Err(Trouble::Misfit(why)),
        Arrival::UnknownSurvey => return Err(Trouble::UnknownSurvey),
        Arrival::WrongKey => return Err(Trouble::WrongKey),
        Arrival::KeyUnread => return Err(Trouble::KeyUnread),
        Arrival::Unreadable(why) => return Err(Trouble::Bad(why.into())),
    };
    Ok(Some(Pending { record, sealed, counts }))
}
