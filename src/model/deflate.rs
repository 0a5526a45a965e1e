//! Raw DEFLATE (RFC 1951): what surveys, reviews and drafts travel in.
//!
//! Browsers have streams for it, but phones that people still use have not (iOS 15 for one), and a
//! stream can fail to end. So both directions are done here: at once, and the same in every browser.
//! Phones only inflate, and download no more than that.

/// Most bits of one code.
const LONGEST: usize = 15;

/// What a length stands for beyond 257: its base, and how many more bits say the rest.
const LENGTHS: [(u16, u8); 29] = [
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (7, 0),
    (8, 0),
    (9, 0),
    (10, 0),
    (11, 1),
    (13, 1),
    (15, 1),
    (17, 1),
    (19, 2),
    (23, 2),
    (27, 2),
    (31, 2),
    (35, 3),
    (43, 3),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 4),
    (115, 4),
    (131, 5),
    (163, 5),
    (195, 5),
    (227, 5),
    (258, 0),
];

/// The order in which a block names the lengths of the codes for lengths.
const ORDER: [u8; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// Why bytes could not be inflated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotInflate {
    /// They are not deflated bytes.
    Damaged,
    /// They swell past the cap.
    TooLarge,
}

use CannotInflate::{Damaged, TooLarge};

/// Deflated bytes.
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(bytes, 9)
}

/// The bytes that were deflated, at most `most` of them. A small hostile input that swells
/// without end is stopped at the cap, not read to its end.
pub fn inflate(bytes: &[u8], most: usize) -> Result<Vec<u8>, CannotInflate> {
    let mut bits = Bits { bytes, at: 0 };
    let mut out = Vec::new();
    loop {
        let is_last = bits.take(1)? == 1;
        match bits.take(2)? {
            0 => stored(&mut bits, &mut out, most)?,
            1 => {
                let mut lengths = [8; 288];
                lengths[144..256].fill(9);
                lengths[256..280].fill(7);
                let codes = (Code::of(&lengths)?, Code::of(&[5; 32])?);
                block(&mut bits, &mut out, most, &codes)?;
            }
            2 => {
                let codes = own_codes(&mut bits)?;
                block(&mut bits, &mut out, most, &codes)?;
            }
            _ => return Err(Damaged),
        }
        if is_last {
            // Nothing may follow: what was joined to something else is not whole.
            let is_end = bits.at.div_ceil(8) == bytes.len();
            return if is_end { Ok(out) } else { Err(Damaged) };
        }
    }
}

/// The input, bit by bit, each byte from its lowest.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn take(&mut self, count: u8) -> Result<usize, CannotInflate> {
        let mut value = 0;
        for place in 0..count {
            let byte = *self.bytes.get(self.at / 8).ok_or(Damaged)?;
            value |= usize::from(byte >> (self.at % 8) & 1) << place;
            self.at += 1;
        }
        Ok(value)
    }

    /// What the next bits mean by a code: shorter codes are the smaller numbers.
    fn decode(&mut self, code: &Code) -> Result<usize, CannotInflate> {
        let (mut value, mut first, mut index) = (0, 0, 0);
        for count in &code.counts[1..] {
            value |= self.take(1)?;
            let count = usize::from(*count);
            if value < first + count {
                return Ok(usize::from(code.symbols[index + value - first]));
            }
            index += count;
            first = (first + count) << 1;
            value <<= 1;
        }
        Err(Damaged)
    }
}

/// A Huffman code.
struct Code {
    /// How many codes have that many bits.
    counts: [u16; LONGEST + 1],
    /// What they stand for, by their bits.
    symbols: [u16; 288],
}

