//! What the card of working side by side says when it does not work. What was wrong, and what to do.

use crate::model::link::BadLink;
use crate::organiser::state::live::BadPair;

/// For browsers that can't connect to others.
pub const CANNOT: &str = "This browser cannot work side by side. Send the draft as a file instead. \
    Open a survey, go to “Check”, then “Share the draft”.";
/// After a pair that never did.
pub const NOT_FOUND: &str = "The two devices did not find each other. Check that both are on the \
    same Wi-Fi. Then pair again.";

/// Why two devices don't get together, and what to do.
pub fn explain(why: BadPair) -> &'static str {
    match why {
        BadPair::Bad(BadLink::Missing) => {
            "There is no code in it. Copy all of what the other device shows, and paste it again."
        }
        BadPair::Bad(BadLink::OtherKind) => {
            "This is a link for something else. Copy the code that the other device shows."
        }
        BadPair::Bad(BadLink::CutShort) => {
            "The end of the code is missing. Copy all of it, and paste it again."
        }
        BadPair::Bad(BadLink::Newer) => {
            "The other device has a newer Ask Together. Load this page again, then pair again."
        }
        BadPair::Bad(BadLink::Damaged | BadLink::TooLarge) => {
            "The code was changed on the way. Copy it again from the other device."
        }
        BadPair::Own => "This is the code of this device. Bring it to the other device.",
        BadPair::NotAsked => {
            "This is an answer. Bring it to the page that shows the code, and paste it there."
        }
        BadPair::ForOther => {
            "This answer is for an older code. Bring the new code to the other device."
        }
        BadPair::NoWay => {
            "This browser did not find a way to the other device. Check that both are on the same \
             Wi-Fi. Then try again."
        }
        BadPair::Unsound => {
            "What the other device sent does not fit what is here. Nothing of it was taken in. \
             Send the draft as a file instead."
        }
        BadPair::NotKept => {
            "There is no room in this browser to keep what came. Save a backup. Then \
             delete a survey you do not need, and pair again."
        }
    }
}
