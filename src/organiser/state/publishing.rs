//! Publishing: from the draft on the desk to the next version, with its key.

use super::Desk;
use crate::browser::{clock, page, random};
use crate::model::before::before;
use crate::model::day::OddDay;
use crate::model::draft::{Act, Change, Draft, Published};
use crate::model::id::{Edition, SurveyId};
use crate::model::keys::{KeyChoice, key_to_publish, next_version};
use crate::model::seal::{self, PublicKey, SecretKey};
use crate::model::survey::Survey;
use crate::organiser::ids::{PROBLEMS, WHERE_ANSWERS_GO};
use crate::organiser::screen::{Part, Screen};
use crate::organiser::{library, store, words};
use leptos::prelude::*;

impl Desk {
    /// Publishes, once the second part of the program is in.
    pub fn publish(self) {
        let id = self.draft.with_untracked(Draft::id);
        self.with_second(move |later| (later.publish)(self, id));
    }

    /// Checks the draft and freezes it as the next version, then goes to its link. With problems,
    /// goes where they are listed and puts the focus on the list. A draft that says the same as the last version
    /// gets no new one. Does nothing when the person has gone to another survey since they pressed, or while
    /// it is being published.
    pub fn publish_now(self, id: SurveyId) {
        if self.works.publishing.is_on() || self.draft.with_untracked(Draft::id) != id {
            return;
        }
        let last = self.versions.with_untracked(|versions| versions.last().cloned());
        let Some((secret, public)) = self.keys() else { return self.tell_no_key() };
        let version = next_version(self.newest_version());
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
            Ok(survey) if self.must_settle_before(&survey) => {}
            Ok(survey) if self.must_look_at_days(&survey) => {}
            Ok(survey) if self.must_ask_before(&survey) => {}
            Ok(survey) => {
                // On the disk before anybody gets the link: answers sealed to a key that was not kept
                // would be lost.
                library::save_version(&survey, &secret);
                self.works.publishing.start(async move {
                    if store::settled().await.is_ok() {
                        return self.note_published(&survey);
                    }
                    library::take_back_version(&survey, &secret);
                    self.tell(
                        "This browser did not let us keep the published survey. It may be full. \
                         Go to My surveys and save a backup. Then delete a survey you do not need.",
                    );
                });
            }
        }
    }

    /// Shows what is not settled before these words are published, once. One of the two texts that people wrote
    /// in one place is in them, and it need not be the one that this person means.
    fn must_settle_before(&self, survey: &Survey) -> bool {
        let open = self.draft.with_untracked(|draft| draft.conflicts().len());
        let words = self.words_to_publish(survey.version);
        if open == 0 || self.told_of_clashes.get_value() == words {
            return false;
        }
        self.told_of_clashes.set_value(words);
        self.go(Screen::Survey(survey.id, Part::Clashes));
        self.tell(&format!(
            "Nothing is published yet. {} not resolved. Resolve them here, or press Publish again to publish the \
             words as they are now.",
            words::count(open, "clash is", "clashes are")
        ));
        true
    }

    /// Says that a day in these words is odd, once.
    fn must_look_at_days(&self, survey: &Survey) -> bool {
        let words = self.words_to_publish(survey.version);
        let is_told = self.told_of_days.get_value() == words;
        let Some(odd) = survey.odd_day(clock::today()).filter(|_| !is_told) else { return false };
        self.told_of_days.set_value(words);
        let says = match odd {
            OddDay::Closed => "The last day for answers is over, so nobody could answer.",
            OddDay::KeptNoLonger => "The day until which you keep the answers has come already.",
            OddDay::DeletedTooSoon => {
                "You would delete the answers before the last day for answers."
            }
        };
        self.go(Screen::Survey(survey.id, Part::Questions));
        self.tell(&format!(
            "Nothing is published yet. {says} Change the day on the welcome page or under “Where do answers \
             go?”, or press Publish again to publish it as it is."
        ));
        true
    }

    /// Asks where answers go before the first link goes out, and shows which languages are not finished, once.
    fn must_ask_before(&self, survey: &Survey) -> bool {
        let share = Screen::Survey(survey.id, Part::Share);
        let is_there = self.screen.get_untracked() == share;
        let is_first = self.newest_version() == 0;
        let before = self.draft.with_untracked(|draft| before(draft.content(), is_first));
        let words = self.words_to_publish(survey.version);
        if self.told_before.get_value() == words || !before.stops(is_there) {
            return false;
        }
        self.told_before.set_value(words);
        if !is_there {
            self.go(share);
        }
        if before.asks_where {
            self.asks_where.set(true);
            page::focus_soon(WHERE_ANSWERS_GO);
        } else {
            self.tell(
                "Nothing is published yet. A language is not finished: see here what is missing. Publish here to go on.",
            );
        }
        true
    }

    /// Publishes without saying where answers go.
    pub fn publish_without_where(self) {
        let words = self.words_to_publish(next_version(self.newest_version()));
        self.told_before.set_value(words);
        self.publish();
    }

    /// What tells the words that would be published now from others. Until the first time there is another key at
    /// each press, so the edition would not do.
    fn words_to_publish(&self, version: u32) -> Option<Edition> {
        let no_key = PublicKey([0; 32]);
        self.draft.with_untracked(|draft| Some(draft.publish(version, no_key).ok()?.edition))
    }

    /// Says in the draft that it is published. The disk may have been busy, and another screen may show by
    /// now: then the person stays there.
    fn note_published(self, survey: &Survey) {
        let Survey { id, version, edition, key, .. } = *survey;
        let act = Act::Do(vec![
            Change::NameVersion(format!("Published as version {version}")),
            Change::Published(Published { version, edition, key }),
        ]);
        if self.is_on_desk(id) {
            self.checked.set(false);
            self.change_in_any_case(act);
            return self.go(Screen::Survey(id, Part::Share));
        }
        if let Some(mut draft) = library::draft(id).here() {
            draft.apply(draft.edit(self.author, clock::now(), act));
            library::save_draft(&mut draft);
            self.load_home();
            let title = words::or(&draft.content().title, words::NO_TITLE);
            self.tell(&format!(
                "{title} is published as version {version}.",
                title = words::quoted(&title)
            ));
        }
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
             published before. Or open a backup from there. Or make a copy of this \
             survey, and publish that.",
        );
    }
}

