//! Records kept in this browser, under names, in IndexedDB. What is written here is on the disk soon
//! after its transaction is over, even when the browser dies right then; text storage takes up to half a
//! minute (measured by killing browsers: `cargo xtask bench kills`).
//!
//! Straight on web-sys: a crate for it would be 7 kB on every phone. Absent: what the records mean.

use super::folder::full;
use super::wait::within;
use super::{Failed, window};
use core::cell::RefCell;
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

/// Milliseconds in which a browser answers. WebKit's sometimes never does, until the page is opened
/// again.
const PATIENCE: i32 = 10_000;
/// Milliseconds for a disk that is busy.
const PATIENCE_WITH_DISK: i32 = 30_000;

/// Why nothing is kept where a browser has no database for this page, so that nothing can be in it.
pub const NO_DATABASE: &str = "no IndexedDB";

/// The one table of a database. Both are made when they are first used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the database is called.
    pub database: &'static str,
    /// What its table is called.
    pub table: &'static str,
}

thread_local! {
    /// Databases that are open. One that the browser closes, as when a person clears its storage, is
    /// opened again when it is next needed.
    static OPEN: RefCell<Vec<(Table, IdbDatabase)>> = const { RefCell::new(Vec::new()) };
}

/// True where the browser has databases at all.
pub fn is_there() -> bool {
    matches!(window().indexed_db(), Ok(Some(_)))
}

impl Table {
    /// Makes these changes, all or none. A value puts a record in place of an older one, `None` takes
    /// it away. Comes back once they are on their way to the disk for good.
    pub async fn change(
        self,
        changes: impl Iterator<Item = (String, Option<JsValue>)>,
    ) -> Result<(), Failed> {
        let writing = self.write().await?;
        for (name, value) in changes {
            writing.set(&name, value)?;
        }
        writing.done().await
    }

    /// The records with these names, in their order. `None` for one that is not here.
    pub async fn find(self, names: &[String]) -> Result<Vec<Option<JsValue>>, Failed> {
        find(&self.begin(IdbTransactionMode::Readonly).await?.objects()?, names).await
    }

    /// The names of all records that start so, in their order. All of them for an empty start.
    pub async fn names(self, start: &str) -> Result<Vec<String>, Failed> {
        let table = self.begin(IdbTransactionMode::Readonly).await?.objects()?;
        let names: Array =
            answer_to(&table.get_all_keys_with_key(&range(start)?)?).await?.unchecked_into();
        Ok(texts(&names))
    }

    /// The texts of the records from one name to another, with their names, in their order.
    pub async fn between(self, first: &str, last: &str) -> Result<Vec<(String, String)>, Failed> {
        let table = self.begin(IdbTransactionMode::Readonly).await?.objects()?;
        let (first, last) = (JsValue::from_str(first), JsValue::from_str(last));
        let range: JsValue = web_sys::IdbKeyRange::bound(&first, &last)?.into();
        // Both are asked for before either is waited for.
        let (names, values) =
            (table.get_all_keys_with_key(&range)?, table.get_all_with_key(&range)?);
        let names: Array = answer_to(&names).await?.unchecked_into();
        let values: Array = answer_to(&values).await?.unchecked_into();
        Ok(texts(&names).into_iter().zip(texts(&values)).collect())
    }

    /// All records that start so, with their names, in their order.
    pub async fn all(self, start: &str) -> Result<Vec<(String, JsValue)>, Failed> {
        let table = self.begin(IdbTransactionMode::Readonly).await?.objects()?;
        let names = table.get_all_keys_with_key(&range(start)?)?;
        let values = table.get_all_with_key(&range(start)?)?;
        let names: Array = answer_to(&names).await?.unchecked_into();
        let values: Array = answer_to(&values).await?.unchecked_into();
        Ok(names.iter().filter_map(|name| name.as_string()).zip(values.iter()).collect())
    }

    /// Takes away all records whose names start so.
    pub async fn forget(self, start: &str) -> Result<(), Failed> {
        let writing = self.write().await?;
        writing.table.delete(&range(start)?)?;
        writing.done().await
    }

    /// Begins to write.
    pub async fn write(self) -> Result<Writing, Failed> {
        let begun = self.begin(IdbTransactionMode::Readwrite).await?;
        // A full disk only shows at the end of it.
        let done = Promise::new(&mut |resolve, reject| {
            begun.transaction.set_oncomplete(Some(&resolve));
            begun.transaction.set_onabort(Some(&reject));
        });
        Ok(Writing { table: begun.objects()?, done })
    }

