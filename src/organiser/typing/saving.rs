//! Saving a paper: a second time is held against the first, and what counts goes to the inbox.

use super::state::{QUESTION, Shown, Typist, difference_id};
use crate::browser::{clock, page, random};
use crate::model::id::ResponseId;
use crate::model::response::Response;
use crate::model::seal::seal;
use crate::model::typing::twice::{Difference, differences, settled};
use crate::model::typing::{is_once_more, response, response_apart};
use crate::model::walk;
use crate::organiser::state::Taken;
use crate::organiser::{inbox, library};
use leptos::prelude::*;

impl Typist {
    /// From the check to the inbox. A paper that is typed in once more is held against the first time before.
    pub fn finish(self) {
        let answers = self.answers();
        let path = self.path();
        let wrong =
            self.with_survey(|survey| walk::first_wrong(survey, &answers, &path?)).flatten();
        if let Some(step) = wrong {
            self.change(step);
            return self.next(step);
        }
        let first = self.progress.with_untracked(|now| {
            let now = now.as_ref().filter(|now| is_once_more(now))?;
            library::find_received(self.id, now.id).here()
        });
        let Some(first) = first else { return self.save() };
        let first = first.response.answers;
        let differ = self.with_survey(|survey| differences(survey, &first, &answers));
        match differ.unwrap_or_default() {
            none if none.is_empty() => {
                let name = untrack(|| self.name());
                self.forget();
                self.desk.tell(&format!("{name} is checked. Both times say the same."));
            }
            differ => {
                self.picked.set(vec![None; differ.len()]);
                self.shown.set(Shown::Differ(differ));
                page::focus_soon(QUESTION);
            }
        }
    }

    /// Keeps what was picked of the differences.
    pub fn settle(self, differ: &[Difference]) {
        let second = self.answers();
        let picked = self.picked.get_untracked();
        let now = self.with_survey(|survey| settled(survey, &second, differ, &picked));
        let Some(all) = now.flatten() else {
            let missing = picked.iter().position(Option::is_none).unwrap_or_default();
            page::focus_soon(&difference_id(missing));
            return self.desk.tell("Pick what the paper says for each question first.");
        };
        self.progress.update(|now| {
            if let Some(now) = now {
                now.answers = all;
            }
        });
        self.save();
    }

    fn save(self) {
        self.saving.start(async move {
            let name = untrack(|| self.name());
            let sealed = self.with_survey(|survey| {
                let now = self.progress.get_untracked()?;
                let response = response(survey, &now, clock::today())?;
                let id = ResponseId(u64::from_be_bytes(random::bytes()));
                let apart = response_apart(survey, &now, id);
                let seal = |one: Response| seal(&one.to_plain(), survey, random::bytes()).ok();
                [Some(response), apart].into_iter().flatten().map(seal).collect::<Option<Vec<_>>>()
            });
            let Some(sealed) = sealed.flatten() else {
                return self.desk.tell("This paper cannot be saved. Look at the answers again.");
            };
            let taken = self.desk.take_typed(sealed, &name).await;
            if is_in(&taken) {
                self.forget();
                self.desk.tell(&format!("{name} is saved. Type the number of the next paper."));
            } else if let Some((_, why)) = taken.trouble.first() {
                self.desk.tell(inbox::why(*why));
            } else if taken.removed > 0 {
                self.desk.tell(
                    "You removed this paper’s answers before. Restore them first: go to Results, then Remove \
                     answers.",
                );
            }
        });
    }
}

/// True when the answers are kept, now or a moment before.
fn is_in(taken: &Taken) -> bool {
    taken.new + taken.newer + taken.seen_before > 0
}
