//! Spreadsheets: answers in words, answers in codes, and the codebook that explains both.
//!
//! Answers have one row for each response. The file in words says what each person read and said, in
//! the words of the version that they answered; a ticked choice has its words in its column, and a
//! choice that was not ticked has none. The file in codes says why a cell holds no answer: skipped, not
//! asked, preferred not to say (see [`Missing`](super::dataset::Missing)). A choice that a person's version did not
//! offer is empty in both: nobody said no to it.
//!
//! Columns stand in the order of their codes. New words, a new order or a new version
//! never changes a code; only a version that another computer published, with a number that is taken
//! here, does (see [`codebook`](super::codebook)). What stands in which cell is decided in
//! [`dataset`](super::dataset), for every file alike.

mod book;
mod cell;
mod changes;
mod counts;
mod fixed;
mod notes;
mod sheet;
mod terms;

pub use super::codebook::version_name;
pub use book::{Explained, HEADS, OUTSIDE_HEADS, codebook_rows, explained, heads, write_codebook};
pub use cell::{Form, Separator};
pub use changes::write_changes;
pub use counts::{says as left_out_says, write_counts};
pub use fixed::{FIXED, Fixed, fixed_of};
pub use notes::write_notes;
pub use sheet::{Sheet, write};
pub use terms::{unguarded, write_words};

use super::dataset::{Column, Dataset, Many, Missing, Part, Value, pile, says};
use super::invited::Person;
use super::words::Word;
use super::work::Mark;
use cell::{Cell, file, guarded};
use std::collections::BTreeSet;

/// Whether cells hold words, for people, or codes, for programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cells {
    #[default]
    Words,
    Codes,
}

/// What an organiser decides about a file of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What stands in the cells.
    pub cells: Cells,
    /// How ticks are laid out.
    pub many: Many,
    /// How the file is written.
    pub form: Form,
}

/// Personal links as a file for mail merge: a line for each person, with whether they have answered. `survey` is the
/// link that is for everybody.
pub fn personal_links<'a>(
    people: impl Iterator<Item = (&'a Person, bool)>,
    survey: &str,
) -> Vec<u8> {
    let head = ["name", "contact", "link", "answered"].map(str::to_owned);
    let line = |(person, has_answered): (&Person, bool)| {
        let answered = if has_answered { "yes" } else { "no" };
        [person.name.clone(), person.contact.clone(), person.link(survey), answered.to_owned()]
    };
    let rows = [head].into_iter().chain(people.map(line));
    file(rows.map(|row| row.map(Cell::Text).to_vec()), Form::default())
}

/// What stands over each column of a file in codes.
pub fn names(data: &Dataset, columns: &[Column]) -> Vec<String> {
    let fixed = fixed_of(data).iter().map(|fixed| fixed.name().to_owned());
    fixed.chain(columns.iter().map(|column| column.name(data))).collect()
}

/// What stands over each column of a file in words. No two say the same, whatever the questions say:
/// those that would have their name in the other file behind them.
pub fn headings(data: &Dataset, columns: &[Column]) -> Vec<String> {
    let fixed = fixed_of(data).iter().map(|fixed| fixed.heading().to_owned());
    let own = columns.iter().map(|column| guarded(&column.heading(data)));
    let mut all: Vec<String> = fixed.chain(own).collect();
    let key = |heading: &String| heading.trim().to_lowercase();
    loop {
        let mut seen = BTreeSet::new();
        let twice: BTreeSet<String> =
            all.iter().map(key).filter(|heading| !seen.insert(heading.clone())).collect();
        if twice.is_empty() {
            return all;
        }
        for (heading, column) in all.iter_mut().skip(fixed_of(data).len()).zip(columns) {
            if twice.contains(&key(heading)) {
                *heading = format!("{heading} [{}]", column.name(data));
            }
        }
    }
}

/// What stands between choices that share a cell.
const BETWEEN: &str = "; ";

fn cell(data: &Dataset, column: &Column, row: usize, cells: Cells) -> Cell {
    let value = data.value(column, row);
    match cells {
        Cells::Words => Cell::Text(in_words(data, column, row, &value)).or_number(&value),
        Cells::Codes => in_codes(data, column, &value),
    }
}

/// What a person reads in a cell. Empty where there is no answer.
pub fn in_words(data: &Dataset, column: &Column, row: usize, value: &Value) -> String {
    let (entry, words) = (&data.entries[column.entry], data.words);
    let question = data.question(column, row);
    let choice = |at: usize| match question {
        // The words that a person read would tell their version.
        Some(_) if data.is_apart => entry.choices[at].text.clone(),
        Some(question) => says(question, entry.choices[at].id, words),
        None => String::new(),
    };
    let of_choice = match column.part {
        Part::Choice(at) => Some(at),
        _ => None,
    };
    match value {
        Value::Mark(mark) => mark.says().to_owned(),
        Value::Ticked(true) if let Part::Tag(at) = column.part => {
            data.tag(at).map(|tag| tag.name.clone()).unwrap_or_default()
        }
        // Whoever counts the words in a column counts ticks.
        Value::Missing(Missing::PreferredNot)
            if !entry.kind.picks_many() && !matches!(column.part, Part::Tag(_) | Part::Mark) =>
        {
            words.say(Word::PreferNot).to_owned()
        }
        Value::Empty | Value::Missing(_) | Value::Ticked(false) => String::new(),
        Value::Choice(at) => choice(*at),
        Value::Choices(all) => all.iter().map(|at| choice(*at)).collect::<Vec<_>>().join(BETWEEN),
        Value::Ticked(true) => of_choice.map(choice).unwrap_or_default(),
        Value::Place(place) => place.to_string(),
        Value::Pile(at) if data.is_apart => entry.piles.get(*at).cloned().unwrap_or_default(),
        Value::Pile(at) => question.map(|q| pile(q, *at, words)).unwrap_or_default(),
        Value::Number(number) => number.shown(),
        Value::Date(date) => day(*date),
        Value::Month((year, month)) => format!("{year:04}-{month:02}"),
        Value::Text(text) => (*text).to_owned(),
    }
}

fn in_codes(data: &Dataset, column: &Column, value: &Value) -> Cell {
    let code = |at: &usize| data.entries[column.entry].choices[*at].code;
    match value {
        Value::Empty => Cell::empty(),
        Value::Missing(why) => Cell::Missing(*why),
        Value::Choice(at) => Cell::Number(code(at).to_string()),
        Value::Choices(all) => {
            let codes: Vec<String> = all.iter().map(|at| code(at).to_string()).collect();
            Cell::Text(codes.join(BETWEEN))
        }
        Value::Ticked(is) => Cell::Number(u8::from(*is).to_string()),
        Value::Place(place) => Cell::Number(place.to_string()),
        Value::Pile(at) => Cell::Number((at + 1).to_string()),
        Value::Number(number) => Cell::Number(number.shown()),
        Value::Date(date) => Cell::Text(day(*date)),
        Value::Month((year, month)) => Cell::Text(format!("{year:04}-{month:02}")),
        Value::Text(text) => Cell::Text((*text).to_owned()),
        Value::Mark(mark) => {
            let place = Mark::ALL.iter().position(|one| one == mark).unwrap_or(0);
            Cell::Number((place + 1).to_string())
        }
    }
}

fn day((year, month, day): (u32, u32, u32)) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}
