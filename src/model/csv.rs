//! Spreadsheets: answers in words, answers in codes, and the codebook that explains both.
//!
//! Answers have one row for each response. The file in words says what each person read and said, in
//! the words of the version that they answered; a ticked choice has its words in its column, and a
//! choice that was not ticked has none. The file in codes says why a cell holds no answer: skipped, not
//! asked, preferred not to say (see `cell`). A choice that a person's version did not offer is empty in
//! both: nobody said no to it.
//!
//! Columns of the file in codes stand in the order of their codes. New words, a new order or a new version
//! never changes a code; only a version that another computer published, with a number that is taken
//! here, does (see [`codebook`]). `q6` is a
//! question, `q6_2` one of its choices, where each has a column of its own: 1 picked, 0 not; the place
//! in a ranking; the place a card was sorted into. In a section that is repeated, `q6.2` is the second
//! time. A name tells what a column holds, for a CSV has no other way to say it: `q7_text`, also for
//! what was said instead of a choice, `q8_number`, `q9_date`, `q10_month`; all others hold codes.

mod book;
mod cell;
mod notes;

pub use book::write_codebook;
pub use notes::write_notes;

use super::answer::Answer;
use super::codebook::{self, Codebook, Entry, Outcome, Said, version_of};
use super::id::ChoiceId;
use super::inbox::Received;
use super::piping;
use super::plain_text::without_controls;
use super::standard::{self, OTHER};
use super::survey::{Kind, Question, Survey};
use super::typed;
use super::words::{Word, Words};
use cell::{Cell, Missing, file, guarded};
use std::collections::{BTreeMap, BTreeSet};

/// Whether cells hold words, for people, or codes, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    Words,
    Codes,
}

/// What stands in one column of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The whole answer.
    Whole,
    /// One of the choices, by its place in the entry.
    Choice(usize),
    /// What was said instead of a choice.
    OwnWords,
}

/// A column for answers.
#[derive(Clone, Copy)]
struct Column<'a> {
    entry: &'a Entry,
    /// Which time round, from 0.
    round: u8,
    part: Part,
}

/// One row: what came in, and what was said, by the code of the entry and which time round.
struct Row<'a> {
    received: &'a Received,
    /// `None` when nobody knows what they were asked.
    version: Option<&'a Survey>,
    said: BTreeMap<(usize, u8), Said<'a>>,
}

/// The columns that every file of answers has in front.
const FIXED: [(&str, &str); 3] =
    [("response", "Response"), ("version", "Survey version"), ("came_in_at", "Came in at")];

/// The answers as a file. `moment` turns milliseconds since 1970 into the organiser's own day and time
/// of day. Rows are in the order of `received`.
pub fn write(
    versions: &[Survey],
    received: &[Received],
    cells: Cells,
    words: &Words,
    moment: impl Fn(u64) -> String,
) -> Vec<u8> {
    let book = Codebook::of(versions, words);
    let rows = rows(&book, versions, received);
    let columns = columns(&book, &rows);
    let head = match cells {
        Cells::Words => headings(&columns, words),
        Cells::Codes => {
            let fixed = FIXED.iter().map(|(name, _)| (*name).to_owned());
            fixed.chain(columns.iter().map(Column::name)).collect()
        }
    };
    let line = |row: &Row| {
        let response = &row.received.response;
        let name = |version| codebook::version_name(versions, version);
        let name = row.version.map_or_else(|| response.version.to_string(), name);
        let version = match name.parse::<u32>() {
            Ok(_) => Cell::Number(name),
            Err(_) => Cell::Text(name),
        };
        let mut line = vec![Cell::Text(id(row)), version, Cell::Text(moment(row.received.at))];
        line.extend(columns.iter().map(|column| column.cell(row, cells, words)));
        line
    };
    let head = head.into_iter().map(Cell::Text).collect();
    file([head].into_iter().chain(rows.iter().map(line)))
}

/// The letter keeps spreadsheets from reading an id of digits as a number.
fn id(row: &Row) -> String {
    format!("r{}", row.received.response.id)
}

