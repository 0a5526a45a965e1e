//! Where things stand in a list that several people may change.

use super::content::{DraftChoice, DraftQuestion};
use fractional_index::FractionalIndex;

/// A place in a list that leaves room on both sides: between any two there is always another.
/// (The `fractional_index` crate, so that moves by two people never clash.)
pub type Position = FractionalIndex;

/// Something that stands in a list by its position.
pub(super) trait Placed {
    fn position(&self) -> &Position;
}

impl Placed for DraftQuestion {
    fn position(&self) -> &Position {
        &self.position
    }
}

impl Placed for DraftChoice {
    fn position(&self) -> &Position {
        &self.position
    }
}

/// A position right behind the item that `is_it` finds. At the end when it is not found; in front
/// of all when there is none to come behind.
pub(super) fn position_after<T: Placed>(
    items: &[T],
    is_it: impl Fn(&T) -> bool,
    behind_one: bool,
) -> Position {
    let next = match items.iter().position(is_it) {
        Some(place) => place + 1,
        None if behind_one => items.len(),
        None => 0,
    };
    let before = next.checked_sub(1).map(|place| items[place].position());
    // Two people may have put two items in the very same place. Nothing fits between those, so
    // the new one comes right behind all of them.
    let mut behind = items[next..].iter().map(Placed::position);
    match (before, behind.find(|after| before < Some(after))) {
        (Some(before), Some(after)) => between(before, after),
        (before, after) => FractionalIndex::new(before, after).unwrap_or_default(),
    }
}

/// Positions one behind the other, all in front of `next`.
pub(super) fn in_a_row(
    first: Position,
    next: Option<&Position>,
) -> impl Iterator<Item = Position> + use<'_> {
    core::iter::successors(Some(first), move |last| {
        Some(next.map_or_else(|| Position::new_after(last), |next| between(last, next)))
    })
}

/// A position between two. The `fractional_index` crate overflows on a 0 that both have, so it
/// only sees what comes behind their common start.
fn between(before: &Position, after: &Position) -> Position {
    let (before, after) = (before.as_bytes(), after.as_bytes());
    let same = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let start = same.min(before.len() - 1).min(after.len() - 1);
    let rest = |bytes: &[u8]| FractionalIndex::from_bytes(bytes[start..].to_vec()).ok();
    let middle = FractionalIndex::new(rest(before).as_ref(), rest(after).as_ref());
    let bytes = [&before[..start], middle.unwrap_or_default().as_bytes()].concat();
    FractionalIndex::from_bytes(bytes).unwrap_or_default()
}
