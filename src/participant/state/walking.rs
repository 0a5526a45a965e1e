//! From page to page: next, back, and the browser's own back and forth. The path of the model says
//! what may be opened, whatever step a browser remembers.

use super::Answering;
use super::arriving::is_new_visit;
use crate::browser::{page, speech};
use crate::model::answer;
use crate::model::left::{DONE, TAKEN};
use crate::model::path::{Path, Step};
use crate::model::survey::MOST_ROUNDS;
use crate::model::words::Word;
use crate::ui::question::{FIELD, HEADING};
use crate::ui::survey_page::{WRONG, count_in_words};
use leptos::prelude::*;

/// A page of the participant's program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What the survey is.
    Welcome,
    /// A question, or a page between questions.
    Question(Step),
    /// All answers so far.
    Check,
    /// The ways to send them.
    Send,
    /// They are sent: thanks, and what happens next.
    Done,
    /// Asks whether this is the person whose answers are on the phone.
    Who,
    /// The person said no to taking part.
    Ended,
    /// The answers were deleted.
    Deleted,
}

/// The bit of a step that says that one answer is being changed.
const CHANGING: u32 = 0x8000;
/// The bits of a step that hold its page: far more than a survey has questions.
const LAST_PAGE: u32 = 0x7FFF;
/// The numbers of the last pages, behind those of `left`.
const CHECK: u32 = 0x7FFD;
const SEND: u32 = 0x7FFE;
const ENDED: u32 = 0x7FFF;

impl Answering {
    /// Opens the page with this number, and listens to the browser from then on.
    pub(super) fn begin(&self, number: u32) {
        let path = self.path();
        let page = page_at(number, &path, self.is_sent());
        if self.is_strange() {
            self.locked.set_value(true);
            self.meant.set_value(page);
            self.page.set(Page::Who);
        } else {
            self.resumed.set(!matches!(page, Page::Welcome | Page::Ended));
            self.page.set(page);
        }
        let number = number_of(page);
        // Who loads the page anew while they change an answer goes on changing it.
        let step = page::step().filter(|step| step & LAST_PAGE == number).unwrap_or(0);
        self.changing.set_value((step & CHANGING != 0).then_some(path.steps));
        if !(self.locked.get_value() && is_new_visit()) {
            page::change_step(number | step & CHANGING, None);
        }
        self.retitle();
        let state = *self;
        page::on_step(move |step| {
            // No number: the person opened a link in this page. If it is another one, the page
            // loads anew, and what is kept here must stay as it is.
            let Some(step) = step else { return };
            let path = state.path();
            state.depth.set_value(step >> 16);
            state.changing.set_value((step & CHANGING != 0).then(|| path.steps.clone()));
            state.show(page_at(step & LAST_PAGE, &path, state.is_sent()));
        });
        page::on_fragment(page::reload);
    }

    /// Goes to a page, as a step that the browser's Back button takes back.
    pub fn go(&self, page: Page) {
        self.depth.update_value(|depth| *depth += 1);
        let mut step = self.depth.get_value() << 16 | number_of(page);
        if self.is_changing() {
            step |= CHANGING;
        }
        page::add_step(step, None);
        self.resumed.set(false);
        self.show(page);
    }

    /// True while one answer is changed from the check.
    pub fn is_changing(&self) -> bool {
        self.changing.with_value(Option::is_some)
    }

    /// From the welcome to the first question without an answer. To the first page of all when
    /// there is no answer yet, or each question has one.
    pub fn go_on(&self) {
        let path = self.path();
        let none_yet = self.progress.with_untracked(|progress| progress.answers.is_empty());
        let open = path.reachable().iter().find(|step| none_yet || self.is_open(**step));
        if let Some(step) = open.or_else(|| path.steps.first()) {
            self.go(Page::Question(*step));
        }
    }

    /// True for a question without an answer.
    fn is_open(&self, step: Step) -> bool {
        let asks = self.survey.with_value(|survey| survey.questions[step.place].kind.asks());
        let asked = self.asked(step);
        asks && self.progress.with_untracked(|progress| progress.answers.get(asked).is_none())
    }

    /// To the page before. The same as the browser's own Back where there is a step to take back,
    /// so that the two never disagree.
    pub fn back(&self) {
        if self.depth.get_value() > 0 {
            page::step_back();
            return;
        }
        let path = self.path();
        let last = || path.reachable().last().map_or(Page::Welcome, |step| Page::Question(*step));
        let before = match self.page.get_untracked() {
            Page::Welcome | Page::Deleted | Page::Who => Page::Welcome,
            Page::Question(step) => path.before(step).map_or(Page::Welcome, Page::Question),
            Page::Check | Page::Ended => last(),
            Page::Send | Page::Done => Page::Check,
        };
        page::change_step(number_of(before), None);
        self.resumed.set(false);
        self.show(before);
    }

    /// On from a question: to the next, or to the check. With a wrong answer the page stays, and
    /// says so.
    pub fn next(&self, step: Step) {
        if self.wrong_at(step).is_some() {
            self.complain(step);
            return;
        }
        let path = self.path();
        let known = self.changing.get_value();
        let next = match &known {
            None => path.after(step),
            // Only what the change has brought up.
            Some(known) => path.reachable().iter().copied().find(|next| !known.contains(next)),
        };
        if let (Some(mut known), Some(next)) = (known, next) {
            known.push(next);
            self.changing.set_value(Some(known));
        } else if next.is_none() {
            self.changing.set_value(None);
        }
        self.go(match next {
            _ if path.declined => Page::Ended,
            Some(next) => Page::Question(next),
            None => Page::Check,
        });
    }

