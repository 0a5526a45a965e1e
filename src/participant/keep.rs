//! Keeping what a person does on their phone, as they go: here their answers, in the reviewer's program
//! their notes.
//!
//! One record for each edition of each survey: a link with other words, or another key, finds none of
//! the answers to this one. What can't be read is never written over: it is put aside under another
//! name first. Photos that came with a survey are kept beside.

use crate::browser::keeping::Record;
use crate::browser::photos::{ANSWERING, Store};
use crate::browser::{clock, page};
use crate::model::kept::{self, Kept};
use crate::model::photo::Photo;
use crate::model::response::Progress;
use crate::model::survey::Survey;
use crate::model::wire::{self, Packet};
use core::pin::pin;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// Photos, sounds and videos of surveys that came as files. The organiser's own are in another store.
pub(super) const PHOTOS: Store = ANSWERING;

/// How long writing may take, in milliseconds, before the page says no more that all is kept. Most
/// takes less, and words that blink at every key help nobody.
const BLINK: i32 = 200;

/// How keeping it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Well.
    Works,
    /// The browser keeps nothing.
    Fails,
    /// What was kept before could not be read, and was put aside.
    OldUnreadable,
    /// It could not be deleted.
    CannotDelete,
}

/// Keeps all that a person did so far in one record, and knows how that goes.
#[derive(Clone, Copy)]
pub struct Keeper {
    /// None while a survey is only tried out.
    record: StoredValue<Option<Rc<Record>>, LocalStorage>,
    /// How it goes.
    pub keeping: RwSignal<Keeping>,
    /// True while all of it is on the phone.
    pub is_kept: RwSignal<bool>,
}

/// Looks for answers from an earlier visit.
pub async fn open_answers(survey: &Survey) -> (Keeper, Kept<Progress>) {
    let (id, edition) = (survey.id.to_string(), survey.edition.to_string());
    let name = ["ask-together/answers/", &id, "/", &edition].concat();
    open(name, |progress: &Progress| (progress.sent, progress.answers.iter().count())).await
}

/// Opens the record with this name. Where more than one is found, the one that has more of what `amount`
/// says counts.
pub async fn open<T: Packet, A: PartialOrd>(
    name: String,
    amount: impl Fn(&T) -> A,
) -> (Keeper, Kept<T>) {
    let record = Rc::new(Record::new(name));
    let (kept, works) = match record.find().await {
        Ok(places) => {
            let is_old = places[1].is_some();
            let choice = kept::choose(places, amount);
            // What a newer release wrote stays as it is, wherever it is.
            let is_settled =
                matches!(choice.kept, Kept::Newer) || !is_old && choice.aside.is_empty();
            let works = is_settled || record.settle(choice.text, &choice.aside).await.is_ok();
            // A database that did not answer may hold somebody's answers all the same.
            (choice.kept, works && record.is_sure())
        }
        Err(_) => (Kept::Nothing, false),
    };
    let keeping = match kept {
        _ if !works => Keeping::Fails,
        Kept::Unreadable => Keeping::OldUnreadable,
        _ => Keeping::Works,
    };
    let keeper = Keeper::new(Some(record), keeping);
    keeper.is_kept.set(works && matches!(kept, Kept::Here(_)));
    (keeper, kept)
}

impl Keeper {
    /// Keeps nothing.
    pub fn nowhere() -> Self {
        Self::new(None, Keeping::Works)
    }

    fn new(record: Option<Rc<Record>>, keeping: Keeping) -> Self {
        Self {
            record: StoredValue::new_local(record),
            keeping: RwSignal::new(keeping),
            is_kept: RwSignal::new(false),
        }
    }

    /// True unless a survey is only tried out, or answered on a tablet that keeps it in its own way.
    pub fn keeps(self) -> bool {
        self.record.with_value(Option::is_some)
    }

    /// Keeps this, and comes back once it is on the device. False when it is not.
    pub async fn put_now<T: Packet>(self, value: &T) -> bool {
        let Some(record) = self.record.get_value() else { return false };
        let text = wire::to_text(value);
        loop {
            // While something older is being written, nobody hears how this ends.
            if let Some(ended) = record.put(text.clone()).await {
                return ended.is_ok();
            }
            clock::breathe().await;
        }
    }

    /// Keeps this in place of what was kept.
    pub fn put<T: Packet>(self, value: &T) {
        self.write(value, false);
    }

    /// Keeps what could not be deleted: what was still to be written was let go for it.
    pub fn put_back<T: Packet>(self, value: &T) {
        self.write(value, true);
    }

    fn write<T: Packet>(self, value: &T, is_put_back: bool) {
        let Some(record) = self.record.get_value() else { return };
        let text = wire::to_text(value);
        spawn_local(async move {
            let mut writing = pin!(record.put(text));
            let ended = match clock::within(BLINK, writing.as_mut()).await {
                Some(ended) => ended,
                None => {
                    self.is_kept.set(false);
                    writing.await
                }
            };
            let Some(ended) = ended else { return };
            self.is_kept.set(ended.is_ok());
            self.goes(match ended {
                // What they asked for comes first.
                _ if is_put_back => Keeping::CannotDelete,
                Err(_) => Keeping::Fails,
                Ok(()) if self.keeping.get_untracked() == Keeping::OldUnreadable => return,
                Ok(()) => Keeping::Works,
            });
        });
    }

    /// Forgets all of it, and then calls back with whether that went well.
    pub fn forget(self, then: impl FnOnce(bool) + 'static) {
        let Some(record) = self.record.get_value() else { return };
        spawn_local(async move {
            let is_gone = record.forget().await.is_ok();
            self.is_kept.set(false);
            if !is_gone {
                self.goes(Keeping::CannotDelete);
            } else if self.keeping.get_untracked() != Keeping::Fails {
                self.goes(Keeping::Works);
            }
            then(is_gone);
        });
    }

    /// Follows what other tabs keep in its place. Text is empty when it was deleted there.
    pub fn follow(self, call: impl FnMut(String) + 'static) {
        let Some(record) = self.record.get_value() else { return };
        record.follow(call);
        page::on_leaving(move || {
            let record = record.clone();
            spawn_local(async move { record.hurry().await });
        });
    }

    /// Says how it goes from now on. Screen readers say a notice again when it is drawn again.
    fn goes(self, now: Keeping) {
        if self.keeping.get_untracked() != now {
            self.keeping.set(now);
        }
    }
}

/// Keeps what came in a survey's file, by its names, for the next visit. A browser that refuses shows it in this
/// one.
pub async fn keep_own(all: Vec<(String, Vec<u8>)>) {
    if !all.is_empty() {
        let _ = PHOTOS.keep(&all).await;
    }
}

/// Those of the named photos that are kept here.
pub async fn find_photos(names: &[String]) -> Vec<Photo> {
    if names.is_empty() {
        return Vec::new();
    }
    let found = PHOTOS.find(names).await.unwrap_or_default();
    found.into_iter().flatten().filter_map(Photo::read).collect()
}

/// How many of these are not kept here. All of them where the browser does not say.
pub async fn count_missing(names: &[String]) -> usize {
    let kept = PHOTOS.names().await.unwrap_or_default();
    names.iter().filter(|name| !kept.contains(name)).count()
}

/// Forgets these.
pub async fn forget_own(names: &[String]) {
    let _ = PHOTOS.remove(names).await;
}
