//! Counts of ticks. One person can tick several choices, so they do not add up to the people; but nobody ticks fewer
//! or more than they may, and who ticks "none of these" ticks nothing else. That bounds a hidden count too.

use super::{Counts, LEAST_VALUES, LeftOut, Range, Rule, Shown, range, unanswered};
use crate::model::dataset::Dataset;
use crate::model::results::Tally;

/// What people know of ticks before they count any.
struct Known {
    /// The fewest and the most choices that a person ticks. Those who tick one that stands alone tick that.
    least: i64,
    most: i64,
    /// For each choice, whether it stands alone.
    alone: Vec<bool>,
}

fn known(data: &Dataset, tally: &Tally) -> Known {
    let entry = &tally.entry;
    let questions = || {
        let all = data.versions.iter().flat_map(|survey| &survey.questions);
        all.filter(|question| entry.is(question.id, question.kind))
    };
    let offered = entry.choices.len() as i64;
    let alone = entry.choices.iter().map(|choice| {
        questions().any(|q| q.choices.iter().any(|own| own.id == choice.id && own.alone))
    });
    Known {
        least: questions().filter_map(|q| q.count_limits().least).max().unwrap_or(1).max(1),
        most: questions()
            .filter_map(|q| q.count_limits().most)
            .min()
            .unwrap_or(offered)
            .clamp(1, offered.max(1)),
        alone: alone.collect(),
    }
}

impl Known {
    /// The most that one tick can be counted, when so many answered and the others are at least this often.
    fn most_of(&self, at: usize, ticks: &[Range], answered: i64) -> i64 {
        let others = || (0..ticks.len()).filter(|other| *other != at);
        let alone: i64 = others().filter(|o| self.alone[*o]).map(|o| ticks[o].0).sum();
        let beside = others().filter(|o| !self.alone[*o]).map(|o| ticks[o].0).max().unwrap_or(0);
        let beside = if self.alone[at] { beside } else { 0 };
        let all: i64 = others().map(|other| ticks[other].0).sum();
        (answered - alone - beside).min(self.most * answered - all)
    }

    /// The fewest that one tick can be counted, when so many answered and the others are at most this often.
    fn least_of(&self, at: usize, ticks: &[Range], answered: i64) -> i64 {
        let others = (0..ticks.len()).filter(|other| *other != at);
        self.least * answered - others.map(|other| ticks[other].1).sum::<i64>()
    }

    /// The fewest people who can have made these ticks.
    fn fewest(&self, ticks: &[Range]) -> i64 {
        let of = |alone: bool| {
            ticks
                .iter()
                .zip(&self.alone)
                .filter(move |(_, is)| **is == alone)
                .map(|(tick, _)| tick.0)
        };
        let all: i64 = ticks.iter().map(|tick| tick.0).sum();
        let together = of(true).sum::<i64>() + of(false).max().unwrap_or(0);
        together.max((all + self.most - 1) / self.most)
    }

    /// The most people who can have made them.
    fn largest(&self, ticks: &[Range]) -> i64 {
        ticks.iter().map(|tick| tick.1).sum::<i64>() / self.least
    }
}

/// What may be shown of ticks.
pub fn counts(data: &Dataset, tally: &Tally, rule: Rule) -> Result<Counts, LeftOut> {
    let unanswered = unanswered(tally);
    let asked = tally.answered + unanswered;
    let counts = Counts {
        asked: rule.shows(asked),
        unanswered: rule.shows(unanswered),
        choices: tally.counts.iter().map(|count| vec![rule.shows(*count)]).collect(),
    };
    match rule {
        Rule::Under(least) if !are_hidden(data, tally, &counts, (asked, least)) => {
            Err(LeftOut::Small)
        }
        // How many answered would tell what ticks add up to.
        Rule::Rounded => Ok(Counts { unanswered: Shown::Hidden, ..counts }),
        Rule::Under(_) => Ok(counts),
    }
}

/// True where every hidden count can still be any small one.
fn are_hidden(
    data: &Dataset,
    tally: &Tally,
    counts: &Counts,
    (asked, least): (usize, usize),
) -> bool {
    let known = known(data, tally);
    let (asked, small) = (asked as i64, least as i64 - 1);
    let ticks: Vec<Range> = counts.choices.iter().map(|shown| range(shown[0], small)).collect();
    let silent = range(counts.unanswered, small);
    let answered = (asked - silent.1, asked - silent.0);
    let is_vague = |at: usize| {
        known.most_of(at, &ticks, answered.1) >= small
            && known.least_of(at, &ticks, answered.0) <= 1
    };
    let hidden = (0..ticks.len()).filter(|at| counts.choices[*at][0] == Shown::Hidden);
    // How many did not answer is bounded by the ticks as well.
    let is_silence_vague = counts.unanswered != Shown::Hidden
        || known.fewest(&ticks) <= answered.0 && known.largest(&ticks) >= answered.1;
    is_silence_vague && hidden.into_iter().all(is_vague)
}

/// How many people rounded ticks can be from, as far as they say.
pub fn people(data: &Dataset, tally: &Tally, counts: &Counts) -> Range {
    (known(data, tally).fewest(&rounded(counts)), i64::MAX)
}

/// True where each small rounded count can still be several, with so many people.
pub fn are_safe(data: &Dataset, tally: &Tally, counts: &Counts, total: Range) -> bool {
    let (known, ticks) = (known(data, tally), rounded(counts));
    let small = (0..ticks.len()).filter(|at| ticks[*at] == (1, 7));
    small.into_iter().all(|at| known.most_of(at, &ticks, total.1).min(7) >= LEAST_VALUES)
}

fn rounded(counts: &Counts) -> Vec<Range> {
    counts.choices.iter().map(|shown| range(shown[0], 0)).collect()
}
