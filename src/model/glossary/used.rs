//! Where drafts use the words: which terms a survey explains, where it says something else, which of its words are
//! not here, and which of ours it could explain.
//!
//! A draft's word is a term of ours by its link, or else by its name: so a word that came from elsewhere is found
//! too. Nothing here changes a draft (see [`edit::meanings`](crate::model::edit::meanings)).

use super::{Content, Field, Term, TermId, key};
use crate::model::draft::{self, DraftMeaning, Place};
use crate::model::id::MeaningId;
use crate::model::meanings::pieces;
use crate::model::survey::Meaning;
use std::collections::{BTreeMap, BTreeSet};

/// A word that a survey explains in another way than we agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Which word of the draft.
    pub meaning: MeaningId,
    /// Which term of ours.
    pub term: TermId,
    /// The word, as the survey has it.
    pub word: String,
    /// What the survey says that it means.
    pub says: String,
}

/// A term of ours that a survey names and does not explain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub term: TermId,
    /// The name by which the survey calls it.
    pub word: String,
}

impl Content {
    /// The term that a word of a draft is.
    pub fn term_of(&self, meaning: &DraftMeaning) -> Option<&Term> {
        let linked = meaning.term.and_then(|id| self.term(TermId(id)));
        linked.or_else(|| self.named(&meaning.word))
    }
}

/// True when a survey explains this term.
pub fn uses(content: &Content, of: TermId, draft: &draft::Content) -> bool {
    let is_it = |meaning| content.term_of(meaning).is_some_and(|term| term.id == of);
    draft.meanings.iter().any(is_it)
}

/// In how many of these drafts each term is explained. A term of none is not in it.
pub fn use_counts<'a>(
    content: &Content,
    drafts: impl Iterator<Item = &'a draft::Content>,
) -> BTreeMap<TermId, usize> {
    let mut counts = BTreeMap::new();
    for draft in drafts {
        let terms = draft.meanings.iter().filter_map(|meaning| content.term_of(meaning));
        let terms: BTreeSet<TermId> = terms.map(|term| term.id).collect();
        terms.into_iter().for_each(|id| *counts.entry(id).or_insert(0) += 1);
    }
    counts
}

/// What a survey says otherwise than we agreed. A meaning that nobody wrote yet says nothing.
pub fn others(content: &Content, draft: &draft::Content) -> Vec<Other> {
    let other = |meaning: &DraftMeaning| {
        let term = content.term_of(meaning)?;
        let says = meaning.text.trim();
        let is_other = !says.is_empty() && !term.meaning().is_empty() && says != term.meaning();
        is_other.then(|| Other {
            meaning: meaning.id,
            term: term.id,
            word: meaning.word.trim().to_owned(),
            says: says.to_owned(),
        })
    };
    draft.meanings.iter().filter_map(other).collect()
}

/// The words that a survey explains and that are not here.
pub fn strays<'a>(
    content: &'a Content,
    draft: &'a draft::Content,
) -> impl Iterator<Item = &'a DraftMeaning> {
    let is_written =
        |meaning: &&DraftMeaning| !key(&meaning.word).is_empty() && !key(&meaning.text).is_empty();
    draft.meanings.iter().filter(is_written).filter(|one| content.term_of(one).is_none())
}

/// The terms that the texts of a survey name and that it does not explain, in the order people meet them.
pub fn offers(content: &Content, draft: &draft::Content) -> Vec<Offer> {
    let is_explained = |name: &str| draft.meanings.iter().any(|one| key(&one.word) == key(name));
    let mut names: Vec<(TermId, Meaning)> = Vec::new();
    for term in content.terms.iter().filter(|term| !term.meaning().is_empty()) {
        for name in term.names().filter(|name| !is_explained(name)) {
            let meaning = Meaning { word: name.to_owned(), text: String::new() };
            names.push((term.id, meaning));
        }
    }
    let (ids, meanings): (Vec<TermId>, Vec<Meaning>) = names.into_iter().unzip();
    let mut found: Vec<Offer> = Vec::new();
    let texts = draft.places().into_iter().filter(|place| is_read(*place));
    for text in texts.filter_map(|place| draft.text(place)) {
        for (word, at) in pieces(text, &meanings) {
            let Some(term) = at.map(|at| ids[at]) else { continue };
            if found.iter().all(|offer| offer.term != term) && !uses(content, term, draft) {
                found.push(Offer { term, word: word.to_owned() });
            }
        }
    }
    found
}

/// True for the places in which people can tap a word.
fn is_read(place: Place) -> bool {
    matches!(place, Place::Question(_) | Place::Hint(_) | Place::Choice(..))
}

/// A term as a word of a draft, under a name of its own: the name by which the survey calls it.
pub fn as_meaning(term: &Term, id: MeaningId, word: &str) -> DraftMeaning {
    let names = term.names().filter(|name| key(name) != key(word));
    DraftMeaning {
        id,
        word: word.trim().to_owned(),
        text: term.meaning().to_owned(),
        also: names.map(str::to_owned).collect(),
        picture: term.text(Field::Picture).to_owned(),
        term: Some(term.id.0),
    }
}
