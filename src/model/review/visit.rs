//! Where a reviewer's page opens: at the page where they were, once it is known that it is them.
//!
//! Absent: what the numbers of pages stand for. 0 is the first.

/// What is known when somebody opens the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The page that the browser remembers for this tab. `None` when the link was just opened.
    pub step: Option<u32>,
    /// The page that the phone keeps from the last visit.
    pub kept: u32,
    /// True when that is the last page, after sending.
    pub is_over: bool,
    /// True when the phone has what somebody said, or their name.
    pub is_somebody: bool,
}

impl Visit {
    /// True when nothing may be shown before the person has said who they are. A page that is loaded anew
    /// while somebody checks is no new visit, but after sending it may be somebody else's turn.
    pub fn asks_who(&self) -> bool {
        self.is_somebody && (self.step.is_none() || self.is_over)
    }

    /// The page that they came for.
    pub fn page(&self) -> u32 {
        let kept = if self.is_somebody { self.kept } else { 0 };
        self.step.unwrap_or(kept)
    }

    /// True when the browser may remember that page for this tab. Who loads the page anew before they have
    /// said who they are is asked again.
    pub fn is_begun(&self) -> bool {
        self.step.is_some() || !self.is_somebody
    }
}
