//! Whether somebody is still there. Absent: after how long the tablet takes itself back, which the model decides.

use super::{Screen, Tablet};
use crate::browser::{clock, wait};
use crate::model::tablet::{Idle, idle};
use leptos::prelude::*;

impl Tablet {
    /// Somebody pressed something.
    pub fn is_there(self) {
        self.pressed.set_value(clock::now());
        if self.warning.get_untracked().is_some() {
            self.warning.set(None);
        }
    }

    /// Looks every second whether somebody is there, for as long as the page is open. By the clock, since a tablet
    /// that sleeps counts no seconds.
    pub(super) async fn watch(self) {
        loop {
            wait::pause(1_000).await;
            let screen = self.screen.get_untracked();
            let is_organisers = matches!(screen, Screen::Pin | Screen::Staff);
            if screen != Screen::Person && !is_organisers || self.is_ending.get_value() {
                continue;
            }
            let minutes =
                self.session.with_untracked(|session| session.as_ref().map_or(0, |s| s.minutes));
            let still = clock::now().saturating_sub(self.pressed.get_value());
            match idle(still, minutes) {
                Idle::No => {}
                // Left open, anybody could empty the tablet.
                Idle::Gone if is_organisers => self.between(),
                Idle::Warn(_) if is_organisers => {}
                Idle::Warn(left) => self.warning.set(Some(left)),
                Idle::Gone => self.leave().await,
            }
        }
    }
}
