//! Signals that come a little behind others. What a person types shows first; what follows from it
//! for other parts of the screen comes then, and takes nothing from the next key. Nor does it come while something
//! is pressed, which would move away under the finger.

use crate::browser::{page, presses};
use core::time::Duration;
use leptos::prelude::*;

/// How long people pause between two words, but not within one.
const PAUSE: Duration = Duration::from_millis(300);

/// Follows once there was no change for a moment: for what would be in the way while it changes.
pub fn after_pause<T>(now: Memo<T>) -> ReadSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (behind, set) = signal(now.get_untracked());
    let mut soon = debounce(PAUSE, move |value| presses::once_up(move || _ = set.try_set(value)));
    Effect::new(move |_| soon(now.get()));
    behind
}

/// Follows once the screen was painted: for what stands beside the words that a person types. What
/// comes `at_once`, by its old and its new value, does not wait.
pub fn after_painting<T>(
    now: Memo<T>,
    at_once: impl Fn(&T, &T) -> bool + Send + Sync + 'static,
) -> ReadSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (behind, set) = signal(now.get_untracked());
    let waits = StoredValue::new(false);
    let follow = move || {
        waits.try_set_value(false);
        let Some(value) = now.try_get_untracked() else { return };
        if behind.try_with_untracked(|old| *old != value) == Some(true) {
            set.set(value);
        }
    };
    Effect::new(move |_| {
        if now.with(|now| behind.with_untracked(|old| at_once(old, now))) {
            follow();
        } else if !waits.get_value() {
            waits.set_value(true);
            page::after_painting(move || presses::once_up(follow));
        }
    });
    behind
}
