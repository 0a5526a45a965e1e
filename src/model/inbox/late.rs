//! Answers that were sent after the survey closed. They count like all others; the organiser is told.

use super::Received;
use crate::model::codebook::version_of;
use crate::model::survey::Survey;

/// True for an answer that was sent after the last day of the version that it answers, and of the newest: who
/// gives people more time publishes again, and those with the older link have that time too.
///
/// The day is the phone's, whose clock may be wrong. Nothing is sent after it came in, so `came`, the day that
/// this was by the organiser's clock, in days since 1970-01-01, is the latest that counts. Of an answer that
/// does not tell its day, nobody knows.
pub fn is_late(versions: &[Survey], received: &Received, came: u32) -> bool {
    let Some(sent) = received.response.given.day.map(|day| day.min(came)) else { return false };
    let own = version_of(versions, &received.response);
    let mut asked = own.into_iter().chain(versions.last()).peekable();
    asked.peek().is_some() && asked.all(|survey| survey.is_closed(sent))
}
