//! What can be said of the people who answered beside those of an area.
//!
//! The range that a share can have by chance alone is Wilson's score interval with 95 %: E. B. Wilson, "Probable
//! inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22
//! (1927), 209–212. It holds for few people and small shares too (R. G. Newcombe, Statistics in Medicine 17 (1998),
//! 857–872). People who answer a survey are no random sample, so this guards against reading too much into few
//! answers, and proves nothing.

use super::Counted;
use crate::model::phrase;
use crate::model::suppress::{Rule, Shown, hide};

/// Under so many people nothing is said.
pub const FEWEST: usize = 10;
/// A range wider than this says too little, where the area's share is in it.
const WIDE: f64 = 0.25;
/// Under so many expected people, one more or less is chance.
const FEWEST_EXPECTED: f64 = 2.0;
/// Two-sided 95 % of the normal distribution.
const Z: f64 = 1.959_964;

/// What a difference means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There are too few answers to tell.
    TooFew,
    /// About as many as in the area.
    AsExpected,
    /// Fewer than chance explains.
    Fewer,
    /// More than chance explains.
    More,
}

impl Verdict {
    /// What it is called in a few words.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::TooFew => "Too few to tell",
            Verdict::AsExpected => "About as many as expected",
            Verdict::Fewer => "Fewer than expected",
            Verdict::More => "More than expected",
        }
    }
}

/// One group beside the area's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// How many of those who answered are in it.
    pub count: usize,
    /// The area's share, from 0 to 1.
    pub share: f64,
    /// What that means.
    pub verdict: Verdict,
}

/// The lowest and the highest share that these answers are likely to come from. Of nobody, anything.
pub fn wilson(count: usize, of: usize) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    let (n, p) = (of as f64, count as f64 / of as f64);
    let z2 = Z * Z;
    let middle = p + z2 / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    (((middle - half) / scale).max(0.0), ((middle + half) / scale).min(1.0))
}

/// Each group of those who answered beside the area's. `None` where the area's numbers do not fit or hold nobody.
pub fn compared(counted: &Counted, area: &[u64]) -> Option<Vec<Line>> {
    let all: u64 = area.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count))?;
    if all == 0 || area.len() != counted.groups.len() {
        return None;
    }
    let of = counted.known();
    let line = |(count, people): (&usize, &u64)| {
        let share = *people as f64 / all as f64;
        Line { count: *count, share, verdict: verdict(*count, of, share) }
    };
    Some(counted.groups.iter().zip(area).map(line).collect())
}

fn verdict(count: usize, of: usize, share: f64) -> Verdict {
    let (low, high) = wilson(count, of);
    match () {
        () if of < FEWEST => Verdict::TooFew,
        // Nobody of a group of which there is nobody.
        () if share <= 0.0 && count == 0 => Verdict::AsExpected,
        () if share > high => Verdict::Fewer,
        () if share < low => Verdict::More,
        () if high - low > WIDE || share * of as f64 <= FEWEST_EXPECTED => Verdict::TooFew,
        () => Verdict::AsExpected,
    }
}

/// How many of so many people would be in the group if they were as the area is.
pub fn expected(of: usize, share: f64) -> usize {
    (of as f64 * share).round() as usize
}

/// A share as people picture it: "about 1 in 5", "more than 9 in 10". Percentages say less to most readers.
pub fn share_in_words(share: f64) -> String {
    // As few people as tell it to the nearest part or so.
    const PARTS: [(u32, u32); 8] = [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5)];
    if share <= 0.0 {
        return "no one".to_owned();
    }
    if share < 0.01 {
        return "fewer than 1 in 100".to_owned();
    }
    if share > 0.95 {
        return "nearly everyone".to_owned();
    }
    if share < 0.15 {
        let of = (1.0 / share).round();
        let of = if of > 20.0 { (of / 10.0).round() * 10.0 } else { of };
        return format!("about 1 in {of}");
    }
    let off = |(part, of): &(u32, u32)| (f64::from(*part) / f64::from(*of) - share).abs();
    let tenths = ((share * 10.0).round() as u32, 10);
    let all = PARTS.into_iter().chain([(1, 6), (4, 5), (5, 6), tenths]);
    let best = all.min_by(|one, other| off(one).total_cmp(&off(other))).unwrap_or(tenths);
    format!("about {} in {}", best.0, best.1)
}

/// What a line says of a group, of an area with this name. `of` is how many are in any group and `shown` how many
/// are in this one, as they may be shown.
pub fn says(line: &Line, (group, area): (&str, &str), of: Shown, shown: Shown) -> String {
    let number = |shown: Shown| match shown {
        Shown::Count(count) | Shown::About(count) => Some(count),
        Shown::Hidden => None,
    };
    let about = |shown: Shown, word: &'static str| match shown {
        Shown::About(1..) => word,
        _ => "",
    };
    let group = phrase::quoted(group);
    let here = share_in_words(line.share);
    let Some(count) = number(shown) else {
        return format!("How many were {group} is hidden. In {area} it is {here}.");
    };
    let were = if count == 1 { "was" } else { "were" };
    let lead = [about(shown, "About "), &phrase::number(count)].concat();
    match number(of) {
        None => format!("{lead} {were} {group}. In {area} it is {here}."),
        Some(people) => {
            let of = [about(of, "about "), &phrase::number(people)].concat();
            let expected = match expected(people, line.share) {
                0 if line.share <= 0.0 => "no one".to_owned(),
                0 => "0 or 1".to_owned(),
                some => ["about ", &phrase::number(some)].concat(),
            };
            format!(
                "{lead} of {of} {were} {group}. In {area} it is {here}: we would expect {expected}."
            )
        }
    }
}

/// The counts as they may be shared: how many are in any group, and how many in each. `None` where no choice of
/// hidden ones is safe: then none of the topic is shown.
pub fn shared_counts(counted: &Counted, rule: Rule) -> Option<(Shown, Vec<Shown>)> {
    // Whoever knows how many answered would know how many are in no group.
    let mut shown = hide(&[&counted.groups[..], &[counted.unknown]].concat(), rule)?;
    let of = match (rule, shown.pop()?) {
        (_, Shown::Hidden) => Shown::Hidden,
        (Rule::Rounded, _) => Shown::About((counted.known() + 2) / 5 * 5),
        _ => Shown::Count(counted.known()),
    };
    Some((of, shown))
}
