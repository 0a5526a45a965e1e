//! What the reviewer's program knows, and what can be done to it. The model and the browser meet
//! here.
//!
//! A phone keeps the notes of one person: the next one must not see a word of them, so whoever opens the
//! link anew is asked first whether they are the same.
//!
//! What people say is in `saying`, going from page to page in `walking`.

mod saying;
mod walking;

pub use saying::Field;
pub use walking::Page;

use super::keep::{Bookmark, open_notes};
use super::words::EASE;
use crate::browser::{fetch, language, page, random};
use crate::model::id::QuestionId;
use crate::model::kept::Kept;
use crate::model::link::{self, BadLink};
use crate::model::review::{Ask, Invitation, Notes, Reviewer, ReviewerId};
use crate::model::seal;
use crate::model::wire::{self, Packet, Unreadable};
use crate::participant::hand_over::Sent;
use crate::participant::keep::Keeper;
use crate::participant::pictures::fetch_all;
use crate::participant::state::{Answering, inflate};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// What the page calls the list of pictures: a language that nobody speaks.
const PICTURES: &str = "x-pictures";

/// One person reviewing one survey.
#[derive(Clone, Copy)]
pub struct Reviewing {
    /// The survey, tried out. Its answers are kept nowhere.
    pub trial: Answering,
    /// What the organiser asks.
    asks: StoredValue<Vec<Ask>>,
    /// What the person said so far.
    pub notes: RwSignal<Notes>,
    /// Where the person is.
    pub page: RwSignal<Page>,
    /// Keeps that on the phone.
    pub keeper: Keeper,
    /// What each picture shows, once it is wanted.
    pub list: RwSignal<PictureList>,
    /// True when they come back to notes from an earlier visit.
    pub resumed: RwSignal<bool>,
    /// True right after their notes were deleted.
    pub deleted: RwSignal<bool>,
    /// True while nobody knows who holds the phone: no page shows a word of what was said.
    is_locked: StoredValue<bool>,
    /// The number of the page that is shown once they say that it is them.
    meant: StoredValue<u32>,
    /// Which page they were at, for the next visit.
    bookmark: StoredValue<Bookmark>,
    /// True when they said something since the notes left the phone.
    edited: StoredValue<bool>,
    /// True when somebody read the notes off the screen, by their camera.
    pub scanned: StoredValue<bool>,
    /// How many steps of ours the browser's Back button can take back.
    depth: StoredValue<u32>,
}

/// The list of what each picture shows. Most people never want it, so it is fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PictureList {
    /// Not fetched, or on its way.
    NotYet,
    /// Here.
    Here(&'static str),
    /// There was no connection.
    Failed,
}

/// Reads the invitation out of the page's address.
pub fn open_link() -> Result<Invitation, BadLink> {
    inflate(&link::read_review(&page::fragment())?)
}

impl Reviewing {
    /// Starts, or goes on where the person stopped.
    pub async fn new(invitation: Invitation) -> Result<Self, BadLink> {
        let Invitation { round, survey, asks } = invitation;
        let nothing_yet = || Notes {
            survey: survey.id,
            round,
            revision: 0,
            reviewer: someone(),
            notes: BTreeMap::new(),
        };
        let (keeper, kept) = open_notes(survey.id, round).await;
        let notes = match kept {
            Kept::Here(notes) => notes,
            Kept::Nothing | Kept::Unreadable => nothing_yet(),
            Kept::Newer => return Err(BadLink::Newer),
        };
        let bookmark = Bookmark::of(survey.id, round);
        let trial = Answering::to_try(survey).await;
        fetch_all(trial.pictures, EASE.map(|(.., shows)| shows.to_owned()).into());
        let state = Self {
            trial,
            asks: StoredValue::new(asks),
            notes: RwSignal::new(notes),
            page: RwSignal::new(Page::Hello),
            keeper,
            list: RwSignal::new(PictureList::NotYet),
            resumed: RwSignal::new(false),
            deleted: RwSignal::new(false),
            is_locked: StoredValue::new(false),
            meant: StoredValue::new(0),
            bookmark: StoredValue::new(bookmark),
            edited: StoredValue::new(false),
            scanned: StoredValue::new(false),
            depth: StoredValue::new(0),
        };
        state.begin();
        keeper.follow(move |text| state.follow(&text));
        Ok(state)
    }

