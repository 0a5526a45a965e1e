//! Small line drawings for buttons, by us. They never stand alone: words are beside them, so
//! screen readers pass them over.

use super::el::{El, el};

/// Which drawing: the path of its lines in a square of 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon(pub &'static str);

/// Towards the start of the line.
pub const BACK: Icon = Icon("M19 12H5m6-6-6 6 6 6");
/// A tick.
pub const TICK: Icon = Icon("m5 13 4 4L19 7");
/// A clock.
pub const CLOCK: Icon = Icon("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3 2");
/// An eye.
pub const EYE: Icon =
    Icon("M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Zm10-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z");
/// An open hand: no need to.
pub const HAND: Icon = Icon(
    "M8 12V5.5a1.5 1.5 0 0 1 3 0V11m0-6.5a1.5 1.5 0 0 1 3 0V11m0-5a1.5 1.5 0 0 1 3 0v8a6 6 0 0 1-6 6h-1a6 6 0 0 1-5-3l-2-4a1.5 1.5 0 0 1 2.6-1.5L8 14",
);
/// Two people.
pub const PEOPLE: Icon = Icon(
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 9c0-3.5 3-6 7-6s7 2.5 7 6M16 4.5a3.5 3.5 0 0 1 0 6.5m2 3.5c2.5 1 4 3 4 5.5",
);
/// A loudspeaker.
pub const SPEAKER: Icon =
    Icon("M4 10v4h3.5L12 18V6l-4.5 4H4Zm12-1.5a5 5 0 0 1 0 7M18.5 6a8.5 8.5 0 0 1 0 12");
/// The globe: languages.
pub const GLOBE: Icon = Icon(
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 0c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3ZM3.5 9h17m-17 6h17",
);

/// Draws it, as tall as the words beside it.
pub fn drawing(icon: Icon) -> El {
    let path = el("path").attr("d", icon.0);
    el("svg").class("icon").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true").child(path)
}
