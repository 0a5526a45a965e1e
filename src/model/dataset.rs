//! Who said what, as one table: a row for each response, and typed columns for what was asked.
//!
//! Published versions and received responses go in. Counts on the screen and every file that is downloaded read
//! this and nothing else, so they agree cell by cell. It is built once for each of them: who was asked is found out
//! for a whole response, not for a cell.
//!
//! A question that a person is asked many times has columns for each time. Columns stand in the order of their
//! codes, which never change (see [`codebook`](super::codebook)). What a team did with what people wrote has columns
//! too, where it is given ([`Dataset::with`]). Answers that are kept apart have a table of their own, once enough of
//! them are in ([`Dataset::of_apart`]). Absent: how a value is written in a file, and who is shown beside whom.

mod apart;
mod column;
mod done;
mod value;
mod written;

pub use apart::{FEWEST_APART, TooFew, held_back, open_sets};
pub use column::{Column, Many, Part, pile, says};
pub use value::{Missing, Value};
pub use written::{Written, is_written, written, written_to};

use super::answer::Answer;
use super::codebook::{self, Codebook, Entry, Outcome, version_name, version_of};
use super::id::QuestionId;
use super::inbox::Received;
use super::standard::{HELP, HELP_ANSWERED};
use super::survey::{Kind, Language, Question, Survey};
use super::words::Words;
use done::Done;
use std::collections::BTreeMap;

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
    /// What came of it, by row.
    slots: Vec<Slot<'a>>,
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
        received: Vec<&'a Received>,
        words: &'a Words,
        apart: bool,
    ) -> Self {
        let mut entries = Codebook::of(versions, words).entries;
        entries.retain(|entry| {
            let all = versions.iter().flat_map(|survey| &survey.questions);
            all.clone().any(|q| q.apart == apart && entry.is(q.id, q.kind))
        });
        let place_in = |survey: &'a Survey| -> BTreeMap<QuestionId, (usize, &'a Question)> {
            let asked = survey.questions.iter().filter(|question| question.kind.asks());
            let place = |question: &'a Question| {
                let entry = entries.iter().position(|e| e.is(question.id, question.kind))?;
                Some((question.id, (entry, question)))
            };
            asked.filter_map(place).collect()
        };
        let places: Vec<_> = versions.iter().map(place_in).collect();
        let mut groups: BTreeMap<(usize, u8), Vec<Slot<'a>>> = BTreeMap::new();
        let mut people = Vec::with_capacity(received.len());
        for (row, received) in received.iter().copied().enumerate() {
            let response = &received.response;
            let survey = version_of(versions, response);
            let version =
                survey.and_then(|survey| versions.iter().position(|v| v.edition == survey.edition));
            let mut help = Help::Unsaid;
            let said = survey.map(|survey| codebook::said(survey, response)).unwrap_or_default();
            for said in said {
                let place = version.and_then(|version| places[version].get(&said.asked.question));
                let Some((entry, _)) = place else { continue };
                let slots = groups.entry((*entry, said.asked.round)).or_default();
                slots.resize(row, Slot::NotAsked);
                slots.push(match said.outcome {
                    Outcome::Skipped => Slot::Skipped,
                    Outcome::Unfit => Slot::Unfit,
                    Outcome::Answer(answer) => {
                        if said.asked.question == HELP {
                            help = Help::of(answer);
                        }
                        Slot::Answer(answer)
                    }
                });
            }
            people.push(Person { received, version, help });
        }
        let group = |entry: usize, round: u8, mut slots: Vec<Slot<'a>>| {
            slots.resize(received.len(), Slot::NotAsked);
            let of = |places: &BTreeMap<QuestionId, (usize, &'a Question)>| {
                let (at, question) = places.get(&entries[entry].id)?;
                (*at == entry).then_some(*question)
            };
            Group { entry, round, questions: places.iter().map(of).collect(), slots }
        };
        let mut by_code: Vec<usize> = (0..entries.len()).collect();
        by_code.sort_by_key(|place| entries[*place].code);
        let mut all = Vec::new();
        for place in by_code {
            let rounds = groups.range((place, 0)..=(place, u8::MAX)).map(|((_, round), _)| *round);
            // Always once at least, and every time up to the last that anybody was asked.
            for round in 0..=rounds.max().unwrap_or(0) {
                let slots = groups.remove(&(place, round)).unwrap_or_default();
                all.push(group(place, round, slots));
            }
        }
        Self { versions, words, entries, people, is_apart: apart, held: 0, groups: all, done: None }
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
        self.groups[round.0].slots[row].came()
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
        let slot = self.groups[column.group].slots[row];
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
