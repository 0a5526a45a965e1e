//! What a person can do to the languages of a survey: say what it is written in, add one, take one
//! out. Writing in a language is in `editing`.

use super::{Desk, HEADING};
use crate::browser::page;
use crate::model::draft::Change;
use crate::model::survey::Language;

impl Desk {
    /// Says which language the survey is written in.
    pub fn set_language(&self, language: Language) {
        self.change(Change::SetLanguage(language));
    }

    /// Has the survey in one more language.
    pub fn add_language(&self, language: Language) {
        self.change(Change::AddLanguage(language));
    }

    /// Takes a language out, with all that is written in it. The list is what is left to look at.
    pub fn remove_language(&self, language: Language, name: &str) {
        self.change(Change::RemoveLanguage(language));
        page::focus_soon(HEADING);
        self.tell_undoable(format!("{name} is removed."));
    }
}
