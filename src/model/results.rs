//! What people said, added up.
//!
//! The table of who said what goes in (see [`dataset`](super::dataset)); for each question, counts and written
//! answers come out. Only what a person was asked counts. What somebody answered for a person is added up
//! apart, and never with what people said themselves. No percentages: with few people they mislead,
//! and easy read does without them.

pub mod chart;
pub mod summary;

use super::answer::Answer;
use super::codebook::Entry;
use super::dataset::{Came, Column, Dataset, Help, Many, Part, Round, Value};
use super::id::ChoiceId;
use super::limit::Hundredths;
use super::plain_text::is_blank;
use super::standard::HELP;
use core::ops::Range;

/// What everybody said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// What people said who answered for themselves, alone or with help.
    pub own: Told,
    /// What somebody else answered for a person.
    pub for_them: Told,
    /// What all of them said about help: it tells the two apart, so it is told once.
    pub help: Option<Tally>,
    /// How many of those who count as answering for themselves did not say if somebody helped.
    pub help_unsaid: usize,
    /// How many stopped before the end. What they said counts.
    pub unfinished: usize,
    /// Responses to versions that are not here. Nobody can tell what was asked, so they count nowhere.
    pub unknown: usize,
}

/// The answers of some people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How many people these answers are about.
    pub people: usize,
    /// Every question but the one about help, in the order of the codebook.
    pub tallies: Vec<Tally>,
}

/// What people said to one question. A question that a person was asked many times counts each
/// time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The question, with every choice it ever had.
    pub entry: Entry,
    /// True for a question that one person can be asked many times. It counts times, not people.
    pub is_repeated: bool,
    /// How many people picked each choice, in the order of the entry's choices. For a ranking, how
    /// many put it first.
    pub counts: Vec<usize>,
    /// For a ranking: how many people gave each choice a place at all.
    pub ranked: Vec<usize>,
    /// For sorted cards: how many people put each card into each of the 3 places.
    pub sorted: Vec<[usize; 3]>,
    /// For numbers: each, from small to large.
    pub numbers: Vec<Hundredths>,
    /// For dates: year, month and day of each, from the earliest on. The day of a month is 0.
    pub dates: Vec<(u32, u32, u32)>,
    /// What people wrote, in the order it came in.
    pub written: Vec<String>,
    /// How many answered.
    pub answered: usize,
    /// How many preferred not to say.
    pub preferred_not: usize,
    /// How many were asked and did not answer.
    pub skipped: usize,
    /// How many sent something that can be no answer to this question.
    pub unfit: usize,
}

/// Adds up every question, for everybody.
pub fn results(data: &Dataset) -> Results {
    results_of(data, 0..data.people.len())
}

/// The same for the people in these rows alone. Those of all rows joined are the results for everybody, so that many
/// can be added up a few at a time.
pub fn results_of(data: &Dataset, rows: Range<usize>) -> Results {
    let people = rows.len();
    let known = || rows.clone().filter(|row| data.people[*row].version.is_some());
    let is_for = |row: &usize| data.people[*row].help == Help::AnsweredFor;
    let (for_them, own): (Vec<usize>, Vec<usize>) = known().partition(is_for);
    let unsaid = |row: &&usize| data.people[**row].help == Help::Unsaid;
    let help = data.entries.iter().position(|entry| entry.id == HELP);
    Results {
        help_unsaid: own.iter().filter(unsaid).count(),
        unfinished: known()
            .filter(|row| data.people[*row].received.response.given.unfinished)
            .count(),
        unknown: people - own.len() - for_them.len(),
        help: help.map(|entry| tally(data, entry, &known().collect::<Vec<_>>())),
        own: told(data, &own),
        for_them: told(data, &for_them),
    }
}

/// What the people in these rows said to every question but the one about help.
pub fn told(data: &Dataset, rows: &[usize]) -> Told {
    let asked = (0..data.entries.len()).filter(|entry| data.entries[*entry].id != HELP);
    Told { people: rows.len(), tallies: asked.map(|entry| tally(data, entry, rows)).collect() }
}

