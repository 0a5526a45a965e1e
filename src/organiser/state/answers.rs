//! Taking in answers: from a link, a code or whatever a person gave, many at once. And taking out those
//! of a person who wants them back. The line that they wait in is `line`; files and pasted text are in `giving`.

mod giving;
mod line;
mod removing;

pub use crate::model::inbox::taking::{ImportError as Trouble, ImportReport as Taken, NotKept};
pub use line::Line;

use super::Desk;
use crate::browser::turns::Turns;
use crate::browser::{clock, page};
use crate::model::draft::Draft;
use crate::model::given::{self, FileKind, Given};
use crate::model::id::{ResponseId, SurveyId};
use crate::model::inbox::taking::{BATCH, Batch, Found, Keep, Origin};
use crate::model::inbox::{
    self, BadCode, By, Coded, Inbox, Known, Noted, Received, Store, Waiting, with_code,
};
use crate::model::link::{self, BadLink};
use crate::model::response::Response;
use crate::model::seal::SealedResponse;
use crate::model::tablet::{Batch as OfTablet, Issued, Receipt, batches_in};
use crate::organiser::screen::{Part, Screen};
use crate::organiser::{library, store};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

/// How many answers are opened before the page may have a turn.
const SOME: usize = 10;

/// Milliseconds after which a person is told what they wait for. Words that come and go at once help
/// nobody.
const SOON: i32 = 500;

/// What the taking in is at, once that takes a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// It reads a file. One may have to come from somebody's cloud first.
    Reading { file: usize, of: usize },
    /// So many emails of a mailbox are looked through, and so many answers found in them.
    Emails { looked: usize, found: usize },
    /// It looks for codes in the pictures of a zip or an email. This one is at hand.
    Pictures { looked: usize },
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

    fn count_waiting(&self, survey: SurveyId) -> usize {
        library::count_waiting(survey)
    }
}

impl Keep for Shelf {
    fn keep(&self, received: &Received) -> String {
        library::save_received(received)
    }

    fn keep_waiting(&self, waiting: &Waiting) -> String {
        library::save_waiting(waiting)
    }

    fn forget_waiting(&self, sealed: &SealedResponse) {
        library::forget_waiting(sealed);
    }
}

impl Desk {
    /// Takes in the answer in a code that the camera read.
    pub async fn take_code(self, text: String) {
        let mut taken = self.turn(self.survey_on_desk()).await;
        let given = Given { text, kind: FileKind::Text, pictures: Vec::new() };
        self.take(&given, ("The code you scanned", By::Code), &mut taken).await;
        self.give_receipts(&batches_in(&given.text), &mut taken);
        self.note_scanned(&taken);
        self.show_taken(taken);
    }

    /// Gives a receipt for each batch of a tablet whose answers were just taken in, and keeps those that a tablet may
    /// be emptied by.
    fn give_receipts(self, batches: &[OfTablet], taken: &mut Taken) {
        for batch in batches {
            let receipt = taken.receipt(batch);
            if let (Receipt::Whole(code), Some(first)) = (&receipt, batch.sealed.first()) {
                let answers = u32::try_from(batch.sealed.len()).unwrap_or(u32::MAX);
                let issued = Issued { code: code.clone(), answers, at: clock::now() };
                library::note_receipt(first.survey, &issued);
            }
            taken.receipts.push(receipt);
        }
    }

    /// Takes in the answers of a paper that somebody typed in. Comes back with what became of them; those that
    /// the browser did not keep stay on the page, as with any others.
    pub async fn take_typed(self, sealed: Vec<SealedResponse>, name: &str) -> Taken {
        let mut taken = self.turn(self.survey_on_desk()).await;
        let found = sealed.into_iter().map(Ok).collect();
        self.take_found(found, (name, By::Typed), &mut taken).await;
        let became = taken.clone();
        self.show_taken(taken);
        became
    }

