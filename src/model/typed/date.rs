//! Dates as people type them: in a box each for day, month and year, or all in one box.
//!
//! The boxes are joined by `/`, so nobody types that into one: see [`in_box`]. In one box the day comes first,
//! as in the United Kingdom, or the year, as in `1980-03-05`. Months have names in the app's own languages.

use super::digit::digit;
use crate::model::plain_text::is_unseen;

/// What stands in a box for a `/` that was typed there.
const SLASH: char = '\u{2044}';

/// Each month's names, which people may cut after three letters. English, Welsh, and Welsh as it is after
/// "o": "5ed o Fawrth".
const MONTHS: &str = "\
january ionawr
february chwefror
march mawrth fawrth
april ebrill
may mai fai
june mehefin fehefin
july gorffennaf orffennaf
august awst
september medi fedi
october hydref
november tachwedd dachwedd
december rhagfyr ragfyr";

/// What may stand right after a day, first nothing: English, then Welsh.
const ENDINGS: &str = " st nd rd th af il ail ydd ed fed eg ain";

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDate {
    /// Nobody can tell what a box says.
    Unread,
    /// One of the boxes is empty.
    Empty,
    /// Not a year of four digits near ours.
    Year,
    /// A year of two digits. It is asked about and never guessed: nobody can tell who means 1926 by 26.
    ShortYear(u32),
    /// The month has no such day.
    Day(u32),
}

/// What was typed into a box, without the sign that joins boxes.
pub fn in_box(typed: &str) -> String {
    typed.replace('/', SLASH.encode_utf8(&mut [0; 4]))
}

/// The text without what may stand around each part of a date.
fn bare(text: &str) -> &str {
    text.trim_matches(|letter| is_unseen(letter) || matches!(letter, '.' | ',' | SLASH))
}

/// The parts of a whole date in one text, and whether its year came first. That comes last here.
fn whole(text: &str) -> (Vec<&str>, bool) {
    let is_between =
        |c: char| is_unseen(c) || matches!(c, '.' | ',' | '-' | '‐'..='–' | '/' | SLASH);
    let is_part = |part: &&str| !matches!(*part, "" | "of" | "o");
    let mut parts: Vec<&str> = text.split(is_between).filter(is_part).collect();
    let is_word = |part: &str| !part.contains(|letter| digit(letter).is_some());
    // A day of the week says nothing new, and some put the month first: Tuesday, March 5, 2024.
    let names = parts.len().saturating_sub(3);
    if names > 0 && parts[..names].iter().all(|part| is_word(part)) {
        parts.drain(..names);
    }
    if parts.len() == 3 && is_word(parts[0]) {
        parts.swap(0, 1);
    }
    let year_first = parts.first().is_some_and(|first| is_long(first));
    if year_first {
        parts.reverse();
    }
    (parts, year_first)
}

/// The boxes for a whole date that was typed or pasted into one of them. `None` while it is none yet, or may
/// still grow. Once that box `is_left` it does not: then a year of two digits can be asked about in its own.
pub fn spread(text: &str, boxes: usize, is_left: bool) -> Option<String> {
    let (parts, year_first) = whole(text);
    let [days @ .., name, year] = parts.as_slice() else { return None };
    let is_two = |part: &&str| part.chars().count() == 2 && number(part).is_some();
    let fits = parts.len() == boxes
        && days.iter().all(|text| day(text).is_some())
        && month_number(name).is_some()
        // 1980-03-0 has a digit to come.
        && (is_left || is_long(year) && (!year_first || parts[..boxes - 1].iter().all(is_two)));
    fits.then(|| parts.join("/"))
}

/// A number of four digits.
fn is_long(text: &str) -> bool {
    text.chars().count() == 4 && number(text).is_some()
}

