//! Components that both programs show: a participant's page, and the preview of it.
//!
//! State comes down as values and signals, intent goes up as callbacks. Nothing here is saved.
//!
//! **Invariant:** knows the model, and no browser beyond what Leptos draws and hears.

pub mod check_answers;
pub mod el;
pub mod heading;
pub mod icon;
pub mod picture;
pub mod qr;
pub mod question;
pub mod survey_page;
pub mod welcome;
