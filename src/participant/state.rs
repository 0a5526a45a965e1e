//! What the participant's program knows, and what can be done to it. The model and the browser
//! meet here.
//!
//! Which page comes next is in `walking`, who may see it in `arriving`, languages are in `speaking`.

mod arriving;
mod speaking;
mod walking;

pub use arriving::FROM_FILE;
pub use speaking::{first_language, forget_language};
pub use walking::Page;

use super::keep::{self, Keeper};
use super::pictures::{fetch_all, pictures};
use crate::browser::{clock, file, language, page, random};
use crate::model::answer::{Answer, Wrong};
use crate::model::deflate::{self, CannotInflate};
use crate::model::id::ResponseId;
use crate::model::kept::Kept;
use crate::model::left;
use crate::model::link::{self, BadLink};
use crate::model::path::{Path, Step};
use crate::model::photo::{self, Photo};
use crate::model::pictures::shown_by;
use crate::model::response::{Asked, Progress, Response};
use crate::model::seal::{self, SealedResponse};
use crate::model::survey::{Language, Question, Survey};
use crate::model::wire::{self, LARGEST_PACKET, Packet, Unreadable};
use crate::model::words::{Word, Words};
use crate::ui::picture::Pictures;
use leptos::prelude::*;

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
    /// How often a language was chosen.
    choices: StoredValue<u32>,
    /// True when the words of the language could not be fetched.
    pub words_failed: RwSignal<bool>,
    /// Where the person is.
    pub page: RwSignal<Page>,
    /// What is wrong with the answer on this page, once they went on with it.
    wrong: StoredValue<Option<Wrong>>,
    /// What they said so far.
    pub progress: RwSignal<Progress>,
    /// Keeps that on the phone.
    pub keeper: Keeper,
    /// True when they come back to answers from an earlier visit.
    pub resumed: RwSignal<bool>,
    /// While one answer is changed: the pages there were before. Then Next leads to new ones, and
    /// back to the check.
    changing: StoredValue<Option<Vec<Step>>>,
    /// The answer that was last changed from the check, until the check is shown again.
    changed: StoredValue<Option<Step>>,
    /// True while nobody knows who holds the phone: no page shows a word of what was said.
    locked: StoredValue<bool>,
    /// True while there are changes since the answers left the phone.
    edited: StoredValue<bool>,
    /// The page that is shown once they say that it is them.
    meant: StoredValue<Page>,
    /// True when somebody read the answers off the screen, by their camera.
    pub scanned: StoredValue<bool>,
    /// True while the page is read aloud.
    pub listening: RwSignal<bool>,
    /// True for a person who answers though the survey closed.
    anyway: StoredValue<bool>,
    /// How many steps of ours the browser's Back button can take back.
    depth: StoredValue<u32>,
}

/// Opens the survey in the page's address, with these photos and with those that are kept.
pub async fn open_link(mut photos: Vec<Photo>) -> Result<Answering, BadLink> {
    let survey: Survey = inflate(&link::read_survey(&page::fragment())?)?;
    if photos.is_empty() {
        photos = keep::find_photos(&photo::of_survey(&survey)).await;
    }
    let pictures = pictures(addresses(&photos));
    fetch_all(pictures, shown_by(&survey));
    Answering::new(survey, pictures).await
}

/// The name and the address of each.
fn addresses(photos: &[Photo]) -> Vec<(String, String)> {
    let one =
        |photo: &Photo| Some((photo.name(), file::address_of(photo.bytes(), photo.mime()).ok()?));
    photos.iter().filter_map(one).collect()
}

/// Reads the deflated packet of a link.
pub fn inflate<T: Packet>(deflated: &[u8]) -> Result<T, BadLink> {
    let packet = deflate::inflate(deflated, LARGEST_PACKET).map_err(|why| match why {
        CannotInflate::Damaged => BadLink::Damaged,
        CannotInflate::TooLarge => BadLink::TooLarge,
    })?;
    Ok(T::from_packet(&packet)?)
}