    /// Follows what the same round in another tab has kept: there is one record for both, and each
    /// writes all of it. Nothing when the person deleted it there.
    fn follow(&self, text: &str) {
        match wire::from_text(text) {
            Ok(stored) if self.notes.with_untracked(|own| *own == stored) => return,
            Ok(stored) => self.notes.set(stored),
            Err(_) if text.is_empty() => {
                self.notes.update(clear);
                if self.is_locked.get_value() {
                    self.meant.set_value(0);
                    self.same_person();
                }
            }
            // What was said here is in it. This page must not write over it, and says so at its start.
            Err(Unreadable::Newer) => return page::reload(),
            Err(_) => return,
        }
        // Draws the page anew.
        self.page.update(|_| ());
    }

    /// What the organiser asks about a question; about all of it, for `None`.
    pub fn asks(&self, question: Option<QuestionId>) -> Vec<Ask> {
        self.asks.with_value(|asks| {
            asks.iter().filter(|ask| ask.question == question).cloned().collect()
        })
    }

    /// The link to the notes: sealed, so that only the organiser can read it. `again`: as they were sent
    /// the last time. `None` when the invitation's key is no key.
    pub fn sealed_link(&self, again: bool) -> Option<String> {
        let mut notes = self.notes.get_untracked();
        notes.revision += u32::from(!again);
        let bound = (notes.survey, notes.round);
        let key = self.trial.survey.with_value(|survey| survey.key);
        let sealed = seal::seal_notes(&notes.to_packet(), bound, &key, random::bytes()).ok()?;
        let organiser = page::address_of("../");
        Some([&organiser, "#", &link::notes_fragment(&sealed)].concat())
    }

    /// Fetches the list of pictures, unless it is here.
    pub fn want_pictures(self) {
        if matches!(self.list.get_untracked(), PictureList::Here(_)) {
            return;
        }
        self.list.set(PictureList::NotYet);
        spawn_local(async move {
            let text = match language::words_address(PICTURES) {
                Some(address) => fetch::text(&address).await,
                None => None,
            };
            // It is fetched once, and needed for as long as the page is open.
            self.list.set(match text {
                Some(text) => PictureList::Here(text.leak()),
                None => PictureList::Failed,
            });
        });
    }

    /// Notes that they left the phone as this revision.
    pub fn sent(&self, revision: u32) {
        self.notes.update(|notes| notes.revision = notes.revision.max(revision));
        self.keep();
        self.edited.set_value(false);
    }

    /// To the last page, once the notes went.
    pub fn done(&self, how: Sent) {
        self.scanned.set_value(how == Sent::Shown);
        self.go(Page::Done);
    }

    /// Takes everything off the phone.
    pub fn delete(&self) {
        let state = *self;
        self.forget(move || {
            state.go(Page::Hello);
            state.deleted.set(true);
        });
    }

    /// Somebody else begins: the notes of the one before go from the phone.
    pub fn start_again(&self) {
        let state = *self;
        self.forget(move || {
            state.meant.set_value(0);
            state.same_person();
        });
    }

    /// Forgets everything, and then goes on. When it can't be forgotten, says so.
    fn forget(&self, then: impl FnOnce() + 'static) {
        let state = *self;
        // Already now, so that nothing of it is written any more.
        let old = self.notes.get_untracked();
        self.notes.update(clear);
        self.keeper.forget(move |is_gone| {
            if is_gone {
                state.bookmark.with_value(Bookmark::forget);
                state.is_locked.set_value(false);
                then();
            } else {
                state.keeper.put_back(&old);
                state.notes.set(old);
            }
        });
    }

    fn keep(&self) {
        self.edited.set_value(true);
        self.notes.with_untracked(|notes| self.keeper.put(notes));
        // The first word may be said far behind the first page.
        self.mark();
    }
}

/// Leaves nothing of what a person said, or of who they are.
fn clear(notes: &mut Notes) {
    notes.revision = 0;
    notes.notes.clear();
    notes.reviewer = someone();
}

/// A new person, without a name.
fn someone() -> Reviewer {
    let id = ReviewerId(u64::from_be_bytes(random::bytes()));
    Reviewer { id, name: String::new(), may_be_named: false }
}