/// A whole number without a sign, of at most 4 digits.
fn number(text: &str) -> Option<u32> {
    // The length first: a longer one could overflow.
    let fits = (1..=4).contains(&text.chars().count());
    let mut letters = text.chars();
    letters.try_fold(0, |sum, letter| fits.then_some(sum * 10 + digit(letter)?)).filter(|_| fits)
}

/// The day in a text like `5` or `5th`.
fn day(text: &str) -> Option<u32> {
    let end = text.find(|letter| digit(letter).is_none()).unwrap_or(text.len());
    let (day, ending) = text.split_at(end);
    let is_known = ENDINGS.split(' ').any(|known| known.eq_ignore_ascii_case(ending));
    number(day).filter(|_| is_known)
}

/// The month in a text like `3`, `March` or `Mar`.
fn month_number(text: &str) -> Option<u32> {
    let starts =
        |name: &str| name.get(..text.len()).is_some_and(|start| start.eq_ignore_ascii_case(text));
    let is_named = |line: &str| text.len() > 2 && line.split(' ').any(starts);
    let named = MONTHS.lines().position(is_named).map(|place| place as u32 + 1);
    named.or_else(|| number(text)).filter(|month| (1..=12).contains(month))
}

/// Year, month and day of a text with so many boxes. Day 0 without a box for it.
fn read(text: &str, boxes: usize) -> Result<(u32, u32, u32), NoDate> {
    let mut parts: Vec<&str> = text.split('/').map(bare).collect();
    let mut full = parts.iter().filter(|part| !part.is_empty());
    if let (Some(only), None) = (full.next(), full.next()) {
        let (inside, _) = whole(only);
        if inside.len() > 1 {
            parts = inside;
        }
    }
    if parts.len() != boxes {
        return Err(NoDate::Unread);
    }
    if parts.contains(&"") {
        return Err(NoDate::Empty);
    }
    let mut parts = parts.into_iter();
    let mut part = || parts.next().unwrap_or_default();
    let read = (boxes == 3).then(|| day(part()).ok_or(NoDate::Unread)).transpose()?;
    let month = month_number(part()).ok_or(NoDate::Unread)?;
    let text = part();
    let year = match number(text) {
        Some(short) if text.chars().count() == 2 => return Err(NoDate::ShortYear(short)),
        _ => year(text).ok_or(NoDate::Year)?,
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    match read {
        Some(day) if !(1..=days).contains(&day) => Err(NoDate::Day(day)),
        day => Ok((year, month, day.unwrap_or_default())),
    }
}

/// True for a box, 0 first, that is empty or says nothing that a date can have there. Of a day that the month
/// does not have, that is the day.
pub fn is_wrong_box(text: &str, boxes: usize, number: usize) -> bool {
    let part = bare(text.split('/').nth(number).unwrap_or_default());
    match number + 3 - boxes {
        0 => {
            let has_no_such = matches!(read(text, boxes), Err(NoDate::Day(_)));
            has_no_such || !day(part).is_some_and(|day| (1..=31).contains(&day))
        }
        1 => month_number(part).is_none(),
        _ => year(part).is_none(),
    }
}

/// A year near ours.
fn year(text: &str) -> Option<u32> {
    number(text).filter(|year| (1800..=2200).contains(year))
}

/// The month in a text like `11/2026`: year and month.
///
/// # Errors
/// With what is wrong with it.
pub fn read_month(text: &str) -> Result<(u32, u32), NoDate> {
    read(text, 2).map(|(year, month, _)| (year, month))
}

/// The day in a text like `23/11/2026`: year, month and day.
///
/// # Errors
/// With what is wrong with it.
pub fn read_date(text: &str) -> Result<(u32, u32, u32), NoDate> {
    read(text, 3)
}

/// See [`read_month`].
pub fn month(text: &str) -> Option<(u32, u32)> {
    read_month(text).ok()
}

/// See [`read_date`].
pub fn date(text: &str) -> Option<(u32, u32, u32)> {
    read_date(text).ok()
}
