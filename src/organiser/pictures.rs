//! Where the built folder keeps the drawings of [our pictures](crate::model::pictures).

pub use crate::model::pictures::*;

/// The folder, as seen from the organiser's page.
pub const FOLDER: &str = "pictures/";
