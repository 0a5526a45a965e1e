//! Answers that leave the phone: what is noted then, and what a page makes of what another page of the
//! same survey did meanwhile. There is one record for all of them.
//!
//! A way to send that was taken is not yet sending: only the person knows whether they pressed Send in
//! the app that opened, and nobody may have scanned the code. So the end of the survey is theirs to
//! call.
//!
//! Absent: the pages themselves, and keeping what comes out of here.

use super::response::Progress;

/// The number that is kept for the page once a way to send was taken, far behind those of questions. It
/// leads to the ways to send again.
pub const TAKEN: u32 = 0x7FFB;
/// The number once the person said that they sent their answers. It leads to the last page.
pub const DONE: u32 = 0x7FFC;

/// True for the numbers that are kept once a way to send was taken.
pub fn is_after_sending(number: u32) -> bool {
    matches!(number, TAKEN | DONE)
}

/// What left the phone, as seen from what is on it now: an app may take its time to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// All that is here.
    All,
    /// The same person has changed something since.
    Older,
    /// What somebody said who was here before.
    SomebodyElses,
}

/// Notes that the answers in `sealed` left as this revision. `is_shown`: they stand on the screen as a
/// code, which nobody may ever scan.
pub fn leave(progress: &mut Progress, sealed: &Progress, revision: u32, is_shown: bool) -> Left {
    if progress.id != sealed.id {
        return Left::SomebodyElses;
    }
    progress.sent = progress.sent.max(revision);
    if progress.answers != sealed.answers {
        return Left::Older;
    }
    if !is_shown && progress.page != DONE {
        progress.page = TAKEN;
    }
    Left::All
}

/// What a page shows when another page has kept something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A question, or anything else before sending.
    Before,
    /// The ways to send.
    Send,
    /// The last page.
    Done,
    /// It asks who holds the phone.
    Who,
}

/// What it does then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Draws what it shows anew.
    Redraw,
    /// Goes to the start: nobody's answers are here any more.
    Start,
    /// Asks who holds the phone, before it shows what it showed.
    Ask,
    /// Asks, and then shows the answers: what was sent are not these.
    AskAndCheck,
}

/// What is made of what another page kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// What is true from now on.
    pub progress: Progress,
    /// True when there are changes since the answers left the phone.
    pub edited: bool,
    /// What the page does.
    pub then: Then,
}

/// Takes in what another page has kept. `None` when that is no news.
pub fn meet(own: &Progress, stored: Progress, shown: Shown) -> Option<Met> {
    let is_same = own.id == stored.id;
    let is_nobodys = stored.answers.is_empty();
    let is_known = own.answers == stored.answers && (is_same || is_nobodys);
    let is_sent = is_same && stored.sent > own.sent;
    if is_known && !is_sent {
        return None;
    }
    // The same person has changed what they sent.
    let is_changed = is_same && !is_sent && is_after_sending(own.page);
    let page = match () {
        () if is_nobodys => 0,
        () if is_sent || !is_same || is_changed => stored.page,
        () => own.page,
    };
    let then = match shown {
        Shown::Send | Shown::Done | Shown::Who if is_nobodys => Then::Start,
        _ if is_nobodys => Then::Redraw,
        Shown::Done | Shown::Who if is_changed => Then::AskAndCheck,
        Shown::Who => Then::Redraw,
        // They were sent elsewhere, or are somebody else's.
        _ if !is_same || is_sent => Then::Ask,
        _ => Then::Redraw,
    };
    let edited = is_changed || !is_after_sending(page);
    Some(Met { progress: Progress { page, ..stored }, edited, then })
}
