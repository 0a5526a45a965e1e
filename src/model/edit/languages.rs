//! The languages of a survey: taking one out. What is written in one is typing.

use super::{Edited, Focus};
use crate::model::draft::Change;
use crate::model::survey::Language;

/// Takes a language out, with all that is written in it. `name` is what it is called. The list is what is
/// left to look at.
pub fn remove(language: Language, name: &str) -> Edited {
    Edited::only(vec![Change::RemoveLanguage(language)])
        .focusing(Focus::Heading)
        .saying(format!("{name} is removed."))
}
