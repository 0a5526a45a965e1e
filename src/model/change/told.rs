//! What the record of changes says now, from the edits that count.
//!
//! **Invariant:** a field that two people wrote apart holds what both wrote, until somebody writes over both.

use super::field::{Every, Field, Kind, Money, On, Standing, Strength, Value};
use super::{Act, Agreed, ChangeId, Changes, EditName, Link, Op, Written};
use crate::model::id::{QuestionId, SurveyId};
use crate::model::review::Step;
use std::collections::{BTreeMap, BTreeSet};

/// What the record says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// The changes, in the order in which they were added.
    pub changes: Vec<Change>,
    /// What is said of the work as a whole.
    pub whole: Fields,
    /// The surveys that asked people whether they agree.
    pub asked: BTreeSet<SurveyId>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its name.
    pub id: ChangeId,
    /// What stands in its fields.
    pub fields: Fields,
    /// What it goes back to.
    pub links: BTreeSet<Link>,
    /// Who agrees and who does not, in the order in which it was noted. Each with what [`Op::Forget`] calls it.
    pub agreed: Vec<((EditName, u32), Agreed)>,
}

/// What stands in fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<Field, Vec<(Written, Value)>>);

impl Content {
    pub(super) fn of(changes: &Changes) -> Self {
        let mut content = Self::default();
        let mut removed = BTreeSet::new();
        let mut forgotten = BTreeSet::new();
        let mut over: BTreeSet<(Option<ChangeId>, Field, Written)> = BTreeSet::new();
        let mut writes = Vec::new();
        let mut others = Vec::new();
        for edit in changes.active() {
            let Act::Do(ops) = &edit.act else { continue };
            for (place, op) in (0..).zip(ops) {
                match op {
                    Op::Add(id) if content.change(*id).is_none() => {
                        content.changes.push(Change::new(*id))
                    }
                    Op::Add(_) => {}
                    Op::Remove(id) => _ = removed.insert(*id),
                    Op::Set { of, field, value, over: before } => {
                        over.extend(before.iter().map(|written| (*of, *field, *written)));
                        let written = Written { edit: edit.name, at: edit.at };
                        writes.push((*of, *field, written, value));
                    }
                    Op::Forget(name, place) => _ = forgotten.insert((*name, *place)),
                    Op::Asked(survey) => _ = content.asked.insert(*survey),
                    Op::Link(..) | Op::Unlink(..) | Op::Agree(..) => {
                        others.push(((edit.name, place), op));
                    }
                }
            }
        }
        content.changes.retain(|change| !removed.contains(&change.id));
        for (of, field, written, value) in writes {
            if !over.contains(&(of, field, written))
                && let Some(fields) = content.fields_mut(of)
            {
                fields.0.entry(field).or_default().push((written, value.clone()));
            }
        }
        for (name, op) in others {
            match op {
                Op::Link(of, link) => {
                    content.change_mut(*of).into_iter().for_each(|one| _ = one.links.insert(*link));
                }
                Op::Unlink(of, link) => {
                    content.change_mut(*of).into_iter().for_each(|one| _ = one.links.remove(link));
                }
                Op::Agree(of, agreed) if !forgotten.contains(&name) => {
                    let one = content.change_mut(*of);
                    one.into_iter().for_each(|one| one.agreed.push((name, agreed.clone())));
                }
                _ => {}
            }
        }
        content
    }

    /// One change.
    pub fn change(&self, id: ChangeId) -> Option<&Change> {
        self.changes.iter().find(|change| change.id == id)
    }

    /// The fields of a change that is there, or of the whole.
    pub fn fields(&self, of: Option<ChangeId>) -> Option<&Fields> {
        match of {
            None => Some(&self.whole),
            Some(id) => self.change(id).map(|change| &change.fields),
        }
    }

    fn change_mut(&mut self, id: ChangeId) -> Option<&mut Change> {
        self.changes.iter_mut().find(|change| change.id == id)
    }

    fn fields_mut(&mut self, of: Option<ChangeId>) -> Option<&mut Fields> {
        match of {
            None => Some(&mut self.whole),
            Some(id) => self.change_mut(id).map(|change| &mut change.fields),
        }
    }

    /// The first day on which a change is to be looked at again.
    pub fn review(&self) -> Option<u32> {
        self.changes.iter().filter_map(|change| change.fields.day(Field::Review)).min()
    }
}

impl Change {
    fn new(id: ChangeId) -> Self {
        Self { id, fields: Fields::default(), links: BTreeSet::new(), agreed: Vec::new() }
    }

