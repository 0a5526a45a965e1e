//! Who holds the phone: the next person must never see a word of what the last one said.
//!
//! A phone keeps the answers of one person to one survey. Whoever opens the link on a phone with answers is
//! first asked whether they are the same person, before and after these were sent; a page that is loaded
//! anew while somebody answers is not asked, for nobody else came. Once answers have left the phone, they
//! are out of sight: Back, forth and reload lead to the question too.
//!
//! Somebody else starts as a new person, and the answers of the one before go from the phone. Nothing is
//! lost by that: answers that were sent are with the organiser, and the code to take them back stands in
//! what was sent. If nobody said that they were sent, the next person is told so first.

use super::super::hand_over::Sent;
use super::{Answering, Page};
use crate::browser::page;
use crate::model::left::{self, DONE, Left, Met, Shown, Then};
use crate::model::response::Progress;
use crate::model::walk::number_of;
use leptos::prelude::*;

/// The step of a page whose survey was just brought by a file: that is a new visit too.
pub const FROM_FILE: u32 = 0xFFFF_0000;

/// True until a person who opened the link has said who they are, where that is asked: who loads the page
/// anew before is asked again.
pub(super) fn is_new_visit() -> bool {
    page::step().is_none_or(|step| step == FROM_FILE)
}

impl Answering {
    /// True when whoever opens the page has to say first who they are.
    pub(super) fn is_strange(&self) -> bool {
        self.progress.with_untracked(|progress| {
            progress.sent > 0 || is_new_visit() && !progress.answers.is_empty()
        })
    }

    /// True once the answers left the phone as they are.
    pub(super) fn is_sent(&self) -> bool {
        self.sent_before() && !self.edited.get_value()
    }

    /// Asks who holds the phone, before this page is shown.
    pub(super) fn ask_who(&self, before: Page) {
        self.locked.set_value(true);
        self.meant.set_value(before);
        self.display(Page::Who);
    }

    /// True while this page has to wait until a person said who they are.
    pub(super) fn is_locked(&self, page: Page) -> bool {
        self.locked.get_value() && !matches!(page, Page::Welcome | Page::Deleted | Page::Who)
    }

    /// True where nothing may be said about the answers on the phone.
    pub fn is_hidden(&self) -> bool {
        let page = self.page.get();
        page == Page::Who || self.locked.get_value() && !matches!(page, Page::Send | Page::Done)
    }

    /// It is the same person: shows what they came for.
    pub fn same_person(&self) {
        self.locked.set_value(false);
        let page = self.meant.get_value();
        if is_new_visit() {
            page::change_step(number_of(page), None);
        }
        self.resumed.set(!matches!(page, Page::Welcome | Page::Done | Page::Ended));
        self.show(page);
        // From the end they go on to change their answers: nobody is asked twice.
        self.locked.set_value(false);
    }

    /// True when the person said that they sent their answers as they are.
    pub fn is_told_sent(&self) -> bool {
        self.progress.with_untracked(|progress| progress.page == DONE)
    }

    /// Notes that these answers left the phone: the next time they are sent, they replace these. From
    /// here on they are out of sight. False when they are not what is here now.
    pub fn sent(&self, sealed: &Progress, revision: u32, how: Sent) -> bool {
        let mut left = Left::SomebodyElses;
        self.progress.update(|progress| {
            left = left::leave(progress, sealed, revision, how == Sent::Shown);
        });
        if left == Left::All {
            self.locked.set_value(true);
            self.edited.set_value(false);
        }
        if left != Left::SomebodyElses {
            self.keep();
        }
        left == Left::All
    }

    /// To the last page, once the answers went. A share sheet tells that an app was picked, not that
    /// they were sent there.
    pub fn done(&self, how: Sent) {
        if how != Sent::Shared {
            self.progress.update(|progress| progress.page = DONE);
        }
        self.keep();
        self.scanned.set_value(how == Sent::Shown);
        self.locked.set_value(false);
        self.go(Page::Done);
    }

    /// Takes in what the same survey in another tab keeps: there is one record for all tabs.
    pub(super) fn meet(&self, stored: Progress) {
        let page = self.page.get_untracked();
        let shown = match page {
            Page::Send => Shown::Send,
            Page::Done => Shown::Done,
            Page::Who => Shown::Who,
            _ => Shown::Before,
        };
        let met = self.progress.with_untracked(|own| left::meet(own, stored, shown));
        let Some(Met { progress, edited, then }) = met else { return };
        if progress.answers.is_empty() {
            self.locked.set_value(false);
        }
        self.edited.set_value(edited);
        self.progress.set(progress);
        match then {
            Then::Start => self.show(Page::Welcome),
            Then::Ask => self.ask_who(page),
            Then::AskAndCheck => self.ask_who(Page::Check),
            // Draws the page anew.
            Then::Redraw => self.page.update(|_| ()),
        }
    }
}
