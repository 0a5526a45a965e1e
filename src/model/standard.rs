//! What every survey has by itself: the choices of yes-no questions, faces and vague times, the
//! way to answer in one's own words, and the question about help at the end.
//!
//! Their ids are the same in every survey, so the answers of two teams can be compared, and the
//! app has words for them in each of its languages. An organiser may write other words.

use super::id::{APP, ChoiceId, Id, QuestionId};
use super::survey::{Choice, Kind, Question};
use super::words::{Word, Words};

/// What the app says of itself in every survey, and an organiser may say in other words or leave out: that
/// people need not answer, that somebody may help, and the question about help at the end.
pub const SENTENCES: [Word; 3] = [Word::YouChoose, Word::HelpIsFine, Word::Help];

/// Far past the ids of the ready-made surveys, which count from 1.
const FIRST: u32 = 1 << 20;

const fn choice(number: u32) -> ChoiceId {
    ChoiceId(Id { author: APP, number: FIRST + number })
}

/// "Yes", also to a consent page.
pub const YES: ChoiceId = choice(0);
/// "No", also to a consent page.
pub const NO: ChoiceId = choice(1);
/// "I am not sure".
pub const NOT_SURE: ChoiceId = choice(2);
/// "Something else", to be said in one's own words.
pub const OTHER: ChoiceId = choice(3);

const VERY_BAD: ChoiceId = choice(4);
const BAD: ChoiceId = choice(5);
const OK: ChoiceId = choice(6);
const GOOD: ChoiceId = choice(7);
const VERY_GOOD: ChoiceId = choice(8);

const THIS_WEEK: ChoiceId = choice(9);
const THIS_MONTH: ChoiceId = choice(10);
const THIS_YEAR: ChoiceId = choice(11);
const LAST_YEAR: ChoiceId = choice(12);
const LONGER_AGO: ChoiceId = choice(13);
const NOT_REMEMBERED: ChoiceId = choice(14);

/// "No, I did it on my own".
pub const NO_HELP: ChoiceId = choice(15);
const HELP_READ: ChoiceId = choice(16);
const HELP_EXPLAINED: ChoiceId = choice(17);
const HELP_WROTE: ChoiceId = choice(18);
/// "They answered for me": what follows is not what the person said themselves.
pub const HELP_ANSWERED: ChoiceId = choice(19);

/// The question about help, at the end of every survey.
pub const HELP: QuestionId = QuestionId(Id { author: APP, number: FIRST });

/// Every standard choice with its words and its picture (a hex code of OpenMoji, or none).
const CHOICES: [(ChoiceId, Word, &str); 20] = [
    (YES, Word::Yes, "1F44D"),
    (NO, Word::No, "1F44E"),
    (NOT_SURE, Word::NotSure, "2753"),
    (OTHER, Word::Other, ""),
    (VERY_BAD, Word::VeryBad, "1F622"),
    (BAD, Word::Bad, "1F641"),
    (OK, Word::Ok, "1F610"),
    (GOOD, Word::Good, "1F642"),
    (VERY_GOOD, Word::VeryGood, "1F600"),
    (THIS_WEEK, Word::ThisWeek, ""),
    (THIS_MONTH, Word::ThisMonth, ""),
    (THIS_YEAR, Word::ThisYear, ""),
    (LAST_YEAR, Word::LastYear, ""),
    (LONGER_AGO, Word::LongerAgo, ""),
    (NOT_REMEMBERED, Word::NotRemembered, ""),
    (NO_HELP, Word::NoHelp, ""),
    (HELP_READ, Word::HelpRead, ""),
    (HELP_EXPLAINED, Word::HelpExplained, ""),
    (HELP_WROTE, Word::HelpWrote, ""),
    (HELP_ANSWERED, Word::HelpAnswered, ""),
];

/// The choices that a kind of question starts with. Empty for kinds that have none of their own.
pub fn choices_of(kind: Kind) -> &'static [ChoiceId] {
    match kind {
        Kind::YesNo => &[YES, NO, NOT_SURE],
        Kind::Consent => &[YES, NO],
        Kind::Faces3 => &[BAD, OK, GOOD],
        Kind::Faces5 => &[VERY_BAD, BAD, OK, GOOD, VERY_GOOD],
        Kind::About => &[THIS_WEEK, THIS_MONTH, THIS_YEAR, LAST_YEAR, LONGER_AGO, NOT_REMEMBERED],
        _ => &[],
    }
}

/// True when the app has words for this choice.
pub fn is_standard(choice: ChoiceId) -> bool {
    CHOICES.iter().any(|(id, ..)| *id == choice)
}

/// The question about help. Its texts are empty: the app has words for them.
pub fn help_question() -> Question {
    let choices = [NO_HELP, HELP_READ, HELP_EXPLAINED, HELP_WROTE, HELP_ANSWERED]
        .map(|id| Choice { alone: id == NO_HELP, ..Choice::new(id, String::new()) });
    Question::empty(HELP, Kind::ManyChoices, choices.into())
}

impl Choice {
    /// What it says: its own words, or the app's.
    pub fn says<'a>(&'a self, kind: Kind, words: &Words) -> &'a str {
        if self.text.is_empty() { says(self.id, kind, words) } else { &self.text }
    }

    /// The name of its picture: its own, or the app's. Empty when there is none.
    pub fn shows(&self, kind: Kind) -> &str {
        let own = self.picture.as_str();
        // A consent page asks for a decision, not for a thumb.
        if !own.is_empty() || kind == Kind::Consent {
            return own;
        }
        CHOICES.iter().find(|(id, ..)| *id == self.id).map_or("", |(.., picture)| picture)
    }
}

/// The app's words for a standard choice, in a question of this kind.
pub fn says(choice: ChoiceId, kind: Kind, words: &Words) -> &'static str {
    match (kind, choice) {
        (Kind::Consent, YES) => return words.say(Word::ConsentYes),
        (Kind::Consent, NO) => return words.say(Word::ConsentNo),
        _ => {}
    }
    CHOICES.iter().find(|(id, ..)| *id == choice).map_or("", |(_, word, _)| words.say(*word))
}

impl Question {
    /// What it asks: its own words, or the app's for the question about help.
    pub fn asks<'a>(&'a self, words: &Words) -> &'a str {
        if self.id == HELP && self.text.is_empty() { words.say(Word::Help) } else { &self.text }
    }

    /// What a place for cards is called: its own words, or the app's. Places are 0, 1 and 2.
    pub fn pile<'a>(&'a self, place: usize, words: &Words) -> &'a str {
        match self.piles.get(place).map(String::as_str) {
            None | Some("") => {
                words.say([Word::GoingWell, Word::PileNotSure, Word::NotGoingWell][place.min(2)])
            }
            Some(own) => own,
        }
    }
}
