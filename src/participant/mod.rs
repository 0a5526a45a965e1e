//! The participant's program: opens a survey link, asks, keeps the answers on the phone, seals
//! them and hands them over.
//!
//! Phones download its first part before the first question, and what [`deferred`] leads to right after.
//! **Invariant:** nothing of the organiser's, no router, no JSON and no CSV is reached from here.

pub mod app;
pub mod check_answers;
pub mod comfort;
pub mod deferred;
mod done;
pub mod ended;
pub mod film;
mod foot;
pub mod hand_over;
mod hosted;
pub mod keep;
mod listen;
mod media;
pub mod open_file;
pub mod pictures;
pub mod send;
mod settings;
pub mod shut;
pub mod state;
mod who;
pub mod words;

pub use deferred::{DEFERRED, Deferred};

use crate::ui::chunk::{Chunk, Stage};

/// Starts the program in the page, with its deferred part or the way to it.
pub fn start(deferred: Stage<Deferred>) {
    crate::browser::folder::begin("answer/");
    leptos::mount::mount_to_body(move || app::app(Chunk::new(deferred)));
}