/// A new person, without answers. Of who it is, only the number is known that their link may carry.
fn nobody() -> Progress {
    let code = link::invited(&page::fragment());
    Progress { code, ..Progress::new(new_id()) }
}

fn new_id() -> ResponseId {
    ResponseId(u64::from_be_bytes(random::bytes()))
}

impl Answering {
    /// Starts, or goes on where the person stopped.
    async fn new(survey: Survey, pictures: Pictures) -> Result<Self, BadLink> {
        let (keeper, kept) = keep::open_answers(&survey).await;
        let progress = match kept {
            Kept::Here(mut progress) => {
                // They may have begun by the link for everybody.
                if progress.code.is_empty() {
                    progress.code = nobody().code;
                }
                progress
            }
            Kept::Nothing | Kept::Unreadable => nobody(),
            Kept::Newer => return Err(BadLink::Newer),
        };
        let number = progress.page;
        let state = Self::with((survey, pictures), progress, keeper);
        state.speak(state.language.get_untracked()).await;
        state.begin(number);
        keeper.follow(move |text| state.follow(&text));
        Ok(state)
    }

    /// Starts with a survey that is only tried out: the caller goes from page to page, and no answer
    /// is kept.
    pub async fn to_try(survey: Survey) -> Self {
        let pictures = pictures(Vec::new());
        fetch_all(pictures, shown_by(&survey));
        let progress = Progress::new(ResponseId(0));
        let state = Self::with((survey, pictures), progress, Keeper::nowhere());
        state.speak(state.language.get_untracked()).await;
        state
    }

    /// Starts as the next person on a tablet that is handed on: no page of theirs can be gone back to by the
    /// browser's own Back, and the caller keeps what is to be kept.
    pub async fn on_tablet(survey: Survey) -> Self {
        let photos = keep::find_photos(&photo::of_survey(&survey)).await;
        let state = Self::to_try(survey).await;
        state.pictures.photos.set(addresses(&photos));
        state.progress.set(nobody());
        state
    }

