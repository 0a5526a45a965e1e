//! Whether a log that came from somewhere else can be true: before it is merged into ours.
//!
//! The order of a log goes by what each edit says that its author had seen. A made-up number there
//! would put an edit behind all others for good. So a whole log must hold together: it has every
//! edit that it names, and whoever saw an edit saw all that its author had seen.
//!
//! A draft also has a secret that no survey link carries. So nobody makes a draft that fits ours from what
//! participants get.
//!
//! Absent: proof of who made an edit. There is none: people know whom they got the file from.

use super::change::Act;
use super::{Draft, Edit, TooMuch, bounds};
use crate::model::id::Author;
use std::collections::BTreeMap;

/// Why a log can't be merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// It is a draft of another survey.
    OtherSurvey,
    /// It lacks the secret of this draft. Whoever made it had no draft of this survey, only perhaps its
    /// link.
    Stranger,
    /// Some edits are missing.
    Incomplete,
    /// Some edit claims what can't be.
    Impossible,
    /// Together they are larger than any draft that people make.
    TooMuch,
    /// An edit is another than the one we have by that author and number.
    Differs,
}

/// Every edit by its author and number.
type ByName<'a> = BTreeMap<(Author, u32), &'a Edit>;

impl Draft {
    /// Takes in everything of another draft, if that holds together and fits what is here. Else
    /// nothing is changed. Gives back how many edits were new, or went on from one that we had.
    ///
    /// # Errors
    /// Says why nothing was taken in.
    pub fn take_in(&mut self, other: &Draft) -> Result<usize, Unsound> {
        if self.id != other.id {
            return Err(Unsound::OtherSurvey);
        }
        if self.secret != other.secret {
            return Err(Unsound::Stranger);
        }
        check(&other.log)?;
        let ours = by_name(&self.log);
        for edit in &other.log {
            let same = ours.get(&(edit.author, edit.number));
            if same.is_some_and(|same| same.seen != edit.seen || !goes_on(same, edit)) {
                return Err(Unsound::Differs);
            }
        }
        bounds::check(&self.log, other.log.iter().filter(|edit| !self.has(edit)))
            .map_err(|TooMuch| Unsound::TooMuch)?;
        let news: Vec<Edit> = other.log.iter().filter(|edit| !self.has(edit)).cloned().collect();
        let count = news.len();
        self.merge(news);
        Ok(count)
    }
}

/// True when two edits of one name are the same, or one is the other with more typed.
fn goes_on(one: &Edit, other: &Edit) -> bool {
    one.was == other.was && is_typed_on(one, other)
}

fn is_typed_on(one: &Edit, other: &Edit) -> bool {
    one.act == other.act
        || (one.revision != other.revision
            && one.act.typed_in().is_some()
            && one.act.typed_in() == other.act.typed_in())
}

fn by_name(log: &[Edit]) -> ByName<'_> {
    log.iter().map(|edit| ((edit.author, edit.number), edit)).collect()
}

fn check(log: &[Edit]) -> Result<(), Unsound> {
    let edits = by_name(log);
    if edits.len() < log.len() {
        return Err(Unsound::Impossible);
    }
    if !log.iter().all(is_possible) {
        return Err(Unsound::Impossible);
    }
    for edit in log {
        // Once each author's edits start at 1 and each has the one before it, there are no gaps.
        let before = match edit.number {
            0 => return Err(Unsound::Impossible),
            1 => None,
            number => Some(*edits.get(&(edit.author, number - 1)).ok_or(Unsound::Incomplete)?),
        };
        if !before.is_none_or(|before| knows_all_that(edit, before)) {
            return Err(Unsound::Impossible);
        }
        // What its author had seen one edit before was looked at there.
        let known = before.map_or(&[][..], |before| &before.seen);
        for name in edit.seen.iter().filter(|name| known.binary_search(name).is_err()) {
            let seen = *edits.get(name).ok_or(Unsound::Incomplete)?;
            if !knows_all_that(edit, seen) {
                return Err(Unsound::Impossible);
            }
        }
    }
    Ok(())
}

/// What an edit may say by itself.
fn is_possible(edit: &Edit) -> bool {
    let others_only = edit.seen.iter().all(|(who, count)| *who != edit.author && *count > 0);
    let in_order = edit.seen.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let looks_back = match edit.act {
        Act::Do(_) => true,
        Act::Undo(number) | Act::Redo(number) => number < edit.number,
    };
    others_only && in_order && looks_back
}

/// True when the author of `edit` had seen everything that the author of `earlier` had. What each had seen
/// is in order of the authors, so one walk is enough.
fn knows_all_that(edit: &Edit, earlier: &Edit) -> bool {
    let mut known = edit.seen.iter();
    earlier.seen.iter().all(|(who, count)| {
        if *who == edit.author {
            *count < edit.number
        } else {
            known
                .find(|(known, _)| known >= who)
                .is_some_and(|(known, upto)| known == who && upto >= count)
        }
    })
}
