//! How many of the people who answered are in each group of a topic.
//!
//! A response counts in a group by the outside codes of what was answered. Who skipped, preferred not to say, was not
//! sure or answered only the first of two steps is in none. Answers that somebody gave for a person count: that
//! person took part.

use super::{About, Group};
use crate::model::answer::Answer;
use crate::model::codebook::{Outcome, said, version_of};
use crate::model::dataset::{TooFew, open_sets};
use crate::model::inbox::Received;
use crate::model::ready_made::equality::Nation;
use crate::model::survey::Survey;

/// The people in each group, and those in none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// In the order of the groups.
    pub groups: Vec<usize>,
    /// Who was asked and is in no group.
    pub unknown: usize,
}

/// Why nobody can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCounted {
    /// No version of the survey asks about it with a question of the pack.
    NotAsked,
    /// It does, with the list of another nation.
    OtherNation,
    /// What people said about it is kept apart, and too few such sets are in.
    KeptApart(TooFew),
}

impl Counted {
    /// How many are in a group.
    pub fn known(&self) -> usize {
        self.groups.iter().sum()
    }
}

/// Counts the people of these responses in these groups, as a nation has them: of those that are kept apart, the ones
/// that may be looked at (see [`open_sets`]).
///
/// # Errors
/// Where the survey does not ask what the groups are, or all that was said about it is kept apart, and too little.
pub fn counted(
    versions: &[Survey],
    received: &[Received],
    apart: &[Received],
    (nation, about): (Nation, About),
    groups: &[Group],
) -> Result<Counted, NotCounted> {
    let names = || versions.iter().flat_map(|s| &s.questions).map(|question| &*question.name);
    if !names().any(|name| is_about(name, about)) {
        return Err(NotCounted::NotAsked);
    }
    if !names().any(|name| is_about(name, about) && is_of(name, nation)) {
        return Err(NotCounted::OtherNation);
    }
    let mut counted = Counted { groups: vec![0; groups.len()], unknown: 0 };
    let open = open_sets(versions, apart);
    for received in received.iter().chain(open.iter().copied()) {
        let Some(survey) = version_of(versions, &received.response) else { continue };
        let said = said(survey, &received.response);
        // Who has no religion was never asked which.
        let is_asked = |name: &str| {
            is_about(name, about) && is_of(name, nation)
                || about == About::Religion && starts(name, "religion-any")
        };
        if !said.iter().any(|said| is_asked(&said.question.name)) {
            continue;
        }
        let code = |start: &str| {
            said.iter().find_map(|said| match said.outcome {
                Outcome::Answer(Answer::OneChoice(id))
                    if is_of(&said.question.name, nation) && starts(&said.question.name, start) =>
                {
                    said.question.choices.iter().find(|choice| choice.id == *id)
                }
                _ => None,
            })
        };
        let code = |start: &str| code(start).map_or("", |choice| &*choice.code);
        let own = group(about, nation, code);
        match groups.iter().position(|group| Some(&*group.code) == own) {
            Some(at) => counted.groups[at] += 1,
            None => counted.unknown += 1,
        }
    }
    let mut asked = versions.iter().flat_map(|survey| &survey.questions);
    let is_apart = asked.any(|question| question.apart && is_about(&question.name, about));
    match counted.known() + counted.unknown {
        0 if is_apart && open.is_empty() => {
            Err(NotCounted::KeptApart(TooFew { here: apart.len() }))
        }
        _ => Ok(counted),
    }
}

/// The code of the group that a person is in. `code` gives what they answered to the question whose name starts so,
/// or nothing.
fn group<'a>(about: About, nation: Nation, code: impl Fn(&str) -> &'a str) -> Option<&'a str> {
    let own = match about {
        About::Sex => code("sex"),
        About::Ethnic => code("ethnic-group"),
        About::Age => match code("age") {
            "16" | "25" | "45" => "16",
            "65" | "75" => "65",
            other => other,
        },
        // What limits nobody is not called a disability: the Equality Act asks for both.
        About::Disability => match (code("long-lasting-condition"), code("activity-restriction")) {
            ("N", _) | ("Y", "N") => "N",
            ("Y", how @ ("L" | "S")) => {
                if nation == Nation::Scotland {
                    how
                } else {
                    "D"
                }
            }
            _ => "",
        },
        About::Religion => match code("religion-any") {
            "N" => "N",
            // In Scotland Christians are asked in a second step.
            _ => match (code("religion"), code("religion-group")) {
                ("", "X") => "",
                ("", group) => group,
                (own, _) => own,
            },
        },
    };
    Some(own).filter(|own| !own.is_empty())
}

/// True for the outside name of a question that tells the group.
fn is_about(name: &str, about: About) -> bool {
    let start = match about {
        About::Age => "age",
        About::Sex => "sex",
        About::Ethnic => "ethnic-group",
        About::Disability => "long-lasting-condition",
        About::Religion => "religion",
    };
    starts(name, start)
}

fn starts(name: &str, start: &str) -> bool {
    name.split('/').next() == Some(start)
}

/// True for a question whose list is this nation's. England and Wales have one census.
fn is_of(name: &str, nation: Nation) -> bool {
    match name.split('/').nth(1) {
        Some("UK") => true,
        Some("England" | "Wales" | "England-and-Wales") => {
            matches!(nation, Nation::England | Nation::Wales)
        }
        Some("Scotland") => nation == Nation::Scotland,
        Some("Northern-Ireland") => nation == Nation::NorthernIreland,
        _ => false,
    }
}
