//! Why something was not taken in, and what to do, in words.

use crate::model::given::{CannotUnzip, Unreadable};
use crate::model::inbox::Misfit;
use crate::organiser::state::Trouble;
use crate::organiser::words;

/// Why something was not taken in, and what to do.
pub fn explain(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Bad(why) => words::bad_answer(why),
        Trouble::UnknownSurvey => {
            "It is for a survey that is not on this computer. Open it where the survey was made. \
             Or open a backup of that work here first."
        }
        Trouble::WrongKey => {
            "It is locked for somebody else, or was changed on the way. Ask the person to send it again."
        }
        Trouble::KeyUnread => {
            "Its survey is on this computer, but the key that opens its answers cannot be read here. Keep \
             what you have. Go to My surveys: there you can save what cannot be read, and ask for help."
        }
        Trouble::FileTooLarge => {
            "The file is too large for this page. Open it, copy the text with the answers, and paste it here."
        }
        Trouble::EmptyEmail => {
            "It is an email file, and we found no answers in it. Open the email, copy all of its \
             text, and paste it here. If it has a file attached, save that file and add it here."
        }
        Trouble::EmptyZip => "We opened it, looked at every file in it, and found no answers.",
        Trouble::Unreadable(why) => unreadable(why),
        Trouble::PackedFile => {
            "We cannot look inside this kind of file. Open it, copy the text with the answers, and \
             paste it here."
        }
        Trouble::FileUnread => {
            "The browser could not read it. Choose it again. If it is a photo, take a screenshot of it and choose \
             that."
        }
        Trouble::TooManyWait => {
            "It answers a version that is not on this computer, and 1,000 answers like that are waiting. We \
             keep no more. Open a backup from the computer where that version was published. Or \
             remove answers that are not real. Then add this one again."
        }
        Trouble::TakenBack => "This person took their answers back.",
        Trouble::Misfit(Misfit::Names) => {
            "This answer names questions or choices that this survey does not have, so it was not added."
        }
        Trouble::Misfit(Misfit::Size) => {
            "This answer is longer than this survey allows, so it was not added."
        }
    }
}

/// Why a file, or a part of one, can't be read.
fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Empty => {
            "There is nothing in it: it has 0 bytes. Save or copy the file again, then add it."
        }
        Unreadable::TooLarge => {
            "One email or file in it is too large, so we left that one out. Open it yourself, copy the text \
             with the answers, and paste it here."
        }
        Unreadable::TooDeep => {
            "It is a zip in a zip in a zip. Unpack the outer one on your computer, then add what was in it."
        }
        Unreadable::Zip(CannotUnzip::Damaged) => {
            "It is damaged, or its end is missing. Download or copy it again, then add it."
        }
        Unreadable::Zip(CannotUnzip::Swells) => {
            "It unpacks to far more than a zip of answers does, so we stopped there. If you trust it, unpack it \
             on your computer, and add the files in it."
        }
        Unreadable::Zip(CannotUnzip::Locked) => {
            "It has a password. Unpack it on your computer, then add the files in it."
        }
        Unreadable::Zip(CannotUnzip::OtherWay) => {
            "It is packed in a way that we cannot open. Unpack it on your computer, then add the files in it."
        }
        Unreadable::Zip(CannotUnzip::OddName) => {
            "Its name in the zip is not safe, so we left it out. If you trust the zip, unpack it on your \
             computer, and add the file."
        }
    }
}
