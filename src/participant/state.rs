//! What the participant's program knows, and what can be done to it. The model and the browser
//! meet here.
//!
//! Which page comes next is in `walking`, languages are in `speaking`.

mod speaking;
mod walking;

pub use walking::Page;

use super::keep::{self, Kept};
use crate::browser::file::{Given, Unread};
use crate::browser::{clock, deflate, file, page, random};
use crate::model::answer::{Answer, Wrong};
use crate::model::id::ResponseId;
use crate::model::link::{self, BadLink};
use crate::model::path::{Path, Step};
use crate::model::photo::{self, Photo};
use crate::model::response::{Asked, Progress};
use crate::model::seal;
use crate::model::survey::{Language, Question, Survey};
use crate::model::wire::{LARGEST_PACKET, Packet, SurveyFile};
use crate::model::words::{Word, Words};
use crate::ui::picture::Pictures;
use leptos::prelude::*;

/// Whether the answers are on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// They are.
    Works,
    /// The browser keeps nothing.
    Fails,
    /// Older answers could not be read, and were put aside.
    OldUnreadable,
}

/// One person answering one survey.
#[derive(Clone, Copy)]
pub struct Answering {
    /// The survey, in the person's language.
    pub survey: StoredValue<Survey>,
    /// The survey as it came.
    came: StoredValue<Survey>,
    /// Where its pictures are.
    pub pictures: Pictures,
    /// The app's own words in that language.
    words: StoredValue<Words>,
    /// The language. Everything is drawn anew when it changes.
    pub language: RwSignal<Language>,
    /// True when the words of the language could not be fetched.
    pub words_failed: RwSignal<bool>,
    /// Where the person is.
    pub page: RwSignal<Page>,
    /// What is wrong with the answer on this page, once they went on with it.
    wrong: StoredValue<Option<Wrong>>,
    /// What they said so far.
    pub progress: RwSignal<Progress>,
    /// Whether it is on the phone.
    pub keeping: RwSignal<Keeping>,
    /// True when they come back to answers from an earlier visit.
    pub resumed: RwSignal<bool>,
    /// While one answer is changed: the pages there were before. Then Next leads to new ones, and
    /// back to the check.
    changing: StoredValue<Option<Vec<Step>>>,
    /// True while the page is read aloud.
    pub listening: RwSignal<bool>,
    /// How many steps of ours the browser's Back button can take back.
    depth: StoredValue<u32>,
    /// True while the survey is only tried out: then nothing is kept.
    is_trial: bool,
}

/// Keeps the photos of a survey's file, and puts its survey into the page's address: from then on it
/// is like a survey that came as a link. Comes back with the photos, which a browser may refuse to
/// keep.
pub async fn open_file(file: Given) -> Result<Vec<Photo>, BadLink> {
    let bytes = file.bytes(SurveyFile::LARGEST).await.map_err(|why| match why {
        Unread::TooLarge => BadLink::TooLarge,
        Unread::Failed => BadLink::Damaged,
    })?;
    let SurveyFile { deflated, mut photos } = SurveyFile::from_packet(&bytes)?;
    // Checked before anything is kept and before the address changes.
    let named = photo::of_survey(&inflate(&deflated).await?);
    photos.retain(|photo| named.contains(&photo.name()));
    keep::keep_photos(&photos).await;
    page::change_step(0, Some(&link::survey_fragment(&deflated)));
    Ok(photos)
}

/// Opens the survey in the page's address, with these photos and with those that are kept.
pub async fn open_link(mut photos: Vec<Photo>) -> Result<Answering, BadLink> {
    let survey = inflate(&link::read_survey(&page::fragment())?).await?;
    if photos.is_empty() {
        photos = keep::find_photos(&photo::of_survey(&survey)).await;
    }
    let shown = photos.iter().filter_map(|photo| {
        Some((photo.name(), file::address_of(photo.bytes(), photo.mime()).ok()?))
    });
    let pictures = Pictures { folder: "../pictures/", photos: RwSignal::new(shown.collect()) };
    Ok(Answering::new(survey, pictures).await)
}

/// Reads the deflated packet of a link.
pub async fn inflate<T: Packet>(deflated: &[u8]) -> Result<T, BadLink> {
    let packet = deflate::inflate(deflated, LARGEST_PACKET).await.map_err(|why| match why {
        deflate::CannotInflate::Damaged => BadLink::Damaged,
        deflate::CannotInflate::TooLarge => BadLink::TooLarge,
    })?;
    Ok(T::from_packet(&packet)?)
}

/// A new person, without answers.
fn nobody() -> Progress {
    Progress::new(ResponseId(u64::from_be_bytes(random::bytes())))
}

impl Answering {
    /// Starts, or goes on where the person stopped.
    async fn new(survey: Survey, pictures: Pictures) -> Self {
        let (progress, keeping) = match keep::find(&survey) {
            Kept::Answers(progress) => (progress, Keeping::Works),
            Kept::Nothing => (nobody(), Keeping::Works),
            Kept::Unreadable => (nobody(), Keeping::OldUnreadable),
            Kept::NoStorage => (nobody(), Keeping::Fails),
        };
        let number = progress.page;
        let state = Self::with((survey, pictures), progress, keeping, false);
        state.speak(state.language.get_untracked()).await;
        state.begin(number);
        state.follow_elsewhere();
        state
    }

