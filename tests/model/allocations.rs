//! Counts what a piece of code allocates, so that a test can say "not gigabytes".

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    /// Bytes that this thread holds, and the most it ever held. Signed: a thread may free what
    /// another one took.
    static HELD: Cell<(isize, isize)> = const { Cell::new((0, 0)) };
}

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn count(change: isize) {
    // A thread that is ending has no count any more, and nobody asks for it.
    let _ = HELD.try_with(|held| {
        let (now, most) = held.get();
        held.set((now + change, most.max(now + change)));
    });
}

// SAFETY: every call goes to the system's allocator unchanged; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(place, layout) }
    }
}

/// The most bytes that the code held at once, above what was held before it.
pub fn most_held<T>(code: impl FnOnce() -> T) -> usize {
    let before = HELD.with(|held| {
        let (now, _) = held.get();
        held.set((now, now));
        now
    });
    drop(code());
    HELD.with(|held| (held.get().1 - before).max(0) as usize)
}

#[test]
fn counts_what_is_held_at_once_and_not_what_was_given_back() {
    let held = most_held(|| {
        for _ in 0..10 {
            drop(std::hint::black_box(vec![0u8; 100_000]));
        }
    });
    assert!((100_000..200_000).contains(&held), "{held}");
}
