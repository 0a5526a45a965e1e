//! What the organiser's program says about problems and arrivals. Short sentences, what to do,
//! no blame.

use crate::browser::clock;
use crate::model::draft::{Content, Place, Problem, ReadPart};
use crate::model::edit::Card;
use crate::model::fixing;
use crate::model::id::QuestionId;
use crate::model::ladder::LADDER;
use crate::model::link::BadLink;
use crate::model::review::{Step, Verdict};
use crate::model::survey::{Kind, SendTo, Way};
use crate::model::wire::Unreadable;

pub use crate::model::first_page::of_first_page;
pub use crate::model::phrase::{NO_TITLE, NO_WORDS, and, count, number, or, own, quoted, short};

/// Every kind of question, in groups, as people look for them.
pub const KINDS: [(&str, &[Kind]); 4] = [
    (
        "Pick an answer",
        &[
            Kind::YesNo,
            Kind::OneChoice,
            Kind::ManyChoices,
            Kind::Faces3,
            Kind::Faces5,
            Kind::OnePicture,
            Kind::ManyPictures,
            Kind::EitherOr,
            Kind::About,
        ],
    ),
    ("Rank or sort", &[Kind::Ranking, Kind::Sorting]),
    ("Write", &[Kind::ShortText, Kind::LongText, Kind::Number, Kind::Date, Kind::Month]),
    ("Pages", &[Kind::Information, Kind::Consent, Kind::Section]),
];

/// What people call a kind of question.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::YesNo => "Yes, no, not sure",
        Kind::OneChoice => "One choice",
        Kind::ManyChoices => "Several choices",
        Kind::Faces3 => "3 faces",
        Kind::Faces5 => "5 faces",
        Kind::OnePicture => "Pick one picture",
        Kind::ManyPictures => "Pick several pictures",
        Kind::EitherOr => "This or that",
        Kind::Ranking => "Rank",
        Kind::Sorting => "Sort into groups",
        Kind::ShortText => "Short answer",
        Kind::LongText => "Long answer",
        Kind::Number => "A number",
        Kind::Date => "A date",
        Kind::Month => "A month and year",
        Kind::About => "Roughly when",
        Kind::Information => "Information page",
        Kind::Consent => "Consent page",
        Kind::Section => "Section",
    }
}

/// The sign of a kind of question, beside its name.
pub fn kind_icon(kind: Kind) -> &'static str {
    match kind {
        Kind::YesNo => "✓",
        Kind::OneChoice => "◉",
        Kind::ManyChoices => "☑",
        Kind::Faces3 | Kind::Faces5 => "☺",
        Kind::OnePicture => "▣",
        Kind::ManyPictures => "▦",
        Kind::EitherOr => "⇄",
        Kind::Ranking => "⇅",
        Kind::Sorting => "▤",
        Kind::ShortText => "▭",
        Kind::LongText => "≡",
        Kind::Number => "#",
        Kind::Date | Kind::Month => "▥",
        Kind::About => "◷",
        Kind::Information => "¶",
        Kind::Consent => "✎",
        Kind::Section => "§",
    }
}

/// What each kind of question is good for, as a question that it fits. Of a page, what it is for.
pub fn kind_example(kind: Kind) -> &'static str {
    match kind {
        Kind::YesNo => "Do you like your home?",
        Kind::OneChoice => "Where do you live?",
        Kind::ManyChoices => "What do you get help with?",
        Kind::Faces3 => "How do you feel today? Bad, OK, good",
        Kind::Faces5 => "How was the day? From very bad to very good",
        Kind::OnePicture => "Which room do you like most?",
        Kind::ManyPictures => "Which foods do you like?",
        Kind::EitherOr => "A walk or a film?",
        Kind::Ranking => "What matters most to you?",
        Kind::Sorting => "What is going well, and what is not?",
        Kind::ShortText => "What is your first name?",
        Kind::LongText => "What would you change?",
        Kind::Number => "How many people live with you?",
        Kind::Date => "When did you last see a doctor?",
        Kind::Month => "When did you move in?",
        Kind::About => "When did you last have a day out?",
        Kind::Information => "Words to read before the next questions",
        Kind::Consent => "People say that they want to take part",
        Kind::Section => "A title above some questions",
    }
}

