//! Which questions are asked to know who somebody is, or how to reach them: what is written there is never offered as
//! something that people said.
//!
//! Told by the mark of a personal question, and by what the question says, in English. Absent: what in an answer to
//! another question may be a name (see [`names`](super::names())).

use crate::model::codebook::Entry;

/// What such a question says, in small letters.
const ASKS_WHO: [&str; 20] = [
    "your name",
    "your own name",
    "first name",
    "last name",
    "family name",
    "second name",
    "full name",
    "surname",
    "are you called",
    "people call you",
    "do we call you",
    "should we call you",
    "can we call you",
    "reach you",
    "contact you",
    "your email",
    "phone number",
    "mobile number",
    "your address",
    "postcode",
];

/// True for a question whose written answers tell who somebody is.
pub fn asks_who(entry: &Entry) -> bool {
    let text = entry.text.to_lowercase();
    entry.personal || ASKS_WHO.iter().any(|words| text.contains(words))
}
