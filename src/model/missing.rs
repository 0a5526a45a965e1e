//! Who is missing: the people who answered beside the people of an area.
//!
//! Responses and the figures of an area go in; for each topic and group, how many answered, how many would be
//! expected, and what can honestly be said of the difference comes out. What a group means to do about it is a
//! [`Plan`]. Groups are told by the outside codes of the "About you" pack (see
//! [`equality`](super::ready_made::equality)), so a question of a survey's own words counts nowhere here.
//!
//! Absent: why somebody is missing. Numbers do not tell.

mod counted;
mod figures;
mod find;
mod plan;
mod said;

pub use counted::{Counted, NotCounted, counted};
pub use figures::{Area, Figures, Group, Place, groups_of, why_none};
pub use find::{Meant, Offer, Unknown, with_name};
pub use plan::{Field, Key, LARGEST_AT, LONGEST_TEXT, MOST_ROWS, Plan, Row};
pub use said::{
    FEWEST, Line, Verdict, compared, expected, says, share_in_words, shared_counts, wilson,
};

/// What groups of people are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// How old they are.
    Age,
    /// Female or male.
    Sex,
    /// The main ethnic groups.
    Ethnic,
    /// Whether they are disabled.
    Disability,
    /// Their religion, or none.
    Religion,
}

impl About {
    /// Each, in the order in which they show. Forms name them by their place: new ones only ever come at the end.
    pub const ALL: [About; 5] =
        [About::Age, About::Sex, About::Ethnic, About::Disability, About::Religion];

    /// What organisers call it.
    pub fn name(self) -> &'static str {
        match self {
            About::Age => "Age",
            About::Sex => "Sex",
            About::Ethnic => "Ethnic group",
            About::Disability => "Disability",
            About::Religion => "Religion",
        }
    }

    /// What the file of figures calls it.
    fn word(self) -> &'static str {
        match self {
            About::Age => "age",
            About::Sex => "sex",
            About::Ethnic => "ethnic",
            About::Disability => "disability",
            About::Religion => "religion",
        }
    }
}