    /// Goes to one question to change its answer, and then back to the check.
    pub fn change(&self, step: Step) {
        self.changing.set_value(Some(self.path().steps));
        self.changed.set_value(Some(step));
        self.go(Page::Question(step));
    }

    /// From the check to the ways to send. An answer that can't be sent comes first.
    pub fn finish(&self) {
        let path = self.path();
        let wrong = path.reachable().iter().find(|step| self.wrong_at(**step).is_some());
        match wrong {
            None => self.go(Page::Send),
            Some(step) => {
                self.change(*step);
                self.complain(*step);
            }
        }
    }

    /// Puts the focus on the field that has to be mended.
    pub fn mend(&self) {
        page::focus_soon(FIELD);
    }

    fn wrong_at(&self, step: Step) -> Option<answer::Wrong> {
        let asked = self.asked(step);
        self.survey.with_value(|survey| {
            self.progress.with_untracked(|progress| {
                answer::wrong(&survey.questions[step.place], progress.answers.get(asked))
            })
        })
    }

    /// Shows the page again with what is wrong.
    fn complain(&self, step: Step) {
        self.show(Page::Question(step));
        self.wrong.set_value(self.wrong_at(step));
        self.page.set(Page::Question(step));
        page::start_soon(WRONG);
    }

    pub(super) fn show(&self, page: Page) {
        if self.is_locked(page) {
            return self.ask_who(page);
        }
        self.display(page);
        if page == Page::Done {
            self.locked.set_value(true);
        } else if page != Page::Deleted && !self.locked.get_value() {
            self.progress.update(|progress| progress.page = number_of(page));
            // A person who only looked leaves nothing on the phone.
            if self.progress.with_untracked(|p| p.sent > 0 || !p.answers.is_empty()) {
                self.keep();
            }
        }
    }

    pub(super) fn display(&self, page: Page) {
        speech::stop();
        self.listening.set(false);
        self.wrong.set_value(None);
        self.page.set(page);
        self.retitle();
        match self.changed.get_value().filter(|_| page == Page::Check) {
            Some(step) => {
                self.changed.set_value(None);
                page::focus_soon(&self.card_of(step));
            }
            None => page::start_soon(HEADING),
        }
    }

    /// The id of an answer's heading on the check.
    pub fn card_of(&self, step: Step) -> String {
        ["answer-", &number_of(Page::Question(step)).to_string()].concat()
    }

    /// Says in the tab which page it is. Screen readers say it first, so what is new comes first.
    pub(super) fn retitle(&self) {
        let page = self.name_of(self.page.get_untracked());
        let between = if page.is_empty() { "" } else { " – " };
        self.survey.with_value(|s| page::set_title(&[&page, between, &s.title].concat()));
    }

    /// What a page is called. Empty for the first: that is called like the survey.
    pub fn name_of(&self, page: Page) -> String {
        let words = self.words();
        let name = match page {
            Page::Welcome => return String::new(),
            Page::Question(step) => {
                return self.survey.with_value(|survey| {
                    if !survey.questions[step.place].kind.asks() {
                        return survey.questions[step.place].text.clone();
                    }
                    count_in_words(self.path().count(survey, step), &words)
                });
            }
            Page::Check => Word::Check,
            Page::Send => Word::SendTitle,
            Page::Done => Word::DoneTitle,
            Page::Who => Word::SamePerson,
            Page::Ended => Word::EndedTitle,
            Page::Deleted => Word::DeletedTitle,
        };
        words.say(name).to_owned()
    }
}

/// The page with this number, or the nearest that may be opened. `is_sent`: the answers left the phone as
/// they are.
fn page_at(number: u32, path: &Path, is_sent: bool) -> Page {
    let last = || path.reachable().last().map_or(Page::Welcome, |step| Page::Question(*step));
    match number {
        0 => Page::Welcome,
        CHECK | SEND | TAKEN | DONE | ENDED if path.declined => Page::Ended,
        DONE if path.is_open() && is_sent => Page::Done,
        CHECK | DONE if path.is_open() => Page::Check,
        SEND | TAKEN if path.is_open() => Page::Send,
        CHECK | SEND | TAKEN | DONE | ENDED => last(),
        number => {
            let number = number as usize - 1;
            let step = Step { place: number / MOST_ROUNDS, round: (number % MOST_ROUNDS) as u8 };
            path.nearest(step).map_or(Page::Welcome, Page::Question)
        }
    }
}

/// The number of a page, the same whatever the path: 0 is the welcome, then each question with
/// room for each time round.
pub(super) fn number_of(page: Page) -> u32 {
    match page {
        Page::Welcome | Page::Deleted | Page::Who => 0,
        Page::Question(step) => (1 + step.place * MOST_ROUNDS) as u32 + u32::from(step.round),
        Page::Check => CHECK,
        Page::Send => SEND,
        Page::Done => DONE,
        Page::Ended => ENDED,
    }
}
