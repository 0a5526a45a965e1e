//! Fields that take only so many characters. A browser leaves out what is over without a word, also of a
//! paste, so it is said below them once they are full.
//!
//! Absent: texts of the survey. Those take any length, and what is too long is a problem to mend before
//! publishing.

use crate::model::room::is_full;
use crate::ui::el::{El, announced, el};
use leptos::prelude::*;

/// A field that takes so many characters, and what stands below it. `written` says what is in it.
pub fn limited(
    field: El,
    most: usize,
    written: impl Fn() -> String + Send + Sync + 'static,
) -> [El; 2] {
    let is_full = Memo::new(move |_| is_full(&written(), most));
    let says = move || {
        let words = format!("There is room for {most} characters. Anything more does not fit.");
        el("p").class("help full").text(words)
    };
    let full = announced("status", move || is_full.get().then(says).into_iter().collect());
    [field.attr("maxlength", most.to_string()), full]
}
