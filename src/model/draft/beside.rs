//! What becomes of words that two people type into one field at the same time, in two tabs or on two devices
//! side by side: both stay, letter by letter.
//!
//! While somebody else is there, an edit tells what its place said when its author began to type
//! ([`Edit::was`]). So the log knows what they changed, and changes only that, whatever others typed there
//! meanwhile. An edit of the same name may grow after others have seen it: that is told apart by the words,
//! and not by what was seen.
//!
//! Who works alone tells nothing of the kind. What two wrote apart is for people to settle (see
//! `conflicts`), and so is what two replaced at the same time.

use super::change::{Act, Change, Place};
use super::content::Content;
use super::{Draft, Edit, StepId};
use crate::model::id::Author;
use crate::model::survey::{LONGEST_TEXT, Language};
use std::collections::{BTreeMap, BTreeSet};

/// How many of those who wrote in a place are looked at. People who type at the same time are few.
const MOST_WRITERS: usize = 64;
/// How large a comparison of two texts may be, in letters of the one times letters of the other. In larger
/// ones all that differs counts as one change.
const MOST_CELLS: usize = 40_000;

/// What edits that were typed beside others make of their places, where that is not what they say
/// themselves.
pub(super) type Merged = BTreeMap<StepId, String>;

impl Draft {
    /// The edit that puts words in a place. While somebody types on in that place it is the same edit with
    /// other words: see [`Draft::retype`]. `is_beside` says that others may be typing there too.
    pub fn typed(
        &self,
        author: Author,
        at: u64,
        change: Change,
        (types_on, is_beside): (bool, bool),
    ) -> Edit {
        let retyped = types_on.then(|| self.retype(author, at, &change)).flatten();
        retyped.unwrap_or_else(|| {
            let edit = self.edit(author, at, change);
            let was = edit.act.typed_in().filter(|_| is_beside).map(|(language, place)| {
                self.content().said(language, place).unwrap_or_default().to_owned()
            });
            Edit { was, ..edit }
        })
    }
}

impl Content {
    /// The words in a place, in the survey's own language or in another. `None` when the place is gone.
    pub(super) fn said(&self, language: Option<Language>, place: Place) -> Option<&str> {
        match language {
            None => self.text(place),
            Some(language) => {
                let texts = self.translations.get(&language)?;
                Some(texts.get(&place).map_or("", String::as_str))
            }
        }
    }

    /// Makes the changes of the edit that comes after `passed` in a log. Comes back with the words that it
    /// and others make together, where they do.
    pub(super) fn apply_edit(
        &mut self,
        passed: &[Edit],
        edit: &Edit,
        undone: &BTreeSet<StepId>,
    ) -> Option<String> {
        let Act::Do(changes) = &edit.act else { return None };
        let both = self.both(passed, edit, undone);
        match (&both, changes.as_slice()) {
            (Some(text), [Change::SetText { place, .. }]) => {
                self.apply_all(&[Change::SetText { place: *place, text: text.clone() }]);
            }
            (Some(text), [Change::Translate { language, place, .. }]) => {
                let (language, place, text) = (*language, *place, text.clone());
                self.apply_all(&[Change::Translate { language, place, text }]);
            }
            _ => self.apply_all(changes),
        }
        both
    }

    /// What the place of an edit says with the words of all who typed there at the same time. `None` when
    /// nobody else did, or when that is for people to settle.
    fn both(&self, passed: &[Edit], edit: &Edit, undone: &BTreeSet<StepId>) -> Option<String> {
        let was = edit.was.as_deref()?;
        let typed_in = edit.act.typed_in()?;
        let now = self.said(typed_in.0, typed_in.1)?;
        if now == was {
            return None;
        }
        let is_apart = |other: &&Edit| {
            other.act.writes_in(typed_in)
                && !edit.saw(other)
                && !undone.contains(&(other.author, other.number))
        };
        let mut others = passed.iter().rev().filter(is_apart).take(MOST_WRITERS);
        if others.any(|other| other.was.is_none()) {
            return None;
        }
        merge(was, now, edit.act.typed()?)
    }
}

impl Edit {
    /// True when it says what its place says once it is made: nobody else typed there meanwhile.
    pub(super) fn goes_on_from(&self, content: &Content) -> bool {
        let Some(was) = &self.was else { return true };
        let now = self.act.typed_in().and_then(|(language, place)| content.said(language, place));
        now.is_none_or(|now| now == was)
    }

    /// True when its place says just what it says, or is gone.
    pub(super) fn is_said_in(&self, content: &Content) -> bool {
        let now = self.act.typed_in().and_then(|(language, place)| content.said(language, place));
        now.is_none_or(|now| Some(now) == self.act.typed())
    }
}

