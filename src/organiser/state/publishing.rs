//! Publishing: from the draft on the desk to the next version, with its key.

use super::Desk;
use crate::browser::{page, random};
use crate::model::draft::{Act, Change, Draft, Published};
use crate::model::id::SurveyId;
use crate::model::seal::{self, PublicKey, SecretKey};
use crate::model::survey::Survey;
use crate::organiser::library;
use crate::organiser::screen::{Part, Screen};
use leptos::prelude::*;

/// The id of the error summary.
pub const PROBLEMS: &str = "problems";

impl Desk {
    /// Publishes, once the second part of the program is in.
    pub fn publish(self) {
        self.with_second(move |later| (later.publish)(self));
    }

    /// Checks the draft and freezes it as the next version, then goes to its link. With problems,
    /// goes to the questions and puts the focus on the list of problems. A draft that says the same as the last version
    /// gets no new one.
    pub fn publish_now(self) {
        let id = self.draft.with_untracked(Draft::id);
        let last = self.versions.with_untracked(|versions| versions.last().cloned());
        let Some((secret, public)) = keys(id) else { return self.tell_no_key() };
        let version = last.as_ref().map_or(1, |survey| survey.version + 1);
        match self.draft.with_untracked(|draft| draft.publish(version, public)) {
            Err(_) => {
                self.checked.set(true);
                let questions = Screen::Survey(id, Part::Questions);
                if self.screen.get_untracked() != questions {
                    self.go(questions);
                }
                page::start_soon(PROBLEMS);
            }
            Ok(survey) if last.as_ref().is_some_and(|last| says_the_same(last, &survey)) => {
                self.go(Screen::Survey(id, Part::Share));
            }
            // The key first: a link to a key that was not kept would lose every answer.
            Ok(survey) => match library::save_key(id, &secret).and_then(|()| library::save_version(&survey)) {
                Ok(()) => {
                    self.checked.set(false);
                    let name = format!("Published as version {version}");
                    let Survey { version, edition, key, .. } = survey;
                    let published = Published { version, edition, key };
                    self.change(Act::Do(vec![
                        Change::NameVersion(name),
                        Change::Published(published),
                    ]));
                    self.go(Screen::Survey(id, Part::Share));
                }
                Err(_) => self.tell(
                    "This browser did not let us keep the published survey. It may be full. \
                     Go to My surveys and save a copy of your work. Then delete a survey you do not need.",
                ),
            },
        }
    }

    pub(super) fn tell_no_key(&self) {
        self.tell(
            "The key of this survey can not be read. Open a copy of your work that you saved \
             before. Or make a copy of this survey and publish that.",
        );
    }
}

/// The survey's keys: those that are kept, or new ones that are not kept yet. `None` when there is a
/// record of a key that can't be read.
pub(super) fn keys(id: SurveyId) -> Option<(SecretKey, PublicKey)> {
    match library::key(id) {
        Some(secret) => seal::public_key(&secret).ok().map(|public| (secret, public)),
        None if library::has_key(id) => None,
        None => Some(seal::key_pair(&random::bytes())),
    }
}

/// True when two versions differ in their number alone, and in the edition that comes of it.
pub fn says_the_same(one: &Survey, other: &Survey) -> bool {
    *one == Survey { version: one.version, edition: one.edition, ..other.clone() }
}
