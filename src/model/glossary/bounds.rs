//! How much one record may hold, and what may stand where. Checked where a record is read: links and files come
//! from anybody.

use super::{Act, Agreed, Edit, Field, Op};
use crate::model::day::LAST;
use crate::model::survey::{LONGEST_TEXT, is_picture};

/// Most edits in one record. A text that is typed is one.
pub const MOST_EDITS: usize = 20_000;
/// Most things in one step: a file that is opened is one.
pub const MOST_OPS: usize = 6_000;
/// Most terms that are added: more than anybody agrees.
pub const MOST_TERMS: usize = 500;
/// Most other names of one term that are read.
pub const MOST_ALSO: usize = 20;
/// Most letters in a field, as browsers count them (UTF-16): one of them takes at most 3 bytes.
pub const LONGEST_FIELD: usize = LONGEST_TEXT / 3;
/// Most writes that one write takes the place of.
const MOST_OVER: usize = 64;
/// The highest number of an edit, so that there is always a next one.
const HIGHEST: u32 = u32::MAX / 2;

/// True for an edit that this app could have made.
pub fn is_sound(edit: &Edit) -> bool {
    let ops = match &edit.act {
        Act::Do(ops) => &ops[..],
        Act::Undo(name) => return edit.name.number <= HIGHEST && *name < edit.name,
    };
    let fits_name = edit.name.number <= HIGHEST && edit.at < u64::MAX / 2;
    fits_name && ops.len() <= MOST_OPS && ops.iter().all(|op| fits(op, edit))
}

fn fits(op: &Op, edit: &Edit) -> bool {
    match op {
        Op::Add(_) | Op::Remove(_) => true,
        Op::Set { field, text, over, .. } => {
            over.len() <= MOST_OVER
                && over.iter().all(|written| written.edit < edit.name)
                && text.len() <= LONGEST_TEXT
                && (*field != Field::Picture || text.is_empty() || is_picture(text))
        }
        Op::Agree(_, Agreed { who, day, meaning }) => {
            who.len() <= LONGEST_TEXT && meaning.len() <= LONGEST_TEXT && *day <= LAST
        }
        Op::Forget(name, _) => *name < edit.name,
    }
}
