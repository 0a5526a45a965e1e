//! Starting again from what was published, where the draft of a survey can't be read. What can't be read is
//! kept, and My surveys goes on to offer it as a file.

use super::Desk;
use crate::browser::{clock, random};
use crate::model::id::{Author, DraftSecret, SurveyId};
use crate::organiser::screen::{Part, Screen};
use crate::organiser::{library, store};
use leptos::prelude::*;

impl Desk {
    /// Makes a new draft of what was published last, and opens it once it is kept. The link, the key and the
    /// answers are still those of the survey.
    pub async fn start_again(self, id: SurveyId) {
        // Whoever wrote in the draft that can't be read may come back with a copy of it.
        let author = Author(u32::from_be_bytes(random::bytes()).max(1));
        let Some(draft) = library::draft_again(id, author, clock::now()) else { return };
        let mut draft = draft.with_secret(DraftSecret(random::bytes()));
        library::note_author(author);
        library::save_draft(&mut draft);
        if store::settled().await.is_err() {
            library::take_back_draft(id);
            return self.tell(
                "This browser did not let us keep a new draft. It may be full or private. \
                 Save a backup, then delete a survey you do not need.",
            );
        }
        let now = self.screen.get_untracked();
        // Whoever went elsewhere meanwhile is not called away from there.
        if now != Screen::Home && !self.is_on_desk(id) {
            return;
        }
        self.go(Screen::Survey(id, Part::Questions));
        self.tell(
            "This is a new draft with the words you published last. My surveys still has what could not be \
             read, to save as a file.",
        );
    }
}
