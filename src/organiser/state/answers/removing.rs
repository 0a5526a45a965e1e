//! Removing many answers, putting them back, and deleting them for good: some, or all, as people were told.

use super::super::{Desk, HEADING, Message, Undo};
use crate::browser::{clock, page};
use crate::model::change::Link;
use crate::model::draft::{Change, Draft};
use crate::model::id::{ResponseId, SurveyId};
use crate::model::inbox::{Listed, listed};
use crate::model::review::{Deletion, Recorded};
use crate::organiser::{library, store, words};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Desk {
    /// Has these answers to the survey on the desk count nowhere. All of them or, where the browser does not
    /// keep that, none.
    pub fn remove_answers(self, responses: Vec<ResponseId>) {
        let id = self.draft.with_untracked(Draft::id);
        library::remove(id, &responses);
        self.show_received(id);
        page::focus_soon(HEADING);
        spawn_local(async move {
            let Err(why) = store::settled().await else {
                let removed = words::count(responses.len(), "answer", "answers");
                let text = match in_changes(id, &responses) {
                    0 => format!("{removed} removed."),
                    some => format!(
                        "{removed} removed. {} their words still: see What changed.",
                        words::count(some, "change has", "changes have")
                    ),
                };
                let undo = Some(Undo::Answers(id, responses));
                return self.message.set(Some(Message { text, undo }));
            };
            library::take_back_removal(id, &responses);
            self.show_again(id);
            self.tell(match why.is_full() {
                true => "There is no room in this browser, so nothing was removed. Make room, then try again.",
                false => "This browser did not keep that just now, so nothing was removed. Try again.",
            });
        });
    }

    /// Has answers that were removed count again.
    pub fn put_back(self, id: SurveyId, responses: Vec<ResponseId>) {
        library::put_back(id, &responses);
        self.try_waiting(id);
        self.show_again(id);
        page::focus_soon(HEADING);
        let back = words::count(responses.len(), "answer restored.", "answers restored.");
        spawn_local(async move { self.tell_settled(&back).await });
    }

    /// Deletes answers that were removed, for good.
    pub fn delete_removed(self, responses: Vec<ResponseId>) {
        let id = self.draft.with_untracked(Draft::id);
        library::forget_removed(id, &responses);
        self.show_received(id);
        page::focus_soon(HEADING);
        let gone = words::count(responses.len(), "answer is deleted.", "answers are deleted.");
        spawn_local(async move { self.tell_settled(&gone).await });
    }

    /// Deletes every answer to the survey on the desk for good. Once that is on the disk, its record says so:
    /// how many, and until when people were `told` that answers are kept.
    pub fn delete_all_answers(self, told: Option<u32>) {
        let id = self.draft.with_untracked(Draft::id);
        let count = library::count_all(id);
        library::forget_answers(id);
        self.taken.set(None);
        self.show_again(id);
        page::focus_soon(HEADING);
        spawn_local(async move {
            if store::settled().await.is_err() {
                return self.tell(
                    "The answers are out of this page. But this browser did not delete them for good just \
                     now. Reload this page, then look whether they are gone.",
                );
            }
            let answers = u32::try_from(count).unwrap_or(u32::MAX);
            self.note_deleted(id, Deletion { at: clock::now(), answers, told });
            let gone = words::count(count, "answer is deleted.", "answers are deleted.");
            self.tell(&format!("{gone} The record of this survey says so."));
        });
    }

    /// Says in the record of a survey that its answers were deleted. The person may have gone to another
    /// screen meanwhile.
    fn note_deleted(self, id: SurveyId, deletion: Deletion) {
        let change = Change::Record(Recorded::Deletion(deletion));
        if self.is_on_desk(id) {
            return self.change_in_any_case(change.into());
        }
        if let Some(mut draft) = library::draft(id).here() {
            draft.apply(draft.edit(self.author, clock::now(), change));
            library::save_draft(&mut draft);
        }
        self.load_home();
    }

    /// The answers to the survey on the desk that can be removed: those that count, and those that wait.
    /// Followed.
    pub fn listed(&self) -> Vec<Listed> {
        let id = self.draft.with(Draft::id);
        let is_removed = |response| library::is_removed(id, response);
        self.received.with(|received| listed(received, &library::waiting(id), is_removed))
    }

    /// The answers to the survey on the desk that are removed. Followed.
    pub fn removed(&self) -> Vec<ResponseId> {
        self.received.track();
        library::removed(self.draft.with(Draft::id))
    }

    fn show_again(&self, id: SurveyId) {
        if self.is_on_desk(id) {
            self.show_received(id);
        }
    }

    async fn tell_settled(&self, done: &str) {
        match store::settled().await {
            Ok(()) => self.tell(done),
            Err(_) => self.tell(
                "That is done on this page, but this browser did not keep it just now. Make room if it is \
                 full. Then reload this page, and look again.",
            ),
        }
    }
}

/// How many changes begin with what these people wrote. A copy of their words stands there.
fn in_changes(id: SurveyId, responses: &[ResponseId]) -> usize {
    let content = library::changes(id).here().map(|changes| changes.content()).unwrap_or_default();
    let is_theirs = |link: &Link| matches!(link, Link::Quote(_, _, own) if responses.contains(own));
    content.changes.iter().filter(|change| change.links.iter().any(is_theirs)).count()
}
