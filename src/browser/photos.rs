//! Photos kept in this browser: bytes under a name, in IndexedDB, which has room for them where text
//! storage has not.
//!
//! Straight on web-sys: a crate for it would be 7 kB on every phone. Each program has a store of its
//! own, since the organiser's forgets photos that no survey of theirs names any more.

use super::{Failed, window};
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

/// What the one table of a store is called.
const TABLE: &str = "photos";

/// A store. Made when it is first used.
#[derive(Clone, Copy, Debug)]
pub struct Store(pub &'static str);

impl Store {
    /// Keeps photos, all of them or none.
    pub async fn keep(self, photos: &[(String, Vec<u8>)]) -> Result<(), Failed> {
        let write = |table: &IdbObjectStore| -> Result<(), JsValue> {
            for (name, bytes) in photos {
                table.put_with_key(&Uint8Array::from(&bytes[..]), &JsValue::from_str(name))?;
            }
            Ok(())
        };
        Ok(self.write(write).await?)
    }

    /// Forgets these.
    pub async fn remove(self, names: &[String]) -> Result<(), Failed> {
        let write = |table: &IdbObjectStore| -> Result<(), JsValue> {
            for name in names {
                table.delete(&JsValue::from_str(name))?;
            }
            Ok(())
        };
        Ok(self.write(write).await?)
    }

    /// The photos with these names, in their order. `None` for one that is not here.
    pub async fn find(self, names: &[String]) -> Result<Vec<Option<Vec<u8>>>, Failed> {
        let table = self.table(IdbTransactionMode::Readonly).await?;
        let mut found = Vec::new();
        for request in names.iter().map(|name| table.get(&JsValue::from_str(name))) {
            let bytes = answer_to(&request?).await?.dyn_into::<Uint8Array>();
            found.push(bytes.ok().map(|bytes| bytes.to_vec()));
        }
        Ok(found)
    }

    /// The names of all that are here.
    pub async fn names(self) -> Result<Vec<String>, Failed> {
        let table = self.table(IdbTransactionMode::Readonly).await?;
        let names: Array = answer_to(&table.get_all_keys()?).await?.unchecked_into();
        Ok(names.iter().filter_map(|name| name.as_string()).collect())
    }

    async fn write(
        self,
        write: impl FnOnce(&IdbObjectStore) -> Result<(), JsValue>,
    ) -> Result<(), JsValue> {
        let table = self.table(IdbTransactionMode::Readwrite).await?;
        let transaction = table.transaction();
        // A full disk only shows at the end of it.
        let done = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        write(&table)?;
        JsFuture::from(done).await.map(drop)
    }

    async fn table(self, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
        let factory = window().indexed_db()?.ok_or(JsValue::NULL)?;
        let opening = factory.open_with_u32(self.0, 1)?;
        let new = opening.clone();
        let make = Closure::once_into_js(move || {
            if let Ok(Ok(database)) = new.result().map(JsCast::dyn_into::<IdbDatabase>) {
                let _ = database.create_object_store(TABLE);
            }
        });
        opening.set_onupgradeneeded(Some(make.unchecked_ref()));
        let database: IdbDatabase = answer_to(&opening).await?.unchecked_into();
        let table = database.transaction_with_str_and_mode(TABLE, mode)?.object_store(TABLE);
        // It closes when the transaction is over.
        database.close();
        table
    }
}

/// Waits for what the browser answers.
async fn answer_to(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(done).await?;
    request.result()
}
