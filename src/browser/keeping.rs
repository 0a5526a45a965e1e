//! One record of text that this browser keeps for whoever is in front of it: all that they did so far.
//!
//! It is in the database. A browser that refuses that, or does not answer, has it in its text storage.
//! What an earlier release kept there is moved once.
//!
//! Absent: what the text means, and which one counts where the two places differ.

use super::database::{NO_DATABASE, Table};
use super::tabs::Tabs;
use super::{Failed, clock, storage};
use core::cell::{Cell, OnceCell, RefCell};
use core::future::Future;
use wasm_bindgen::JsValue;

/// Where all records are.
pub const RECORDS: Table = Table { database: "ask-together-phone", table: "records" };

/// How long the database may take, in milliseconds. There are browsers that never answer.
const PATIENCE: i32 = 5_000;

/// Where the record may be written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the database; in text storage when that fails.
    Database,
    /// In text storage alone.
    Text,
    /// There too, but nobody can rely on it: the database did not answer, and what it holds may count
    /// for more at the next visit.
    Doubt,
    /// Nowhere: what is there could not be put aside.
    Nowhere,
}

/// A record, by its name.
pub struct Record {
    name: String,
    place: Cell<Place>,
    /// False where the browser has no database, so that nothing can be in it.
    has_database: Cell<bool>,
    /// The newest text, while an older one is being written.
    waiting: RefCell<Option<String>>,
    is_writing: Cell<bool>,
    /// How often it was written or forgotten. A write that hung changes nothing any more once something
    /// came after it.
    newest: Cell<u32>,
    tabs: OnceCell<Tabs>,
}

impl Record {
    /// The record with this name.
    pub fn new(name: String) -> Self {
        Self {
            name,
            place: Cell::new(Place::Text),
            has_database: Cell::new(true),
            waiting: RefCell::new(None),
            is_writing: Cell::new(false),
            newest: Cell::new(0),
            tabs: OnceCell::new(),
        }
    }

    /// What the database and text storage hold. Fails when neither can be read.
    pub async fn find(&self) -> Result<[Option<String>; 2], Failed> {
        let stored = self.stored().await;
        let text = storage::get(&self.name);
        match stored {
            Ok(stored) => {
                self.place.set(Place::Database);
                return Ok([stored, text.unwrap_or_default()]);
            }
            Err(why) if why.0 == NO_DATABASE => self.has_database.set(false),
            Err(_) => self.place.set(Place::Doubt),
        }
        Ok([None, text?])
    }

    /// False when there is a database that did not say what it holds.
    pub fn is_sure(&self) -> bool {
        self.place.get() != Place::Doubt
    }

    /// Brings what was found into order, before anything new is written: `kept` goes into the
    /// database, where there was more, `aside` goes under other names. What text storage holds goes
    /// once it was read back from the database.
    pub async fn settle(&self, kept: Option<String>, aside: &[String]) -> Result<(), Failed> {
        if self.place.get() == Place::Database
            && soon(self.settle_in_database(kept.as_ref(), aside)).await.is_ok()
            && (kept.is_none() || self.stored().await? == kept)
        {
            let _ = storage::remove(&self.name);
            return Ok(());
        }
        if aside.is_empty() {
            return Ok(());
        }
        let sure = self.place.replace(Place::Nowhere);
        for text in aside {
            let mut number = 0;
            while storage::get(&self.beside(number))?.is_some_and(|there| there != *text) {
                number += 1;
            }
            storage::set(&self.beside(number), text)?;
        }
        self.place.set(if sure == Place::Doubt { sure } else { Place::Text });
        Ok(())
    }

    async fn settle_in_database(
        &self,
        kept: Option<&String>,
        aside: &[String],
    ) -> Result<(), Failed> {
        let writing = RECORDS.write().await?;
        for text in aside {
            let mut number = 0;
            let text = JsValue::from_str(text);
            while writing.get(&self.beside(number)).await?.is_some_and(|there| there != text) {
                number += 1;
            }
            writing.set(&self.beside(number), Some(text))?;
        }
        if let Some(kept) = kept {
            writing.set(&self.name, Some(JsValue::from_str(kept)))?;
        }
        writing.done().await
    }