    /// The question that it goes back to.
    pub fn question(&self) -> Option<QuestionId> {
        self.links.iter().find_map(|link| match link {
            Link::Question(_, id) | Link::Choice(_, id, _) | Link::Quote(_, id, _) => Some(*id),
            Link::Note(..) => None,
        })
    }

    /// How many people agree, do not, and are not sure, who said so of the words as they are now and for
    /// themselves.
    pub fn tally(&self) -> (usize, usize, usize) {
        let now =
            || self.agreed.iter().filter(|(name, agreed)| self.voice(*name, agreed) == Voice::Own);
        let count = |says| now().filter(|(_, agreed)| agreed.agrees == says).count();
        (count(Some(true)), count(Some(false)), count(None))
    }

    /// How many of those who said something count apart, as this voice.
    pub fn count(&self, voice: Voice) -> usize {
        self.agreed.iter().filter(|(name, agreed)| self.voice(*name, agreed) == voice).count()
    }

    /// What somebody said counts as, by the edit that noted it.
    pub fn voice(&self, (edit, _): (EditName, u32), agreed: &Agreed) -> Voice {
        let is_since = |written: &Written| written.edit.number > edit.number;
        let about = [Field::Standing, Field::Doing];
        if about.into_iter().any(|field| self.fields.written(field).iter().any(is_since)) {
            Voice::Earlier
        } else if agreed.is_for_another() {
            Voice::ForAnother
        } else {
            Voice::Own
        }
    }
}

/// What it counts as that somebody agrees with a change, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Their own view, of the words as they are now.
    Own,
    /// The view of somebody who answered for a person. Never counted with what people say themselves.
    ForAnother,
    /// It was said of words that were changed since then.
    Earlier,
}

impl Fields {
    /// What stands there, once where two wrote the same. More than one: people wrote apart.
    pub fn values(&self, field: Field) -> Vec<&Value> {
        let mut values: Vec<&Value> = Vec::new();
        for (_, value) in self.0.get(&field).into_iter().flatten() {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        values
    }

    /// The writes that stand there.
    pub fn written(&self, field: Field) -> Vec<Written> {
        self.0.get(&field).into_iter().flatten().map(|(written, _)| *written).collect()
    }

    /// The fields that people wrote apart.
    pub fn clashes(&self) -> Vec<Field> {
        self.0.keys().copied().filter(|field| self.values(*field).len() > 1).collect()
    }

    /// What is shown: the last of them.
    pub fn value(&self, field: Field) -> &Value {
        self.0.get(&field).and_then(|all| all.last()).map_or(&Value::Nothing, |(_, value)| value)
    }

    /// The words in a field. Empty for none.
    pub fn text(&self, field: Field) -> &str {
        match self.value(field) {
            Value::Text(text) => text,
            _ => "",
        }
    }

    /// The day in a field.
    pub fn day(&self, field: Field) -> Option<u32> {
        match self.value(field) {
            Value::Day(day) => Some(*day),
            _ => None,
        }
    }

    /// The amount in a field.
    pub fn money(&self, field: Field) -> Money {
        match self.value(field) {
            Value::Pence(pence) => Money::Pence(*pence),
            Value::NotKnown => Money::NotKnown,
            _ => Money::Unsaid,
        }
    }

    /// The place of what is picked.
    pub fn pick(&self, field: Field) -> Option<u8> {
        match self.value(field) {
            Value::Pick(place) => Some(*place),
            _ => None,
        }
    }

    /// Where it stands.
    pub fn standing(&self) -> Option<Standing> {
        Standing::at(self.pick(Field::Standing)?)
    }

    /// What sort of difference it is.
    pub fn kind(&self) -> Option<Kind> {
        Kind::at(self.pick(Field::Kind)?)
    }

    /// Whom or what it makes a difference to.
    pub fn on(&self) -> Option<On> {
        On::at(self.pick(Field::On)?)
    }

    /// How well we know.
    pub fn strength(&self) -> Option<Strength> {
        Strength::at(self.pick(Field::Strength)?)
    }

    /// How often an amount is paid or saved.
    pub fn every(&self, field: Field) -> Option<Every> {
        Every::at(self.pick(field)?)
    }

    /// The step of involvement.
    pub fn step(&self) -> Option<Step> {
        Step::ALL.get(usize::from(self.pick(Field::Step)?)).copied()
    }

    /// True where it is not shown to people.
    pub fn is_hidden(&self) -> bool {
        self.pick(Field::Hidden).is_some()
    }
}