fn rows<'a>(book: &Codebook, versions: &'a [Survey], received: &'a [Received]) -> Vec<Row<'a>> {
    let row = |received: &'a Received| {
        let version = version_of(versions, &received.response);
        let said = version.map(|version| codebook::said(version, &received.response));
        let place = |said: Said<'a>| {
            let entry = book.entries.iter().find(|e| e.is(said.asked.question, said.question.kind));
            entry.map(|entry| ((entry.code, said.asked.round), said))
        };
        let said = said.into_iter().flatten().filter_map(place).collect();
        Row { received, version, said }
    };
    received.iter().map(row).collect()
}

/// Each entry as many times as anybody was asked: always once at least.
fn columns<'a>(book: &'a Codebook, rows: &[Row]) -> Vec<Column<'a>> {
    let mut last: BTreeMap<usize, u8> = BTreeMap::new();
    for (code, round) in rows.iter().flat_map(|row| row.said.keys()) {
        let last = last.entry(*code).or_default();
        *last = (*last).max(*round);
    }
    let mut columns = Vec::new();
    for entry in book.by_code() {
        for round in 0..=last.get(&entry.code).copied().unwrap_or(0) {
            columns.extend(parts_of(entry).into_iter().map(|part| Column { entry, round, part }));
        }
    }
    columns
}

fn parts_of(entry: &Entry) -> Vec<Part> {
    let each = entry.kind.picks_many() || matches!(entry.kind, Kind::Ranking | Kind::Sorting);
    let mut by_code: Vec<usize> = (0..entry.choices.len()).collect();
    by_code.sort_by_key(|at| entry.choices[*at].code);
    let mut parts: Vec<Part> = match each {
        true => by_code.into_iter().map(Part::Choice).collect(),
        false => vec![Part::Whole],
    };
    if entry.choice(OTHER).is_some() && !entry.kind.is_typed() {
        parts.push(Part::OwnWords);
    }
    parts
}

/// What stands over each column of the file in words. No two say the same, whatever the questions say:
/// those that would have their name in the other file behind them.
fn headings(columns: &[Column], words: &Words) -> Vec<String> {
    let fixed = FIXED.iter().map(|(_, heading)| (*heading).to_owned());
    let own = columns.iter().map(|column| guarded(&column.heading(words)));
    let mut all: Vec<String> = fixed.chain(own).collect();
    let key = |heading: &String| heading.trim().to_lowercase();
    loop {
        let mut seen = BTreeSet::new();
        let twice: BTreeSet<String> =
            all.iter().map(key).filter(|heading| !seen.insert(heading.clone())).collect();
        if twice.is_empty() {
            return all;
        }
        for (heading, column) in all.iter_mut().skip(FIXED.len()).zip(columns) {
            if twice.contains(&key(heading)) {
                *heading = format!("{heading} [{}]", column.name());
            }
        }
    }
}

