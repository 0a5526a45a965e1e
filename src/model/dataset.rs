//! Who said what, as one table: a row for each response, and typed columns for what was asked.
//!
//! Published versions and received responses go in. Counts on the screen and every file that is downloaded read
//! this and nothing else, so they agree cell by cell. Who was asked is found out once, for a whole response and not for a
//! cell: see [`Grid`].
//!
//! A question that a person is asked many times has columns for each time. Columns stand in the order of their
//! codes, which never change (see [`codebook`](super::codebook)). What a team did with what people wrote has columns
//! too, where it is given ([`Dataset::with`]). Answers that are kept apart have a table of their own, once enough of
//! them are in ([`Dataset::of_apart`]). Absent: how a value is written in a file, and who is shown beside whom.

mod apart;
mod column;
mod done;
mod grid;
mod value;
mod written;

pub use apart::{FEWEST_APART, TooFew, held_back, open_sets};
pub use column::{Column, Many, Part, pile, says};
pub use grid::Grid;
pub use value::{Missing, Value};
pub use written::{Written, is_written, written, written_to};

use super::answer::Answer;
use super::codebook::{Entry, version_name};
use super::id::QuestionId;
use super::inbox::Received;
use super::standard::{HELP, HELP_ANSWERED};
use super::survey::{Kind, Language, Question, Survey};
use super::words::Words;
use done::Done;
use grid::{Of, placed};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Who said what.
pub struct Dataset<'a> {
    /// Every published version.
    pub versions: &'a [Survey],
    /// What standard choices say.
    pub words: &'a Words,
    /// Every question that was ever asked, in the order of the newest version.
    pub entries: Vec<Entry>,
    /// The rows, in the order in which the responses were given.
    pub people: Vec<Person<'a>>,
    /// True for the table of what is kept apart. Nothing in it may tell to which of the other responses a row belongs.
    pub is_apart: bool,
    /// How many sets that are kept apart are not in it, since too few of their kind are in.
    pub held: usize,
    /// By code, then by the time round.
    groups: Vec<Group<'a>>,
    grid: Arc<Grid>,
    /// What the team did with what people wrote, where that is to have columns.
    done: Option<Done<'a>>,
}

/// One response.
pub struct Person<'a> {
    /// What came in.
    pub received: &'a Received,
    /// The place of the version that was answered. `None` when it is not here, so that nobody knows what was asked.
    pub version: Option<usize>,
    /// Whether somebody helped.
    pub help: Help,
}

/// What a person said about help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Help {
    /// Nothing.
    Unsaid,
    /// They answered for themselves: alone, or with help.
    OwnAnswers,
    /// Somebody else answered in their place. Who wrote down what a person said, or explained words to them, did not.
    AnsweredFor,
}

/// One question, the same time round, for everybody.
struct Group<'a> {
    /// The place of its entry.
    entry: usize,
    round: u8,
    /// The question as it was in each version, by the version's place.
    questions: Vec<Option<&'a Question>>,
}

/// What came of a question with one person.
#[derive(Clone, Copy)]
enum Slot<'a> {
    NotAsked,
    Skipped,
    Unfit,
    Answer(&'a Answer),
}

/// One time round of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round(usize);

/// What came of a question with one person, for those who count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    NotAsked,
    Skipped,
    /// Something that can be no answer to it.
    Unfit,
    PreferredNot,
    Answered,
}

impl<'a> Dataset<'a> {
    /// The table of these responses, with these versions of one survey, in any order. Without the questions whose
    /// answers are kept apart.
    pub fn of(versions: &'a [Survey], received: &'a [Received], words: &'a Words) -> Self {
        let people = received.iter().filter(|received| !received.response.given.apart).collect();
        Self::of_part(versions, people, words, false)
    }

