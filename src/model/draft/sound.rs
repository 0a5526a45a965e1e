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
use super::rewritten::{self, Pair};
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
    /// Edits are others than those we have by their authors and numbers, in such a way or number that the
    /// two can't stand side by side.
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
        self.take_in_as(other, |_| false)
    }

    /// The same for somebody who knows which authors they are themselves: nobody else types on in their edits.
    ///
    /// # Errors
    /// Says why nothing was taken in.
    pub fn take_in_as(
        &mut self,
        other: &Draft,
        is_mine: impl Fn(Author) -> bool,
    ) -> Result<usize, Unsound> {
        if self.id != other.id {
            return Err(Unsound::OtherSurvey);
        }
        if self.secret != other.secret {
            return Err(Unsound::Stranger);
        }
        check(&other.log)?;
        let (ours, theirs) = (by_name(&self.log), by_name(&other.log));
        let mut news: Vec<Edit> = Vec::new();
        let mut rewritten = 0;
        for edit in &other.log {
            let Some(&same) = ours.get(&(edit.author, edit.number)) else {
                news.push(edit.clone());
                continue;
            };
            if same.seen != edit.seen {
                return Err(Unsound::Differs);
            }
            let is_own = is_mine(edit.author) && same.revision < edit.revision;
            let has_later = (is_own || has_later(&ours, edit), has_later(&theirs, edit));
            if (Pair { ours: same, theirs: edit, has_later }).is_rewritten() {
                rewritten += 1;
                if rewritten > rewritten::MOST {
                    return Err(Unsound::Differs);
                }
                let held = |name| ours.get(&name).or(theirs.get(&name)).copied();
                let apart = rewritten::apart(self.id, edit, held).ok_or(Unsound::Differs)?;
                news.extend(Some(apart).filter(|apart| !self.has(apart)));
            } else if same.revision < edit.revision {
                news.push(edit.clone());
            }
        }
        bounds::check(&self.log, news.iter()).map_err(|TooMuch| Unsound::TooMuch)?;
        let count = news.len();
        self.merge(news);
        Ok(count)
    }

    /// The draft as somebody has it who sent only some edits of it: the others are as they are here.
    pub fn held_with(&self, some: &Draft) -> Draft {
        let (ours, theirs) = (by_name(&self.log), by_name(&some.log));
        let is_theirs = |edit: &&Edit| {
            theirs.get(&(edit.author, edit.number)).is_some_and(|other| {
                let has_later = (has_later(&ours, edit), has_later(&theirs, edit));
                Pair { ours: edit, theirs: other, has_later }.is_rewritten()
            })
        };
        let log = self.log.iter().filter(|edit| !is_theirs(edit)).chain(&some.log);
        Draft::from_log(self.id, log.cloned()).with_secret(self.secret)
    }
}

/// True when the author of this edit has made another since.
fn has_later(log: &ByName, edit: &Edit) -> bool {
    log.contains_key(&(edit.author, edit.number.saturating_add(1)))
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
