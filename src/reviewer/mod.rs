//! The reviewer's program: opens a review link, shows the survey as a participant would see it, and
//! takes down what a co-designer thinks of each page. The notes stay on the phone, and are sealed
//! and handed over like answers.
//!
//! Stands on the participant's program: the same pages, comfort bar and ways to send.
//! **Invariant:** nothing of the organiser's is reached from here.

mod app;
pub mod deferred;
mod hello;
mod keep;
mod opinion;
mod pages;
mod picture;
mod send;
mod state;
mod sure;
mod words;

pub use deferred::{DEFERRED, Deferred};

use crate::ui::chunk::{Chunk, Stage};

/// Starts the program in the page, with its deferred part or the way to it.
pub fn start(deferred: Stage<Deferred>) {
    crate::browser::folder::begin("review/");
    leptos::mount::mount_to_body(move || app::app(Chunk::new(deferred)));
}