    /// Keeps this text in place of the older one. One that comes while another is being written waits,
    /// and only the newest of those that wait is written. `None` for them: who brought the first one
    /// hears how it ended, unless the record was forgotten meanwhile.
    pub async fn put(&self, text: String) -> Option<Result<(), Failed>> {
        self.waiting.replace(Some(text));
        if self.is_writing.replace(true) {
            return None;
        }
        let mut ended = None;
        while let Some(text) = self.waiting.take() {
            ended = self.write(&text).await;
        }
        self.is_writing.set(false);
        ended
    }

    /// Begins to write what waits, for a page that is left: it won't hear of the end of the text before.
    pub async fn hurry(&self) {
        if let Some(text) = self.waiting.take() {
            let _ = self.write(&text).await;
        }
    }

    /// `None` when something newer was begun before this ended.
    async fn write(&self, text: &str) -> Option<Result<(), Failed>> {
        let number = self.begin();
        if self.place.get() == Place::Database {
            let put = [(self.name.clone(), Some(JsValue::from_str(text)))];
            let ended = soon(RECORDS.change(put.into_iter())).await;
            if self.newest.get() != number {
                return None;
            }
            if ended.is_ok() {
                // What went there while the database failed is older by now.
                let _ = storage::remove(&self.name);
                self.tell(text);
                return Some(ended);
            }
        }
        Some(self.write_text(text))
    }

    fn write_text(&self, text: &str) -> Result<(), Failed> {
        if self.place.get() == Place::Nowhere {
            return Err(Failed("it is taken".into()));
        }
        storage::set(&self.name, text)?;
        self.tell(text);
        if self.is_sure() { Ok(()) } else { Err(Failed("no answer".into())) }
    }

    fn begin(&self) -> u32 {
        self.newest.set(self.newest.get() + 1);
        self.newest.get()
    }

    /// Forgets the record, and all that was put aside.
    pub async fn forget(&self) -> Result<(), Failed> {
        self.waiting.take();
        self.begin();
        match soon(RECORDS.forget(&self.name)).await {
            Ok(()) => self.place.set(Place::Database),
            Err(why) if self.has_database.get() => return Err(why),
            // A browser without a database has nothing in it.
            Err(_) => {}
        }
        let _ = storage::remove(&self.name);
        let mut number = 0;
        while let Ok(Some(_)) = storage::get(&self.beside(number)) {
            storage::remove(&self.beside(number))?;
            number += 1;
        }
        self.tell("");
        Ok(())
    }

    /// From now on calls back with each text that another tab has kept under the same name. It is empty
    /// when the person had the record forgotten there: storage that is only cleared tells nobody.
    pub fn follow(&self, call: impl FnMut(String) + 'static) {
        if let Ok(tabs) = Tabs::join(&self.name, call) {
            let _ = self.tabs.set(tabs);
        }
    }

    fn tell(&self, text: &str) {
        if let Some(tabs) = self.tabs.get() {
            tabs.tell(text);
        }
    }

    async fn stored(&self) -> Result<Option<String>, Failed> {
        let found = soon(RECORDS.find(core::slice::from_ref(&self.name))).await?;
        Ok(found.into_iter().flatten().next().and_then(|value| value.as_string()))
    }

    /// A name for what is put aside.
    fn beside(&self, number: u32) -> String {
        [&self.name, "/aside/", &number.to_string()].concat()
    }
}

/// What the database answers, if it does so soon.
async fn soon<T>(work: impl Future<Output = Result<T, Failed>>) -> Result<T, Failed> {
    clock::within(PATIENCE, work).await.unwrap_or_else(|| Err(Failed("no answer".into())))
}