/// Which key a survey is published with, and all that are here.
fn choose_key(draft: &Draft) -> (KeyChoice, Vec<(SecretKey, PublicKey)>) {
    let id = draft.id();
    let pair = |secret: SecretKey| Some((seal::public_key(&secret).ok()?, secret));
    let (public, secret): (Vec<PublicKey>, Vec<SecretKey>) =
        library::keys(id).into_iter().filter_map(pair).unzip();
    let without_key = |survey: &Survey| !public.contains(&survey.key);
    let is_lost =
        library::has_unreadable_key(id) || library::versions(draft).iter().any(without_key);
    let choice = key_to_publish(&public, &draft.content().published, is_lost);
    (choice, secret.into_iter().zip(public).collect())
}

/// The survey's keys: those that are kept, or new ones that are not kept yet. `None` when a new one would
/// leave answers locked: see [`key_to_publish`].
fn keys(draft: &Draft) -> Option<(SecretKey, PublicKey)> {
    let (choice, held) = choose_key(draft);
    match choice {
        KeyChoice::Held(place) => held.into_iter().nth(place),
        KeyChoice::New => Some(seal::key_pair(&random::bytes())),
        KeyChoice::Missing => None,
    }
}

/// The key for what is handed out: one that is kept here. What is sealed to another, nobody opens.
pub(super) fn held_key(draft: &Draft) -> Option<PublicKey> {
    let (choice, held) = choose_key(draft);
    let KeyChoice::Held(place) = choice else { return None };
    held.into_iter().nth(place).map(|(_, public)| public)
}

/// True when two versions differ in their number alone, and in the edition that comes of it.
pub fn says_the_same(one: &Survey, other: &Survey) -> bool {
    *one == Survey { version: one.version, edition: one.edition, ..other.clone() }
}
