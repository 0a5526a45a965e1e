//! Undo and Redo on a screen that keeps data of its own: what was done there, and the way back and forth.
//!
//! The bar offers it, and so do the keys. Steps of the draft are another matter: see `editing`.

use super::Desk;
use crate::model::steps::{Part, Undoes};
use crate::model::trail::{Stride, Trail};
use crate::organiser::screen::Screen;
use leptos::prelude::*;
use std::sync::Arc;

/// What does a step, or takes it back.
pub type Way = Arc<dyn Fn() + Send + Sync>;

impl Desk {
    /// What Undo takes back on the open screen.
    pub fn undoes(&self) -> Undoes {
        match self.screen.get() {
            Screen::Survey(_, part) => Part::undoes(part),
            _ => Undoes::Nothing,
        }
    }

    /// Begins anew, as each screen does that opens.
    pub fn begin_trail(&self) {
        self.trail.set(Trail::default());
    }

    /// Notes what was done on the open screen, and in which field it was typed.
    pub fn did_here(
        &self,
        name: &str,
        typed: Option<String>,
        (back, forth): (impl Fn() + Send + Sync + 'static, impl Fn() + Send + Sync + 'static),
    ) {
        let step =
            Stride { name: name.to_owned(), back: Arc::new(back) as Way, forth: Arc::new(forth) };
        self.trail.update(|trail| trail.did(step, typed));
    }

    /// What is typed next on the open screen is a new step.
    pub fn stop_typing_here(&self) {
        self.trail.update_untracked(Trail::stop_typing);
    }

    /// Takes back what was done last: in the draft, or on the open screen where that keeps data of its own.
    pub fn undo_here(&self) {
        match untrack(|| self.undoes()) {
            Undoes::Draft => self.undo(),
            Undoes::Here => {
                let Some(step) = self.trail.try_update(Trail::back).flatten() else { return };
                (step.back)();
                self.tell(&format!("Undone: {}", step.name));
            }
            Undoes::Nothing => {}
        }
    }

    /// Does again what was taken back last.
    pub fn redo_here(&self) {
        match untrack(|| self.undoes()) {
            Undoes::Draft => self.redo(),
            Undoes::Here => {
                let Some(step) = self.trail.try_update(Trail::forth).flatten() else { return };
                (step.forth)();
                self.tell(&format!("Redone: {}", step.name));
            }
            Undoes::Nothing => {}
        }
    }
}
