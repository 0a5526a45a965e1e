//! The reviewer's program: opens a review link, shows the survey as a participant would see it, and
//! takes down what a co-designer thinks of each page. The notes stay on the phone, and are sealed
//! and handed over like answers.
//!
//! Stands on the participant's program: the same pages, comfort bar and ways to send.
//! **Invariant:** nothing of the organiser's is reached from here.

mod app;
mod keep;
mod opinion;
mod pages;
mod picture;
mod send;
mod state;
mod words;

/// Starts the program in the page.
pub fn start() {
    leptos::mount::mount_to_body(app::app);
}
