//! The program of a tablet that goes from hand to hand: people answer one after another, each sees nothing of the
//! one before, and the sealed answers wait on the tablet until the organiser has them.
//!
//! Stands on the participant's program: the same pages and the same bar. Each person gets a page that was loaded
//! anew, so nothing of the one before is in its memory. **Invariant:** nothing of the organiser's is reached from
//! here; what a person says is kept sealed or not at all.

mod app;
mod between;
mod own;
mod person;
mod pin;
mod set_up;
mod staff;
mod state;
mod words;

/// Starts the program in the page.
pub fn start() {
    crate::browser::folder::begin("tablet/");
    leptos::mount::mount_to_body(app::app);
}
