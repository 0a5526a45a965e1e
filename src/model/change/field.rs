//! The fields of a change, and what may stand in each.
//!
//! Absent: what people call them (the organiser's words), and who wrote what (see [`told`](super::told)).

use crate::model::review::Step;

/// A field. New ones are only ever put at the end: saved forms name them by their place in [`Field::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What people said.
    Said,
    /// How many said it, in words: "14 of 36 people".
    People,
    /// The name of a picture.
    Picture,
    /// Where it stands.
    Standing,
    /// What we did, do or will do, or why we can't.
    Doing,
    /// Who does it.
    Who,
    /// By which day.
    By,
    /// What happened.
    Happened,
    /// Who decided.
    Decided,
    /// Who was in the room when it was decided, by role.
    Room,
    /// The step of involvement at which it was decided.
    Step,
    /// What sort of difference it is.
    Kind,
    /// Whom or what it makes a difference to.
    On,
    /// How well we know.
    Strength,
    /// How we know, in words.
    How,
    /// What it costs.
    Cost,
    /// How often that is paid.
    CostEvery,
    /// Where the number comes from.
    CostSource,
    /// What it saves.
    Saving,
    /// How often that is saved.
    SavingEvery,
    /// Where the number comes from.
    SavingSource,
    /// Who is missing: whose view we do not have.
    Missing,
    /// What happens next.
    Next,
    /// The day on which we look at it again.
    Review,
    /// Ticked where it is not shown to people.
    Hidden,
    /// Of the work as a whole: what is needed, and why.
    Need,
    /// The ways to meet the need, with doing nothing.
    Options,
    /// What could go wrong.
    Risk,
    /// What the readers are asked to decide.
    Ask,
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words.
    Text,
    /// One of so many.
    Pick(u8),
    /// A day.
    Day,
    /// An amount of money.
    Money,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing any more.
    Nothing,
    /// Words.
    Text(String),
    /// One of some, by its place.
    Pick(u8),
    /// In days since 1970-01-01.
    Day(u32),
    /// In pence.
    Pence(u64),
    /// Somebody said that nobody knows. Not the same as nothing, and never 0.
    NotKnown,
}

/// An amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Money {
    /// Nobody said anything.
    Unsaid,
    /// Somebody said that it is not known.
    NotKnown,
    /// In pence.
    Pence(u64),
}

/// Makes an enum with its list, which saved forms number.
macro_rules! picks {
    ($(#[$of:meta])* $name:ident { $($(#[$about:meta])* $variant:ident,)* }) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$about])* $variant,)* }

        impl $name {
            /// Every one, in the order that saved forms number them. New ones only ever come last.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The one at this place.
            pub fn at(place: u8) -> Option<Self> {
                Self::ALL.get(usize::from(place)).copied()
            }

            /// Its place.
            pub fn place(self) -> u8 {
                self as u8
            }
        }
    };
}

picks! {
    /// Where a change stands.
    Standing {
        /// It is done.
        Did,
        /// It is being done.
        Doing,
        /// It is promised.
        Will,
        /// Not now.
        NotYet,
        /// Not at all, and why.
        Cannot,
    }
}

picks! {
    /// What sort of difference it is. After the usual chain of evaluation: output, outcome, impact.
    Kind {
        /// Something was done or made.
        Achievement,
        /// Something got better for somebody.
        Benefit,
        /// It got better for good, or for many.
        Impact,
    }
}

picks! {
    /// Whom or what it makes a difference to.
    On {
        /// People's lives.
        People,
        /// A service.
        Service,
        /// How the whole system works.
        System,
    }
}

picks! {
    /// How well we know, from 1 to 5.
    Strength {
        /// Somebody told us.
        Told,
        /// Several people told us.
        Several,
        /// We asked many people the same question.
        Asked,
        /// We measured before and after.
        Measured,
        /// We measured before and after, and others checked it.
        Checked,
    }
}

picks! {
    /// How often an amount is paid or saved.
    Every {
        /// Once.
        Once,
        /// Each year.
        Year,
    }
}

impl Standing {
    /// What people read.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Did => "We did",
            Standing::Doing => "We are doing it",
            Standing::Will => "We will do it",
            Standing::NotYet => "Not yet",
            Standing::Cannot => "We can’t",
        }
    }
}

impl Kind {
    /// What people call it, and what it means.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Kind::Achievement => ("Achievement", "Something was done or made."),
            Kind::Benefit => ("Benefit", "Something got better for somebody."),
            Kind::Impact => ("Impact", "It got better for good, or for many people."),
        }
    }
}

