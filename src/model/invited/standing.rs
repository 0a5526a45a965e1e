//! Who of the people on a list has answered, by the numbers that came in. A list and what came in go in; how many answers
//! each number has comes out. Absent: what anybody said.

use super::{Invited, Person};
use crate::model::inbox::Received;
use crate::model::response::On;
use std::collections::BTreeMap;

/// Two or more answers with the number of one person: the link was used by others too, or on two devices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Whose number it is.
    pub person: Person,
    /// How many answers have it.
    pub answers: usize,
}

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Those who have answered, each with when their first answer came in: milliseconds since 1970.
    pub answered: BTreeMap<String, u64>,
    /// Numbers with more than one answer, in the order of the list.
    pub repeats: Vec<Repeat>,
    /// Answers with a number that is not on the list: of somebody who was removed, or made up.
    pub unknown: usize,
    /// Answers without a number, by the link that is for everybody.
    pub without: usize,
    /// Answers that were given on a shared tablet, and those that were typed in from paper. What is written on a paper
    /// is no number of a link.
    pub on_tablet: usize,
    /// See [`on_tablet`](Self::on_tablet).
    pub on_paper: usize,
}

/// How far it is, by what came in. Answers that travel apart make no person more.
pub fn standing(invited: &Invited, received: &[Received]) -> Standing {
    let mut numbers: BTreeMap<&str, (usize, u64)> = BTreeMap::new();
    let mut standing = Standing::default();
    for one in received.iter().filter(|one| !one.response.given.apart) {
        match (one.response.given.on, one.response.given.code.as_str()) {
            (On::Paper, _) => standing.on_paper += 1,
            (On::Tablet, _) => standing.on_tablet += 1,
            (On::Phone, "") => standing.without += 1,
            (On::Phone, code) => {
                let (count, first) = numbers.entry(code).or_insert((0, one.at));
                *count += 1;
                *first = one.at.min(*first);
            }
        }
    }
    for person in &invited.people {
        let Some((answers, first)) = numbers.remove(person.number.as_str()) else { continue };
        standing.answered.insert(person.number.clone(), first);
        if answers > 1 {
            standing.repeats.push(Repeat { person: person.clone(), answers });
        }
    }
    standing.unknown = numbers.values().map(|(count, _)| count).sum();
    standing
}

impl Standing {
    /// True for somebody whose link went nowhere yet, as far as it is known.
    pub fn lacks_link(&self, person: &Person) -> bool {
        person.sent.is_none() && person.reminded.is_none() && !self.has_answered(person)
    }

    /// True for somebody who has answered.
    pub fn has_answered(&self, person: &Person) -> bool {
        self.answered.contains_key(&person.number)
    }
}