    /// Starts with a survey that is only tried out: the caller goes from page to page, and no answer
    /// is kept.
    pub async fn to_try(survey: Survey) -> Self {
        let pictures = Pictures { folder: "../pictures/", photos: RwSignal::new(Vec::new()) };
        let progress = Progress::new(ResponseId(0));
        let state = Self::with((survey, pictures), progress, Keeping::Works, true);
        state.speak(state.language.get_untracked()).await;
        state
    }

    fn with(
        (survey, pictures): (Survey, Pictures),
        progress: Progress,
        keeping: Keeping,
        is_trial: bool,
    ) -> Self {
        let language = speaking::first_language(&survey);
        Self {
            survey: StoredValue::new(survey.clone()),
            came: StoredValue::new(survey),
            pictures,
            words: StoredValue::new(Words::english()),
            language: RwSignal::new(language),
            words_failed: RwSignal::new(false),
            page: RwSignal::new(Page::Welcome),
            wrong: StoredValue::new(None),
            progress: RwSignal::new(progress),
            keeping: RwSignal::new(keeping),
            resumed: RwSignal::new(false),
            changing: StoredValue::new(None),
            listening: RwSignal::new(false),
            depth: StoredValue::new(0),
            is_trial,
        }
    }

    /// The app's own words.
    pub fn words(&self) -> Words {
        self.words.get_value()
    }

    /// The app's own words for this.
    pub fn say(&self, word: Word) -> &'static str {
        self.words().say(word)
    }

    /// The pages in front of the person now.
    pub fn path(&self) -> Path {
        self.survey.with_value(|survey| {
            self.progress.with_untracked(|progress| Path::of(survey, &progress.answers))
        })
    }

    /// The question of a step, as it was asked.
    pub fn asked(&self, step: Step) -> Asked {
        let question = self.survey.with_value(|survey| survey.questions[step.place].id);
        Asked { question, round: step.round }
    }

    /// The question of a step, with earlier answers in its texts.
    pub fn question(&self, step: Step, path: &Path) -> Question {
        self.survey.with_value(|survey| {
            self.progress.with_untracked(|progress| {
                let from = (survey, &progress.answers, path);
                crate::model::piping::question(from, step, &self.words())
            })
        })
    }

    /// The name of the section that a step is in, and which time round it is.
    pub fn section(&self, step: Step, path: &Path) -> String {
        self.survey.with_value(|survey| path.section_name(survey, step, &self.words()))
    }

    /// What is wrong with the answer on this page.
    pub fn wrong(&self) -> Option<Wrong> {
        self.wrong.get_value()
    }

    /// Keeps an answer.
    pub fn answer(&self, step: Step, answer: Option<Answer>) {
        let asked = self.asked(step);
        self.progress.update(|progress| progress.answers.set(asked, answer));
        self.keep();
    }

    /// Forgets the answers and begins as somebody new.
    pub fn start_again(&self) {
        self.forget();
        self.go(Page::Welcome);
    }

    /// Takes everything off the phone.
    pub fn delete(&self) {
        self.forget();
        self.go(Page::Deleted);
    }

    fn forget(&self) {
        self.progress.set(nobody());
        self.changing.set_value(None);
        if self.survey.with_value(keep::forget).is_err() {
            self.keeping.set(Keeping::Fails);
        }
    }

    /// The answer link: sealed, so that only the organiser can read it. `None` when the survey's
    /// key is no key, or the person did not agree to take part.
    pub fn sealed_link(&self) -> Option<String> {
        self.survey.with_value(|survey| {
            let mut response = self.progress.with_untracked(|progress| progress.finish(survey))?;
            let language = self.language.get_untracked();
            response.given.language = (language != survey.language).then_some(language);
            response.given.day = Some(clock::today());
            let sealed = seal::seal(&response.to_plain(), survey, random::bytes()).ok()?;
            let organiser = page::address_of("../");
            Some([&organiser, "#", &link::answer_fragment(&sealed)].concat())
        })
    }

    /// True when the answers left the phone before.
    pub fn sent_before(&self) -> bool {
        self.progress.with_untracked(|progress| progress.sent > 0)
    }

    /// Follows what the same survey in another tab keeps: there is one record for both, and each writes
    /// all of it.
    fn follow_elsewhere(self) {
        page::on_change_elsewhere(move || {
            let stored = match self.survey.with_value(keep::find) {
                Kept::Answers(stored) => stored,
                Kept::Nothing if self.keeping.get_untracked() == Keeping::Works => nobody(),
                _ => return,
            };
            let (id, answers) = (stored.id, stored.answers.clone());
            let is_known = self.progress.with_untracked(|own| {
                own.answers == answers && (own.id == id || answers.is_empty())
            });
            if !is_known {
                self.progress.update(|own| *own = Progress { page: own.page, ..stored });
                // Draws the page anew.
                self.page.update(|_| ());
            }
        });
    }

    /// Notes that the answers left the phone: the next time they are sent, they replace these.
    pub fn sent(&self, revision: u32) {
        self.progress.update(|progress| progress.sent = progress.sent.max(revision));
        self.keep();
    }

    fn keep(&self) {
        if self.is_trial {
            return;
        }
        let kept = self.survey.with_value(|survey| {
            self.progress.with_untracked(|progress| keep::keep(survey, progress))
        });
        match kept {
            Err(_) => self.keeping.set(Keeping::Fails),
            Ok(()) if self.keeping.get_untracked() == Keeping::Fails => {
                self.keeping.set(Keeping::Works);
            }
            Ok(()) => {}
        }
    }
}
