//! A QR code by little code, for phones: bytes alone, level L, up to version 20, always the same mask
//! (ISO/IEC 18004).
//!
//! What phones show is sealed and looks random, so no mask is better than another, and it is read off a
//! screen, so the lowest level does. Absent: the better levels, for what is printed; those come from
//! `qrcodegen`, which is 3 times as large.

use super::{LAST_EASY_VERSION, QUIET, Qr};

/// Of versions 1 to 20: bytes of correction in each block, and blocks.
const BLOCKS: [(usize, usize); LAST_EASY_VERSION as usize] = [
    (7, 1),
    (10, 1),
    (15, 1),
    (20, 1),
    (26, 1),
    (18, 2),
    (20, 2),
    (24, 2),
    (30, 2),
    (18, 4),
    (20, 4),
    (24, 4),
    (26, 4),
    (30, 4),
    (22, 6),
    (24, 6),
    (28, 6),
    (30, 6),
    (28, 7),
    (28, 8),
];

/// Level L and mask 0, with their own correction.
const FORMAT: u32 = 0x77C4;

/// The text as a QR code that poor cameras read. `None` when it is too long for one.
pub fn encode(text: &str) -> Option<Qr> {
    let version = (1..=BLOCKS.len()).find(|version| text.len() <= room(*version))?;
    let mut grid = Grid::new(version);
    grid.fill(&corrected(&data(text.as_bytes(), version), version));
    Some(grid.draw())
}

/// All bytes of a version, with those of correction.
fn all_bytes(version: usize) -> usize {
    let mut squares = (16 * version + 128) * version + 64;
    if version >= 2 {
        let marks = version / 7 + 2;
        squares -= (25 * marks - 10) * marks - 55;
    }
    if version >= 7 {
        squares -= 36;
    }
    squares / 8
}

/// Bytes of a version without those of correction.
fn data_bytes(version: usize) -> usize {
    let (correction, blocks) = BLOCKS[version - 1];
    all_bytes(version) - correction * blocks
}

/// How many bytes of text fit: the rest says what they are and how many.
fn room(version: usize) -> usize {
    data_bytes(version) - if version < 10 { 2 } else { 3 }
}

/// The text with its head, filled up to the length of the version.
fn data(text: &[u8], version: usize) -> Vec<u8> {
    let mut nibbles = vec![4];
    let length = text.len();
    let digits = if version < 10 { 2 } else { 4 };
    nibbles.extend((0..digits).rev().map(|place| (length >> (4 * place) & 15) as u8));
    nibbles.extend(text.iter().flat_map(|byte| [byte >> 4, byte & 15]));
    nibbles.push(0);
    let mut bytes: Vec<u8> = nibbles.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    let mut fill = [0xEC, 0x11].into_iter().cycle();
    bytes.resize_with(data_bytes(version), || fill.next().unwrap_or_default());
    bytes
}

/// In blocks, each with its correction, and the blocks woven into each other.
fn corrected(data: &[u8], version: usize) -> Vec<u8> {
    let (correction, count) = BLOCKS[version - 1];
    let generator = generator(correction);
    let all = all_bytes(version);
    // The last blocks hold a byte more.
    let short = data.len() / count;
    let short_blocks = count - all % count;
    let mut blocks = Vec::new();
    let mut rest = data;
    for place in 0..count {
        let (block, behind) = rest.split_at(short + usize::from(place >= short_blocks));
        rest = behind;
        blocks.push((block, remainder(block, &generator)));
    }
    let mut woven = Vec::new();
    for place in 0..=short {
        woven.extend(blocks.iter().filter_map(|(block, _)| block.get(place)));
    }
    for place in 0..correction {
        woven.extend(blocks.iter().filter_map(|(_, correction)| correction.get(place)));
    }
    woven
}

/// The polynomial of Reed and Solomon for as many bytes of correction, without its first 1.
fn generator(degree: usize) -> Vec<u8> {
    let mut all = vec![0; degree];
    all[degree - 1] = 1;
    let mut root = 1;
    for _ in 0..degree {
        for place in 0..degree {
            all[place] = times(all[place], root) ^ all.get(place + 1).copied().unwrap_or(0);
        }
        root = times(root, 2);
    }
    all
}

fn remainder(data: &[u8], generator: &[u8]) -> Vec<u8> {
    let mut all = vec![0; generator.len()];
    for byte in data {
        let factor = byte ^ all.remove(0);
        all.push(0);
        for (left, by) in all.iter_mut().zip(generator) {
            *left ^= times(*by, factor);
        }
    }
    all
}

