//! A page that is drawn from nothing each time it is turned to.
//!
//! Leptos draws a new page into the elements of the old one where they are alike. A browser that
//! sees ticked checkboxes turn into radios of one group then lets go of all but one, and an answer
//! looks lost. So two turns in a row are never alike.

use leptos::either::Either;
use leptos::prelude::*;

/// The view, as unlike that of the turn before as can be.
pub fn fresh(turn: u32, view: AnyView) -> impl IntoView {
    if turn.is_multiple_of(2) { Either::Left(view) } else { Either::Right(view) }
}