    /// The table of the responses that are kept apart, in an order that tells nothing. No row of it is a row of the
    /// other table, so nothing can be compared by it. It has the newest words of all: those that a person read would
    /// tell their version.
    ///
    /// # Errors
    /// Before [`FEWEST_APART`] are in that nothing tells apart.
    pub fn of_apart(
        versions: &'a [Survey],
        received: &'a [Received],
        words: &'a Words,
    ) -> Result<Self, TooFew> {
        let open = open_sets(versions, received);
        let here = received.iter().filter(|received| received.response.given.apart).count();
        let held = here - open.len();
        match open.is_empty() {
            true => Err(TooFew { here }),
            false => Ok(Self { held, ..Self::of_part(versions, open, words, true) }),
        }
    }

    fn of_part(
        versions: &'a [Survey],
        people: Vec<&'a Received>,
        words: &'a Words,
        apart: bool,
    ) -> Self {
        let mut grid = Grid::begin(versions, words, apart);
        grid.add(versions, people.iter().copied());
        Self::over(Arc::new(grid), versions, people, words, apart)
    }

    /// The same table as [`of`](Self::of), at once where there is a grid of just these. None of them is kept apart.
    pub fn laid(
        grid: Option<Arc<Grid>>,
        versions: &'a [Survey],
        received: &'a [Received],
        words: &'a Words,
    ) -> Self {
        match grid.filter(|grid| grid.is_of(versions, received)) {
            Some(grid) => Self::over(grid, versions, received, words, false),
            None => Self::of(versions, received, words),
        }
    }

    fn over(
        grid: Arc<Grid>,
        versions: &'a [Survey],
        received: impl IntoIterator<Item = &'a Received>,
        words: &'a Words,
        is_apart: bool,
    ) -> Self {
        let entries = grid.entries.clone();
        let people = received.into_iter().zip(&grid.people);
        let person = |(received, (version, help)): (&'a Received, &(Option<usize>, Help))| Person {
            received,
            version: *version,
            help: *help,
        };
        let people = people.map(person).collect();
        let places: Vec<_> = versions.iter().map(|survey| placed(&entries, survey)).collect();
        let questions = |entry: usize| {
            let of = |places: &BTreeMap<QuestionId, (usize, &'a Question)>| {
                let (at, question) = places.get(&entries[entry].id)?;
                (*at == entry).then_some(*question)
            };
            places.iter().map(of).collect()
        };
        let mut by_code: Vec<usize> = (0..entries.len()).collect();
        by_code.sort_by_key(|place| entries[*place].code);
        // Always once at least, and every time up to the last that anybody was asked.
        let rounds = |entry: usize| (0..grid.slots[entry].len()).map(move |round| (entry, round));
        let group =
            |(entry, round)| Group { entry, round: round as u8, questions: questions(entry) };
        let groups = by_code.into_iter().flat_map(rounds).map(group).collect();
        Self { versions, words, entries, people, is_apart, held: 0, groups, grid, done: None }
    }