impl Column<'_> {
    /// What it is called in the file in codes.
    fn name(&self) -> String {
        let Column { entry, round, part } = self;
        let time = if *round == 0 { String::new() } else { format!(".{}", round + 1) };
        let part = match part {
            Part::Choice(at) => format!("_{}", entry.choices[*at].code),
            Part::OwnWords => "_text".to_owned(),
            Part::Whole => match entry.kind {
                Kind::Number => "_number",
                Kind::Date => "_date",
                Kind::Month => "_month",
                kind if kind.is_typed() => "_text",
                _ => "",
            }
            .to_owned(),
        };
        format!("q{}{time}{part}", entry.code)
    }

    /// What it is called in the file in words: the newest words.
    fn heading(&self, words: &Words) -> String {
        let Column { entry, round, part } = self;
        let time = if *round == 0 { String::new() } else { format!(" ({})", round + 1) };
        let part = match part {
            Part::Whole => String::new(),
            Part::Choice(at) => format!(": {}", entry.choices[*at].text),
            Part::OwnWords => format!(": {}", words.say(Word::OtherWords)),
        };
        without_controls(&format!("{}{time}{part}", entry.text))
    }

    /// True when this version of its question had what it is about.
    fn is_in(&self, question: &Question) -> bool {
        match self.part {
            Part::Whole => true,
            Part::Choice(at) => question.offers(self.entry.choices[at].id),
            Part::OwnWords => question.other,
        }
    }

    fn cell(&self, row: &Row, cells: Cells, words: &Words) -> Cell {
        let missing = |why: Missing| match cells {
            Cells::Words => Cell::empty(),
            Cells::Codes => Cell::Missing(why),
        };
        let said = row.said.get(&(self.entry.code, self.round));
        match said {
            // What was not said instead of a choice was said as one, in another column.
            None if self.part == Part::OwnWords => Cell::empty(),
            _ if row.version.is_none() => missing(Missing::NoVersion),
            None => missing(Missing::NotAsked),
            Some(said) if !self.is_in(said.question) => Cell::empty(),
            Some(Said { question, outcome, .. }) => match outcome {
                Outcome::Answer(answer) => self.answer(question, answer, cells, words),
                _ if self.part == Part::OwnWords => Cell::empty(),
                Outcome::Skipped => missing(Missing::Skipped),
                Outcome::Unfit => missing(Missing::Unfit),
            },
        }
    }

    fn answer(&self, question: &Question, answer: &Answer, cells: Cells, words: &Words) -> Cell {
        let entry = self.entry;
        let in_words = cells == Cells::Words;
        let no_place = || if in_words { Cell::empty() } else { Cell::Missing(Missing::NoPlace) };
        match (self.part, answer) {
            (Part::OwnWords, Answer::Other { words, .. }) => Cell::Text(words.clone()),
            (Part::OwnWords, _) => Cell::empty(),
            // Whoever counts the words in a column counts ticks.
            (Part::Choice(_), Answer::PreferNotToSay) if in_words && entry.kind.picks_many() => {
                Cell::empty()
            }
            (_, Answer::PreferNotToSay) if in_words => {
                Cell::Text(words.say(Word::PreferNot).to_owned())
            }
            (_, Answer::PreferNotToSay) => Cell::Missing(Missing::PreferredNot),
            (Part::Whole, Answer::Text(text)) => typed_cell(question.kind, text),
            (Part::Whole, answer) => {
                let picked = entry.choices.iter().find(|choice| answer.picked(choice.id));
                picked.map_or_else(Cell::empty, |choice| match cells {
                    Cells::Words => Cell::Text(says(question, choice.id, words)),
                    Cells::Codes => Cell::Number(choice.code.to_string()),
                })
            }
            (Part::Choice(at), Answer::Ranked(order)) => {
                let place = order.iter().position(|id| *id == entry.choices[at].id);
                place.map_or_else(no_place, |place| Cell::Number((place + 1).to_string()))
            }
            (Part::Choice(at), Answer::Sorted(cards)) => {
                let place = cards.iter().find(|(id, _)| *id == entry.choices[at].id);
                place.map_or_else(no_place, |(_, place)| match cells {
                    Cells::Words => Cell::Text(pile(question, usize::from(*place), words)),
                    Cells::Codes => Cell::Number((place + 1).to_string()),
                })
            }
            (Part::Choice(at), answer) => {
                let id = entry.choices[at].id;
                match (answer.picked(id), cells) {
                    (true, Cells::Words) => Cell::Text(says(question, id, words)),
                    (false, Cells::Words) => Cell::empty(),
                    (picked, Cells::Codes) => Cell::Number(u8::from(picked).to_string()),
                }
            }
        }
    }
}

/// What was typed, in one way of writing.
fn typed_cell(kind: Kind, text: &str) -> Cell {
    let cell = match kind {
        Kind::Number => typed::number(text).map(|number| Cell::Number(typed::show(number))),
        Kind::Date => {
            typed::date(text).map(|(y, m, d)| Cell::Text(format!("{y:04}-{m:02}-{d:02}")))
        }
        Kind::Month => typed::month(text).map(|(y, m)| Cell::Text(format!("{y:04}-{m:02}"))),
        _ => Some(Cell::Text(text.to_owned())),
    };
    cell.unwrap_or_else(Cell::empty)
}

/// What a choice said to a person with this version of the question.
fn says(question: &Question, choice: ChoiceId, words: &Words) -> String {
    let own = question.choices.iter().find(|own| own.id == choice);
    let says = own.map_or_else(
        || standard::says(choice, question.kind, words),
        |own| own.says(question.kind, words),
    );
    piping::without_answers(says)
}

fn pile(question: &Question, place: usize, words: &Words) -> String {
    piping::without_answers(question.pile(place, words))
}
