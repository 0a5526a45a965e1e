//! What the participant's program knows, and what can be done to it. The model and the browser
//! meet here.

use super::keep::{self, Kept};
use crate::browser::{deflate, page, random};
use crate::model::id::{QuestionId, ResponseId};
use crate::model::link::{self, BadLink};
use crate::model::response::{Answer, Progress};
use crate::model::seal::{self, CannotOpen};
use crate::model::survey::Survey;
use crate::model::wire::{LARGEST_PACKET, Packet};
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// A page of the participant's program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What the survey is.
    Welcome,
    /// A question, from 0.
    Question(usize),
    /// All answers so far.
    Check,
    /// The ways to send them.
    Send,
    /// The answers were deleted.
    Deleted,
}

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
    /// The survey. It never changes.
    pub survey: StoredValue<Survey>,
    /// Where the person is.
    pub page: RwSignal<Page>,
    /// What they said so far.
    pub progress: RwSignal<Progress>,
    /// Whether it is on the phone.
    pub keeping: RwSignal<Keeping>,
    /// True when they come back to answers from an earlier visit.
    pub resumed: RwSignal<bool>,
    /// True while one answer is changed: then Next leads back to the check.
    pub changing: RwSignal<bool>,
    /// How many steps of ours the browser's Back button can take back.
    depth: StoredValue<u32>,
}

/// Reads the survey out of the page's address.
pub async fn open_link() -> Result<Survey, BadLink> {
    let deflated = link::read_survey(&page::fragment())?;
    let packet = deflate::inflate(&deflated, LARGEST_PACKET).await.map_err(|why| match why {
        deflate::CannotInflate::Damaged => BadLink::Damaged,
        deflate::CannotInflate::TooLarge => BadLink::TooLarge,
    })?;
    Ok(Survey::from_packet(&packet)?)
}

impl Answering {
    /// Starts, or goes on where the person stopped.
    pub fn new(survey: Survey) -> Self {
        let nobody = || Progress::new(ResponseId(u64::from_be_bytes(random::bytes())));
        let (progress, keeping) = match keep::find(&survey) {
            Kept::Answers(progress) => (progress, Keeping::Works),
            Kept::Nothing => (nobody(), Keeping::Works),
            Kept::Unreadable => (nobody(), Keeping::OldUnreadable),
            Kept::NoStorage => (nobody(), Keeping::Fails),
        };
        let page = page_at(progress.page, &survey);
        page::change_step(step(0, number_of(page, survey.questions.len())), None);
        page::set_title(&title_of(page, &survey));
        let resumed = page != Page::Welcome;
        let state = Self {
            survey: StoredValue::new(survey),
            page: RwSignal::new(page),
            progress: RwSignal::new(progress),
            keeping: RwSignal::new(keeping),
            resumed: RwSignal::new(resumed),
            changing: RwSignal::new(false),
            depth: StoredValue::new(0),
        };
        page::on_step(move |step| {
            // No number: the person opened a link in this page. If it is another one, the page
            // loads anew, and what is kept here must stay as it is.
            let Some(step) = step else { return };
            state.depth.set_value(step >> 16);
            state.changing.set(step & CHANGING != 0);
            state.show(state.survey.with_value(|survey| page_at(step & LAST_PAGE, survey)));
        });
        page::on_fragment(page::reload);
        state
    }

    /// How many questions there are.
    pub fn questions(&self) -> usize {
        self.survey.with_value(|survey| survey.questions.len())
    }

    /// Goes to a page, as a step that the browser's Back button takes back.
    pub fn go(&self, page: Page) {
        self.depth.update_value(|depth| *depth += 1);
        let mut step = step(self.depth.get_value(), number_of(page, self.questions()));
        if self.changing.get_untracked() {
            step |= CHANGING;
        }
        page::add_step(step, None);
        self.resumed.set(false);
        self.show(page);
    }

    /// From the welcome to the first question without an answer. To the first of all when each has
    /// one.
    pub fn go_on(&self) {
        let open = self.survey.with_value(|survey| {
            self.progress.with_untracked(|progress| {
                survey.questions.iter().position(|q| progress.answers.get(q.id).is_none())
            })
        });
        self.go(Page::Question(open.unwrap_or(0)));
    }

