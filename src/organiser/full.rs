//! Fields that take only so many characters. A browser leaves out what is over without a word, also of a
//! paste, so it is said below them once they are full.
//!
//! Absent: texts of the survey. Those take any length, and what is too long is a problem to mend before
//! publishing.

use crate::model::room::is_full;
use crate::ui::el::{El, el};

/// A field that takes so many characters, and what stands below it. `written` says what is in it.
pub fn limited(field: El, most: usize, written: impl Fn() -> String + Send + 'static) -> [El; 2] {
    let says = move || match is_full(&written(), most) {
        true => format!("There is room for {most} characters. Anything more does not fit."),
        false => String::new(),
    };
    let full = el("p").class("help full").attr("role", "status").live_text(says);
    [field.attr("maxlength", most.to_string()), full]
}
