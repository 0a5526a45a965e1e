//! The "About you" pack: equality questions in easy words, and which outside category each answer counts as.
//!
//! A nation and some topics go in; questions come out, each with its outside name (topic, nation, year of the
//! standard) and each choice with its outside code. [`category`] says what such a code is called in the UK
//! harmonised standard. The lists are in `equality.txt`, with easy words of our own.
//!
//! Absent: figures about an area. See [`missing`](crate::model::missing).

use super::Template;
use super::read::of_lines;
use crate::model::draft::{ALL_APART, DraftQuestion};

const FILE: &str = include_str!("equality.txt");

/// When somebody last looked whether the standards below still hold.
pub const CHECKED: &str = "29 November 2026";

/// A nation of the UK. Its lists of groups are its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nation {
    /// England.
    #[default]
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// Every nation.
    pub const ALL: [Nation; 4] =
        [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Nation::England => "England",
            Nation::Wales => "Wales",
            Nation::Scotland => "Scotland",
            Nation::NorthernIreland => "Northern Ireland",
        }
    }

    /// The letter that stands for it in the file.
    fn letter(self) -> char {
        match self {
            Nation::England => 'E',
            Nation::Wales => 'W',
            Nation::Scotland => 'S',
            Nation::NorthernIreland => 'N',
        }
    }
}

/// Something that equality questions are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// How old people are, in bands.
    Age,
    /// Female or male.
    Sex,
    /// Whether gender is the same as at birth.
    Gender,
    /// The main groups.
    Ethnic,
    /// The groups within a main group, asked of those who picked it.
    EthnicDetail,
    /// An illness or disability of 12 months or more, and how much it limits people.
    Disability,
    /// Whom people love.
    Orientation,
    /// Whether people have a religion, and which.
    Religion,
    /// Looking after somebody without pay.
    Caring,
}

impl Topic {
    /// Every topic, in the order in which people are asked.
    pub const ALL: [Topic; 9] = [
        Topic::Age,
        Topic::Sex,
        Topic::Gender,
        Topic::Ethnic,
        Topic::EthnicDetail,
        Topic::Disability,
        Topic::Orientation,
        Topic::Religion,
        Topic::Caring,
    ];

    /// What organisers call it.
    pub fn name(self) -> &'static str {
        match self {
            Topic::Age => "Age",
            Topic::Sex => "Sex",
            Topic::Gender => "Gender the same as at birth",
            Topic::Ethnic => "Ethnic group",
            Topic::EthnicDetail => "Ethnic group in more detail",
            Topic::Disability => "Disability",
            Topic::Orientation => "Sexual orientation",
            Topic::Religion => "Religion",
            Topic::Caring => "Looking after someone",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Topic::Age => "age",
            Topic::Sex => "sex",
            Topic::Gender => "gender",
            Topic::Ethnic => "ethnic",
            Topic::EthnicDetail => "detail",
            Topic::Disability => "disability",
            Topic::Orientation => "orientation",
            Topic::Religion => "religion",
            Topic::Caring => "caring",
        }
    }

    /// The standard that its categories are from.
    pub fn standard(self) -> Standard {
        let (name, published, moving) = match self {
            Topic::Age => ("Age and date of birth", "27 November 2020", None),
            Topic::Sex => ("Sex and gender", "4 September 2019", Some("May 2026")),
            Topic::Gender => ("Gender identity", "16 July 2020", Some("May 2026")),
            Topic::Ethnic | Topic::EthnicDetail => {
                ("Ethnicity", "August 2011", Some("September 2025"))
            }
            Topic::Disability => (
                "Long lasting health conditions and illness, and Activity restriction",
                "June 2020",
                Some("July 2025"),
            ),
            Topic::Orientation => ("Sexual orientation", "17 April 2019", None),
            Topic::Religion => ("Religion", "10 September 2020", None),
            Topic::Caring => ("Unpaid care, as in Census 2021 and 2022", "March 2021", None),
        };
        let has_lists = matches!(self, Topic::Ethnic | Topic::EthnicDetail | Topic::Religion);
        Standard { name, published, has_lists, moving }
    }
}

