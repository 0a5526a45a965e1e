//! "You said, we did, not yet": what people read of the changes, on 2 pages at most.
//!
//! Absent: how it looks. What is hidden, or not ready, is not in it.

use super::field::{Field, Standing, Strength};
use super::told::Content;
use super::{Change, ChangeId};

/// What people read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What is done comes first, what cannot be done last.
    pub rows: Vec<Row>,
    /// Changes that are not ready to be shown.
    pub unready: Vec<ChangeId>,
    /// How many changes are hidden.
    pub hidden: usize,
    /// Of those that were measured: what happened, and how we know.
    pub difference: Vec<(String, String)>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: ChangeId,
    /// The name of a picture. May be empty.
    pub picture: String,
    /// What people said.
    pub said: String,
    /// How many said it. May be empty.
    pub people: String,
    pub standing: Standing,
    /// What we did, and what happened.
    pub did: Vec<String>,
}

/// What people read of these changes.
pub fn sheet(content: &Content) -> Sheet {
    let mut sheet = Sheet::default();
    for change in &content.changes {
        if change.fields.is_hidden() {
            sheet.hidden += 1;
            continue;
        }
        match row(change) {
            None => sheet.unready.push(change.id),
            Some(row) => {
                if is_measured(change) {
                    let text = |field| change.fields.text(field).trim().to_owned();
                    sheet.difference.push((text(Field::Happened), text(Field::How)));
                }
                sheet.rows.push(row);
            }
        }
    }
    sheet.rows.sort_by_key(|row| row.standing);
    sheet
}

/// True where what happened stands in a box of its own.
fn is_measured(change: &Change) -> bool {
    let is_asked = change.fields.strength().is_some_and(|strength| strength >= Strength::Asked);
    is_asked && !change.fields.text(Field::Happened).trim().is_empty()
}

/// `None` while there is nothing to read on one side.
fn row(change: &Change) -> Option<Row> {
    let text = |field| change.fields.text(field).trim().to_owned();
    let said = Some(text(Field::Said)).filter(|said| !said.is_empty())?;
    let doing = Some(text(Field::Doing)).filter(|doing| !doing.is_empty())?;
    let mut did = vec![doing];
    let happened = text(Field::Happened);
    if !happened.is_empty() && !is_measured(change) {
        did.push(happened);
    }
    Some(Row {
        id: change.id,
        picture: text(Field::Picture),
        said,
        people: text(Field::People),
        standing: change.fields.standing()?,
        did,
    })
}

/// Letters in a line of either side of a row, as it is printed.
const LINE: usize = 30;
/// Lines of a page of A4, as it is printed.
const PAGE: usize = 30;

impl Sheet {
    /// About how many pages of paper it takes.
    pub fn pages(&self) -> usize {
        let lines =
            |text: &str| text.lines().map(|line| line.chars().count() / LINE + 1).sum::<usize>();
        let height = |row: &Row| {
            let left = 1 + lines(&row.said) + usize::from(!row.people.is_empty());
            let right = 1 + row.did.iter().map(|text| lines(text)).sum::<usize>();
            left.max(right) + 2
        };
        let rows: usize = self.rows.iter().map(height).sum();
        let pairs = self.difference.iter();
        let more: usize = pairs.map(|(what, how)| (lines(what) + lines(how)) / 2 + 2).sum();
        (rows + more + 4).div_ceil(PAGE)
    }
}
