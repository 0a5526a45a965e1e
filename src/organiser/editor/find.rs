//! Finding words in a survey: in its questions, pages, choices and helps, in the hard words and on
//! the first page. As the fields show them: `[answer 3]` stands for a mark.

use super::marks;
use crate::model::draft::{Content, DraftQuestion, Place};
use crate::model::find::Wanted;
use crate::model::first_page::of_first_page;
use crate::model::media::is_media;
use crate::model::standard::SENTENCES;
use crate::model::survey::Kind;
use core::ops::Range;

/// Letters to show in front of the first word found.
const BEFORE: usize = 24;

/// A text that says the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands.
    pub place: Place,
    /// What it is in its card: "Choice 2". Empty for the words of the question itself.
    pub what: String,
    /// The text, as its field shows it.
    pub text: String,
    /// Where it says them: bytes of the text. Never empty.
    pub at: Vec<Range<usize>>,
}

/// Every text that says the words, in the order people meet them.
pub fn find(content: &Content, words: &str) -> Vec<Found> {
    let Some(wanted) = Wanted::new(words) else { return Vec::new() };
    let mut all = Vec::new();
    let mut look = |place: Place, what: &str| {
        let text = marks::show(content, content.text(place).unwrap_or_default());
        let at = wanted.within(&text);
        if !at.is_empty() {
            all.push(Found { place, what: what.to_owned(), text, at });
        }
    };
    for place in Place::OF_SURVEY.into_iter().chain(SENTENCES.map(Place::Said)) {
        look(place, of_first_page(place));
    }
    for question in &content.questions {
        look_in(question, &mut look);
    }
    for (meaning, number) in content.meanings.iter().zip(1..) {
        look(Place::Word(meaning.id), &format!("Word {number}"));
        look(Place::Meaning(meaning.id), &format!("What word {number} means"));
    }
    all
}

/// Only what has a field in the card now.
fn look_in(question: &DraftQuestion, look: &mut impl FnMut(Place, &str)) {
    let id = question.id;
    look(Place::Question(id), "");
    if !question.picture.is_empty() {
        look(Place::PictureAlt(id), "What the picture shows");
    }
    let is_page = matches!(question.kind, Kind::Information | Kind::Consent | Kind::Section);
    look(Place::Hint(id), if is_page { "Words on the page" } else { "Help text" });
    if is_media(&question.media) {
        look(Place::MediaWords(id), "What the sound or video says");
    }
    if question.kind.has_choices() {
        for (choice, number) in question.offered().zip(1..) {
            look(Place::Choice(id, choice.id), &format!("Choice {number}"));
        }
    }
    if question.kind == Kind::Sorting {
        for at in 0..3 {
            look(Place::Pile(id, at), &format!("Place {}", at + 1));
        }
    }
}

impl Found {
    /// The text from a little before the first word found, in pieces. True for what was found.
    pub fn pieces(&self) -> Vec<(String, bool)> {
        let first = self.at.first().map_or(0, |at| at.start);
        let before: Vec<usize> = self.text[..first].char_indices().map(|(at, _)| at).collect();
        let far = before.len().checked_sub(BEFORE).filter(|skipped| *skipped > 0);
        let mut done = far.map_or(0, |skipped| before[skipped]);
        // From the start of a word, where there is one.
        if let Some(space) = self.text[done..first].find(' ').filter(|_| far.is_some()) {
            done += space + 1;
        }
        let mut pieces = Vec::new();
        if far.is_some() {
            pieces.push(("…".to_owned(), false));
        }
        for at in &self.at {
            pieces.push((self.text[done..at.start].to_owned(), false));
            pieces.push((self.text[at.clone()].to_owned(), true));
            done = at.end;
        }
        pieces.push((self.text[done..].to_owned(), false));
        pieces.retain(|(text, _)| !text.is_empty());
        pieces
    }

    /// Where the first words found start and end, in UTF-16, as browsers count.
    pub fn units(&self) -> (u32, u32) {
        let units = |end: usize| self.text[..end].encode_utf16().count() as u32;
        self.at.first().map_or((0, 0), |at| (units(at.start), units(at.end)))
    }
}
