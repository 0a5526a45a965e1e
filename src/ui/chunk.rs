//! Where the deferred part of a program is: the build puts it into a file of its own
//! (`xtask/src/build/cut.rs`), so that a page opens before all of it is there.
//!
//! **Invariant:** the first part names nothing of the deferred one but a table of functions, the `T` of
//! a [`Chunk`]. Whatever else it names is linked into the first file.
//!
//! Absent: fetching it, and what people see while it is on its way.

use leptos::prelude::*;

/// Where the deferred part is.
pub enum Stage<T: 'static> {
    /// Here.
    Here(&'static T),
    /// On its way. It can be called for once its file is in.
    Away(fn() -> &'static T),
    /// It did not come, or not yet. It may still.
    Failed(fn() -> &'static T),
}

impl<T> Clone for Stage<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Stage<T> {}

/// The deferred part of a program, or the way to it.
pub struct Chunk<T: 'static> {
    stage: RwSignal<Stage<T>>,
    /// How often it was asked for.
    tries: StoredValue<u32>,
}

impl<T> Clone for Chunk<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Chunk<T> {}

impl<T: Sync> Chunk<T> {
    /// A part that is here, or one that nobody asked for yet.
    pub fn new(stage: Stage<T>) -> Self {
        Self { stage: RwSignal::new(stage), tries: StoredValue::new(0) }
    }

    /// Where it is. What reads this is drawn again when that changes.
    pub fn get(self) -> Stage<T> {
        self.stage.get()
    }

    /// Where it is now.
    pub fn get_untracked(self) -> Stage<T> {
        self.stage.get_untracked()
    }

    /// Asks for it once more. `None` when it is here.
    pub fn begin(self) -> Option<Try<T>> {
        let (Stage::Away(open) | Stage::Failed(open)) = self.stage.get_untracked() else {
            return None;
        };
        self.stage.set(Stage::Away(open));
        self.tries.update_value(|tries| *tries += 1);
        Some(Try { chunk: self, number: self.tries.get_value(), open })
    }
}

/// One try to fetch it.
pub struct Try<T: 'static> {
    chunk: Chunk<T>,
    number: u32,
    open: fn() -> &'static T,
}

impl<T> Clone for Try<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Try<T> {}

impl<T: Sync> Try<T> {
    /// Its file is in. `None` when an earlier try had brought it already.
    pub fn came(self) -> Option<&'static T> {
        if let Stage::Here(_) = self.chunk.get_untracked() {
            return None;
        }
        let part = (self.open)();
        self.chunk.stage.set(Stage::Here(part));
        Some(part)
    }

    /// It did not come, or takes long. False when that is no news: it is here, or a newer try runs.
    pub fn failed(self) -> bool {
        let is_newest = self.chunk.tries.try_get_value() == Some(self.number);
        let is_news = is_newest && matches!(self.chunk.get_untracked(), Stage::Away(_));
        if is_news {
            self.chunk.stage.set(Stage::Failed(self.open));
        }
        is_news
    }
}