/// A way for answers to come back, in words.
pub fn send_to(way: &SendTo) -> String {
    let (by, whom) = send_to_parts(way);
    [by, &whom].concat()
}

/// The same in two: by what, and to whom, with the space between them.
pub fn send_to_parts(SendTo { way, to, name }: &SendTo) -> (&'static str, String) {
    let by = match way {
        Way::Email => "Email",
        Way::Text => "Text message",
        Way::WhatsApp => "WhatsApp",
        Way::ByHand => "Given to",
    };
    let (to, name) = (own(to), own(name));
    let whom = match (to.is_empty(), name.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!(" {to}"),
        (true, false) => format!(" {name}"),
        (false, false) => format!(" {to} ({name})"),
    };
    (by, whom)
}

/// A day in words: "3 November 2026". It is given in days since 1970-01-01.
pub fn day(day: u32) -> String {
    // At noon by UTC, which is the same day nearly everywhere.
    clock::day_in_words(u64::from(day) * 86_400_000 + 43_200_000)
}

/// What the screen is called on which words are explained for all surveys.
pub const WORDS: &str = "Words we agree";

/// The tick by which something that the app says is left out.
pub const LEAVE_OUT: &str = "Leave this out";

/// What the field is called for the last day on which answers are kept.
pub const KEEP_UNTIL: &str = "Keep the answers until";

/// The tick that lets people answer in their own words.
pub const LET_OTHER: &str = "Something else";
/// The tick that has answers sealed apart from the person's others.
pub const KEEP_APART: &str = "Keep these answers apart";
/// What that means.
pub const APART_MEANS: &str = "Each person’s answers to these questions are sealed as a second set with a code of \
                               its own. Nothing that is kept joins it to what else the person said. Sets show once 5 \
                               are in, and results cannot be compared by them.";
/// The tick that lets people not say.
pub const LET_NOT_SAY: &str = "Offer “I prefer not to say”";

/// The tick by which a choice lets go of all others.
pub const CLEARS: &str = "If this is ticked, clear the rest";

/// What the fields for the limits of numbers are called, or of how many choices: all of it, the
/// lower one, the upper one.
pub fn limits(counts: bool) -> (&'static str, &'static str, &'static str) {
    if counts {
        ("How many can people pick?", "At least", "At most")
    } else {
        ("Allowed numbers", "Smallest number", "Largest number")
    }
}

/// Each way in which people take part, what people call it, and what it means: see [`ladder`].
///
/// [`ladder`]: crate::model::ladder
pub const STEPS: [(Step, &str, &str); 5] = {
    const fn line(at: usize) -> (Step, &'static str, &'static str) {
        (LADDER[at].step, LADDER[at].name, LADDER[at].what)
    }
    [line(0), line(1), line(2), line(3), line(4)]
};

/// What was decided about a note.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "Done.",
        Verdict::Changed => "Done in another way.",
        Verdict::Declined => "Not done.",
    }
}

/// What a problem is about, which is where its words stand and where a person mends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The survey as a whole: there are no questions, or too many.
    Survey,
    /// How many languages it has.
    Languages,
    /// How many hard words it has.
    Words,
    /// The words in a place.
    Text(Place),
    /// The choices of a question.
    Choices(QuestionId),
    /// How many choices, or which numbers.
    Limits(QuestionId),
    /// When a question is asked.
    When(QuestionId),
    /// How often a section is asked.
    Repeat(QuestionId),
    /// Whether its answers are kept apart.
    Apart(QuestionId),
}

impl About {
    /// The card of the editor that it is in. `None` when it is in none.
    pub fn card(self) -> Option<Card> {
        match self {
            About::Survey | About::Languages => None,
            About::Words => Some(Card::Words),
            About::Text(place) => Some(Card::of(place)),
            About::Choices(id)
            | About::Limits(id)
            | About::When(id)
            | About::Repeat(id)
            | About::Apart(id) => Some(Card::Question(id)),
        }
    }
}

