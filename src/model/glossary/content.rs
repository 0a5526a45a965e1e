//! What the words mean now, from the terms of the program and the edits that count.
//!
//! **Invariant:** a part that two people wrote apart holds what both wrote, until somebody writes over both.

use super::start::{Start, starts};
use super::{Act, Agreed, EditName, Field, Glossary, Op, TermId, Written};
use std::collections::{BTreeMap, BTreeSet};

/// All terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// From A to Z. Those without a word come first: somebody is about to write it.
    pub terms: Vec<Term>,
}

/// A word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its name.
    pub id: TermId,
    /// What the program says, where it is one of its terms.
    pub start: Option<&'static Start>,
    fields: BTreeMap<Field, Vec<(Written, String)>>,
    /// Who agreed, in the order in which it was noted. Each with what [`Op::Forget`] calls it.
    pub agreed: Vec<((EditName, u32), Agreed)>,
}

/// A word as it is compared: without the size of its letters and the blanks around it.
pub fn key(word: &str) -> String {
    word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Content {
    pub(super) fn of(glossary: &Glossary) -> Self {
        let mut terms: BTreeMap<TermId, Term> =
            starts().iter().map(|start| (start.id, Term::new(start.id, Some(start)))).collect();
        let mut removed = BTreeSet::new();
        let mut forgotten = BTreeSet::new();
        let mut over: BTreeSet<(TermId, Field, Written)> = BTreeSet::new();
        let mut writes = Vec::new();
        let mut agreed = Vec::new();
        for edit in glossary.log.active() {
            let Act::Do(ops) = &edit.act else { continue };
            for (place, op) in (0..).zip(ops) {
                match op {
                    Op::Add(id) => {
                        terms.entry(*id).or_insert_with(|| Term::new(*id, None));
                    }
                    Op::Remove(id) => _ = removed.insert(*id),
                    Op::Set { of, field, text, over: before } => {
                        over.extend(before.iter().map(|written| (*of, *field, *written)));
                        let written = Written { edit: edit.name, at: edit.at };
                        writes.push((*of, *field, written, text));
                    }
                    Op::Agree(of, one) => agreed.push((*of, (edit.name, place), one)),
                    Op::Forget(name, place) => _ = forgotten.insert((*name, *place)),
                }
            }
        }
        terms.retain(|id, _| !removed.contains(id));
        for (of, field, written, text) in writes {
            if !over.contains(&(of, field, written))
                && let Some(term) = terms.get_mut(&of)
            {
                term.fields.entry(field).or_default().push((written, text.clone()));
            }
        }
        for (of, name, one) in agreed {
            if !forgotten.contains(&name)
                && let Some(term) = terms.get_mut(&of)
            {
                term.agreed.push((name, one.clone()));
            }
        }
        let mut terms: Vec<Term> = terms.into_values().collect();
        terms.sort_by_cached_key(|term| (key(term.word()), term.id));
        Self { terms }
    }

    /// One term.
    pub fn term(&self, id: TermId) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// The first term that is called so, by its word or by another name for it.
    pub fn named(&self, word: &str) -> Option<&Term> {
        let word = key(word);
        let is_word = |term: &&Term| key(term.word()) == word;
        let has = |term: &&Term| term.names().any(|name| key(name) == word);
        let found = self.terms.iter().find(is_word).or_else(|| self.terms.iter().find(has));
        found.filter(|_| !word.is_empty())
    }

    /// The terms that a search finds: by the word, other names and the meaning. All, for no words.
    pub fn find(&self, search: &str) -> Vec<TermId> {
        let search = key(search);
        let found = |term: &&Term| {
            term.names().chain([term.text(Field::Meaning)]).any(|text| key(text).contains(&search))
                || search.is_empty()
        };
        self.terms.iter().filter(found).map(|term| term.id).collect()
    }

    /// Other terms that have the same word: two people added it apart. For people to decide.
    pub fn twins(&self, id: TermId) -> Vec<&Term> {
        let Some(term) = self.term(id) else { return Vec::new() };
        let word = key(term.word());
        let is_twin = |other: &&Term| other.id != id && key(other.word()) == word;
        self.terms.iter().filter(is_twin).filter(|_| !word.is_empty()).collect()
    }

    /// How many things two people wrote apart.
    pub fn clashes(&self) -> usize {
        let fields: usize = self.terms.iter().map(|term| term.clashes().len()).sum();
        let twins = self.terms.iter().filter(|term| !self.twins(term.id).is_empty()).count();
        fields + twins / 2
    }

    /// A write over all that stands there now.
    pub fn set(&self, of: TermId, field: Field, text: String) -> Op {
        let written = |term: &Term| {
            term.fields.get(&field).into_iter().flatten().map(|(written, _)| *written).collect()
        };
        Op::Set { of, field, text, over: self.term(of).map(written).unwrap_or_default() }
    }
}

impl Term {
    fn new(id: TermId, start: Option<&'static Start>) -> Self {
        Self { id, start, fields: BTreeMap::new(), agreed: Vec::new() }
    }

    /// What is shown in a part: what was written last, or what the program says.
    pub fn text(&self, field: Field) -> &str {
        let own = self.fields.get(&field).and_then(|all| all.last()).map(|(_, text)| text.as_str());
        own.or_else(|| Some(self.start?.text(field))).unwrap_or_default()
    }

    /// The word.
    pub fn word(&self) -> &str {
        self.text(Field::Word).trim()
    }

    /// What it means.
    pub fn meaning(&self) -> &str {
        self.text(Field::Meaning).trim()
    }

    /// Other names for the same.
    pub fn also(&self) -> impl Iterator<Item = &str> {
        let all = self.text(Field::Also).split([',', '\n']).map(str::trim);
        all.filter(|name| !name.is_empty()).take(super::MOST_ALSO)
    }

    /// The word, and other names for it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.word()].into_iter().filter(|word| !word.is_empty()).chain(self.also())
    }

    /// What stands in a part, once where two wrote the same. More than one: people wrote apart.
    pub fn values(&self, field: Field) -> Vec<&str> {
        let mut values: Vec<&str> = Vec::new();
        for (_, text) in self.fields.get(&field).into_iter().flatten() {
            if !values.contains(&text.trim()) {
                values.push(text.trim());
            }
        }
        values
    }

    /// The parts that people wrote apart.
    pub fn clashes(&self) -> Vec<Field> {
        self.fields.keys().copied().filter(|field| self.values(*field).len() > 1).collect()
    }

    /// True where it says something else than the program does.
    pub fn is_changed(&self) -> bool {
        self.start.is_some_and(|start| {
            Field::ALL.iter().any(|field| self.text(*field).trim() != start.text(*field))
        })
    }

    /// True when it was agreed as it stands.
    pub fn is_agreed(&self, agreed: &Agreed) -> bool {
        agreed.meaning.trim() == self.meaning()
    }

    /// The newest agreement to what it says now.
    pub fn agreement(&self) -> Option<&Agreed> {
        let all = self.agreed.iter().map(|(_, agreed)| agreed);
        all.filter(|agreed| self.is_agreed(agreed)).max_by_key(|agreed| agreed.day)
    }
}