    fn slot(&self, group: usize, row: usize) -> Slot<'a> {
        let Group { entry, round, .. } = self.groups[group];
        let slot = self.grid.slots[entry][usize::from(round)].get(row).copied();
        let answers = self.people[row].received.response.answers.as_slice();
        match slot.unwrap_or_default().of() {
            Of::NotAsked => Slot::NotAsked,
            Of::Skipped => Slot::Skipped,
            Of::Unfit => Slot::Unfit,
            Of::Answer(place) => Slot::Answer(&answers[place].1),
        }
    }

    /// The version that a person answered.
    pub fn version(&self, row: usize) -> Option<&'a Survey> {
        self.people[row].version.map(|version| &self.versions[version])
    }

    /// What people call the version that a person answered. Of one that is not here, its number.
    pub fn version_of(&self, row: usize) -> String {
        match self.version(row) {
            Some(survey) => version_name(self.versions, survey),
            None => self.people[row].received.response.version.to_string(),
        }
    }

    /// The language that a person answered in. `None` when nobody knows.
    pub fn language(&self, row: usize) -> Option<Language> {
        let given = &self.people[row].received.response.given;
        given.language.or_else(|| Some(self.version(row)?.language))
    }

    /// The times round of one question.
    pub fn rounds_of(&self, entry: usize) -> Vec<Round> {
        let is_of = |place: &usize| self.groups[*place].entry == entry;
        (0..self.groups.len()).filter(is_of).map(Round).collect()
    }

    /// What came of a question with one person.
    pub fn came(&self, round: Round, row: usize) -> Came {
        self.slot(round.0, row).came()
    }

    /// What this person said then, where it is an answer to the question.
    pub fn answer(&self, round: Round, row: usize) -> Option<&'a Answer> {
        match self.slot(round.0, row) {
            Slot::Answer(answer) => Some(answer),
            Slot::NotAsked | Slot::Skipped | Slot::Unfit => None,
        }
    }

    /// The columns of one time round of a question.
    pub fn columns_at(&self, round: Round, many: Many) -> Vec<Column> {
        self.columns_in(round.0, many).collect()
    }

    /// The columns of one question, for each time round that it can have been asked.
    pub fn columns_of(&self, entry: usize, many: Many) -> Vec<Column> {
        let rounds = self.rounds_of(entry).into_iter();
        rounds.flat_map(|round| self.columns_in(round.0, many)).collect()
    }

    /// Every column, in the order of the codes.
    pub fn columns(&self, many: Many) -> Vec<Column> {
        (0..self.groups.len()).flat_map(|place| self.columns_in(place, many)).collect()
    }

    fn columns_in(&self, place: usize, many: Many) -> impl Iterator<Item = Column> {
        let Group { entry, round, .. } = self.groups[place];
        let mut parts = column::parts_of(&self.entries[entry], many);
        parts.extend(self.done.iter().flat_map(|done| done.parts_of(entry)));
        parts.into_iter().map(move |part| Column { entry, round, part, group: place })
    }

    /// The question of a column as it was in a version, by the version's place.
    pub fn question_in(&self, column: &Column, version: usize) -> Option<&'a Question> {
        self.groups[column.group].questions[version]
    }

    /// The question of a column as this person read it.
    pub fn question(&self, column: &Column, row: usize) -> Option<&'a Question> {
        self.question_in(column, self.people[row].version?)
    }

    /// What stands in a column for one person.
    pub fn value(&self, column: &Column, row: usize) -> Value<'a> {
        if let (Part::Tag(_) | Part::Mark, Some(done)) = (column.part, &self.done) {
            return done.value(self, column, row);
        }
        let entry = &self.entries[column.entry];
        let slot = self.slot(column.group, row);
        match (slot, self.question(column, row)) {
            // What was not said instead of a choice was said as one, in another column.
            (Slot::NotAsked, _) if column.part == Part::OwnWords => Value::Empty,
            _ if self.people[row].version.is_none() => Value::Missing(Missing::NoVersion),
            (Slot::NotAsked, _) | (_, None) => Value::Missing(Missing::NotAsked),
            (_, Some(question)) if !column.is_in(entry, question) => Value::Empty,
            (Slot::Answer(answer), Some(question)) => {
                value::of(entry, column.part, question.kind, answer)
            }
            _ if column.part == Part::OwnWords => Value::Empty,
            (Slot::Skipped, _) => Value::Missing(Missing::Skipped),
            (Slot::Unfit, _) => Value::Missing(Missing::Unfit),
        }
    }

    /// True for an entry that one person can be asked many times.
    pub fn is_repeated(&self, entry: usize) -> bool {
        let id = self.entries[entry].id;
        let repeats = |survey: &Survey| {
            let place = survey.questions.iter().position(|question| question.id == id);
            let title = place.and_then(|place| {
                survey.questions[..place].iter().rfind(|question| question.kind == Kind::Section)
            });
            id != HELP && title.is_some_and(|title| title.repeat.is_some())
        };
        self.versions.iter().any(repeats)
    }
}

impl Help {
    fn of(answer: &Answer) -> Self {
        if answer.picked(HELP_ANSWERED) { Help::AnsweredFor } else { Help::OwnAnswers }
    }
}

impl Slot<'_> {
    fn came(self) -> Came {
        match self {
            Slot::NotAsked => Came::NotAsked,
            Slot::Skipped => Came::Skipped,
            Slot::Unfit => Came::Unfit,
            Slot::Answer(Answer::PreferNotToSay) => Came::PreferredNot,
            Slot::Answer(_) => Came::Answered,
        }
    }
}
