//! Components that the programs share: a participant's page, the preview of it, and what all are drawn with.
//!
//! State comes down as values and signals, intent goes up as callbacks. Nothing here is saved.
//!
//! **Invariant:** knows the model, and no browser beyond what Leptos draws and hears.

pub mod check_answers;
pub mod chunk;
pub mod el;
pub mod heading;
pub mod icon;
pub mod picture;
pub mod qr;
pub mod question;
pub mod survey_page;
pub mod welcome;
