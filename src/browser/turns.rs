//! Turns between long work and the page: work that goes on for a while lets the browser paint and hear a press every so
//! often.

use super::clock;

/// Milliseconds of work before the page has its turn: half of what people notice.
const TURN: u64 = 25;

/// When the page had its last turn.
#[derive(Debug)]
pub struct Turns(u64);

impl Turns {
    /// Begins to count.
    pub fn begin() -> Self {
        Self(clock::now())
    }

    /// True once the page should have its turn.
    pub fn is_over(&self) -> bool {
        // The clock of a device can be set back.
        !(self.0..self.0 + TURN).contains(&clock::now())
    }

    /// Gives the page its turn.
    pub async fn rest(&mut self) {
        clock::breathe().await;
        *self = Self::begin();
    }
}
