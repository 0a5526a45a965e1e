//! Reading QR codes out of a picture, such as a frame of a camera.
//!
//! Absent: cameras, and what the text means. For the organiser's program only: phones that answer
//! never need it. By `quircs`, the smallest of the crates that read them (10.6 kB).

use quircs::Quirc;

/// Most points of a picture that is looked through: more takes a computer too long.
pub const MOST_POINTS: usize = 4_000_000;

/// The text of every code in a picture. `grey` is 1 byte a point, row by row, from 0 for black to
/// 255 for white; empty when its length is not `width` times `height`, or over [`MOST_POINTS`].
pub fn read(width: usize, height: usize, grey: &[u8]) -> Vec<String> {
    let points = width.checked_mul(height).filter(|points| *points <= MOST_POINTS);
    if points != Some(grey.len()) || grey.is_empty() {
        return Vec::new();
    }
    let mut reader = Quirc::default();
    let codes = reader.identify(width, height, grey);
    let text = |payload| String::from_utf8(payload).ok();
    codes.filter_map(|code| text(code.ok()?.decode().ok()?.payload)).collect()
}
