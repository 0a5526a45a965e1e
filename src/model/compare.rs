//! Groups of people beside each other, by something that they said or by how their answers came.
//!
//! The table goes in; groups of rows come out, each with a name. Only people who answered for themselves are in them,
//! but where help itself tells the groups apart. A group of few people is refused: it says little, and shows much of
//! those few.
//!
//! Absent: what the people of a group said. See [`results::told`](super::results::told).

use super::codebook::CodedChoice;
use super::csv::Fixed;
use super::dataset::{Dataset, Help, Many, Part, Round, Value};
use super::standard::{HELP, NO_HELP};
use std::collections::BTreeMap;

/// The fewest people of a group that is shown beside others.
pub const SMALLEST: usize = 5;

/// What tells groups apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The choices of a question, by the code of its entry.
    Question(usize),
    /// Whether somebody helped. Here are those too for whom somebody answered.
    Help,
    /// The language that they answered in.
    Language,
    /// By which way their answers came in.
    WayIn,
    /// The version that they answered.
    Version,
    /// What the same people said first and last. Their code tells that they are the same.
    BeforeAfter,
}

/// Some people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What they have in common.
    pub name: String,
    /// Their rows in the table.
    pub rows: Vec<usize>,
}

impl Side {
    /// True for too few to be shown beside others.
    pub fn is_small(&self) -> bool {
        self.rows.len() < SMALLEST
    }
}

/// The people who answered for themselves, with a version that is here.
pub fn own(data: &Dataset) -> Vec<usize> {
    (0..data.people.len()).filter(|row| is_own(data, *row)).collect()
}

fn is_own(data: &Dataset, row: usize) -> bool {
    let person = &data.people[row];
    person.version.is_some() && person.help != Help::AnsweredFor
}

/// The people for whom somebody else answered, with a version that is here.
pub fn answered_for(data: &Dataset) -> Vec<usize> {
    let is_for = |row: &usize| {
        let person = &data.people[*row];
        person.version.is_some() && person.help == Help::AnsweredFor
    };
    (0..data.people.len()).filter(is_for).collect()
}

/// What people can be told apart by: where there are two groups at least, whatever their size. Each with its name.
pub fn ways(data: &Dataset) -> Vec<(By, String)> {
    let questions = data
        .entries
        .iter()
        .filter(|entry| entry.id != HELP && (entry.kind.picks_one() || entry.kind.picks_many()));
    let questions = questions.map(|entry| (By::Question(entry.code), entry.text.clone()));
    let others = [
        (By::Help, "Help with answering"),
        (By::Language, "Language"),
        (By::WayIn, "How the answers came in"),
        (By::Version, "Survey version"),
        (By::BeforeAfter, "Before and after, by code"),
    ];
    let all = questions.chain(others.map(|(by, name)| (by, name.to_owned())));
    all.filter(|(by, _)| names(data, *by).len() > 1).collect()
}

/// The names of the groups, without empty ones: the same as those of [`sides`], and sooner known.
pub fn names(data: &Dataset, by: By) -> Vec<String> {
    let By::Question(code) = by else {
        return sides(data, by).into_iter().map(|side| side.name).collect();
    };
    let Some(entry) = data.entries.iter().position(|entry| entry.code == code) else {
        return Vec::new();
    };
    let choices = &data.entries[entry].choices;
    let (mut is_there, rounds) = (vec![false; choices.len()], data.rounds_of(entry));
    for row in (0..data.people.len()).filter(|row| is_own(data, *row)) {
        picked(data, entry, &rounds, row, |at| is_there[at] = true);
        if !is_there.contains(&false) {
            break;
        }
    }
    let named = choices.iter().zip(is_there).filter(|(_, is_there)| *is_there);
    named.map(|(choice, _)| choice.text.clone()).collect()
}

/// The groups, without empty ones. A person who ticked two choices is in two of them.
pub fn sides(data: &Dataset, by: By) -> Vec<Side> {
    let mut sides = match by {
        By::Question(code) => of_question(data, code),
        By::Help => of_help(data),
        By::Language => by_text(data, Fixed::Language, |row| data.language(row)),
        By::WayIn => by_text(data, Fixed::CameInBy, |row| data.people[row].received.by),
        By::Version => by_text(data, Fixed::Version, |row| data.people[row].version),
        By::BeforeAfter => before_and_after(data),
    };
    sides.retain(|side| !side.rows.is_empty());
    sides
}

