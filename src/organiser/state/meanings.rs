//! What a person can do to the hard words of a survey: add one, or take one out.

use super::Desk;
use super::editing::ADD_WORD;
use crate::browser::page;
use crate::model::draft::{Change, DraftMeaning, Place};
use crate::model::id::MeaningId;
use crate::organiser::field::field_id;
use leptos::prelude::*;

impl Desk {
    /// Adds a hard word that is not written yet, and puts the focus in it.
    pub fn add_meaning(&self) {
        let id = self.draft.with_untracked(|draft| draft.fresh_ids(self.author).next());
        if let Some(id) = id.map(MeaningId) {
            let meaning = DraftMeaning::new(id, String::new(), String::new());
            self.change(Change::AddMeaning(meaning));
            page::focus_soon(&field_id(None, Place::Word(id)));
        }
    }

    /// Takes a hard word out. The focus goes to the one behind it, or before it.
    pub fn remove_meaning(&self, id: MeaningId) {
        let next = self.draft.with_untracked(|draft| {
            let meanings = &draft.content().meanings;
            let place = meanings.iter().position(|meaning| meaning.id == id)?;
            let next = meanings.get(place + 1).or_else(|| meanings.get(place.checked_sub(1)?));
            next.map(|meaning| meaning.id)
        });
        self.change(Change::RemoveMeaning(id));
        page::focus_soon(
            &next.map_or_else(|| ADD_WORD.to_owned(), |next| field_id(None, Place::Word(next))),
        );
        self.tell_undoable("The hard word is removed.".into());
    }
}
