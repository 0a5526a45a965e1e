//! The organiser's program: makes surveys, shares them, takes in answers and shows them.
//!
//! Works on this computer alone. **Invariant:** nothing leaves it unless a person sends it.

mod advice;
mod app;
mod bar;
mod behind;
mod beside;
mod buttons;
mod changed;
mod closed;
mod confirm;
mod day_field;
mod editor;
mod emptied;
mod field;
mod full;
mod glossary;
mod guides;
mod help;
mod home;
mod ids;
mod inbox;
mod invited;
mod languages;
mod later;
mod library;
mod link_ways;
mod listen;
mod locked;
mod making;
mod missing;
mod on_paper;
mod paper;
mod paths;
mod picture_field;
mod pictures;
mod practice;
mod read_file;
mod removing;
mod report;
mod results;
mod screen;
mod send_to;
mod share;
mod site;
mod state;
mod steps;
mod store;
mod table;
mod title;
mod together;
mod tool;
mod typing;
mod unread;
mod words;
mod written;

pub use later::{Later, Second};
pub use table::LATER;

/// Starts the program in the page, with its second part or the way to it, once the records are open.
pub fn start(second: Second) {
    crate::browser::folder::begin("");
    crate::browser::run(async move {
        match store::open().await {
            Ok(opened) => leptos::mount::mount_to_body(move || app::app(second, opened)),
            Err(_) => leptos::mount::mount_to_body(closed::closed),
        }
    });
}
