//! Which press is a slip: the second of two that a shaking or heavy finger, an impatient click or a
//! key makes of one. It would land on the page that the first has brought, or take its tick back.
//!
//! Absent: what is pressed, and when. The browser tells.

/// Milliseconds within which one press becomes two.
const SOON: f64 = 500.0;
/// How far apart two presses of the same finger may be, in pixels: less than one target is high.
const NEAR: f32 = 44.0;

/// The way from the press before to this one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    /// How many milliseconds lie between them.
    pub since: f64,
    /// How far apart they are in pixels. Two presses of keys are 0 apart until a person moves the focus.
    pub apart: f32,
    /// True when both are on the same control.
    pub is_same: bool,
    /// True when the control of the first is no longer where it was pressed.
    pub has_moved: bool,
}

/// True for a press that a person did not mean, and that nothing may follow from. Whoever is quick on
/// two controls that stay where they are means both.
pub fn is_slip(way: Way) -> bool {
    way.since < SOON && (way.is_same || way.has_moved && way.apart < NEAR)
}
