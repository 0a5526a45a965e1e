//! What happens to the records by no act of this tab: another tab wrote, or the browser emptied its
//! storage. And whether all work is on the disk.

use super::{Desk, Emptied, Saving};
use crate::browser::page;
use crate::organiser::library::{self, Found};
use crate::organiser::screen::Screen;
use crate::organiser::store;
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Desk {
    /// Takes in what happened to the records by no act of this tab.
    pub(super) fn note_news(&self, news: store::News) {
        match news {
            store::News::Changed(names) => self.follow(&names),
            store::News::Emptied { lost } => {
                self.emptied.set(Some(Emptied::UnderThePage { lost, photos: 0 }));
                let desk = *self;
                spawn_local(async move {
                    let photos = desk.put_photos_back().await;
                    if photos > 0 {
                        desk.emptied.set(Some(Emptied::UnderThePage { lost, photos }));
                    }
                });
            }
        }
    }

    /// Shows whether all work is on the disk.
    pub(super) fn note_saving(&self, state: store::State) {
        let saving = match state {
            store::State::Settled => Saving::Saved,
            store::State::Writing => Saving::Writing,
            store::State::Refused => Saving::Failed,
        };
        self.saving.maybe_update(|old| core::mem::replace(old, saving) != saving);
    }

    /// Takes in what another tab of this browser wrote.
    fn follow(&self, names: &[String]) {
        if names.iter().any(|name| library::is_words(name)) {
            self.words_heard.update(|heard| *heard += 1);
        }
        let Screen::Survey(id, part) = self.screen.get_untracked() else {
            self.load_home();
            return;
        };
        if names.iter().any(|name| library::is_changes(name, id)) {
            self.changes_heard.update(|heard| *heard += 1);
        }
        if self.is_stand_in.get_untracked() {
            // Another tab may have started again, or opened a copy, or deleted all of it.
            if self.lay_out(id, part).is_err() {
                self.show_deleted();
            }
            return;
        }
        if names.iter().any(|name| library::is_draft(name, id)) {
            match library::draft(id) {
                Found::Here(theirs) => {
                    let theirs = theirs.log().iter().cloned();
                    self.take_in_place(|| {
                        self.draft.update(|draft| draft.merge(theirs));
                        true
                    });
                }
                Found::Absent if library::is_gone(id) => {
                    // Somebody deleted it for good. The next key here would bring it back.
                    return self.show_deleted();
                }
                Found::Absent | Found::Unreadable => {}
            }
        }
        // In the order that the draft says, which may just have come.
        if names.iter().any(|name| library::is_draft(name, id) || library::is_version(name, id)) {
            let versions = self.draft.with_untracked(library::versions);
            if self.versions.with_untracked(|old| *old != versions) {
                self.versions.set(versions);
                // What was added up was by the old ones.
                self.show_received(id);
            }
        }
        if names.iter().any(|name| library::is_answer(name, id)) {
            self.show_received(id);
        }
        if names.iter().any(|name| library::is_report(name, id)) {
            self.hear_report(id);
        }
        if names.iter().any(|name| library::is_work(name, id)) {
            self.work_news.update(|news| *news += 1);
        }
    }

    fn show_deleted(&self) {
        page::add_step(0, Some(&Screen::Home.fragment()));
        let told = Some("This survey was deleted on another screen.");
        self.show_at_heading(Screen::Home, told);
    }
}
