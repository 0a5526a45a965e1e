//! Which part of a large photo is shown: a square, moved and made smaller, with the photo turned the
//! right way.

/// How far in one can go: then the square is a fourth as wide as the photo is at its shortest.
pub const CLOSEST: f64 = 4.0;

/// A square part of a photo.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crop {
    /// Quarter turns to the right, 0 to 3.
    pub turns: u8,
    /// How close: 1 is the largest square there is, [`CLOSEST`] the smallest.
    pub zoom: f64,
    /// Where the square is between the left side, 0, and the right one, 1.
    pub across: f64,
    /// Where it is between the top, 0, and the foot, 1.
    pub down: f64,
}

/// A square in pixels of the turned photo.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Square {
    pub left: f64,
    pub top: f64,
    pub side: f64,
}

impl Default for Crop {
    /// The middle, as large as can be.
    fn default() -> Self {
        Self { turns: 0, zoom: 1.0, across: 0.5, down: 0.5 }
    }
}

impl Crop {
    /// Turned once more, to the right or to the left. Back in the middle: the part that was shown is
    /// elsewhere now.
    pub fn turned(self, right: bool) -> Self {
        let turns = (self.turns + if right { 1 } else { 3 }) % 4;
        Self { turns, across: 0.5, down: 0.5, ..self }
    }

    /// The square, in a photo that is this wide and high before it is turned.
    pub fn square(self, (width, height): (f64, f64)) -> Square {
        let (width, height) =
            if self.turns.is_multiple_of(2) { (width, height) } else { (height, width) };
        let side = width.min(height) / self.zoom.clamp(1.0, CLOSEST);
        let left = (width - side) * self.across.clamp(0.0, 1.0);
        Square { left, top: (height - side) * self.down.clamp(0.0, 1.0), side }
    }

    /// Moved as a finger drags the photo by this share of the square's side, to the right and down.
    /// What does not fit in the square can move, and no more.
    pub fn dragged(self, size: (f64, f64), (right, down): (f64, f64)) -> Self {
        let (width, height) = if self.turns.is_multiple_of(2) { size } else { (size.1, size.0) };
        let side = self.square(size).side;
        let moved = |at: f64, room: f64, by: f64| {
            if room > 0.0 { (at - by * side / room).clamp(0.0, 1.0) } else { at }
        };
        let across = moved(self.across, width - side, right);
        Self { across, down: moved(self.down, height - side, down), ..self }
    }
}
