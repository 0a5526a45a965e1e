//! What the words mean now, from the terms of the program and the edits that count.
//!
//! **Invariant:** a part that two people wrote apart holds what both wrote, until somebody writes over both.

use super::start::{Start, starts};
use super::{Act, Agreed, EditName, Field, Glossary, MOST_TERMS, Op, TermId, Written};
use crate::model::plain_text::is_blank;
use std::collections::{BTreeMap, BTreeSet};

/// All terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// From A to Z. Those without a word come first: somebody is about to write it.
    pub terms: Vec<Term>,
    /// Where each of them stands.
    places: BTreeMap<TermId, usize>,
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
    /// The word as it is compared, and all names: they are asked for again and again.
    word_key: String,
    keys: Vec<String>,
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
        terms.iter_mut().for_each(Term::note_keys);
        terms.sort_by(|one, other| (&one.word_key, one.id).cmp(&(&other.word_key, other.id)));
        let places = terms.iter().map(|term| term.id).zip(0..).collect();
        Self { terms, places }
    }

    /// One term.
    pub fn term(&self, id: TermId) -> Option<&Term> {
        self.terms.get(*self.places.get(&id)?)
    }

    /// The first term that is called so, by its word or by another name for it.
    pub fn named(&self, word: &str) -> Option<&Term> {
        let word = key(word);
        let is_word = |term: &&Term| term.word_key == word;
        let has = |term: &&Term| term.keys.contains(&word);
        let found = self.terms.iter().find(is_word).or_else(|| self.terms.iter().find(has));
        found.filter(|_| !word.is_empty())
    }

    /// The terms that a search finds: by the word, other names and the meaning. All, for no words.
    pub fn find(&self, search: &str) -> Vec<TermId> {
        let search = key(search);
        let found = |term: &&Term| {
            search.is_empty()
                || term.keys.iter().any(|name| name.contains(&search))
                || key(term.text(Field::Meaning)).contains(&search)
        };
        self.terms.iter().filter(found).map(|term| term.id).collect()
    }

    /// Other terms that have the same word: two people added it apart. For people to decide.
    pub fn twins(&self, id: TermId) -> Vec<&Term> {
        let Some(term) = self.term(id) else { return Vec::new() };
        let is_twin = |other: &&Term| other.id != id && other.word_key == term.word_key;
        self.terms.iter().filter(is_twin).filter(|_| !term.word_key.is_empty()).collect()
    }

    /// The terms that have a word in common with another one. They stand side by side.
    fn doubled(&self) -> impl Iterator<Item = &Term> {
        let same = self.terms.chunk_by(|one, other| one.word_key == other.word_key);
        same.filter(|all| all.len() > 1 && !all[0].word_key.is_empty()).flatten()
    }

    /// How many things two people wrote apart.
    pub fn clashes(&self) -> usize {
        let fields: usize = self.terms.iter().map(|term| term.clashes().len()).sum();
        fields + self.doubled().count() / 2
    }

    /// The first term about which people have to decide.
    pub fn first_clash(&self) -> Option<TermId> {
        let apart = self.terms.iter().find(|term| !term.clashes().is_empty());
        apart.or_else(|| self.doubled().next()).map(|term| term.id)
    }

    /// How many words more there is room for.
    pub fn room(&self) -> usize {
        MOST_TERMS.saturating_sub(self.terms.len())
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
        let (fields, agreed) = (BTreeMap::new(), Vec::new());
        Self { id, start, fields, agreed, word_key: String::new(), keys: Vec::new() }
    }

    fn note_keys(&mut self) {
        self.word_key = key(self.word());
        self.keys = self.names().map(key).collect();
    }

    /// True for one in which nobody has written anything.
    pub fn is_blank(&self) -> bool {
        self.agreed.is_empty() && Field::ALL.iter().all(|field| is_blank(self.text(*field)))
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
