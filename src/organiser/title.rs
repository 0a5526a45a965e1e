//! What the survey on the desk is called, for every screen that says it.

use super::state::Desk;
use super::words;
use leptos::prelude::*;

/// The title of the survey on the desk, or what stands for it while it has none.
pub fn title(desk: Desk) -> String {
    desk.draft.with(|draft| words::or(&draft.content().title, words::NO_TITLE))
}
