//! What the reviewer's program says. Short sentences, common words, no blame.

use crate::model::link::BadLink;
use crate::model::review::Ease;
use crate::model::words::Word;
use crate::participant::words::{Unopened, unopened};

/// How a page was to read: what each answer says, and the picture beside it (OpenMoji).
pub const EASE: [(Ease, &str, &str); 3] = [
    (Ease::Easy, "Easy", "1F642"),
    (Ease::Hard, "Hard", "1F641"),
    (Ease::NotOk, "Not OK to ask", "1F6D1"),
];

/// What the ways to send say about notes, in place of what they say about answers.
pub const SENDING: &[(Word, &str)] = &[
    (Word::Share, "Share my notes"),
    (
        Word::ShareHow,
        "Pick an app, like email or WhatsApp. Then send it to the person who asked you.",
    ),
    (Word::Copy, "Copy my notes"),
    (Word::CopyHow, "Then paste them into a message to the person who asked you."),
    (Word::File, "Save my notes as a file"),
    (Word::FileHow, "Then send the file to the person who asked you."),
    (Word::ByHand, "See the locked notes"),
    (Word::LockedAnswers, "Your locked notes"),
    (Word::SentShared, "Your notes went to the app you picked."),
    (Word::SentSharedNext, "Send the message in that app."),
    (Word::SentCopied, "Your notes are copied."),
    (Word::SentCopiedNext, "Now paste them into a message. Send it to the person who asked you."),
    (Word::SentByHand, "Copy your notes yourself."),
    (Word::SentByHandNext, "They are below. Press and hold them. Then press Copy."),
    (Word::SentFile, "Your notes are saved. The file is called my-notes.txt."),
    (Word::SentFileNext, "Now send the file to the person who asked you."),
    (Word::SentFailed, "That did not work."),
    (Word::SentFailedNext, "Try another way."),
    (
        Word::TooLongForWay,
        "Your notes are too long for some apps. Save them as a file. Then send the file to {1}.",
    ),
    (Word::HaveSent, "I have sent my notes"),
    (Word::CodeName, "The code with your notes"),
    (Word::DoneText, "If you pressed Send, your notes are on their way."),
    (Word::DoneScanned, "They have your notes."),
    (Word::SendAgain, "You can send your notes again. They count only once."),
    (Word::ChangeAnswers, "Change my notes"),
];

/// Why a review link does not open, and what to do.
pub fn bad_link(why: BadLink) -> (&'static str, &'static str) {
    match why {
        BadLink::Missing => (
            "There is no survey to check in this link.",
            "Open the link you were sent. Or ask the person who sent it.",
        ),
        BadLink::OtherKind => (
            "This link is for something else.",
            "Ask the person who sent it for the link to check the survey.",
        ),
        why => unopened(Unopened::Link(why)),
    }
}
