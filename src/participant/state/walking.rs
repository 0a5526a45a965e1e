//! From page to page: next, back, and the browser's own back and forth. Which page that is, the model
//! [decides](walk); here it is shown and kept.

use super::Answering;
use super::arriving::is_new_visit;
use crate::browser::{page, speech};
use crate::model::answer;
use crate::model::path::Step;
use crate::model::walk::{self, number_of, page_at};
use crate::model::words::Word;
use crate::ui::question::{FIELD, HEADING};
use crate::ui::survey_page::{WRONG, count_in_words};
use leptos::prelude::*;

pub use crate::model::walk::Page;

/// The bit of a step that says that one answer is being changed.
const CHANGING: u32 = 0x8000;
/// The bits of a step that hold its page: far more than a survey has questions.
const LAST_PAGE: u32 = 0x7FFF;

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
        // On a tablet that is handed on, the browser's Back must lead to no page of somebody else.
        if self.keeper.keeps() {
            self.depth.update_value(|depth| *depth += 1);
            let mut step = self.depth.get_value() << 16 | number_of(page);
            if self.is_changing() {
                step |= CHANGING;
            }
            page::add_step(step, None);
        }
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
        let step = self.survey.with_value(|survey| {
            self.progress.with_untracked(|progress| walk::begin(survey, &progress.answers, &path))
        });
        if let Some(step) = step {
            self.go(Page::Question(step));
        }
    }

    /// To the page before. The same as the browser's own Back where there is a step to take back,
    /// so that the two never disagree.
    pub fn back(&self) {
        if self.depth.get_value() > 0 {
            page::step_back();
            return;
        }
        let before = walk::before(&self.path(), self.page.get_untracked());
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
        let (page, changing) = walk::next(&self.path(), step, self.changing.get_value());
        self.changing.set_value(changing);
        self.go(page);
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
        let wrong = self.survey.with_value(|survey| {
            self.progress.with_untracked(|p| walk::first_wrong(survey, &p.answers, &path))
        });
        match wrong {
            None => self.go(Page::Send),
            Some(step) => {
                self.change(step);
                self.complain(step);
            }
        }
    }

    /// Puts the focus on the field that has to be mended.
    pub fn mend(&self) {
        page::focus_soon(FIELD);
    }

    fn wrong_at(&self, step: Step) -> Option<answer::Wrong> {
        self.survey.with_value(|survey| {
            self.progress.with_untracked(|progress| walk::wrong(survey, &progress.answers, step))
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
                    let path = self.path();
                    let count = path.count(survey, step);
                    match count.again {
                        true => path.section_name(survey, step, &words),
                        false => count_in_words(count, &words),
                    }
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
