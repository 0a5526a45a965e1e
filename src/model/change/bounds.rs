//! How much one record of changes may hold, and what may stand where. Checked where a record is read: links
//! and files come from anybody.

use super::field::{Field, MOST_PENCE, Shape, Value};
use super::{Act, Edit, Op};
use crate::model::day::LAST;
use crate::model::survey::{LONGEST_TEXT, is_picture};

/// Most edits in one record. A text that is typed is one.
pub const MOST_EDITS: usize = 20_000;
/// Most things in one step.
pub const MOST_OPS: usize = 600;
/// Most changes that are added: far more than any group can keep up with.
pub const MOST_CHANGES: usize = 300;
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
        Op::Add(id) => id.0.number <= HIGHEST,
        Op::Set { of, field, value, over } => {
            of.is_none() == field.is_of_whole()
                && over.len() <= MOST_OVER
                && over.iter().all(|written| written.edit < edit.name)
                && fits_field(*field, value)
        }
        Op::Agree(_, agreed) => {
            let is_short = |text: &str| text.len() <= LONGEST_TEXT;
            is_short(&agreed.who) && is_short(&agreed.because) && agreed.day <= LAST
        }
        Op::Forget(name, _) => *name < edit.name,
        Op::Remove(_) | Op::Link(..) | Op::Unlink(..) | Op::Asked(_) => true,
    }
}

/// True for a value that may stand in this field.
fn fits_field(field: Field, value: &Value) -> bool {
    match (field.shape(), value) {
        (_, Value::Nothing) => true,
        (Shape::Text, Value::Text(text)) if field == Field::Picture => {
            is_picture(text) || text.is_empty()
        }
        (Shape::Text, Value::Text(text)) => text.len() <= LONGEST_TEXT,
        (Shape::Pick(many), Value::Pick(place)) => *place < many,
        (Shape::Day, Value::Day(day)) => *day <= LAST,
        (Shape::Money, Value::Pence(pence)) => *pence <= MOST_PENCE,
        (Shape::Money, Value::NotKnown) => true,
        _ => false,
    }
}
