//! Numbers and dates as people type them, in digits of any script.
//!
//! A date is kept as it was typed, its boxes joined by `/`: so nothing a person wrote is lost
//! before it is right. Absent: what to say when it is wrong (see [`answer`](super::answer)).

/// Largest whole number that is taken: more than anybody counts, and far from overflow.
pub const LARGEST: i64 = 1_000_000_000;

/// The value of a digit in European, Arabic or Persian writing.
fn digit(letter: char) -> Option<i64> {
    let value = match letter {
        '0'..='9' => letter as u32 - '0' as u32,
        '٠'..='٩' => letter as u32 - '٠' as u32,
        '۰'..='۹' => letter as u32 - '۰' as u32,
        _ => return None,
    };
    Some(i64::from(value))
}

/// The number in a text, in hundredths. At most 2 digits behind the point; commas may stand
/// between thousands; a plus or minus in front.
pub fn number(text: &str) -> Option<i64> {
    let mut letters = text.trim().chars().peekable();
    let minus = letters.next_if(|letter| matches!(letter, '-' | '−' | '+')).unwrap_or('+') != '+';
    let (mut whole, mut part) = (0, 0);
    let (mut digits, mut behind_comma) = (0, None);
    // `None` in front of the point, then how much the next digit is worth.
    let mut worth = None;
    for letter in letters {
        match (digit(letter), worth) {
            (Some(digit), None) => {
                whole = whole * 10 + digit;
                digits += 1;
                behind_comma = behind_comma.map(|count| count + 1);
            }
            (Some(digit), Some(of)) if of > 0 => {
                part += digit * of;
                worth = Some(of / 10);
                digits += 1;
            }
            (None, None)
                if matches!(letter, ',' | '٬')
                    && (behind_comma.is_none() && digits > 0 || behind_comma == Some(3)) =>
            {
                behind_comma = Some(0);
            }
            (None, None) if matches!(letter, '.' | '٫') => worth = Some(10),
            _ => return None,
        }
        if whole > LARGEST {
            return None;
        }
    }
    let fits = digits > 0 && matches!(behind_comma, None | Some(3));
    let value = whole * 100 + part;
    fits.then_some(if minus { -value } else { value })
}

/// A number of hundredths as people write it: `3`, `2.5`, `-0.25`.
pub fn show(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    let whole = (size / 100).to_string();
    match (size / 10 % 10, size % 10) {
        (0, 0) => [sign, &whole].concat(),
        (tens, 0) => [sign, &whole, ".", &tens.to_string()].concat(),
        (tens, ones) => [sign, &whole, ".", &tens.to_string(), &ones.to_string()].concat(),
    }
}

/// A whole number without a sign, of at most 4 digits.
fn part(text: &str) -> Option<u32> {
    let text = text.trim();
    // The length first: a longer one could overflow.
    let fits = (1..=4).contains(&text.chars().count());
    let mut letters = text.chars();
    letters
        .try_fold(0, |sum, letter| fits.then_some(sum * 10 + digit(letter)? as u32))
        .filter(|_| fits)
}

/// The month in a text like `11/2026`: year and month.
pub fn month(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split('/');
    let (month, year) = (part(parts.next()?)?, part(parts.next()?)?);
    let fits = (1..=12).contains(&month) && (1800..=2200).contains(&year);
    (fits && parts.next().is_none()).then_some((year, month))
}

/// The day in a text like `23/11/2026`: year, month and day.
pub fn date(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.splitn(2, '/');
    let day = part(parts.next()?)?;
    let (year, month) = month(parts.next()?)?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=days).contains(&day).then_some((year, month, day))
}