/// In the field of 256 with the polynomial 0x11D.
fn times(one: u8, other: u8) -> u8 {
    (0..8).rev().fold(0, |sum: u8, bit| {
        let twice = (sum << 1) ^ ((sum >> 7) * 0x1D);
        twice ^ ((other >> bit & 1) * one)
    })
}

/// The squares of a code.
struct Grid {
    size: usize,
    /// Row by row. `None` where there is room for data.
    squares: Vec<Option<bool>>,
}

impl Grid {
    /// With all that cameras find it by.
    fn new(version: usize) -> Self {
        let size = version * 4 + 17;
        let mut grid = Self { size, squares: vec![None; size * size] };
        for place in 0..size {
            grid.set(6, place, place % 2 == 0);
            grid.set(place, 6, place % 2 == 0);
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] {
            grid.mark(x, y, 4, &[2, 4]);
        }
        let marks = if version == 1 { 0 } else { version / 7 + 2 };
        let step = (version * 8 + marks * 3 + 5) / (marks * 4).saturating_sub(4).max(1) * 2;
        let at = |place: usize| if place == 0 { 6 } else { size - 7 - (marks - 1 - place) * step };
        for (row, column) in (0..marks * marks).map(|place| (place / marks, place % marks)) {
            // The other corners have their large marks.
            let is_corner = |place: usize, other: usize| place == 0 && other == marks - 1;
            let is_first = row == 0 && column == 0;
            if !is_first && !is_corner(row, column) && !is_corner(column, row) {
                grid.mark(at(column), at(row), 2, &[1]);
            }
        }
        grid.tell_format();
        if version >= 7 {
            grid.tell_version(version);
        }
        grid
    }

    fn set(&mut self, x: usize, y: usize, is_dark: bool) {
        self.squares[y * self.size + x] = Some(is_dark);
    }

    /// Squares round a place, as far as `reach`; dark but for the rings at these distances.
    fn mark(&mut self, x: usize, y: usize, reach: usize, light: &[usize]) {
        let size = self.size;
        let near =
            move |at: usize| (at.saturating_sub(reach)..=at + reach).filter(move |at| *at < size);
        for row in near(y) {
            for column in near(x) {
                let distance = row.abs_diff(y).max(column.abs_diff(x));
                self.set(column, row, !light.contains(&distance));
            }
        }
    }

    fn tell_format(&mut self) {
        let size = self.size;
        for place in 0..15 {
            let is_dark = FORMAT >> place & 1 == 1;
            let (x, y) = match place {
                0..=5 => (8, place),
                6 | 7 => (8, place + 1),
                8 => (7, 8),
                _ => (14 - place, 8),
            };
            self.set(x, y, is_dark);
            let (x, y) = if place < 8 { (size - 1 - place, 8) } else { (8, size - 15 + place) };
            self.set(x, y, is_dark);
        }
        self.set(8, size - 8, true);
    }

    fn tell_version(&mut self, version: usize) {
        let rest = (0..12).fold(version, |rest, _| (rest << 1) ^ ((rest >> 11) * 0x1F25));
        let bits = version << 12 | rest;
        for place in 0..18 {
            let is_dark = bits >> place & 1 == 1;
            let (across, along) = (self.size - 11 + place % 3, place / 3);
            self.set(across, along, is_dark);
            self.set(along, across, is_dark);
        }
    }

    /// Writes the data from the last column on, two columns at a time, up and down.
    fn fill(&mut self, data: &[u8]) {
        let size = self.size;
        let mut bits =
            data.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1));
        let mut is_up = true;
        let mut right = size - 1;
        loop {
            for along in 0..size {
                let y = if is_up { size - 1 - along } else { along };
                for x in [right, right - 1] {
                    let square = &mut self.squares[y * size + x];
                    if square.is_none() {
                        let bit = bits.next().unwrap_or(false);
                        *square = Some(bit ^ ((x + y) % 2 == 0));
                    }
                }
            }
            is_up = !is_up;
            // The column of the ruler holds none.
            right = match right {
                8 => 5,
                1 => return,
                more => more - 2,
            };
        }
    }

    fn draw(&self) -> Qr {
        let mut path = String::new();
        for (place, _) in self.squares.iter().enumerate().filter(|(_, dark)| **dark == Some(true)) {
            let [x, y] =
                [place % self.size, place / self.size].map(|at| (at as i32 + QUIET).to_string());
            path.extend(["M", &x, " ", &y, "h1v1h-1z"]);
        }
        Qr { size: self.size as i32 + 2 * QUIET, path, is_fine: false }
    }
}
