//! Which author this tab is.

use crate::browser::{json_storage, page, random};
use crate::model::id::Author;
use crate::organiser::library;

/// This tab's author. Kept over a reload, so that undo still works; another tab is another author,
/// so that two tabs never give the same number to two edits.
///
/// The record is taken away while the page is open: a browser that copies a tab copies its records
/// too, and the copy must find none.
pub(super) fn this_tab() -> Author {
    const NAME: &str = "ask-together/author";
    let known = json_storage::take_for_tab(NAME).and_then(|text| text.parse().ok());
    // 0 is the app's own.
    let number = known.unwrap_or_else(|| u32::from_be_bytes(random::bytes()).max(1));
    page::on_leaving(move || json_storage::set_for_tab(NAME, &number.to_string()));
    page::on_return(|| _ = json_storage::take_for_tab(NAME));
    library::note_author(Author(number));
    Author(number)
}