/// A standard of the Government Statistical Service (GSS), as far as the pack rests on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standard {
    /// What it is called.
    pub name: &'static str,
    /// When the version that we follow was published.
    pub published: &'static str,
    /// True where each nation has a list of its own.
    pub has_lists: bool,
    /// Since when a new one is being written. `None` where nothing of the kind is known.
    pub moving: Option<&'static str>,
}

/// The pack as a survey to start from: every topic, for one nation.
pub fn template(nation: Nation) -> Template {
    Template {
        name: "About you",
        picture: "1F465",
        who: "Equality questions. They show who takes part, and who is left out.",
        title: "About you",
        welcome: "We want to hear from all kinds of people.\nThese questions are about you.".into(),
        after: String::new(),
        choose: "",
        questions: of_lines(lines(nation, &Topic::ALL)).questions,
    }
}

/// The questions about these topics for a nation, with the page that says why we ask. Kept `apart`: every answer
/// is sealed apart from the person's others, and the page says so.
///
/// Of no topic there is nothing, not even the page.
pub fn pack(nation: Nation, topics: &[Topic], apart: bool) -> Vec<DraftQuestion> {
    if topics.is_empty() {
        return Vec::new();
    }
    let mut questions = of_lines(lines(nation, topics)).questions;
    for question in &mut questions {
        question.apart = apart && question.kind.asks();
    }
    if let Some(page) = questions.first_mut().filter(|_| apart) {
        page.hint.push('\n');
        page.hint.push_str(ALL_APART);
    }
    questions
}

/// What is asked of these topics: detail without its groups is not.
pub fn asked_topics(topics: impl IntoIterator<Item = Topic>) -> Vec<Topic> {
    let mut topics: Vec<Topic> = topics.into_iter().collect();
    if !topics.contains(&Topic::Ethnic) {
        topics.retain(|topic| *topic != Topic::EthnicDetail);
    }
    topics
}

/// What a choice with this outside code is called in the standard, for a question with this outside name. `None`
/// for a name or a code that is not in the pack.
pub fn category(name: &str, code: &str) -> Option<&'static str> {
    if name.is_empty() || code.is_empty() {
        return None;
    }
    let mut is_here = false;
    for line in FILE.lines() {
        if let Some(of) = line.strip_prefix("@ name ") {
            is_here = of == name;
        } else if line.starts_with('=')
            && is_here
            && let Some((_, rest)) = line.split_once(' ')
            && let Some((known, category)) = rest.split_once(' ')
            && known == code
        {
            return Some(category);
        }
    }
    None
}

/// The standard that a question with this outside name follows: what it is called, its date, and for whom its list is.
/// `None` for a name that is not in the pack.
pub fn standard_of(name: &str) -> Option<String> {
    let mut parts = name.split('/');
    let (about, nation) = (parts.next()?, parts.next()?);
    let topic = match about {
        "age" => Topic::Age,
        "sex" => Topic::Sex,
        "gender-identity" | "gender-identity-words" => Topic::Gender,
        "ethnic-group" => Topic::Ethnic,
        "long-lasting-condition" | "activity-restriction" => Topic::Disability,
        "sexual-orientation" => Topic::Orientation,
        "religion" | "religion-any" | "religion-group" => Topic::Religion,
        "unpaid-care" => Topic::Caring,
        about if about.starts_with("ethnic-detail-") => Topic::EthnicDetail,
        _ => return None,
    };
    let Standard { name, published, .. } = topic.standard();
    let whose = if nation == "UK" { "the UK".to_owned() } else { nation.replace('-', " ") };
    Some(format!("{name}, GSS harmonised standard, published {published}, for {whose}"))
}

/// The lines of the file for a nation and some topics. What it says of all of them stands in front.
fn lines(nation: Nation, topics: &[Topic]) -> impl Iterator<Item = &'static str> + use<> {
    let words: Vec<&str> = topics.iter().map(|topic| topic.word()).collect();
    let (mut is_wanted, mut is_here) = (false, true);
    FILE.lines().filter(move |line| {
        if let Some(topic) = line.strip_prefix("topic ") {
            (is_wanted, is_here) = (topic == "intro" || words.contains(&topic), true);
        } else if let Some(nations) = line.strip_prefix("nation ") {
            is_here = nations.contains(nation.letter());
        }
        is_wanted && is_here
    })
}
