//! What the participant's program says when something can't be done: what is wrong, then what to
//! do. Short sentences, no blame.

use crate::model::link::BadLink;

/// What did not open, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// The survey in the page's address.
    Link(BadLink),
    /// A file, with what is wrong and what to do: whoever opens files has the words.
    File(&'static str, &'static str),
}

/// Why a survey does not open, and what to do.
pub fn unopened(what: Unopened) -> (&'static str, &'static str) {
    let why = match what {
        Unopened::File(why, do_this) => return (why, do_this),
        Unopened::Link(why) => why,
    };
    match why {
        BadLink::Missing => (
            "There is no survey in this link.",
            "Open the link you were sent. Or ask the person who sent it.",
        ),
        BadLink::CutShort => (
            "This link is cut short. Some of it is missing.",
            "Ask the person who sent it to send it again.",
        ),
        BadLink::Damaged => (
            "This link is not right. Some of it was changed on the way.",
            "Ask the person who sent it to send it again.",
        ),
        BadLink::TooLarge => (
            "This link is too long. We cannot open it.",
            "Ask the person who sent it to send it again.",
        ),
        BadLink::Newer => (
            "This survey is newer than this page.",
            "Close this page. Then open the link again. If it still does not open, ask the person who sent it.",
        ),
        BadLink::OtherKind => (
            "This link holds answers. It is not a survey.",
            "Send it to the person who made the survey. They can open it.",
        ),
    }
}
