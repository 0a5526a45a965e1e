//! Edits that come in under the name of one that is here, and say something else.
//!
//! A draft can't prove who made an edit: whoever was sent it can write other words under the author and the
//! number of somebody else. Nobody can tell which of the two is true, so both stay. The one that is here keeps
//! its name, and the other becomes an edit of an author of its own, who had seen what that edit's author had.
//! So it clashes with what is here, for people to settle (see [`conflicts`](super::conflicts)), whichever of the two came
//! first and on every device.
//!
//! Absent: an edit that only goes on from the one here, as its author typed.

use super::change::Act;
use super::{Draft, Edit, StepId};
use crate::model::id::{APP, Author, SurveyId};
use crate::model::records::print;
use crate::model::wire;

/// Most edits in one draft that may be rewritten. One with more of them is another draft altogether.
pub(super) const MOST: usize = 50;
/// How many names are tried for an edit, when others have taken the first.
const TRIES: u64 = 8;

/// An edit that is here, one of the same name that came in, and whether the author of each has a later edit
/// in the log that it stands in.
pub(super) struct Pair<'a> {
    pub ours: &'a Edit,
    pub theirs: &'a Edit,
    pub has_later: (bool, bool),
}

impl Pair<'_> {
    /// True when one says something else, and is not the other with more typed. Whoever has gone on to
    /// another edit types on in this one no more.
    pub fn is_rewritten(&self) -> bool {
        let Self { ours, theirs, has_later } = self;
        if ours.was == theirs.was && ours.act == theirs.act {
            return false;
        }
        let less_is_finished =
            if ours.revision < theirs.revision { has_later.0 } else { has_later.1 };
        let is_typed_on = ours.was == theirs.was
            && ours.revision != theirs.revision
            && ours.act.typed_in().is_some()
            && ours.act.typed_in() == theirs.act.typed_in();
        !is_typed_on || less_is_finished
    }
}

/// The same act by an author of its own, with a name that is free among these edits, or has this very act.
/// `None` for taking something back, which only its own author can.
pub(super) fn apart<'a>(
    survey: SurveyId,
    edit: &Edit,
    held: impl Fn(StepId) -> Option<&'a Edit>,
) -> Option<Edit> {
    let Act::Do(_) = edit.act else { return None };
    let mut seen = edit.seen.clone();
    if edit.number > 1 {
        seen.push((edit.author, edit.number - 1));
        seen.sort_unstable();
    }
    let names = (0..TRIES).map(|salt| name_for(survey, edit, salt));
    let is_other = |author: &Author| {
        *author != APP && *author != edit.author && seen.iter().all(|(who, _)| who != author)
    };
    let is_free = |author: &Author| held((*author, 1)).is_none_or(|other| other.act == edit.act);
    let author = names.filter(is_other).find(is_free)?;
    Some(Edit {
        author,
        number: 1,
        revision: 0,
        at: edit.at,
        seen,
        act: edit.act.clone(),
        was: None,
    })
}

/// An author for this edit: the same on every device, and another one for each thing that it may say.
fn name_for(survey: SurveyId, edit: &Edit, salt: u64) -> Author {
    let said = Edit { revision: 0, at: salt, ..edit.clone() };
    let print = print(&wire::to_text(&Draft::from_log(survey, [said])));
    Author(u32::from_str_radix(&print[8..], 16).unwrap_or_default())
}
