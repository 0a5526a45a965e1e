//! Counts that can be shared: small ones are hidden or rounded, and so is what would give them back.
//!
//! The table goes in, with a rule; what may be shown of each question comes out. Nobody who reads all of it can work
//! out a hidden count: not from totals, not from the other choices, not from who was asked, and not by knowing these
//! rules. Where no choice of hidden counts is safe, the question is left out. What is shown is about people who
//! answered for themselves. Written answers, numbers and dates are left out: each is one person's. Of what people wrote,
//! tags are counted and quotes shown by [`shared_words`].
//!
//! Absent: comparing groups. Two tables of the same people, cut in another way, give back what one of them hides; so
//! only the organiser's own view compares. The rules: NHS Digital's disclosure control (1 to 7 are 5, others to the
//! nearest 5), and the usual threshold of 5 or 10. That nothing is given back is tested with linear programming.

mod apart;
mod ticks;
mod words;

pub use apart::shared_apart;
pub use words::{SharedWords, shared_words};

use super::codebook::Entry;
use super::compare::own;
use super::dataset::Dataset;
use super::id::QuestionId;
use super::results::{Tally, tally};
use super::standard::{HELP, HELP_ANSWERED};
use super::survey::{Kind, Question};
use std::collections::BTreeMap;

/// Which counts are small, and what becomes of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Counts from 1 up to, and without, this one are hidden.
    Under(usize),
    /// 1 to 7 are shown as 5, others rounded to the nearest 5.
    Rounded,
}

impl Default for Rule {
    fn default() -> Self {
        Rule::Under(5)
    }
}

/// A count as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    Count(usize),
    /// Small, or it would give back a small one.
    Hidden,
    /// Rounded.
    About(usize),
}

/// What may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// How many people answered for themselves.
    pub people: Shown,
    /// Every question, in the order of the newest version. None where there are too few people for any.
    pub tables: Vec<Table>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The question, with every choice it ever had.
    pub entry: Entry,
    /// Its counts, or why it is left out.
    pub counts: Result<Counts, LeftOut>,
}

/// The counts of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// How many people were asked.
    pub asked: Shown,
    /// How many of them did not answer, for whatever reason. Hidden where cards are sorted.
    pub unanswered: Shown,
    /// For each choice a count, or for sorted cards one for each of the 3 places.
    pub choices: Vec<Vec<Shown>>,
}

/// Why a question is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Written answers, numbers or dates.
    Words,
    /// One person is asked it many times.
    Repeated,
    /// Its counts would give back small ones.
    Small,
    /// Who is asked it would give back small counts of the question that decides about it.
    Depends,
}

impl Rule {
    /// What a count is shown as, by itself.
    fn shows(self, count: usize) -> Shown {
        match (self, count) {
            (Rule::Under(least), count) if (1..least).contains(&count) => Shown::Hidden,
            (Rule::Under(_), count) => Shown::Count(count),
            (Rule::Rounded, 1..=7) => Shown::About(5),
            (Rule::Rounded, count) => Shown::About((count + 2) / 5 * 5),
        }
    }

    /// True for a count that nobody may know.
    pub fn is_small(self, count: usize) -> bool {
        match self {
            Rule::Under(least) => (1..least).contains(&count),
            Rule::Rounded => (1..=7).contains(&count),
        }
    }
}

/// The fewest values that a rounded small count must still be able to have.
const LEAST_VALUES: i64 = 4;

/// The smallest and the largest number that something can be.
type Range = (i64, i64);

/// What people can tell of a number that is shown so.
fn range(shown: Shown, most: i64) -> Range {
    match shown {
        Shown::Count(count) => (count as i64, count as i64),
        Shown::Hidden => (1, most),
        Shown::About(0) => (0, 0),
        Shown::About(5) => (1, 7),
        Shown::About(about) => (about as i64 - 2, about as i64 + 2),
    }
}

/// What may be shown by this rule.
pub fn shared(data: &Dataset, rule: Rule) -> Shared {
    let rows = own(data);
    if rows.is_empty() || rule.is_small(rows.len()) {
        return Shared { people: rule.shows(rows.len()), tables: Vec::new() };
    }
    let mut made: Vec<(Tally, Result<Counts, LeftOut>)> = Vec::new();
    for place in 0..data.entries.len() {
        let mut tally = tally(data, place, &rows);
        if tally.entry.id == HELP {
            without_answered_for(&mut tally);
        }
        let counts = match tally.entry.kind {
            kind if kind.is_typed() => Err(LeftOut::Words),
            _ if tally.is_repeated => Err(LeftOut::Repeated),
            _ => counts(data, &tally, rows.len(), rule),
        };
        made.push((tally, counts));
    }
    if rule == Rule::Rounded {
        check_rounded(data, &mut made, rows.len());
    }
    leave_out_what_depends(data, &mut made, rule);
    let table = |(tally, counts): (Tally, _)| Table { entry: tally.entry, counts };
    Shared { people: rule.shows(rows.len()), tables: made.into_iter().map(table).collect() }
}