/// What the people in these rows said to one question.
pub fn tally(data: &Dataset, entry: usize, rows: &[usize]) -> Tally {
    let mut tally = Tally::new(data.entries[entry].clone(), data.is_repeated(entry));
    let rounds = data.rounds_of(entry).into_iter();
    let rounds: Vec<(Round, Vec<Column>)> =
        rounds.map(|round| (round, data.columns_at(round, Many::Columns))).collect();
    for row in rows {
        for (round, columns) in &rounds {
            match data.came(*round, *row) {
                Came::NotAsked => continue,
                Came::Skipped => tally.skipped += 1,
                Came::Unfit => tally.unfit += 1,
                Came::PreferredNot => tally.preferred_not += 1,
                Came::Answered => tally.answered += 1,
            }
            match data.answer(*round, *row) {
                None | Some(Answer::PreferNotToSay) => {}
                // Nearly all answers are these, and there may be many: the same as their columns say, in one look.
                Some(Answer::OneChoice(picked)) => tally.pick(*picked),
                Some(Answer::ManyChoices(picked)) => picked.iter().for_each(|id| tally.pick(*id)),
                Some(_) => {
                    for column in columns {
                        tally.add(column.part, data.value(column, *row));
                    }
                }
            }
        }
    }
    tally.settle();
    tally
}

impl Results {
    /// Adds what came of more people, who gave their answers after these. [`settle`](Self::settle) comes last.
    pub fn join(&mut self, more: Results) {
        self.own.join(more.own);
        self.for_them.join(more.for_them);
        self.help = match (self.help.take(), more.help) {
            (Some(mut help), Some(more)) => {
                help.join(more);
                Some(help)
            }
            (one, other) => one.or(other),
        };
        self.help_unsaid += more.help_unsaid;
        self.unfinished += more.unfinished;
        self.unknown += more.unknown;
    }

    /// Puts what was joined in order.
    pub fn settle(&mut self) {
        let all = self.own.tallies.iter_mut().chain(&mut self.for_them.tallies);
        all.chain(&mut self.help).for_each(Tally::settle);
    }
}

impl Told {
    fn join(&mut self, more: Told) {
        self.people += more.people;
        match self.tallies.is_empty() {
            true => self.tallies = more.tallies,
            false => self.tallies.iter_mut().zip(more.tallies).for_each(|(own, m)| own.join(m)),
        }
    }
}

impl Tally {
    fn new(entry: Entry, is_repeated: bool) -> Self {
        let choices = entry.choices.len();
        Self {
            counts: vec![0; choices],
            ranked: vec![0; choices],
            sorted: vec![[0; 3]; choices],
            numbers: Vec::new(),
            dates: Vec::new(),
            written: Vec::new(),
            answered: 0,
            preferred_not: 0,
            skipped: 0,
            unfit: 0,
            entry,
            is_repeated,
        }
    }

    /// Both of the same question.
    fn join(&mut self, more: Tally) {
        let add = |own: &mut usize, more: usize| *own += more;
        self.counts.iter_mut().zip(more.counts).for_each(|(own, more)| add(own, more));
        self.ranked.iter_mut().zip(more.ranked).for_each(|(own, more)| add(own, more));
        for (own, more) in self.sorted.iter_mut().zip(more.sorted) {
            own.iter_mut().zip(more).for_each(|(own, more)| add(own, more));
        }
        self.numbers.extend(more.numbers);
        self.dates.extend(more.dates);
        self.written.extend(more.written);
        add(&mut self.answered, more.answered);
        add(&mut self.preferred_not, more.preferred_not);
        add(&mut self.skipped, more.skipped);
        add(&mut self.unfit, more.unfit);
    }

    fn settle(&mut self) {
        self.numbers.sort_unstable();
        self.dates.sort_unstable();
    }

    fn pick(&mut self, picked: ChoiceId) {
        if let Some(at) = self.entry.choices.iter().position(|choice| choice.id == picked) {
            self.counts[at] += 1;
        }
    }

    fn add(&mut self, part: Part, value: Value) {
        match (part, value) {
            (_, Value::Choice(at)) | (Part::Choice(at), Value::Ticked(true)) => {
                self.counts[at] += 1
            }
            (Part::Choice(at), Value::Place(place)) => {
                self.counts[at] += usize::from(place == 1);
                self.ranked[at] += 1;
            }
            (Part::Choice(at), Value::Pile(pile)) => self.sorted[at][pile] += 1,
            (_, Value::Number(number)) => self.numbers.push(number),
            (_, Value::Date(date)) => self.dates.push(date),
            (_, Value::Month((year, month))) => self.dates.push((year, month, 0)),
            (_, Value::Text(words)) if !is_blank(words) => self.written.push(words.to_owned()),
            _ => {}
        }
    }

    /// The number in the middle: as many are below it as above. `None` without numbers.
    pub fn middle(&self) -> Option<Hundredths> {
        let count = self.numbers.len();
        let Hundredths(upper) = *self.numbers.get(count / 2)?;
        let Hundredths(lower) = *self.numbers.get(count.saturating_sub(1) / 2)?;
        Some(Hundredths(lower + (upper - lower) / 2))
    }
}
