//! One question of a published survey, the ways to answer it, and when it is asked.

use crate::model::id::{ChoiceId, QuestionId};
use crate::model::limit::{Hundredths, Limit};

/// One question, or a page between questions. A draft has its own kind of choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question<C = Choice> {
    /// Stays the same when the words change.
    pub id: QuestionId,
    /// How it is answered.
    pub kind: Kind,
    /// The question itself.
    pub text: String,
    /// What explains it. May be empty.
    pub hint: String,
    /// The name of its picture, or empty.
    pub picture: String,
    /// What the picture shows, for people who can't see it. Empty when it adds nothing to the
    /// words.
    pub picture_alt: String,
    /// What people pick from, rank or sort. Empty for other kinds.
    pub choices: Vec<C>,
    /// The names of the 3 places that cards are sorted into. Empty for other kinds.
    pub piles: Vec<String>,
    /// True when people may answer in their own words beside the choices.
    pub other: bool,
    /// True when people may say that they prefer not to say.
    pub personal: bool,
    /// The fewest choices to pick, or the smallest number.
    pub least: Option<Limit>,
    /// The most choices to pick, or the largest number.
    pub most: Option<Limit>,
    /// When it is asked. For a section, when all of it is asked.
    pub show_if: Condition,
    /// For a section: the question for a number that says how many times it is asked.
    pub repeat: Option<QuestionId>,
    /// What it is called in other programs and standards. Empty when it has no such name.
    pub name: String,
    /// True when its answer is sealed apart from the others, so that nobody can join them.
    pub apart: bool,
    /// The name of its sound or video (see [`media`](crate::model::media)), or empty. It is never lengthened, and
    /// questions are moved a lot.
    pub media: Box<str>,
    /// What that says and shows, for people who can't hear or see it. Empty without one.
    pub media_words: String,
}

/// How a question is answered. New kinds are only ever put at the end: surveys in the wild name
/// them by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Yes, no or not sure.
    YesNo,
    /// Pick one.
    OneChoice,
    /// Pick any number.
    ManyChoices,
    /// Pick one of 3 faces with words.
    Faces3,
    /// Pick one of 5 faces with words.
    Faces5,
    /// Pick one of some large pictures with words.
    OnePicture,
    /// Pick any number of large pictures with words.
    ManyPictures,
    /// Pick one of two.
    EitherOr,
    /// Tap what matters most first, then the next.
    Ranking,
    /// Put cards into 3 places, one at a time.
    Sorting,
    /// A line of words.
    ShortText,
    /// Some lines of words.
    LongText,
    /// A number.
    Number,
    /// A day: day, month and year.
    Date,
    /// A month and a year.
    Month,
    /// About when: pick one of some vague times.
    About,
    /// A page to read.
    Information,
    /// A page to agree to. "No" ends the survey, and nothing is sent.
    Consent,
    /// The title page of a section.
    Section,
}

/// One thing a person can pick, rank or sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Stays the same when the words change.
    pub id: ChoiceId,
    /// What it says. May be empty for a standard choice, which has words of its own.
    pub text: String,
    /// The name of its picture, or empty. The words are beside it, so it needs none.
    pub picture: String,
    /// True when picking it lets go of all others: "none of these".
    pub alone: bool,
    /// What it is called in other programs and standards. Empty when it has no such code.
    pub code: String,
}

impl Choice {
    /// A choice with these words, and nothing else.
    pub fn new(id: ChoiceId, text: String) -> Self {
        Self { id, text, picture: String::new(), alone: false, code: String::new() }
    }
}

/// When a question is asked: always, when it has no groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// True when each group must hold; false when one is enough.
    pub all: bool,
    /// Never empty groups.
    pub groups: Vec<Group>,
}

/// Some tests that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// True when each test must hold; false when one is enough.
    pub all: bool,
    /// Never empty.
    pub tests: Vec<Test>,
}

/// A test of the answer to an earlier question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Test {
    /// Whose answer.
    pub question: QuestionId,
    /// What it must be.
    pub check: Check,
}

/// What an answer must be. A question that was skipped, or was not asked, has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// This choice is picked, alone or among others.
    Is(ChoiceId),
    /// This choice is not picked. Holds without an answer too.
    IsNot(ChoiceId),
    /// There is an answer.
    Answered,
    /// There is none.
    NotAnswered,
    /// It is a number below this one, in hundredths.
    LessThan(Hundredths),
    /// It is a number above this one, in hundredths.
    MoreThan(Hundredths),
    /// It is this number, in hundredths.
    Equals(Hundredths),
}

