//! Days, counted from 1970-01-01, and as `2026-11-30`.
//!
//! Absent: which day it is, and the words for it.

use super::survey::Survey;

/// The last day that is read: 9999-12-31.
pub const LAST: u32 = 2_932_896;

/// What is odd about the days that a survey names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OddDay {
    /// The last day for answers is over: nobody can answer.
    Closed,
    /// The day until which answers are kept has come.
    KeptNoLonger,
    /// Answers are deleted before the last day for answers.
    DeletedTooSoon,
}

impl Survey {
    /// What somebody should look at before people read these days.
    pub fn odd_day(&self, today: u32) -> Option<OddDay> {
        let until = self.notice.keep_until;
        match (self.closes, until) {
            _ if self.is_closed(today) => Some(OddDay::Closed),
            _ if self.is_to_be_deleted(today) => Some(OddDay::KeptNoLonger),
            (Some(closes), Some(until)) if until < closes => Some(OddDay::DeletedTooSoon),
            _ => None,
        }
    }

    /// True once the last day is over on which answers are wanted.
    pub fn is_closed(&self, today: u32) -> bool {
        self.closes.is_some_and(|last| today > last)
    }

    /// True from the last day on which people were told that their answers are kept.
    pub fn is_to_be_deleted(&self, today: u32) -> bool {
        self.notice.keep_until.is_some_and(|last| today >= last)
    }
}

/// The day in a text like `2026-11-30`, as the browser's field for a date writes it. `None` for what
/// is no day, or is before 1970 or after 9999.
pub fn read(text: &str) -> Option<u32> {
    let mut parts = text.split('-').map(str::parse::<u32>);
    let mut part = || parts.next()?.ok();
    let (year, month, day) = (part()?, part()?, part()?);
    let fits =
        (1970..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let number = fits.then(|| days_of((year, month, day)))?;
    let number = u32::try_from(number).ok()?;
    // There is no 31 June: it comes back as another day.
    (show(number) == text).then_some(number)
}

/// The day as `2026-11-30`.
pub fn show(number: u32) -> String {
    let (year, month, day) = date(number);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Days since 1970-01-01. By Howard Hinnant's "days from civil": years begin in March, so that a leap
/// day is their last. Days before are negative.
pub fn days_of((year, month, day): (u32, u32, u32)) -> i64 {
    let [year, month, day] = [year, month, day].map(i64::from);
    let year = year - i64::from(month <= 2);
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year * 365 + year / 4 - year / 100 + day_of_year - 719_468
}

/// Year, month and day.
fn date(number: u32) -> (u32, u32, u32) {
    let days = u64::from(number) + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    ((era * 400 + year) as u32 + u32::from(month <= 2), month as u32, day as u32)
}
