//! Publishing: from the draft on the desk to the next version, with its key.

use super::Desk;
use crate::browser::{page, random};
use crate::model::draft::{Act, Change, Draft, Published};
use crate::model::keys::{KeyChoice, key_to_publish};
use crate::model::seal::{self, PublicKey, SecretKey};
use crate::model::survey::Survey;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::{library, store};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The id of the error summary.
pub const PROBLEMS: &str = "problems";

impl Desk {
    /// Publishes, once the second part of the program is in.
    pub fn publish(self) {
        self.with_second(move |later| (later.publish)(self));
    }

    /// Checks the draft and freezes it as the next version, then goes to its link. With problems,
    /// goes where they are listed and puts the focus on the list. A draft that says the same as the last version
    /// gets no new one.
    pub fn publish_now(self) {
        let id = self.draft.with_untracked(Draft::id);
        let last = self.versions.with_untracked(|versions| versions.last().cloned());
        let Some((secret, public)) = self.keys() else { return self.tell_no_key() };
        let version = 1 + self.newest_version();
        match self.draft.with_untracked(|draft| draft.publish(version, public)) {
            Err(_) => {
                self.show_problems();
                // Both list what is to be mended.
                let lists = [Part::Questions, Part::Share].map(|part| Screen::Survey(id, part));
                if !lists.contains(&self.screen.get_untracked()) {
                    self.go(lists[0]);
                }
                page::start_soon(PROBLEMS);
            }
            Ok(survey) if last.as_ref().is_some_and(|last| says_the_same(last, &survey)) => {
                self.go(Screen::Survey(id, Part::Share));
            }
            Ok(survey) => {
                // On the disk before anybody gets the link: answers sealed to a key that was not kept
                // would be lost.
                library::save_version(&survey, &secret);
                spawn_local(async move {
                    if store::settled().await.is_ok() {
                        return self.note_published(&survey);
                    }
                    library::take_back_version(&survey, &secret);
                    self.tell(
                        "This browser did not let us keep the published survey. It may be full. \
                         Go to My surveys and save a copy of your work. Then delete a survey you do not need.",
                    );
                });
            }
        }
    }

    fn note_published(self, survey: &Survey) {
        self.checked.set(false);
        let Survey { id, version, edition, key, .. } = *survey;
        self.change(Act::Do(vec![
            Change::NameVersion(format!("Published as version {version}")),
            Change::Published(Published { version, edition, key }),
        ]));
        self.go(Screen::Survey(id, Part::Share));
    }

    /// The highest number of a version, published here or on another computer. 0 before the first.
    fn newest_version(&self) -> u32 {
        let here = self.versions.with_untracked(|all| all.iter().map(|one| one.version).max());
        let known = self.draft.with_untracked(|draft| {
            draft.content().published.iter().map(|published| published.version).max()
        });
        here.max(known).unwrap_or(0)
    }

    pub(super) fn keys(&self) -> Option<(SecretKey, PublicKey)> {
        self.draft.with_untracked(keys)
    }

    pub(super) fn tell_no_key(&self) {
        self.tell(
            "The key that opens the answers to this survey is not in this browser. Publish where you \
             published before. Or open a copy of your work from there. Or make a copy of this \
             survey, and publish that.",
        );
    }
}

/// The survey's keys: those that are kept, or new ones that are not kept yet. `None` when a new one would
/// leave answers locked: see [`key_to_publish`].
pub(super) fn keys(draft: &Draft) -> Option<(SecretKey, PublicKey)> {
    let id = draft.id();
    let pair = |secret: SecretKey| Some((seal::public_key(&secret).ok()?, secret));
    let held: Vec<(PublicKey, SecretKey)> =
        library::keys(id).into_iter().filter_map(pair).collect();
    let public: Vec<PublicKey> = held.iter().map(|(public, _)| *public).collect();
    let without_key = |survey: &Survey| !public.contains(&survey.key);
    let is_lost =
        library::has_unreadable_key(id) || library::versions(draft).iter().any(without_key);
    match key_to_publish(&public, &draft.content().published, is_lost) {
        KeyChoice::Held(place) => {
            held.into_iter().nth(place).map(|(public, secret)| (secret, public))
        }
        KeyChoice::New => Some(seal::key_pair(&random::bytes())),
        KeyChoice::Missing => None,
    }
}

/// True when two versions differ in their number alone, and in the edition that comes of it.
pub fn says_the_same(one: &Survey, other: &Survey) -> bool {
    *one == Survey { version: one.version, edition: one.edition, ..other.clone() }
}
