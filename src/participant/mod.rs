//! The participant's program: opens a survey link, asks, keeps the answers on the phone, seals
//! them and hands them over.
//!
//! Phones download all of it before the first question. **Invariant:** nothing of the organiser's,
//! no router, no JSON and no CSV is reached from here.

mod app;
mod check_answers;
mod comfort;
mod foot;
mod keep;
mod send;
mod state;
mod words;

/// Starts the program in the page.
pub fn start() {
    leptos::mount::mount_to_body(app::app);
}