/// What this problem is about.
pub fn about(problem: Problem) -> About {
    match problem {
        Problem::NoQuestions | Problem::TooManyQuestions | Problem::SurveyTooLong => About::Survey,
        Problem::TooManyLanguages => About::Languages,
        Problem::TooManyMeanings => About::Words,
        Problem::NoTitle => About::Text(Place::Title),
        Problem::NoOrganisation => About::Text(Place::Organisation),
        Problem::NoLink => About::Text(Place::PrivacyLink),
        Problem::NoLogoWords => About::Text(Place::LogoAlt),
        Problem::NoQuestionText(id) => About::Text(Place::Question(id)),
        Problem::NoChoiceText(id, choice) | Problem::SameChoice(id, choice) => {
            About::Text(Place::Choice(id, choice))
        }
        Problem::NoMediaWords(id) => About::Text(Place::MediaWords(id)),
        Problem::NoMeaning(id) => About::Text(Place::Word(id)),
        Problem::TooLong(place) | Problem::AnswerGone(place) => About::Text(place),
        Problem::TooFewChoices(id) | Problem::NotTwoChoices(id) | Problem::TooManyChoices(id) => {
            About::Choices(id)
        }
        Problem::BadLimits(id) => About::Limits(id),
        Problem::ConditionGone(id)
        | Problem::ConditionAhead(id)
        | Problem::ConditionRepeated(id)
        | Problem::ConditionApart(id)
        | Problem::TooManyTests(id)
        | Problem::NeverAsked(id) => About::When(id),
        Problem::RepeatGone(id) => About::Repeat(id),
        Problem::PromisedApart(id) => About::Apart(id),
    }
}

/// What to do about a problem of this draft. `card` is what the card it is in is called, as "Question 3".
pub fn problem(content: &Content, problem: Problem, card: Option<&str>) -> String {
    let kind = match about(problem).card() {
        Some(Card::Question(id)) => content.question(id).map(|question| question.kind),
        _ => None,
    };
    let text = fixing::says(problem, kind);
    sentence(&match card {
        Some(card) => format!("{card}: {text}"),
        None => text.to_owned(),
    })
}

/// The same problem, said beside the field, where it is plain to see which card it is in.
pub fn problem_here(content: &Content, problem: Problem) -> String {
    self::problem(content, problem, None)
}

/// A text with a capital letter at its start.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Why an answer link can't be read, and what to do.
pub fn bad_answer(why: BadLink) -> &'static str {
    match why {
        BadLink::Missing => "Check that you copied all of it.",
        BadLink::CutShort => "The end is missing. Ask the person to send it again.",
        BadLink::Damaged => "The message was damaged. Ask the person to send it again.",
        BadLink::TooLarge => "It is too long. Ask the person to send it again.",
        BadLink::Newer => "It is newer than this page. Load this page again, then try again.",
        BadLink::OtherKind => "It is a survey link. Paste the link that people send back to you.",
    }
}

/// Why notes or a draft can't be read, and what to do.
pub fn bad_note(why: BadLink) -> &'static str {
    match why {
        BadLink::Missing => "There are no notes in it. Check that you copied all of it.",
        BadLink::OtherKind => "There are no notes in it. It is a link for something else.",
        BadLink::TooLarge => {
            "It is larger than any survey that people make, so nothing of it was taken in. Ask the person \
             what they sent."
        }
        why => bad_answer(why),
    }
}

/// Why a copy of the work can't be read, and what to do.
pub fn bad_copy(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Newer => {
            "This backup is from a newer Ask Together. Load this page again, then try again."
        }
        Unreadable::Damaged => {
            "This file is not a whole backup from Ask Together. Choose another file."
        }
        Unreadable::TooLarge => "This file is too large. Choose another file.",
    }
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

/// Beside notes of a round that is not in the draft.
pub const UNKNOWN_WORDS: &str = "We do not know which words they read. Their round began on another \
                                 computer.";

/// What people read in a round, where the words have changed since.
pub fn they_read(part: ReadPart, text: &str) -> String {
    let what = match part {
        ReadPart::Question => "They read",
        ReadPart::Help => "They read this help",
        ReadPart::Choices => "They read these choices",
        ReadPart::Title => "They read this title",
        ReadPart::Welcome => "They read that it is for this",
        ReadPart::WhoSees => "They read that these people see the answers",
    };
    match text.is_empty() {
        true => format!("{what}: nothing."),
        false => format!("{what}: “{text}”"),
    }
}