    async fn begin(self, mode: IdbTransactionMode) -> Result<Begun, Failed> {
        let begin =
            |database: &IdbDatabase| database.transaction_with_str_and_mode(self.table, mode).ok();
        let known =
            OPEN.with_borrow(|all| all.iter().find(|(t, _)| *t == self).map(|(_, d)| d.clone()));
        if let Some(transaction) = known.as_ref().and_then(begin) {
            return Ok(Begun { transaction, table: self.table });
        }
        let database = self.open().await?;
        OPEN.with_borrow_mut(|all| {
            all.retain(|(table, _)| *table != self);
            all.push((self, database.clone()));
        });
        let transaction = database.transaction_with_str_and_mode(self.table, mode)?;
        Ok(Begun { transaction, table: self.table })
    }

    async fn open(self) -> Result<IdbDatabase, Failed> {
        let factory = window().indexed_db().ok().flatten();
        // Where this is refused at once, it is refused for good. What fails later may be there.
        let opening =
            factory.and_then(|factory| factory.open_with_u32(&full(self.database), 1).ok());
        let opening = opening.ok_or_else(|| Failed(NO_DATABASE.into()))?;
        let new = opening.clone();
        let make = Closure::once_into_js(move || {
            if let Ok(Ok(database)) = new.result().map(JsCast::dyn_into::<IdbDatabase>) {
                let _ = database.create_object_store(self.table);
            }
        });
        opening.set_onupgradeneeded(Some(make.unchecked_ref()));
        let database: IdbDatabase = answer_to(&opening).await?.unchecked_into();
        // Whoever deletes the database waits until it is closed here.
        let old = database.clone();
        let close = Closure::<dyn FnMut()>::new(move || old.close());
        database.set_onversionchange(Some(close.as_ref().unchecked_ref()));
        close.forget();
        Ok(database)
    }
}

struct Begun {
    transaction: IdbTransaction,
    table: &'static str,
}

impl Begun {
    fn objects(&self) -> Result<IdbObjectStore, Failed> {
        Ok(self.transaction.object_store(self.table)?)
    }
}

/// A transaction that writes. No other of the same table, in any tab, begins before it is over.
pub struct Writing {
    table: IdbObjectStore,
    done: Promise,
}

impl Writing {
    /// What is under this name now.
    pub async fn get(&self, name: &str) -> Result<Option<JsValue>, Failed> {
        let value = answer_to(&self.table.get(&JsValue::from_str(name))?).await?;
        Ok((!value.is_undefined()).then_some(value))
    }

    /// What is under these names now, in their order.
    pub async fn find(&self, names: &[String]) -> Result<Vec<Option<JsValue>>, Failed> {
        find(&self.table, names).await
    }

    /// Puts a record in place of an older one, or takes it away.
    pub fn set(&self, name: &str, value: Option<JsValue>) -> Result<(), Failed> {
        let name = JsValue::from_str(name);
        match value {
            Some(value) => self.table.put_with_key(&value, &name)?,
            None => self.table.delete(&name)?,
        };
        Ok(())
    }

    /// Comes back once the transaction is over.
    pub async fn done(self) -> Result<(), Failed> {
        // Otherwise the browser waits for the page to say that this was all, and throws it away when
        // the page is gone by then.
        #[expect(deprecated, reason = "web-sys calls it so, no browser does")]
        let _ = self.table.transaction().commit();
        within(PATIENCE_WITH_DISK, &self.done).await?;
        Ok(())
    }
}

/// These texts. Handed over as one, since each would take longer to hand over than to read; one by one where a line
/// ends in some of them.
fn texts(all: &Array) -> Vec<String> {
    let joined = String::from(all.join("\n"));
    let texts: Vec<String> = joined.split('\n').map(str::to_owned).collect();
    match texts.len() == all.length() as usize {
        true => texts,
        false => all.iter().map(|text| text.as_string().unwrap_or_default()).collect(),
    }
}

/// The records with these names, in their order. All are asked for before any is waited for: answers come in the same
/// order, so the last comes when all are here, and one that fails ends the whole transaction.
async fn find(table: &IdbObjectStore, names: &[String]) -> Result<Vec<Option<JsValue>>, Failed> {
    let asked = names.iter().map(|name| table.get(&JsValue::from_str(name)));
    let asked: Vec<IdbRequest> = asked.collect::<Result<_, JsValue>>()?;
    if let Some(last) = asked.last() {
        answer_to(last).await?;
    }
    let mut found = Vec::with_capacity(asked.len());
    for one in asked {
        let value = one.result()?;
        found.push((!value.is_undefined()).then_some(value));
    }
    Ok(found)
}

/// All names that start so. The last character of Unicode's first plane comes after all that follow.
fn range(start: &str) -> Result<JsValue, Failed> {
    let end = [start, "\u{ffff}"].concat();
    Ok(web_sys::IdbKeyRange::bound(&JsValue::from_str(start), &JsValue::from_str(&end))?.into())
}

/// Waits for what the browser answers.
async fn answer_to(request: &IdbRequest) -> Result<JsValue, Failed> {
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    within(PATIENCE, &done).await?;
    Ok(request.result()?)
}
