//! The report on the desk: what the organiser changes in it, which is kept at once and can be undone.

use super::{Desk, HEADING, Message, Undo};
use crate::browser::page;
use crate::model::id::SurveyId;
use crate::model::report::Edits;
use crate::organiser::library::{self, Found};
use crate::organiser::store;
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Desk {
    /// Lays the report of a survey on the desk. False where there is one that can't be read: it is put aside once
    /// something of the new one is kept.
    pub fn lay_out_report(self, id: SurveyId) -> bool {
        let found = library::report(id);
        let can_read = found != Found::Unreadable;
        let edits = found.here().unwrap_or_else(|| Edits::new(id));
        self.report.set(Edits { survey: id, ..edits });
        can_read
    }

    /// Takes in what another tab made of the report on the desk. Whoever is writing in it keeps their field, and what
    /// came shows once they close that.
    pub(super) fn hear_report(self, id: SurveyId) {
        if self.report.with_untracked(|edits| edits.survey != id) {
            return;
        }
        let Found::Here(now) = library::report(id) else { return };
        self.report.update_untracked(|edits| *edits = now);
        if !page::is_writing() {
            self.report.notify();
        }
    }

    /// Changes the report, keeps it, and says what was done, with a way back.
    pub fn change_report(self, done: &str, change: impl FnOnce(&mut Edits)) {
        let before = self.report.get_untracked();
        self.report.update(change);
        self.changed_report(done, before);
    }

    /// Says what was done to the report that was so before, if anything was, and keeps it.
    pub fn changed_report(self, done: &str, before: Edits) {
        if self.report.with_untracked(|now| *now == before) {
            return;
        }
        self.keep_report();
        let after = self.report.get_untracked();
        self.did_here(done, None, (self.to_report(before.clone()), self.to_report(after)));
        let undo = Some(Undo::Report(Box::new(before)));
        self.message.set(Some(Message { text: done.to_owned(), undo }));
    }

    /// What makes the report say this.
    fn to_report(self, edits: Edits) -> impl Fn() + Send + Sync + 'static {
        move || {
            self.report.set(edits.clone());
            self.keep_report();
        }
    }

    /// Has the report back as it was.
    pub fn put_back_report(self, edits: Edits) {
        let now = self.report.get_untracked();
        let ways = (self.to_report(now), self.to_report(edits.clone()));
        self.report.set(edits);
        self.keep_report();
        let told = "The report is as it was before.";
        self.did_here(told, None, ways);
        self.tell(told);
        page::focus_soon(HEADING);
    }

    /// Keeps what is on the desk. It stays there where the browser does not keep it, and can be saved as a file.
    pub fn keep_report(self) {
        let id = self.report.with_untracked(|edits| {
            library::save_report(edits);
            edits.survey
        });
        spawn_local(async move {
            if store::settled().await.is_ok() {
                return;
            }
            library::take_back_report(id);
            self.tell(
                "This browser did not keep what you changed in the report. It may be full. Save the report as a \
                 file now, before you leave this page.",
            );
        });
    }
}