/// All these people answered for themselves. That nobody of them said otherwise would read as if nobody had.
fn without_answered_for(tally: &mut Tally) {
    let place = tally.entry.choices.iter().position(|choice| choice.id == HELP_ANSWERED);
    if let Some(place) = place.filter(|place| tally.counts[*place] == 0) {
        tally.entry.choices.remove(place);
        tally.counts.remove(place);
        tally.ranked.remove(place);
        tally.sorted.remove(place);
    }
}

fn unanswered(tally: &Tally) -> usize {
    tally.preferred_not + tally.skipped + tally.unfit
}

fn counts(data: &Dataset, tally: &Tally, people: usize, rule: Rule) -> Result<Counts, LeftOut> {
    let unanswered = unanswered(tally);
    let asked = tally.answered + unanswered;
    // Who was asked, and who was not, are counts too.
    if rule.is_small(asked) || rule.is_small(people - asked) {
        return Err(LeftOut::Small);
    }
    let show = |cells: &[usize]| match rule {
        Rule::Under(least) => hidden(cells, least).ok_or(LeftOut::Small),
        Rule::Rounded => Ok(cells.iter().map(|count| rule.shows(*count)).collect()),
    };
    let asked_shown = rule.shows(asked);
    let kind = tally.entry.kind;
    if kind == Kind::Sorting {
        let card = |piles: &[usize; 3]| {
            let placed: usize = piles.iter().sum();
            let mut shown = show(&[&piles[..], &[asked - placed]].concat())?;
            shown.truncate(3);
            Ok(shown)
        };
        let choices = tally.sorted.iter().map(card).collect::<Result<_, _>>()?;
        return Ok(Counts { asked: asked_shown, unanswered: Shown::Hidden, choices });
    }
    if kind.picks_many() {
        return ticks::counts(data, tally, rule);
    }
    let mut shown: Vec<Shown> = show(&[&tally.counts[..], &[unanswered]].concat())?;
    let unanswered = shown.pop().unwrap_or(Shown::Hidden);
    let choices = shown.into_iter().map(|shown| vec![shown]).collect();
    Ok(Counts { asked: asked_shown, unanswered, choices })
}

/// Counts that add up to a total that people may know, as they may be shown. `None` where hiding all still gives one
/// back.
pub fn hide(cells: &[usize], rule: Rule) -> Option<Vec<Shown>> {
    match rule {
        Rule::Under(least) => hidden(cells, least),
        Rule::Rounded => Some(cells.iter().map(|count| rule.shows(*count)).collect()),
    }
}

/// Counts that add up to a total that people know, with as few hidden as will do. `None` where hiding all that are not
/// 0 still gives one back.
///
/// A hidden count may be anything from 1 to what the others leave it. That has to reach as far as a small count does,
/// so that it says no more than "hidden" does. One count more that is hidden stands for the small ones: the smallest.
fn hidden(cells: &[usize], least: usize) -> Option<Vec<Shown>> {
    let mut is_hidden: Vec<bool> = cells.iter().map(|c| (1..least).contains(c)).collect();
    if !is_hidden.contains(&true) {
        return Some(cells.iter().map(|count| Shown::Count(*count)).collect());
    }
    loop {
        let all = || cells.iter().zip(&is_hidden).filter(|(_, is)| **is);
        let (sum, number) = (all().map(|(count, _)| count).sum::<usize>(), all().count());
        if number > 1 && sum + 1 - number >= least - 1 {
            let show = |(count, is): (&usize, &bool)| {
                if *is { Shown::Hidden } else { Shown::Count(*count) }
            };
            return Some(cells.iter().zip(&is_hidden).map(show).collect());
        }
        let others = (0..cells.len()).filter(|at| !is_hidden[*at] && cells[*at] > 0);
        let smallest = others.min_by_key(|at| cells[*at])?;
        is_hidden[smallest] = true;
    }
}

