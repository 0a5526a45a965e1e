//! Making surveys, copying them and deleting them for good.
//!
//! Absent: what is in a new one, which the model says.

use super::{Desk, HEADING, Spot, new_id};
use crate::browser::{clock, json_storage, page, random};
use crate::model::draft::{Change, Draft, Place, title_of_copy};
use crate::model::id::{DraftSecret, SurveyId};
use crate::model::ready_made;
use crate::organiser::later::Second;
use crate::organiser::library::{self, Found};
use crate::organiser::screen::{Part, Screen};
use crate::organiser::{store, words};
use leptos::prelude::*;

impl Desk {
    /// Makes an empty survey and opens it.
    pub fn make_new(&self) {
        self.open_begun(ready_made::new_survey(new_id(), clock::now()));
    }

    /// Opens a new survey, with what the host says for those.
    pub(super) fn open_begun(&self, draft: Draft) {
        let draft = match self.second.get_untracked() {
            Second::Here(later) => (later.begun)(*self, draft),
            Second::Away(_) | Second::Failed(_) => draft,
        };
        self.open_new(draft, None);
    }

    /// Makes a survey with the questions of another, and opens it. The answers stay with the old
    /// one: the new one has its own id and gets its own key.
    pub fn make_from(self, id: SurveyId) {
        if let Found::Here(old) = library::draft(id) {
            self.make_copy_of(&old, "The survey it was made from stays as it is.");
        }
    }

    /// The same from a draft that can't be put together with the one of the same survey that is here.
    pub fn add_apart(&self, theirs: &Draft) {
        self.make_copy_of(theirs, "Your own stays as it is.");
    }

    fn make_copy_of(&self, old: &Draft, what_stays: &str) {
        let mut copy = old.copy_as(new_id());
        let all = library::summaries(clock::today());
        let title = title_of_copy(&old.content().title, all.iter().map(|summary| &*summary.title));
        if !title.is_empty() {
            let change = Change::SetText { place: Place::Title, text: title.clone() };
            copy.apply(copy.edit(self.author, clock::now(), change));
        }
        let told = match &*title {
            "" => format!("This is a copy. {what_stays}"),
            title => {
                format!("This is a copy, called {}. {what_stays}", words::quoted(title))
            }
        };
        self.open_new(copy, Some(told));
    }

    /// Keeps a new draft, opens it, and tells something about it.
    pub(in crate::organiser) fn open_new(&self, mut draft: Draft, told: Option<String>) {
        if self.works.making.is_on() {
            return;
        }
        json_storage::ask_to_keep();
        draft = draft.with_secret(DraftSecret(random::bytes()));
        let (id, desk) = (draft.id(), *self);
        library::save_draft(&mut draft);
        self.works.making.start(async move {
            if store::settled().await.is_ok() {
                desk.go(Screen::Survey(id, Part::Questions));
                if desk.draft.with_untracked(|draft| draft.content().title.is_empty()) {
                    // Nothing is there to look at yet: who makes a survey writes its title.
                    desk.open(Spot::Welcome);
                }
                return told.into_iter().for_each(|told| desk.tell(&told));
            }
            library::delete(id);
            desk.tell(
                "This browser did not let us keep a new survey. It may be full or private. \
                 Save a backup, then delete a survey you do not need.",
            );
        });
    }

    /// Takes a survey away for good.
    pub fn delete(&self, id: SurveyId, title: &str) {
        library::delete(id);
        // Without the second part they stay until the next time.
        if let Second::Here(later) = self.second.get_untracked() {
            (later.forget_photos)(*self);
        }
        self.load_home();
        self.tell(&format!("{title} is deleted.", title = words::quoted(title)));
        page::start_soon(HEADING);
    }
}