impl Act {
    /// The words that it puts in a place, when that is all it does.
    fn typed(&self) -> Option<&str> {
        match self {
            Act::Do(changes) => match changes.as_slice() {
                [Change::SetText { text, .. } | Change::Translate { text, .. }] => Some(text),
                _ => None,
            },
            Act::Undo(_) | Act::Redo(_) => None,
        }
    }

    /// True when it puts words in this place, whatever else it does.
    fn writes_in(&self, typed_in: (Option<Language>, Place)) -> bool {
        let writes = |change: &Change| match change {
            Change::SetText { place, .. } => (None, *place) == typed_in,
            Change::Translate { language, place, .. } => (Some(*language), *place) == typed_in,
            _ => false,
        };
        matches!(self, Act::Do(changes) if changes.iter().any(writes))
    }
}

/// What two people make of `base` together, who made `one` and `other` of it: every letter that either put
/// in, and none that either took out. `None` when both replaced the same letters: nobody can tell then what
/// they would say together.
pub fn merge(base: &str, one: &str, other: &str) -> Option<String> {
    if [base, one, other].iter().any(|text| text.len() > LONGEST_TEXT) {
        return None;
    }
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    let (base, one, other) = (letters(base), letters(one), letters(other));
    let (ones, others) = (changes(&base, &one), changes(&base, &other));
    let clash = |a: &Piece, b: &Piece| {
        let both = a.from.max(b.from)..a.to.min(b.to);
        !(both.is_empty() || a.put.is_empty() && b.put.is_empty())
    };
    if ones.iter().any(|a| others.iter().any(|b| clash(a, b))) {
        return None;
    }
    let mut text = String::new();
    for at in 0..=base.len() {
        for piece in ones.iter().chain(&others).filter(|piece| piece.from == at) {
            text.extend(piece.put);
        }
        let is_out = |piece: &Piece| (piece.from..piece.to).contains(&at);
        if !ones.iter().chain(&others).any(is_out) {
            text.extend(base.get(at));
        }
    }
    Some(text)
}

/// Where a caret stands once others have changed the words round it: before the same letters, or after
/// them. In UTF-16, as browsers count.
pub fn caret_in(old: &str, new: &str, caret: usize) -> usize {
    let units = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
    let (old, new) = (units(old), units(new));
    if caret <= alike(old.iter(), new.iter()) {
        return caret;
    }
    new.len().saturating_sub(old.len().saturating_sub(caret))
}

/// Letters that somebody replaced by others.
struct Piece<'a> {
    from: usize,
    to: usize,
    put: &'a [char],
}

/// How many letters two texts begin with alike.
fn alike<'a, T: PartialEq + 'a>(
    one: impl Iterator<Item = &'a T>,
    other: impl Iterator<Item = &'a T>,
) -> usize {
    one.zip(other).take_while(|(a, b)| a == b).count()
}

/// What was replaced to make `new` of `old`, in order.
fn changes<'a>(old: &[char], new: &'a [char]) -> Vec<Piece<'a>> {
    let start = alike(old.iter(), new.iter());
    let end = alike(old[start..].iter().rev(), new[start..].iter().rev());
    let (gone, come) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    if gone.is_empty() && come.is_empty() {
        return Vec::new();
    }
    let whole = Piece { from: start, to: start + gone.len(), put: come };
    if gone.is_empty() || come.is_empty() || gone.len() * come.len() > MOST_CELLS {
        return vec![whole];
    }
    // How many letters the rests have in common, from each letter of both on.
    let width = come.len() + 1;
    let mut common = vec![0u16; (gone.len() + 1) * width];
    for i in (0..gone.len()).rev() {
        for j in (0..come.len()).rev() {
            common[i * width + j] = if gone[i] == come[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let mut pieces = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < gone.len() || j < come.len() {
        let (from_i, from_j) = (i, j);
        while i < gone.len() || j < come.len() {
            let is_same = i < gone.len() && j < come.len() && gone[i] == come[j];
            if is_same {
                break;
            }
            let takes = i < gone.len()
                && (j == come.len() || common[(i + 1) * width + j] >= common[i * width + j + 1]);
            if takes { i += 1 } else { j += 1 }
        }
        if (i, j) != (from_i, from_j) {
            pieces.push(Piece { from: start + from_i, to: start + i, put: &come[from_j..j] });
        }
        while i < gone.len() && j < come.len() && gone[i] == come[j] {
            (i, j) = (i + 1, j + 1);
        }
    }
    pieces
}