/// Of rounded counts, leaves out each question whose parts and total together tell a small count too well. All
/// questions together narrow how many people there can be.
fn check_rounded(data: &Dataset, made: &mut [(Tally, Result<Counts, LeftOut>)], people: usize) {
    for (tally, counts) in made.iter_mut() {
        // Part of the people would narrow how many there are in that part.
        if counts.is_ok() && tally.answered + unanswered(tally) < people {
            *counts = Err(LeftOut::Depends);
        }
    }
    let mut total = range(Rule::Rounded.shows(people), 0);
    for (tally, counts) in made.iter() {
        let Ok(counts) = counts else { continue };
        let (from, to) = match tally.entry.kind {
            kind if kind.picks_many() => ticks::people(data, tally, counts),
            Kind::Sorting => continue,
            _ => sums(&cells(counts)),
        };
        total = (total.0.max(from), total.1.min(to));
    }
    for (tally, counts) in made.iter_mut() {
        let is_safe = match counts {
            Err(_) => continue,
            Ok(counts) if tally.entry.kind.picks_many() => {
                ticks::are_safe(data, tally, counts, total)
            }
            // Of sorted cards, nothing but the places is shown: those without a place can be any number.
            Ok(counts) if tally.entry.kind == Kind::Sorting => counts.choices.iter().all(|piles| {
                let piles: Vec<Range> = piles.iter().map(|pile| range(*pile, 0)).collect();
                are_vague(&piles, (0, total.1))
            }),
            Ok(counts) => are_vague(&cells(counts), total),
        };
        if !is_safe {
            *counts = Err(LeftOut::Small);
        }
    }
}

/// Each part of a total.
fn cells(counts: &Counts) -> Vec<Range> {
    let all = counts.choices.iter().flatten().chain([&counts.unanswered]);
    all.map(|shown| range(*shown, 0)).collect()
}

fn sums(cells: &[Range]) -> Range {
    cells.iter().fold((0, 0), |(from, to), cell| (from + cell.0, to + cell.1))
}

/// True where each small count can still be several, with parts that add up to a total in this range.
fn are_vague(cells: &[Range], total: Range) -> bool {
    let (from, to) = sums(cells);
    cells.iter().filter(|cell| **cell == (1, 7)).all(|(least, most)| {
        let least = *least.max(&(total.0 - (to - most)));
        let most = *most.min(&(total.1 - (from - 1)));
        most - least + 1 >= LEAST_VALUES
    })
}

/// Leaves out questions that only some are asked, where the answers that decide about it are not all shown.
fn leave_out_what_depends(
    data: &Dataset,
    made: &mut [(Tally, Result<Counts, LeftOut>)],
    rule: Rule,
) {
    let sources = sources(data);
    // Sources stand in front of what they decide about, but not in the order of every version. So until it is done.
    loop {
        let is_whole = |counts: &Result<Counts, LeftOut>| {
            counts.as_ref().is_ok_and(|counts| {
                let mut all = counts.choices.iter().flatten().chain([&counts.unanswered]);
                all.all(|shown| matches!(shown, Shown::Count(_)))
            })
        };
        let of = |made: &[(Tally, Result<Counts, LeftOut>)], id: QuestionId| {
            let mut all = made.iter().filter(|(tally, _)| tally.entry.id == id);
            rule != Rule::Rounded && all.all(|(_, counts)| is_whole(counts))
        };
        let next = (0..made.len()).find(|at| {
            let (tally, counts) = &made[*at];
            let needs = sources.get(&tally.entry.id).map_or(&[][..], Vec::as_slice);
            counts.is_ok() && needs.iter().any(|id| !of(made, *id))
        });
        match next {
            Some(at) => made[at].1 = Err(LeftOut::Depends),
            None => return,
        }
    }
}

/// For each question, those whose answers decide whether it is asked, in any version.
fn sources(data: &Dataset) -> BTreeMap<QuestionId, Vec<QuestionId>> {
    let mut found: BTreeMap<QuestionId, Vec<QuestionId>> = BTreeMap::new();
    for survey in data.versions {
        let mut title: Option<&Question> = None;
        for question in &survey.questions {
            if question.kind == Kind::Section {
                title = Some(question);
            }
            let title = title.filter(|_| question.id != HELP);
            let own = [Some(question), title].into_iter().flatten();
            let ids = own.flat_map(|q| q.show_if.tests().map(|t| t.question).chain(q.repeat));
            found.entry(question.id).or_default().extend(ids);
        }
    }
    found
}
