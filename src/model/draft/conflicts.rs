//! Where two people changed the same thing and neither had seen the other's change.
//!
//! The draft itself is never in doubt: the log has one order, and the later edit stands. But the
//! earlier one must not vanish unseen. So the log goes in, and a list of [`Conflict`]s comes out, for
//! people to settle. Settling is an edit like any other: whoever makes it has seen both sides, and
//! so the conflict is over, on every device that takes it in.
//!
//! Absent: who people are, and any judgement of which side is right.

mod writes;

pub use writes::{Item, Thing, Value};

use super::beside::Merged;
use super::change::{Act, Change, Place};
use super::{Content, Draft, Edit};
use crate::model::id::Author;
use std::collections::{BTreeMap, BTreeSet};
use writes::{items_of, writes};

/// Something that people must settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// One thing got two or more values. In the order of the log, one for each value: the last is
    /// what the draft says now.
    Changed {
        /// What got them.
        thing: Thing,
        /// Never fewer than 2, and no two that look the same to people.
        sides: Vec<Side>,
    },
    /// Something was deleted that somebody else worked on.
    Deleted {
        /// What was deleted.
        item: Item,
        /// Who deleted it.
        by: Made,
        /// What others did to it meanwhile, in the order of the log. Never empty.
        work: Vec<Made>,
    },
}

/// One side of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Whose it is.
    pub made: Made,
    /// What they would have.
    pub value: Value,
}

/// Which edit it was: who made it, which of theirs, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// Who.
    pub author: Author,
    /// Which of their edits.
    pub number: u32,
    /// When, in milliseconds since 1970 by their clock.
    pub at: u64,
}

impl Made {
    fn by(edit: &Edit) -> Self {
        Self { author: edit.author, number: edit.number, at: edit.at }
    }
}

impl Edit {
    /// True when its author knew of the other edit while making this one.
    pub(super) fn saw(&self, other: &Edit) -> bool {
        if self.author == other.author {
            return self.number > other.number;
        }
        self.seen.iter().any(|(who, count)| *who == other.author && *count >= other.number)
    }
}

impl Draft {
    /// Everything that people have to settle, in the order that the things were first written.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let (undone, merged) = (self.undone(), self.merged());
        let stands = |edit: &&Edit| !undone.contains(&(edit.author, edit.number));
        let mut things: BTreeMap<Thing, Vec<(&Edit, Value)>> = BTreeMap::new();
        let mut items: BTreeMap<Item, Vec<(&Edit, bool)>> = BTreeMap::new();
        let mut known = BTreeSet::new();
        for edit in self.log.iter().filter(stands) {
            let Act::Do(changes) = &edit.act else { continue };
            for change in changes {
                for (item, removes) in items_of(change) {
                    items.entry(item).or_default().push((edit, removes));
                }
                for (thing, value) in writes(change, &mut known) {
                    things.entry(thing).or_default().push((edit, value));
                }
            }
        }
        let gone = |item: &Item| !self.content.holds(*item);
        let changed = things
            .iter()
            .filter(|(thing, _)| !thing.items().iter().any(gone))
            .filter_map(|(thing, writes)| changed(&self.content, *thing, writes, &merged));
        let deleted = items.iter().filter_map(|(item, uses)| deleted(*item, uses));
        changed.chain(deleted).collect()
    }
}

impl Content {
    /// True when people could not tell two values apart: nobody has to settle those.
    fn is_alike(&self, thing: Thing, one: &Value, other: &Value) -> bool {
        let lines = |text: &str| {
            let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
            text.trim().lines().map(line).collect::<Vec<_>>()
        };
        match (thing, one, other) {
            (_, Value::Text(one), Value::Text(other)) => lines(one) == lines(other),
            (Thing::Place(id), Value::Position(one), Value::Position(other)) => {
                self.question_before(id, one) == self.question_before(id, other)
            }
            (Thing::ChoicePlace(id, choice), Value::Position(one), Value::Position(other)) => {
                self.choice_before(id, choice, one) == self.choice_before(id, choice, other)
            }
            _ => one == other,
        }
    }

    /// True when this is there.
    fn holds(&self, item: Item) -> bool {
        match item {
            Item::Question(id) => self.question(id).is_some(),
            Item::Choice(id, choice) => {
                self.question(id).is_some_and(|q| q.choice(choice).is_some())
            }
            Item::Meaning(id) => self.meanings.iter().any(|meaning| meaning.id == id),
            Item::Language(language) => self.translations.contains_key(&language),
        }
    }
}

/// A side, with the edits that made it and that none of the others among them had seen.
struct Open<'a> {
    by: Vec<&'a Edit>,
    side: Side,
}

