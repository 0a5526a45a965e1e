//! From page to page: every page of the survey in its order, whoever is asked it.

use super::Reviewing;
use crate::browser::{page, speech};
use crate::model::review::Visit;
use crate::model::walk::review as walk;
use crate::model::words::Word;
use crate::reviewer::keep::Bookmark;
use crate::ui::question::HEADING;
use leptos::prelude::*;

pub use crate::model::walk::review::Page;

impl Reviewing {
    fn questions(&self) -> usize {
        self.trial.survey.with_value(|survey| survey.questions.len())
    }

    /// How many pages there are to look at.
    pub fn pages(&self) -> usize {
        walk::pages(self.questions())
    }

    /// The place of a page among all, from 0.
    pub fn number_of(&self, page: Page) -> usize {
        walk::number_of(page, self.questions())
    }

    fn page_at(&self, number: usize) -> Page {
        walk::page_at(number, self.questions(), self.is_sent())
    }

    /// True once the notes left the phone as they are.
    fn is_sent(&self) -> bool {
        !self.edited.get_value() && self.notes.with_untracked(|notes| notes.revision > 0)
    }

    /// Opens the page that the browser remembers, or the one of the last visit, and listens to the browser
    /// from then on.
    pub(super) fn begin(&self) {
        let kept = self.bookmark.with_value(Bookmark::page);
        let visit = Visit {
            step: page::step().map(|step| step & 0xFFFF),
            kept,
            is_over: self.page_at(kept as usize) == Page::Done,
            is_somebody: self.is_somebody(),
        };
        self.is_locked.set_value(visit.asks_who());
        self.resume(visit.page());
        if visit.is_begun() {
            page::change_step(visit.page(), None);
        }
        let state = *self;
        page::on_step(move |step| {
            let Some(step) = step else { return };
            state.depth.set_value(step >> 16);
            state.show(state.page_at((step & 0xFFFF) as usize));
        });
        page::on_fragment(page::reload);
    }

    /// Goes to a page, as a step that the browser's Back button takes back.
    pub fn go(&self, page: Page) {
        self.depth.update_value(|depth| *depth += 1);
        page::add_step(self.depth.get_value() << 16 | self.number_of(page) as u32, None);
        self.resumed.set(false);
        self.deleted.set(false);
        self.show(page);
    }

    /// To the next page.
    pub fn next(&self) {
        self.go(self.page_at(self.number_of(self.page.get_untracked()) + 1));
    }

    /// To the page before: the browser's own step where there is one.
    pub fn back(&self) {
        if self.depth.get_value() > 0 {
            page::step_back();
            return;
        }
        let number = self.number_of(self.page.get_untracked()).saturating_sub(1);
        page::change_step(number as u32, None);
        self.resumed.set(false);
        self.show(self.page_at(number));
    }

    /// It is the same person: shows what they came for.
    pub fn same_person(&self) {
        self.is_locked.set_value(false);
        let number = self.meant.get_value();
        page::change_step(number, None);
        self.resume(number);
    }

    /// Shows a page to somebody who may have been here before.
    fn resume(&self, number: u32) {
        let page = self.page_at(number as usize);
        self.show(page);
        let has_notes = self.notes.with_untracked(|notes| !notes.notes.is_empty());
        self.resumed.set(has_notes && !matches!(self.page.get_untracked(), Page::Who | Page::Done));
    }

    /// True when the phone has what somebody said, or their name.
    fn is_somebody(&self) -> bool {
        self.notes
            .with_untracked(|notes| !notes.notes.is_empty() || !notes.reviewer.name.is_empty())
    }

    /// Keeps which page they are at. A person who only looked leaves nothing on the phone.
    pub(super) fn mark(&self) {
        let number = self.number_of(self.page.get_untracked()) as u32;
        if self.is_somebody() {
            self.bookmark.with_value(|bookmark| bookmark.put(number));
        }
    }

    pub(super) fn show(&self, page: Page) {
        let number = self.number_of(page) as u32;
        // The last page says nothing of the notes. All others wait until it is known who reads them.
        let may_show = page == Page::Done && page::step().is_some();
        let page = if self.is_locked.get_value() && !may_show {
            self.meant.set_value(number);
            Page::Who
        } else {
            page
        };
        if page == Page::Done {
            self.is_locked.set_value(true);
        }
        speech::stop();
        self.trial.listening.set(false);
        self.page.set(page);
        if page != Page::Who {
            self.mark();
        }
        self.trial.survey.with_value(|survey| {
            page::set_title(&format!("{} – {}", self.name_of(page), survey.title));
        });
        page::start_soon(HEADING);
    }

    /// What a page is called: "Page 3 of 9".
    pub fn name_of(&self, page: Page) -> String {
        match page {
            Page::Who => return self.trial.say(Word::SamePerson).to_owned(),
            Page::Done => return self.trial.say(Word::DoneTitle).to_owned(),
            _ => {}
        }
        let number = self.number_of(page).clamp(1, self.pages());
        format!("Page {number} of {}", self.pages())
    }
}