fn of_question(data: &Dataset, code: usize) -> Vec<Side> {
    let Some(entry) = data.entries.iter().position(|entry| entry.code == code) else {
        return Vec::new();
    };
    let side = |choice: &CodedChoice| Side { name: choice.text.clone(), rows: Vec::new() };
    let mut sides: Vec<Side> = data.entries[entry].choices.iter().map(side).collect();
    let rounds = data.rounds_of(entry);
    for row in own(data) {
        picked(data, entry, &rounds, row, |at| {
            let rows = &mut sides[at].rows;
            // Who picks it each time round is in there once.
            if rows.last() != Some(&row) {
                rows.push(row);
            }
        });
    }
    sides
}

/// Tells the places of the choices that this person picked.
fn picked(data: &Dataset, entry: usize, rounds: &[Round], row: usize, mut tell: impl FnMut(usize)) {
    for answer in rounds.iter().filter_map(|round| data.answer(*round, row)) {
        let choices = data.entries[entry].choices.iter().enumerate();
        choices.filter(|(_, choice)| answer.picked(choice.id)).for_each(|(at, _)| tell(at));
    }
}

fn of_help(data: &Dataset) -> Vec<Side> {
    let names = ["On their own", "With help", "Someone answered for them", "Did not say"];
    let mut sides = names.map(|name| Side { name: name.to_owned(), rows: Vec::new() });
    let entry = data.entries.iter().position(|entry| entry.id == HELP);
    let alone = entry.and_then(|entry| {
        let at = data.entries[entry].choices.iter().position(|choice| choice.id == NO_HELP)?;
        let columns = data.columns_of(entry, Many::Columns);
        columns.into_iter().find(|column| column.part == Part::Choice(at))
    });
    let rows = (0..data.people.len()).filter(|row| data.people[*row].version.is_some());
    for row in rows {
        let is_alone = alone.as_ref().is_some_and(|c| data.value(c, row) == Value::Ticked(true));
        let place = match data.people[row].help {
            Help::AnsweredFor => 2,
            Help::Unsaid => 3,
            Help::OwnAnswers => usize::from(!is_alone),
        };
        sides[place].rows.push(row);
    }
    sides.into()
}

/// The first and the last answers of each person who answered more than once, in the order in which they came in.
/// The two have as many people: who answered once is in neither.
fn before_and_after(data: &Dataset) -> Vec<Side> {
    let mut by_code: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for row in own(data) {
        let code = data.people[row].received.response.given.code.trim();
        if !code.is_empty() {
            by_code.entry(code).or_default().push(row);
        }
    }
    let mut sides =
        ["Before", "After"].map(|name| Side { name: name.to_owned(), rows: Vec::new() });
    for mut rows in by_code.into_values().filter(|rows| rows.len() > 1) {
        rows.sort_by_key(|row| data.people[*row].received.at);
        sides[0].rows.push(rows[0]);
        sides[1].rows.extend(rows.last());
    }
    sides.iter_mut().for_each(|side| side.rows.sort_unstable());
    sides.into()
}

/// By what the rows have in common, which has this text.
fn by_text<K: PartialEq>(data: &Dataset, fixed: Fixed, key: impl Fn(usize) -> K) -> Vec<Side> {
    let mut known: Vec<(K, usize)> = Vec::new();
    let mut sides: Vec<Side> = Vec::new();
    for row in own(data) {
        let key = key(row);
        let place = known.iter().find(|(other, _)| *other == key).map(|(_, place)| *place);
        let place = place.unwrap_or_else(|| {
            let name = fixed.text(data, row);
            let place = sides.iter().position(|side| side.name == name).unwrap_or(sides.len());
            if place == sides.len() {
                sides.push(Side { name, rows: Vec::new() });
            }
            known.push((key, place));
            place
        });
        sides[place].rows.push(row);
    }
    sides.sort_by(|one, other| one.name.cmp(&other.name));
    sides
}

/// The rows that are in both. The others stand in their order.
pub fn both(rows: &[usize], others: &[usize]) -> Vec<usize> {
    rows.iter().copied().filter(|row| others.binary_search(row).is_ok()).collect()
}

/// True for people for whom somebody else answered.
pub fn are_answered_for(data: &Dataset, rows: &[usize]) -> bool {
    rows.iter().all(|row| data.people[*row].help == Help::AnsweredFor)
}
