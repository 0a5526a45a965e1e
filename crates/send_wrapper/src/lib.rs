//! What Leptos asks of the crate of this name: a value that may be shared between threads by its type, and never is.
//!
//! The crate itself remembers which thread made the value, and asks at each use whether it is that one. For that,
//! the standard library brings handles of threads and a second allocator to keep them in: 2 kB after compression
//! that each phone would download, to compare one thread with itself. Our pages have one thread, for WebAssembly
//! without atomics has no other, so here nothing is asked. `Cargo.toml` puts this in its place.
//!
//! Absent: everything that only makes sense with a second thread, and what Leptos does not use.

#[cfg(target_feature = "atomics")]
compile_error!(
    "with atomics there can be a second thread: take the crate of this name from its author"
);

use core::fmt;
use core::ops::{Deref, DerefMut};

/// A value of the page's one thread.
#[derive(Clone)]
pub struct SendWrapper<T>(T);

// SAFETY: there is one thread, as checked above, so nothing is ever sent to or shared with another. Elsewhere
// than in a page neither holds, and so neither is there.
#[cfg(target_family = "wasm")]
unsafe impl<T> Send for SendWrapper<T> {}
#[cfg(target_family = "wasm")]
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> SendWrapper<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// True in the thread that made it, and so always.
    pub const fn valid(&self) -> bool {
        true
    }

    /// The value.
    pub fn take(self) -> T {
        self.0
    }
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for SendWrapper<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for SendWrapper<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("SendWrapper").field(&self.0).finish()
    }
}

#[cfg(feature = "futures")]
mod futures {
    use super::SendWrapper;
    use core::pin::Pin;
    use core::task::{Context, Poll};
    use futures_core::Stream;

    impl<T> SendWrapper<T> {
        /// The value, pinned where it is.
        fn inside(self: Pin<&mut Self>) -> Pin<&mut T> {
            // SAFETY: the value stays where the wrapper is, and nothing else moves it out of a pinned one.
            unsafe { self.map_unchecked_mut(|wrapper| &mut wrapper.0) }
        }
    }

    impl<T: Future> Future for SendWrapper<T> {
        type Output = T::Output;

        fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
            self.inside().poll(context)
        }
    }

    impl<T: Stream> Stream for SendWrapper<T> {
        type Item = T::Item;

        fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            self.inside().poll_next(context)
        }

        fn size_hint(&self) -> (usize, Option<usize>) {
            self.0.size_hint()
        }
    }
}
