//! The participant's program: opens a survey link, asks, keeps the answers on the phone, seals
//! them and hands them over.
//!
//! Phones download all of it before the first question. **Invariant:** nothing of the organiser's,
//! no router, no JSON and no CSV is reached from here.

pub mod app;
mod check_answers;
pub mod comfort;
mod done;
mod foot;
pub mod hand_over;
pub mod keep;
pub mod pictures;
mod send;
pub mod state;
mod who;
pub mod words;

/// Starts the program in the page.
pub fn start() {
    leptos::mount::mount_to_body(app::app);
}