/// The values that nobody wrote over who had seen them. Whoever only types on beside others has settled
/// nothing: what they change is the side that stands.
fn changed(
    content: &Content,
    thing: Thing,
    writes: &[(&Edit, Value)],
    merged: &Merged,
) -> Option<Conflict> {
    let mut open: Vec<Open> = Vec::new();
    for (at, (edit, value)) in writes.iter().enumerate() {
        // One edit may write a thing twice: what it wrote last is what its author wanted.
        if writes.get(at + 1).is_some_and(|(next, _)| std::ptr::eq(*next, *edit)) {
            continue;
        }
        let both = merged.get(&(edit.author, edit.number)).map(|text| Value::Text(text.clone()));
        let value = both.as_ref().unwrap_or(value).clone();
        let was = edit.was.as_ref().map(|was| Value::Text(was.clone()));
        let stands = open.last().map(|last| &last.side.value);
        let mut by = match &was {
            Some(_) if both.is_some() || was.as_ref() == stands => open.pop().map(|last| last.by),
            // What its author saw, and went on from, may have grown since.
            Some(was) => {
                open.retain(|old| !content.is_alike(thing, &old.side.value, was));
                None
            }
            None => {
                open.retain(|old| !old.by.iter().all(|one| edit.saw(one)));
                None
            }
        }
        .unwrap_or_default();
        by.retain(|one| !edit.saw(one));
        by.push(edit);
        open.push(Open { by, side: Side { made: Made::by(edit), value } });
    }
    let mut sides: Vec<Side> = Vec::new();
    for Open { side, .. } in open {
        sides.retain(|old| !content.is_alike(thing, &old.value, &side.value));
        sides.push(side);
    }
    (sides.len() > 1).then_some(Conflict::Changed { thing, sides })
}

/// The last removal that somebody's work on the same item did not know of, nor it of the work.
/// Whoever has seen both, and then works on it, removes it or puts it in again, has settled it.
///
/// Of each author only the last removal matters: work that one of theirs before did not know of was either
/// not known to the last one either, or settled by it.
fn deleted(item: Item, uses: &[(&Edit, bool)]) -> Option<Conflict> {
    let mut removers = BTreeSet::new();
    let removals = uses.iter().rev().filter(|(_, removes)| *removes).map(|(edit, _)| *edit);
    let mut last_ones = removals.filter(|edit| removers.insert(edit.author));
    last_ones.find_map(|removal| {
        let is_apart = |edit: &Edit| !edit.saw(removal) && !removal.saw(edit) && edit != removal;
        let settled = known_to(uses.iter().map(|(by, _)| *by).filter(|by| by.saw(removal)));
        let is_settled = |edit: &Edit| settled.get(&edit.author).is_some_and(|n| *n >= edit.number);
        let apart = uses.iter().filter(|(edit, removes)| !removes && is_apart(edit));
        let mut work: Vec<Made> =
            apart.filter(|(edit, _)| !is_settled(edit)).map(|(edit, _)| Made::by(edit)).collect();
        // One edit may work on an item several times.
        work.dedup();
        (!work.is_empty()).then(|| Conflict::Deleted { item, by: Made::by(removal), work })
    })
}

/// How many edits of each author some edit among these knew of.
fn known_to<'a>(edits: impl Iterator<Item = &'a Edit>) -> BTreeMap<Author, u32> {
    let mut known: BTreeMap<Author, u32> = BTreeMap::new();
    for edit in edits {
        let own = (edit.author, edit.number.saturating_sub(1));
        for (who, count) in edit.seen.iter().copied().chain([own]) {
            let most = known.entry(who).or_default();
            *most = count.max(*most);
        }
    }
    known
}

impl Draft {
    /// What would bring back something that was deleted, with all that was done to it meanwhile, and
    /// its words. `None` when it was there never.
    pub fn restoring(&self, item: Item, by: Made) -> Option<(String, Vec<Change>)> {
        let is_it = |edit: &&Edit| (edit.author, edit.number) != (by.author, by.number);
        let without = Draft::from_log(self.id, self.log.iter().filter(is_it).cloned());
        let content = &without.content;
        Some(match item {
            Item::Question(id) => {
                let question = content.question(id)?;
                (question.text.clone(), vec![Change::AddQuestion(question.clone())])
            }
            Item::Choice(question, id) => {
                let choice = content.question(question)?.choice(id)?;
                let choices = vec![choice.clone()];
                (choice.choice.text.clone(), vec![Change::AddChoices { question, choices }])
            }
            Item::Meaning(id) => {
                let meaning = content.meanings.iter().find(|meaning| meaning.id == id)?;
                (meaning.word.clone(), vec![Change::AddMeaning(meaning.clone())])
            }
            Item::Language(language) => {
                let texts = content.translations.get(&language)?;
                let translate = |(place, text): (&Place, &String)| Change::Translate {
                    language,
                    place: *place,
                    text: text.clone(),
                };
                let add = core::iter::once(Change::AddLanguage(language));
                (language.tag().to_owned(), add.chain(texts.iter().map(translate)).collect())
            }
        })
    }
}
