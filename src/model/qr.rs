//! QR codes for links.
//!
//! Text goes in; the squares come out as one SVG path. Reading one out of a picture is in `read`;
//! phones mostly leave that to their own camera. What phones show is drawn by `small`.

pub mod read;
pub mod small;

use qrcodegen::{QrCode, QrCodeEcc};

/// Past this version the squares are too small for poor cameras: about 100 squares a side.
const LAST_EASY_VERSION: u8 = 20;

/// White squares that must surround a code (ISO/IEC 18004).
pub const QUIET: i32 = 4;

/// A QR code, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Squares a side, with the white edge.
    pub size: i32,
    /// The dark squares as an SVG path, 1 unit a square.
    pub path: String,
    /// True when a good camera is needed, so that people try it before they print it.
    pub is_fine: bool,
}

/// The text as a QR code, or `None` when it is too long for any.
pub fn encode(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let side = code.size();
    let mut path = String::new();
    for y in 0..side {
        let mut x = 0;
        while x < side {
            let start = x;
            while x < side && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let (left, top, width) = (start + QUIET, y + QUIET, x - start);
                path.push_str(&format!("M{left} {top}h{width}v1h-{width}z"));
            }
            x += 1;
        }
    }
    let is_fine = code.version().value() > LAST_EASY_VERSION;
    Some(Qr { size: side + 2 * QUIET, path, is_fine })
}