impl On {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            On::People => "People",
            On::Service => "A service",
            On::System => "The whole system",
        }
    }
}

impl Strength {
    /// From 1 to 5.
    pub fn number(self) -> u8 {
        self.place() + 1
    }

    /// What it means.
    pub fn name(self) -> &'static str {
        match self {
            Strength::Told => "Someone told us",
            Strength::Several => "Several people told us",
            Strength::Asked => "We asked many people the same question",
            Strength::Measured => "We measured before and after",
            Strength::Checked => "We measured before and after, and others checked it",
        }
    }
}

impl Every {
    /// What stands behind an amount.
    pub fn name(self) -> &'static str {
        match self {
            Every::Once => "once",
            Every::Year => "each year",
        }
    }
}

impl Field {
    /// Every field, in the order that saved forms number them.
    pub const ALL: [Field; 29] = [
        Field::Said,
        Field::People,
        Field::Picture,
        Field::Standing,
        Field::Doing,
        Field::Who,
        Field::By,
        Field::Happened,
        Field::Decided,
        Field::Room,
        Field::Step,
        Field::Kind,
        Field::On,
        Field::Strength,
        Field::How,
        Field::Cost,
        Field::CostEvery,
        Field::CostSource,
        Field::Saving,
        Field::SavingEvery,
        Field::SavingSource,
        Field::Missing,
        Field::Next,
        Field::Review,
        Field::Hidden,
        Field::Need,
        Field::Options,
        Field::Risk,
        Field::Ask,
    ];

    /// What may stand in it.
    pub fn shape(self) -> Shape {
        match self {
            Field::Standing => Shape::Pick(Standing::ALL.len() as u8),
            Field::Step => Shape::Pick(Step::ALL.len() as u8),
            Field::Kind => Shape::Pick(Kind::ALL.len() as u8),
            Field::On => Shape::Pick(On::ALL.len() as u8),
            Field::Strength => Shape::Pick(Strength::ALL.len() as u8),
            Field::CostEvery | Field::SavingEvery => Shape::Pick(Every::ALL.len() as u8),
            Field::Hidden => Shape::Pick(1),
            Field::By | Field::Review => Shape::Day,
            Field::Cost | Field::Saving => Shape::Money,
            Field::Said
            | Field::People
            | Field::Picture
            | Field::Doing
            | Field::Who
            | Field::Happened
            | Field::Decided
            | Field::Room
            | Field::How
            | Field::CostSource
            | Field::SavingSource
            | Field::Missing
            | Field::Next
            | Field::Need
            | Field::Options
            | Field::Risk
            | Field::Ask => Shape::Text,
        }
    }

    /// True for what is said once for all changes of a survey.
    pub fn is_of_whole(self) -> bool {
        matches!(self, Field::Need | Field::Options | Field::Risk | Field::Ask)
    }
}

/// Most pence that are read: a thousand million pounds.
pub const MOST_PENCE: u64 = 100_000_000_000;

/// An amount as people write it: "£1,200" or "£3.50".
pub fn pounds(pence: u64) -> String {
    let (whole, rest) = (pence / 100, pence % 100);
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if rest == 0 { format!("£{grouped}") } else { format!("£{grouped}.{rest:02}") }
}

/// True for what is an amount, however large.
pub fn is_amount(typed: &str) -> bool {
    let is_of_amounts =
        |c: char| c.is_ascii_digit() || matches!(c, '£' | ',' | '.' | ' ' | '\u{a0}');
    typed.contains(|c: char| c.is_ascii_digit())
        && typed.chars().all(is_of_amounts)
        && typed.matches('.').count() < 2
        && typed.rsplit_once('.').is_none_or(|(_, pence)| pence.trim().len() <= 2)
}

/// The pence in what somebody typed: "1200", "£1,200", "3.50". `None` for what is no amount, or is too large.
pub fn read_pounds(typed: &str) -> Option<u64> {
    let plain: String =
        typed.chars().filter(|c| !matches!(c, '£' | ',' | ' ' | '\u{a0}')).collect();
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || !is_digits(whole) || !is_digits(rest) {
        return None;
    }
    let rest = match rest.len() {
        0 => 0,
        1 => rest.parse::<u64>().ok()? * 10,
        2 => rest.parse().ok()?,
        _ => return None,
    };
    Some(whole.parse::<u64>().ok()? * 100 + rest).filter(|pence| *pence <= MOST_PENCE)
}