impl Code {
    /// The code with these lengths. A code must be whole, or be a single one of 1 bit.
    fn of(lengths: &[u8]) -> Result<Self, CannotInflate> {
        let mut code = Self { counts: [0; LONGEST + 1], symbols: [0; 288] };
        for length in lengths {
            code.counts[usize::from(*length)] += 1;
        }
        let unused = code.counts[0];
        code.counts[0] = 0;
        let mut left = 1_i32;
        for count in &code.counts[1..] {
            left = left * 2 - i32::from(*count);
            if left < 0 {
                return Err(Damaged);
            }
        }
        let used = lengths.len() - usize::from(unused);
        if left > 0 && (used > 1 || code.counts[1] as usize != used) {
            return Err(Damaged);
        }
        let mut place = 0;
        for length in 1..=LONGEST {
            for (symbol, of) in lengths.iter().enumerate() {
                if usize::from(*of) == length {
                    code.symbols[place] = symbol as u16;
                    place += 1;
                }
            }
        }
        Ok(code)
    }
}

/// Bytes as they are.
fn stored(bits: &mut Bits, out: &mut Vec<u8>, most: usize) -> Result<(), CannotInflate> {
    bits.at = bits.at.div_ceil(8) * 8;
    let (length, check) = (bits.take(16)?, bits.take(16)?);
    if length != !check & 0xffff {
        return Err(Damaged);
    }
    let start = bits.at / 8;
    let part = bits.bytes.get(start..start + length).ok_or(Damaged)?;
    if out.len() + length > most {
        return Err(TooLarge);
    }
    out.extend(part);
    bits.at += length * 8;
    Ok(())
}

/// The codes that a block brings for itself.
fn own_codes(bits: &mut Bits) -> Result<(Code, Code), CannotInflate> {
    let (letters, distances) = (bits.take(5)? + 257, bits.take(5)? + 1);
    let named = bits.take(4)? + 4;
    if letters > 286 || distances > 30 {
        return Err(Damaged);
    }
    let mut short = [0; 19];
    for place in &ORDER[..named] {
        short[usize::from(*place)] = bits.take(3)? as u8;
    }
    let code = Code::of(&short)?;
    let mut lengths = [0; 286 + 30];
    let mut place = 0;
    while place < letters + distances {
        let (length, times) = match bits.decode(&code)? {
            16 => {
                let before = place.checked_sub(1).ok_or(Damaged)?;
                (lengths[before], 3 + bits.take(2)?)
            }
            17 => (0, 3 + bits.take(3)?),
            18 => (0, 11 + bits.take(7)?),
            length => (length as u8, 1),
        };
        let end = place + times;
        if end > letters + distances {
            return Err(Damaged);
        }
        lengths[place..end].fill(length);
        place = end;
    }
    // Without an end, the block would have none.
    if lengths[256] == 0 {
        return Err(Damaged);
    }
    Ok((Code::of(&lengths[..letters])?, Code::of(&lengths[letters..letters + distances])?))
}

/// Bytes, and lengths with distances that say where they stood before.
fn block(
    bits: &mut Bits,
    out: &mut Vec<u8>,
    most: usize,
    (letters, distances): &(Code, Code),
) -> Result<(), CannotInflate> {
    loop {
        let symbol = bits.decode(letters)?;
        if symbol == 256 {
            return Ok(());
        }
        if symbol < 256 {
            if out.len() >= most {
                return Err(TooLarge);
            }
            out.push(symbol as u8);
            continue;
        }
        let (base, more) = *LENGTHS.get(symbol - 257).ok_or(Damaged)?;
        let length = usize::from(base) + bits.take(more)?;
        let symbol = bits.decode(distances)?;
        let distance = match symbol {
            0..4 => symbol + 1,
            4..30 => {
                let more = symbol as u8 / 2 - 1;
                ((2 + symbol % 2) << more) + 1 + bits.take(more)?
            }
            _ => return Err(Damaged),
        };
        let from = out.len().checked_sub(distance).ok_or(Damaged)?;
        if out.len() + length > most {
            return Err(TooLarge);
        }
        for place in from..from + length {
            out.push(out[place]);
        }
    }
}
