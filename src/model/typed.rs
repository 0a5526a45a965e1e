//! Numbers and dates as people type them, in digits of any script.
//!
//! Both are kept as they were typed, a date with its boxes joined by `/`: so nothing a person wrote is lost
//! before it is right. They are sent in one way of writing (see [`Answer::plain`](super::answer::Answer::plain)).
//! Absent: what to say when they are wrong (see [`answer`](super::answer)).

mod date;
mod digit;

pub use date::{NoDate, date, in_box, is_wrong_box, month, read_date, read_month, spread};

use super::limit::Hundredths;
use super::plain_text::is_unseen;
use digit::digit;

/// Largest whole number that is taken: more than anybody counts, and far from overflow.
pub const LARGEST: i64 = 1_000_000_000;

/// What stands between thousands and nowhere else, whichever of many signs it was.
const GAP: char = '\'';

/// The letter of a number in the writing that is read here.
fn plain(letter: char) -> Option<char> {
    match letter {
        '.' | '．' | '٫' => Some('.'),
        ',' | '，' => Some(','),
        GAP | '’' | '٬' => Some(GAP),
        letter if letter.is_whitespace() => Some(GAP),
        letter => char::from_digit(digit(letter)?, 10),
    }
}

/// The number in a text: a plus or minus in front, at most 2 digits after a point or a comma,
/// and points, commas, spaces or apostrophes between thousands.
///
/// One sign with three digits after it can be both. `1,500` is 1500, as people here write it. `1.500` is no
/// number: for some it is 1500, for others it is 1 and a half, so people are asked again.
pub fn number(text: &str) -> Option<Hundredths> {
    let text = text.trim_matches(is_unseen);
    let (minus, text) = match text.strip_prefix(['-', '−', '+']) {
        Some(rest) if rest.starts_with(|letter| plain(letter) != Some(GAP)) => {
            (!text.starts_with('+'), rest)
        }
        Some(_) => return None,
        None => (false, text),
    };
    let text: String = text.chars().map(plain).collect::<Option<_>>()?;
    let is_sign = |letter: char| !letter.is_ascii_digit();
    let (front, sign, end) = match text.rfind(is_sign) {
        None => (&*text, GAP, ""),
        Some(at) => (&text[..at], char::from(text.as_bytes()[at]), &text[at + 1..]),
    };
    let is_part = match sign {
        '.' => !front.contains('.'),
        ',' => !front.contains(',') && (1..=2).contains(&end.len()),
        _ => false,
    };
    let (whole, part) = if is_part { (front, end) } else { (&*text, "") };
    let between = whole.chars().find(|letter| is_sign(*letter));
    // Half of a number may have nothing before its point, but not in front of thousands.
    let mut groups = whole.split(between.unwrap_or(GAP));
    let first = groups.next().unwrap_or_default();
    let fits = match between {
        None => !whole.is_empty() || !part.is_empty(),
        // Some write 1000,000, and mean one number. Two with a space between may be two.
        Some(',') => !first.is_empty(),
        Some(_) => (1..=3).contains(&first.len()),
    };
    if !fits || part.len() > 2 || !groups.all(|group| group.len() == 3) {
        return None;
    }
    let mut value = 0;
    for letter in whole.chars().filter(|letter| Some(*letter) != between) {
        value = value * 10 + i64::from(letter.to_digit(10)?);
        if value > LARGEST {
            return None;
        }
    }
    let digit = |place: usize| part.as_bytes().get(place).map_or(0, |byte| i64::from(byte - b'0'));
    let value = value * 100 + digit(0) * 10 + digit(1);
    Some(Hundredths(if minus { -value } else { value }))
}

/// True for a whole number that is larger than any that is taken.
pub fn is_too_large(text: &str) -> bool {
    text.len() > 9 && number(text).is_none() && text.chars().all(|letter| digit(letter).is_some())
}
