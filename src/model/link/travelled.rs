//! The letters of a link that has been through mail programs, messengers and mail guards: each may
//! have put something between them, or written some of them in another way.
//!
//! Layers, in the order in which they were put on, the last one first: a mail's quoted-printable; names
//! of characters and tags, of HTML; what can't be seen; the signs of Proofpoint (version 2); and
//! percent-encoding. Each layer looks only as far ahead as it has to, so a text is walked in time that
//! grows with its length alone.
//!
//! Absent: what the letters say, which is in `message`.

use super::{hex, is_code, is_dash};

/// One byte, and where in the text what stands for it ends.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    pub end: usize,
    pub byte: u8,
}

/// What stands for something that is no letter.
const NOTHING: u8 = 0;

/// Most letters of a character's name in HTML.
const LONGEST_NAME: usize = 32;

/// How to read a text.
#[derive(Clone, Copy, Debug)]
pub struct How {
    /// `=2E` is a dot. Otherwise `=` is only where a line was broken.
    pub is_quoted: bool,
    /// How many times over `-2D` is a hyphen, as Proofpoint writes it.
    pub guards: u8,
}

/// The letters of codes and marks from this place up to `end`, each with its place. All else is
/// left out.
pub fn letters(
    text: &[u8],
    start: usize,
    end: usize,
    how: How,
) -> impl Iterator<Item = Placed> + use<'_> {
    let bytes = Bytes { text: &text[..end], at: start };
    let quoted = Escaped { inner: bytes, sign: how.is_quoted.then_some(b'='), is_nested: false };
    let seen = Seen::new(Untagged { inner: Named { inner: quoted } });
    let percent = Escaped { inner: seen, sign: Some(b'%'), is_nested: true };
    let guard = |guards| (how.guards >= guards).then_some(b'-');
    let guarded = Escaped { inner: Seen::new(percent), sign: guard(1), is_nested: false };
    let percent = Escaped { inner: guarded, sign: Some(b'%'), is_nested: true };
    let guarded = Escaped { inner: percent, sign: guard(2), is_nested: false };
    let percent = Escaped { inner: guarded, sign: Some(b'%'), is_nested: true };
    let letters = Seen::new(Untagged { inner: percent });
    letters.filter(|placed| is_code(placed.byte) || placed.byte == b'.')
}

#[derive(Clone)]
struct Bytes<'a> {
    text: &'a [u8],
    at: usize,
}

impl Iterator for Bytes<'_> {
    type Item = Placed;

    fn next(&mut self) -> Option<Placed> {
        // Mail breaks a line in two with `=`, and puts `>` in front of what it quotes.
        while let [b'=', b'\n', ..] | [b'=', b'\r', b'\n', ..] | [b'\n', ..] =
            self.text.get(self.at..).unwrap_or_default()
        {
            self.at +=
                1 + self.text[self.at + 1..].iter().take_while(|byte| is_break(**byte)).count();
        }
        let byte = *self.text.get(self.at)?;
        self.at += 1;
        Some(Placed { end: self.at, byte })
    }
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n' | b' ' | b'\t' | b'>')
}

/// Leaves out what can't be seen, and all that is not ASCII but dashes: those are hyphens.
#[derive(Clone)]
struct Seen<I> {
    inner: I,
    /// The last bytes.
    last: u32,
}

impl<I> Seen<I> {
    fn new(inner: I) -> Self {
        Self { inner, last: 0 }
    }
}

impl<I: Iterator<Item = Placed>> Iterator for Seen<I> {
    type Item = Placed;

    fn next(&mut self) -> Option<Placed> {
        loop {
            let placed = self.inner.next()?;
            self.last = self.last << 8 | u32::from(placed.byte);
            if is_dash(self.last) {
                return Some(Placed { byte: b'-', ..placed });
            }
            if placed.byte.is_ascii_graphic() {
                return Some(placed);
            }
        }
    }
}

/// Turns a sign and two hexadecimal digits into what they stand for.
#[derive(Clone)]
struct Escaped<I> {
    inner: I,
    sign: Option<u8>,
    /// What stands for the sign may itself begin the next: `%252D`.
    is_nested: bool,
}

impl<I: Iterator<Item = Placed> + Clone> Iterator for Escaped<I> {
    type Item = Placed;

    fn next(&mut self) -> Option<Placed> {
        let mut placed = self.inner.next()?;
        while Some(placed.byte) == self.sign {
            let mut ahead = self.inner.clone();
            let Some((high, low)) = ahead.next().zip(ahead.next()) else { break };
            let Some(value) = hex(high.byte, low.byte) else { break };
            self.inner = ahead;
            placed = Placed { end: low.end, byte: value };
            if !self.is_nested {
                break;
            }
        }
        Some(placed)
    }
}

/// Turns the characters that HTML names or numbers into themselves, as far as they are letters or
/// begin something.
#[derive(Clone)]
struct Named<I> {
    inner: I,
}

impl<I: Iterator<Item = Placed> + Clone> Iterator for Named<I> {
    type Item = Placed;

    fn next(&mut self) -> Option<Placed> {
        let mut placed = self.inner.next()?;
        while placed.byte == b'&' {
            let mut ahead = self.inner.clone();
            let Some((value, end)) = named(&mut ahead) else { break };
            self.inner = ahead;
            // `&amp;shy;` is what is left of a name that was written twice over.
            placed = Placed { end, byte: value };
        }
        Some(placed)
    }
}

/// What a name in HTML stands for, and where it ends. `None` when it is no name.
fn named(ahead: &mut impl Iterator<Item = Placed>) -> Option<(u8, usize)> {
    let mut name = String::new();
    let end = loop {
        let Placed { byte, end, .. } = ahead.next()?;
        match byte {
            b';' => break end,
            _ if byte.is_ascii_alphanumeric() || byte == b'#' => name.push(byte as char),
            _ => return None,
        }
        if name.len() > LONGEST_NAME {
            return None;
        }
    };
    let number = name.strip_prefix('#').map(|number| match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    });
    let value = match (number, name.as_str()) {
        (Some(Ok(45 | 0x2010..=0x2015 | 0x2212)), _) => b'-',
        (Some(Ok(number)), _) if number < 128 => number as u8,
        (Some(_), _) => NOTHING,
        (None, "amp") => b'&',
        (None, "lt") => b'<',
        (None, "gt") => b'>',
        (None, "equals") => b'=',
        (None, "percnt") => b'%',
        (None, "period") => b'.',
        (None, "lowbar" | "UnderBar") => b'_',
        (None, "hyphen" | "dash" | "ndash" | "mdash" | "horbar" | "minus") => b'-',
        (None, "") => return None,
        (None, _) => NOTHING,
    };
    Some((value, end))
}

/// Leaves tags out. A `<` with no `>` before the next `<` is no tag, so no part of a text is looked
/// through more than twice.
#[derive(Clone)]
struct Untagged<I> {
    inner: I,
}

impl<I: Iterator<Item = Placed> + Clone> Iterator for Untagged<I> {
    type Item = Placed;

    fn next(&mut self) -> Option<Placed> {
        loop {
            let placed = self.inner.next()?;
            if placed.byte != b'<' {
                return Some(placed);
            }
            let mut ahead = self.inner.clone();
            match ahead.find(|next| matches!(next.byte, b'<' | b'>')) {
                Some(Placed { byte: b'>', .. }) => self.inner = ahead,
                _ => return Some(placed),
            }
        }
    }
}
