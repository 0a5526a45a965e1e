//! A button that does something, for the organiser's screens.

use crate::ui::el::{self, El};
use std::borrow::Cow;

/// The button: its classes, what it says, and what a press does.
pub fn button(
    class: &'static str,
    name: impl Into<Cow<'static, str>>,
    press: impl Fn() + Send + 'static,
) -> El {
    el::button(class).text(name).on("click", move |_| press())
}