impl Kind {
    /// Every kind, in the order that saved forms number them.
    pub const ALL: [Kind; 19] = [
        Kind::YesNo,
        Kind::OneChoice,
        Kind::ManyChoices,
        Kind::Faces3,
        Kind::Faces5,
        Kind::OnePicture,
        Kind::ManyPictures,
        Kind::EitherOr,
        Kind::Ranking,
        Kind::Sorting,
        Kind::ShortText,
        Kind::LongText,
        Kind::Number,
        Kind::Date,
        Kind::Month,
        Kind::About,
        Kind::Information,
        Kind::Consent,
        Kind::Section,
    ];

    /// True when there is something to answer; false for pages that are only read.
    pub fn asks(self) -> bool {
        !matches!(self, Kind::Information | Kind::Section)
    }

    /// True when it has choices: to pick, to rank or to sort.
    pub fn has_choices(self) -> bool {
        self.picks_one() || self.picks_many() || matches!(self, Kind::Ranking | Kind::Sorting)
    }

    /// True when people pick one choice.
    pub fn picks_one(self) -> bool {
        matches!(
            self,
            Kind::YesNo
                | Kind::OneChoice
                | Kind::Faces3
                | Kind::Faces5
                | Kind::OnePicture
                | Kind::EitherOr
                | Kind::About
                | Kind::Consent
        )
    }

    /// True when people pick any number of choices.
    pub fn picks_many(self) -> bool {
        matches!(self, Kind::ManyChoices | Kind::ManyPictures)
    }

    /// True when the answer is typed.
    pub fn is_typed(self) -> bool {
        matches!(self, Kind::ShortText | Kind::LongText | Kind::Number | Kind::Date | Kind::Month)
    }

    /// Most characters of an answer that is typed, as browsers count them (UTF-16). Of long words, about 2
    /// pages; of a date, more than its boxes take.
    pub fn longest_answer(self) -> usize {
        match self {
            Kind::LongText => 5_000,
            Kind::Number => 20,
            Kind::Date | Kind::Month => 100,
            _ => 300,
        }
    }

    /// True when the answer is typed into boxes for day, month or year.
    pub fn is_date(self) -> bool {
        matches!(self, Kind::Date | Kind::Month)
    }

    /// True when people can skip it and go on.
    pub fn can_skip(self) -> bool {
        self.asks() && self != Kind::Consent
    }

    /// True when it may have a choice to answer in one's own words.
    pub fn can_have_other(self) -> bool {
        matches!(self, Kind::OneChoice | Kind::ManyChoices | Kind::OnePicture | Kind::ManyPictures)
    }

    /// Seconds that this kind of question takes a person who reads slowly.
    ///
    /// Our own guess, on the slow side: it is worse to promise too little time than too much.
    pub(super) fn seconds(self) -> usize {
        match self {
            Kind::LongText | Kind::Ranking | Kind::Sorting => 60,
            Kind::ShortText | Kind::Number | Kind::Date | Kind::Month => 40,
            Kind::ManyChoices | Kind::ManyPictures => 30,
            Kind::Section => 5,
            _ => 20,
        }
    }
}

impl<C> Question<C> {
    /// A question of this kind without words.
    pub fn empty(id: QuestionId, kind: Kind, choices: Vec<C>) -> Self {
        Self {
            id,
            kind,
            text: String::new(),
            hint: String::new(),
            picture: String::new(),
            picture_alt: String::new(),
            choices,
            piles: Vec::new(),
            other: false,
            personal: false,
            least: None,
            most: None,
            show_if: Condition::default(),
            repeat: None,
            name: String::new(),
            apart: false,
            media: Box::default(),
            media_words: String::new(),
        }
    }
}

impl Question {
    /// True when this choice can be picked: one of its own, or "something else".
    pub fn offers(&self, choice: ChoiceId) -> bool {
        (self.other && choice == crate::model::standard::OTHER)
            || self.choices.iter().any(|own| own.id == choice)
    }
}

/// True for a name that a picture of ours can have: hex codes with hyphens, as OpenMoji names its
/// files, or nothing; and for the name of a [photo](crate::model::photo). So no survey can make a
/// phone fetch anything else.
pub fn is_picture(name: &str) -> bool {
    name.len() <= 40 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

impl Condition {
    /// Every test, in all groups.
    pub fn tests(&self) -> impl Iterator<Item = &Test> {
        self.groups.iter().flat_map(|group| &group.tests)
    }
}
