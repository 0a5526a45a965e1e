//! The hard words that a survey explains: adding one, taking one out.

use super::{Edited, Focus, neighbour};
use crate::model::draft::{Change, Draft, DraftMeaning, Place};
use crate::model::glossary::{Term, as_meaning};
use crate::model::id::{Author, MeaningId};
use crate::model::phrase;

/// Adds a hard word that is not written yet, and puts the focus in it.
pub fn add(draft: &Draft, author: Author) -> Edited {
    let meaning = new(draft, author, String::new(), String::new());
    let focus = Focus::Text(Place::Word(meaning.id));
    Edited::only(vec![Change::AddMeaning(meaning)]).focusing(focus)
}

/// Explains a word that stands somewhere in the survey.
pub fn explain(draft: &Draft, author: Author, word: &str, text: String) -> Edited {
    let meaning = new(draft, author, word.to_owned(), text);
    Edited::only(vec![Change::AddMeaning(meaning)])
        .saying(format!("{} is now in the word list.", phrase::quoted(word)))
}

/// Explains a word of the survey as we agreed: the name by which the survey calls it, with our meaning.
pub fn explain_as(draft: &Draft, author: Author, term: &Term, word: &str) -> Edited {
    let id = MeaningId(draft.fresh_ids(author).next().expect("ids never run out"));
    Edited::only(vec![Change::AddMeaning(as_meaning(term, id, word))])
        .saying(format!("{} is now in the word list.", phrase::quoted(word)))
}

/// Has a word of the survey mean what we agreed.
pub fn say_as(draft: &Draft, id: MeaningId, term: &Term) -> Edited {
    let Some(old) = draft.content().meanings.iter().find(|meaning| meaning.id == id) else {
        return Edited::default();
    };
    let new =
        as_meaning(term, id, if old.word.trim().is_empty() { term.word() } else { &old.word });
    let same = DraftMeaning { text: old.text.clone(), ..new.clone() };
    let change = match same == *old {
        // The word keeps its place in the list.
        true => Change::SetText { place: Place::Meaning(id), text: new.text },
        false => Change::AddMeaning(new),
    };
    let said = format!("{} now means what we agreed.", phrase::quoted(term.word()));
    Edited::only(vec![change]).saying(said)
}

pub(super) fn new(draft: &Draft, author: Author, word: String, text: String) -> DraftMeaning {
    let id = draft.fresh_ids(author).next().expect("ids never run out");
    DraftMeaning::new(MeaningId(id), word, text)
}

/// Takes a hard word out. The focus goes to the one after it, or before it.
pub fn remove(draft: &Draft, id: MeaningId) -> Edited {
    let ids: Vec<MeaningId> = draft.content().meanings.iter().map(|meaning| meaning.id).collect();
    let focus = neighbour(&ids, id).map_or(Focus::AddWord, |next| Focus::Text(Place::Word(next)));
    Edited::only(vec![Change::RemoveMeaning(id)])
        .focusing(focus)
        .saying("The hard word is removed.".to_owned())
}
