//! What goes on which sheet of A4, so that no question is split over two.
//!
//! The model measures no letters: it reckons with wide ones, so that a sheet is rather too empty than too full.
//! All sizes are in millimetres on paper, and those of letters are held together with `style/components/paper.css`
//! by hand.

use core::ops::Range;

/// How large the print is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Print {
    /// 16 points.
    #[default]
    Normal,
    /// 24 points, for people who see little.
    Large,
}

/// The width of what is printed: A4 without its margins.
pub const WIDTH: f32 = 178.0;
/// The height of it, without the line at the foot.
pub const HEIGHT: f32 = 247.0;
/// The height of a line that somebody writes on.
pub const LINE: f32 = 11.0;

/// Millimetres of a point.
const POINT: f32 = 0.3528;
/// The height of a line of print, in sizes of its letters.
const LEADING: f32 = 1.4;
/// How wide a letter is at most times, in sizes of it: wider than most, since lines end between words.
const LETTER: f32 = 0.56;

impl Print {
    /// The size of its letters.
    pub fn letter(self) -> f32 {
        POINT * if self == Print::Large { 24.0 } else { 16.0 }
    }

    /// The height of a line of print.
    pub fn line(self) -> f32 {
        self.letter() * LEADING
    }

    /// How high a text is that has this much room beside it. `scale`: how much larger than the print its letters
    /// are.
    pub fn text(self, text: &str, width: f32, scale: f32) -> f32 {
        let letter = self.letter() * scale;
        let wide = |c: char| if c as u32 >= 0x1100 { letter } else { letter * LETTER };
        let lines = |line: &str| (line.chars().map(wide).sum::<f32>() / width).ceil().max(1.0);
        text.lines().map(lines).sum::<f32>().max(1.0) * letter * LEADING
    }
}

/// Something that stays in one piece.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// How high it is, with the room above it.
    pub height: f32,
    /// True when it begins a sheet.
    pub begins: bool,
    /// True when it stays with what comes next, as a title does.
    pub stays: bool,
}

/// The blocks of each sheet. One that is higher than a sheet gets its own.
pub fn cut(blocks: &[Block]) -> Vec<Range<usize>> {
    let mut sheets: Vec<Range<usize>> = Vec::new();
    let mut room = 0.0;
    let mut at = 0;
    while at < blocks.len() {
        // A title and all that has to stay with it.
        let tied = blocks[at..].iter().take_while(|block| block.stays).count();
        let end = (at + tied + 1).min(blocks.len());
        let height: f32 = blocks[at..end].iter().map(|block| block.height).sum();
        match sheets.last_mut() {
            Some(sheet) if height <= room && !blocks[at].begins => {
                sheet.end = end;
                room -= height;
            }
            _ => {
                // What is too high together goes on apart.
                let end = if height > HEIGHT { at + 1 } else { end };
                sheets.push(at..end);
                room = HEIGHT - blocks[at..end].iter().map(|block| block.height).sum::<f32>();
                at = end;
                continue;
            }
        }
        at = end;
    }
    sheets
}