    /// To the page before. The same as the browser's own Back where there is a step to take back,
    /// so that the two never disagree.
    pub fn back(&self) {
        if self.depth.get_value() > 0 {
            page::step_back();
            return;
        }
        let before = match self.page.get_untracked() {
            Page::Question(0) | Page::Welcome | Page::Deleted => Page::Welcome,
            Page::Question(number) => Page::Question(number - 1),
            Page::Check => Page::Question(self.questions() - 1),
            Page::Send => Page::Check,
        };
        page::change_step(step(0, number_of(before, self.questions())), None);
        self.resumed.set(false);
        self.show(before);
    }

    /// On from a question: to the next, or to the check.
    pub fn next(&self) {
        let next = match self.page.get_untracked() {
            Page::Question(number)
                if number + 1 < self.questions() && !self.changing.get_untracked() =>
            {
                Page::Question(number + 1)
            }
            _ => Page::Check,
        };
        self.changing.set(false);
        self.go(next);
    }

    /// Goes to one question to change its answer, and then back to the check.
    pub fn change(&self, number: usize) {
        self.changing.set(true);
        self.go(Page::Question(number));
    }

    /// Keeps an answer.
    pub fn answer(&self, question: QuestionId, answer: Option<Answer>) {
        self.progress.update(|progress| progress.answers.set(question, answer));
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
        self.progress.set(Progress::new(ResponseId(u64::from_be_bytes(random::bytes()))));
        self.changing.set(false);
        if self.survey.with_value(keep::forget).is_err() {
            self.keeping.set(Keeping::Fails);
        }
    }

    /// The answer link: sealed, so that only the organiser can read it.
    pub fn sealed_link(&self) -> Result<String, CannotOpen> {
        self.survey.with_value(|survey| {
            let plain =
                self.progress.with_untracked(|progress| progress.finish(survey).to_packet());
            let bound = (survey.id, survey.version);
            let sealed = seal::seal(&plain, bound, &survey.key, random::bytes())?;
            let organiser = page::address_of("../");
            Ok([&organiser, "#", &link::answer_fragment(&sealed)].concat())
        })
    }

    /// Notes that the answers left the phone: the next time they are sent, they replace these.
    pub fn sent(&self, revision: u32) {
        self.progress.update(|progress| progress.sent = progress.sent.max(revision));
        self.keep();
    }

    fn show(&self, page: Page) {
        self.survey.with_value(|survey| page::set_title(&title_of(page, survey)));
        self.page.set(page);
        if page != Page::Deleted {
            let number = number_of(page, self.questions());
            self.progress.update(|progress| progress.page = number);
            // A person who only looked leaves nothing on the phone.
            if self.progress.with_untracked(|p| p.sent > 0 || !p.answers.is_empty()) {
                self.keep();
            }
        }
        page::start_soon(HEADING);
    }

    fn keep(&self) {
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

/// The bit of a step that says that one answer is being changed.
const CHANGING: u32 = 0x8000;
/// The bits of a step that hold its page: far more than a survey has questions.
const LAST_PAGE: u32 = 0x7FFF;

/// What the browser keeps of a step: how many of ours lie before it, and its page.
fn step(depth: u32, page: u32) -> u32 {
    depth << 16 | page
}

/// The page with this number: 0 is the welcome, then the questions, the check, the sending.
fn page_at(number: u32, survey: &Survey) -> Page {
    let questions = survey.questions.len();
    match number as usize {
        0 => Page::Welcome,
        number if number <= questions => Page::Question(number - 1),
        number if number == questions + 1 => Page::Check,
        _ => Page::Send,
    }
}

/// What the tab is called on a page. Screen readers say it first, so what is new comes first.
fn title_of(page: Page, survey: &Survey) -> String {
    let title = &survey.title;
    match page {
        Page::Welcome => title.clone(),
        Page::Question(number) => {
            format!("Question {} of {} – {title}", number + 1, survey.questions.len())
        }
        Page::Check => ["Check your answers – ", title].concat(),
        Page::Send => ["Send my answers – ", title].concat(),
        Page::Deleted => ["Deleted – ", title].concat(),
    }
}

fn number_of(page: Page, questions: usize) -> u32 {
    let number = match page {
        Page::Welcome | Page::Deleted => 0,
        Page::Question(number) => number + 1,
        Page::Check => questions + 1,
        Page::Send => questions + 2,
    };
    number as u32
}
