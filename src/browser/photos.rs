//! Photos kept in this browser: bytes under a name. Each program has a store of its own, since the
//! organiser's forgets photos that no survey of theirs names any more.

use super::Failed;
use super::database::Table;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;

/// A store, by the name of its database.
#[derive(Clone, Copy, Debug)]
pub struct Store(pub &'static str);

/// The store of those who answer. An organiser who starts a tablet on their own device puts photos in it too.
pub const ANSWERING: Store = Store("ask-together-answering");

impl Store {
    fn table(self) -> Table {
        Table { database: self.0, table: "photos" }
    }

    /// Keeps photos, all of them or none.
    pub async fn keep(self, photos: &[(String, Vec<u8>)]) -> Result<(), Failed> {
        let put = |(name, bytes): &(String, Vec<u8>)| {
            (name.clone(), Some(Uint8Array::from(&bytes[..]).into()))
        };
        self.table().change(photos.iter().map(put)).await
    }

    /// Forgets these.
    pub async fn remove(self, names: &[String]) -> Result<(), Failed> {
        self.table().change(names.iter().map(|name| (name.clone(), None))).await
    }

    /// The photos with these names, in their order. `None` for one that is not here.
    pub async fn find(self, names: &[String]) -> Result<Vec<Option<Vec<u8>>>, Failed> {
        let found = self.table().find(names).await?;
        let bytes =
            |value: wasm_bindgen::JsValue| Some(value.dyn_into::<Uint8Array>().ok()?.to_vec());
        Ok(found.into_iter().map(|value| value.and_then(bytes)).collect())
    }

    /// The names of all that are here.
    pub async fn names(self) -> Result<Vec<String>, Failed> {
        self.table().names("").await
    }
}