    fn with((survey, pictures): (Survey, Pictures), progress: Progress, keeper: Keeper) -> Self {
        let language = speaking::first_language(&survey);
        let edited = !left::is_after_sending(progress.page);
        Self {
            survey: StoredValue::new(survey.clone()),
            came: StoredValue::new(survey),
            pictures,
            words: StoredValue::new(Words::english()),
            language: RwSignal::new(language),
            choices: StoredValue::new(0),
            words_failed: RwSignal::new(false),
            page: RwSignal::new(Page::Welcome),
            wrong: StoredValue::new(None),
            progress: RwSignal::new(progress),
            keeper,
            resumed: RwSignal::new(false),
            changing: StoredValue::new(None),
            changed: StoredValue::new(None),
            locked: StoredValue::new(false),
            edited: StoredValue::new(edited),
            meant: StoredValue::new(Page::Welcome),
            scanned: StoredValue::new(false),
            listening: RwSignal::new(false),
            anyway: StoredValue::new(false),
            depth: StoredValue::new(0),
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

    /// What the survey is called.
    pub fn title(&self) -> String {
        self.survey.with_value(|survey| survey.title.clone())
    }

    /// The pages in front of the person now.
    pub fn path(&self) -> Path {
        self.survey.with_value(|survey| {
            self.progress.with_untracked(|progress| Path::of(survey, &progress.answers))
        })
    }

    /// The question of a step, as it was asked.
    pub fn asked(&self, step: Step) -> Asked {
        self.survey.with_value(|survey| crate::model::walk::asked(survey, step))
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
        self.edited.set_value(true);
        self.progress.update(|progress| progress.answers.set(asked, answer));
        self.keep();
    }

    /// True where a person who has not begun reads that the survey closed.
    pub fn is_shut(&self) -> bool {
        let has_begun = self.progress.with(|p| p.sent > 0 || !p.answers.is_empty());
        !has_begun
            && !self.anyway.get_value()
            && self.survey.with_value(|survey| survey.is_closed(clock::today()))
    }

    /// Begins a survey that closed.
    pub fn answer_anyway(&self) {
        self.anyway.set_value(true);
        self.go_on();
    }

    /// Forgets the answers and begins as somebody new.
    pub fn start_again(&self) {
        self.forget(Page::Welcome);
    }

    /// Takes everything off the phone.
    pub fn delete(&self) {
        self.forget(Page::Deleted);
    }

    /// Forgets everything, and then goes to this page. When it can't be forgotten, says so.
    fn forget(&self, then: Page) {
        let state = *self;
        // Already now, so that nothing of it is written any more.
        let old = self.progress.get_untracked();
        self.progress.set(nobody());
        self.keeper.forget(move |is_gone| {
            if is_gone {
                state.changing.set_value(None);
                state.changed.set_value(None);
                state.locked.set_value(false);
                if arriving::is_new_visit() {
                    page::change_step(0, None);
                }
                state.go(then);
            } else {
                state.keeper.put_back(&old);
                state.progress.set(old);
            }
        });
    }

    /// The answer link: sealed, so that only the organiser can read it. And how many times the answers
    /// will have been sent with it. `again`: as they were sent the last time, so that they count once.
    /// `None` when the survey's key is no key, or the person did not agree to take part.
    pub fn sealed_link(&self, again: bool) -> Option<(String, u32)> {
        let change = |response: &mut Response| {
            if again && response.revision > 1 {
                response.revision -= 1;
            }
        };
        let (sealed, revision) = self.sealed(false, change)?;
        // A survey that is a file by itself says where the organiser is.
        let organiser = language::words_address("x-organiser");
        let organiser = organiser.unwrap_or_else(|| page::address_of("../"));
        let mut link = [&organiser, "#", &link::answer_fragment(&sealed)].concat();
        self.draw_apart();
        if let Some((apart, _)) = self.sealed(true, change) {
            link += "&";
            link += &link::answer_fragment(&apart);
        }
        Some((link, revision))
    }

    /// Draws the id under which answers travel that are kept apart, once there are such questions.
    pub fn draw_apart(&self) {
        let has = self.survey.with_value(Survey::keeps_some_apart);
        if has && self.progress.with_untracked(|progress| progress.apart.is_none()) {
            self.progress.update_untracked(|progress| progress.apart = Some(new_id()));
            self.keep();
        }
    }

    /// The answers, sealed, and how many times they will have been sent: those that are kept apart, or all
    /// others. `change` says what is special about them.
    pub fn sealed(
        &self,
        apart: bool,
        change: impl Fn(&mut Response),
    ) -> Option<(SealedResponse, u32)> {
        self.survey.with_value(|survey| {
            let mut response =
                self.progress.with_untracked(|progress| progress.part(survey, apart))?;
            change(&mut response);
            // Neither may tell whose those are that are kept apart.
            if !apart {
                let language = self.language.get_untracked();
                response.given.language = (language != survey.language).then_some(language);
                response.given.day = Some(clock::today());
            }
            let sealed = seal::seal(&response.to_plain(), survey, random::bytes()).ok()?;
            Some((sealed, response.revision))
        })
    }

    /// True when the answers left the phone before.
    pub fn sent_before(&self) -> bool {
        self.progress.with_untracked(|progress| progress.sent > 0)
    }

    /// Follows what the same survey in another tab has kept: there is one record for both, and each
    /// writes all of it. Nothing when the person deleted it there.
    fn follow(&self, text: &str) {
        match wire::from_text(text) {
            Ok(stored) => self.meet(stored),
            Err(_) if text.is_empty() => self.meet(nobody()),
            // What was said here is in it. This page must not write over it, and says so at its start.
            Err(Unreadable::Newer) => page::reload(),
            Err(_) => {}
        }
    }

    fn keep(&self) {
        self.progress.with_untracked(|progress| self.keeper.put(progress));
    }
}
