//! What a team does with what people wrote, kept step by step.

use super::Desk;
use crate::model::draft::Draft;
use crate::model::work::{Step, Work};
use crate::organiser::{library, store};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Desk {
    /// The work on the survey on the desk, and how many records of it can't be read. Followed: also what another
    /// tab does.
    pub fn work(&self) -> (Work, usize) {
        self.work_news.track();
        library::work(self.draft.with(Draft::id))
    }

    /// Does a step in `work`, and keeps it. Gives back what undoes it. Where the browser does not keep it, the person
    /// is told, and `work` is what is kept again.
    pub fn do_work(self, work: RwSignal<Work>, step: Step) -> Step {
        let id = self.draft.with_untracked(Draft::id);
        let done = work.try_update(|work| {
            let (undo, sheets) = work.apply(step, self.author);
            (undo, library::save_work(id, work, &sheets))
        });
        let Some((undo, names)) = done else { return Step::new() };
        spawn_local(async move {
            let Err(why) = store::settled().await else { return };
            store::give_up(&names);
            self.work_news.update(|news| *news += 1);
            self.tell(match why.is_full() {
                true => {
                    "There is no room in this browser, so your last change was not kept. Make room, then try again."
                }
                false => "This browser did not keep your last change just now. Try again.",
            });
        });
        undo
    }
}
