//! What the organiser's program says about problems and arrivals. Short sentences, what to do,
//! no blame.

use crate::model::draft::{DraftKind, Problem};
use crate::model::link::BadLink;
use crate::model::wire::Unreadable;

/// What people call a kind of question.
pub fn kind(kind: DraftKind) -> &'static str {
    match kind {
        DraftKind::OneChoice => "One choice",
        DraftKind::ManyChoices => "Many choices",
        DraftKind::ShortText => "Short words",
        DraftKind::LongText => "Long words",
    }
}

/// What to do about a problem. `number` finds a question's place, from 1.
pub fn problem(problem: Problem, number: Option<usize>) -> String {
    let question = number.map_or_else(String::new, |number| format!("Question {number}: "));
    let text = match problem {
        Problem::NoTitle => "Write a title for the survey.",
        Problem::NoOrganisation => "Write who is asking. People want to know.",
        Problem::NoQuestions => "Add a question.",
        Problem::NoQuestionText(_) => "write the question.",
        Problem::TooFewChoices(_) => "add at least 2 choices.",
        Problem::NoChoiceText(..) => "write this choice, or take it out.",
        Problem::SameChoice(..) => "two choices say the same. Change one.",
        Problem::TooLong(_) => "make these words shorter.",
        Problem::TooManyQuestions => "Take out some questions. A survey can have 500.",
        Problem::SurveyTooLong => "The survey is too long for a link. Take out some questions.",
        Problem::TooManyChoices(_) => "take out some choices. A question can have 200.",
    };
    sentence(&format!("{question}{text}"))
}

/// The same problem, said beside the field, where the number of the question is plain to see.
pub fn problem_here(problem: Problem) -> String {
    self::problem(problem, None)
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Why an answer link can't be read, and what to do.
pub fn bad_answer(why: BadLink) -> &'static str {
    match why {
        BadLink::Missing => "There are no answers in it. Check that you copied all of it.",
        BadLink::CutShort => "The end is missing. Ask the person to send it again.",
        BadLink::Damaged => "It was changed on the way. Ask the person to send it again.",
        BadLink::TooLarge => "It is too long. Ask the person to send it again.",
        BadLink::Newer => "It is newer than this page. Load this page again, then try again.",
        BadLink::OtherKind => "It is a survey link. Paste the link that people send back to you.",
    }
}

/// Why a copy of the work can't be read, and what to do.
pub fn bad_copy(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Newer => {
            "This copy is from a newer Ask Together. Load this page again, then try again."
        }
        Unreadable::Damaged => {
            "This file is not a whole copy from Ask Together. Choose another file."
        }
        Unreadable::TooLarge => "This file is too large. Choose another file.",
    }
}

/// A text as it is shown in lists: without the spaces round it, and never empty.
pub fn or(text: &str, stand_in: &str) -> String {
    let text = text.trim();
    if text.is_empty() { stand_in } else { text }.to_owned()
}

/// What stands for a title that is not written yet.
pub const NO_TITLE: &str = "Survey with no title";
/// What stands for a question that is not written yet.
pub const NO_WORDS: &str = "No words yet";

/// A number of things in words: "1 question", "2 questions".
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// How long ago, in words.
pub fn days(days: u64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        more => format!("{more} days ago"),
    }
}

/// A name for a file, from a title: letters, digits and hyphens.
pub fn file_name(title: &str, what: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let words: String = title.chars().take(60).map(plain).collect();
    let words: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        [] => what.to_owned(),
        words => format!("{}-{what}", words.join("-")),
    }
}
