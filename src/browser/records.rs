//! Texts kept under names in one table of IndexedDB.
//!
//! Absent: what the texts mean, and what to do when a browser refuses. See [`database`](super::database)
//! for how sure a record is once it is written.

use super::Failed;
use super::database::{Table, Writing};
use wasm_bindgen::JsValue;

/// A table of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Records(pub Table);

/// What a transaction that writes can do.
pub struct Batch(Writing);

impl Records {
    /// The texts with these names, in their order. `None` for one that is not here.
    pub async fn find(self, names: &[String]) -> Result<Vec<Option<String>>, Failed> {
        let found = self.0.find(names).await?;
        Ok(found.into_iter().map(|value| value?.as_string()).collect())
    }

    /// All names that start so.
    pub async fn names(self, start: &str) -> Result<Vec<String>, Failed> {
        self.0.names(start).await
    }

    /// All texts whose names start so, with their names.
    pub async fn all(self, start: &str) -> Result<Vec<(String, String)>, Failed> {
        let all = self.0.all(start).await?;
        Ok(all.into_iter().filter_map(|(name, value)| Some((name, value.as_string()?))).collect())
    }

    /// The texts from one name to another, with their names, in their order.
    pub async fn between(self, first: &str, last: &str) -> Result<Vec<(String, String)>, Failed> {
        self.0.between(first, last).await
    }

    /// Begins to write. No other tab writes here before it is done.
    pub async fn write(self) -> Result<Batch, Failed> {
        Ok(Batch(self.0.write().await?))
    }
}

impl Batch {
    /// The text under this name now.
    pub async fn get(&self, name: &str) -> Result<Option<String>, Failed> {
        Ok(self.0.get(name).await?.and_then(|value| value.as_string()))
    }

    /// The texts under these names now, in their order.
    pub async fn find(&self, names: &[String]) -> Result<Vec<Option<String>>, Failed> {
        let found = self.0.find(names).await?;
        Ok(found.into_iter().map(|value| value?.as_string()).collect())
    }

    /// Puts a text in place of an older one, or takes it away.
    pub fn set(&self, name: &str, text: Option<&str>) -> Result<(), Failed> {
        self.0.set(name, text.map(JsValue::from_str))
    }

    /// Comes back once all of it is on its way to the disk for good, or none of it.
    pub async fn done(self) -> Result<(), Failed> {
        self.0.done().await
    }
}