    /// Tries again to keep the answers that the browser did not keep. They stay on the page until then.
    pub async fn take_again(self) {
        let mut taken = self.turn(self.survey_on_desk()).await;
        let sealed = self.not_kept.with_untracked(|not_kept| not_kept.sealed.clone());
        let found = sealed.into_iter().map(Ok).collect();
        // Those behind, when the person stopped it, stay on the page.
        let count = self.take_found(found, ("The answers", By::Pasted), &mut taken).await;
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
        let Given { text, kind, .. } = given;
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
    /// the next. Reads what is known about a survey once. Comes back with how many it took in before it was stopped.
    async fn take_found(
        self,
        found: Vec<Found>,
        (name, by): (&str, By),
        taken: &mut Taken,
    ) -> usize {
        let of = found.len();
        let mut inbox = Inbox::over(Shelf);
        let (mut unread, mut turns) = (BTreeSet::new(), Turns::begin());
        // Looking whether all is in memory takes longer the more there is.
        let mut asked = BTreeSet::new();
        let (mut found, mut done) = (found.into_iter(), 0);
        while done < of {
            let adding = Taking::Adding { done, of };
            let mut batch = Batch::default();
            let until = of.min(done + BATCH);
            while done < until {
                let some: Vec<Found> = found.by_ref().take(SOME.min(until - done)).collect();
                let count = some.len();
                for survey in some.iter().flatten().map(|sealed| sealed.survey) {
                    if asked.insert(survey) {
                        note_unread(survey, &mut unread).await;
                    }
                }
                let origin = Origin { name, by, at: clock::now(), of };
                inbox.take_more(&mut batch, some, (origin, done + 1), &unread);
                done += count;
                if turns.is_over() {
                    turns.rest().await;
                }
            }
            let kept = self.telling(adding, keep_batch(batch, taken.to)).await;
            taken.add(kept);
            if done.is_multiple_of(BATCH) {
                self.taking.set(Some(Taking::Adding { done, of }));
                turns.rest().await;
            }
            if done < of && self.is_stopped() {
                taken.left.extend(found.flatten());
                break;
            }
        }
        self.taking.set(None);
        done
    }

    /// Looks again at the sealed answers that wait: the words that they answer may be here by now.
    pub fn try_waiting(&self, id: SurveyId) {
        if !library::is_received_read(id) {
            return;
        }
        let waiting = library::waiting(id);
        Inbox::over(Shelf).try_waiting(&waiting, clock::now());
        if !waiting.is_empty() && self.is_on_desk(id) {
            self.show_received(id);
        }
    }

    /// The answers to the survey on the desk with the codes that their person told, however they were typed.
    pub fn find_code(&self, typed: &str) -> Result<Coded, BadCode> {
        let id = self.draft.with_untracked(Draft::id);
        let waiting: Vec<Response> =
            waiting(id).into_iter().map(|(_, response)| response).collect();
        // Who wants their answers back gets those too that are removed already.
        with_code(typed, &library::all_received(id), &waiting, &library::withdrawn(id))
    }

    /// Takes a person's answers out for good, also those that wait. They never come in again.
    pub fn take_out(&self, responses: &[ResponseId]) {
        let id = self.draft.with_untracked(Draft::id);
        for (sealed, _) in waiting(id).iter().filter(|(_, one)| responses.contains(&one.id)) {
            library::forget_waiting(sealed);
        }
        responses.iter().for_each(|response| library::withdraw(id, *response));
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

/// Reads the responses to a survey into memory, and notes where that fails. What the browser did not read
/// once is not asked for again right away: it takes its time to say nothing.
async fn note_unread(id: SurveyId, unread: &mut BTreeSet<SurveyId>) {
    if !unread.contains(&id) && library::load_received(id, |_, _| {}).await.is_err() {
        unread.insert(id);
    }
}

/// Waits until a batch is on the disk. What the browser does not keep stays on the page.
async fn keep_batch(batch: Batch, to: Option<SurveyId>) -> Taken {
    match store::settled().await {
        Ok(()) => batch.kept(to),
        Err(why) => {
            store::give_up(&batch.records());
            batch.not_kept(to, why.is_full())
        }
    }
}

/// What is in the sealed answer that waits and of which this was noted.
pub fn opened_waiting(id: SurveyId, noted: Noted) -> Option<Response> {
    let is_it = |one: &Waiting| one.noted == Some(noted);
    let sealed = library::waiting(id).into_iter().find(is_it)?.sealed;
    inbox::open(&sealed, &library::keys(id))?.ok()
}

/// The sealed answers to a survey that wait, with what is in them.
fn waiting(id: SurveyId) -> Vec<(SealedResponse, Response)> {
    let keys = library::keys(id);
    let opened = |Waiting { sealed, .. }: Waiting| {
        let response = inbox::open(&sealed, &keys)?.ok()?;
        Some((sealed, response))
    };
    library::waiting(id).into_iter().filter_map(opened).collect()
}
