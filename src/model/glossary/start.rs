//! The terms that the program begins with, from `terms.txt`: a `# Group`, then for each term
//! `number PICTURE word`, `= meaning`, and perhaps `! what it is not` and `+ other, names`.
//!
//! A number names its term in drafts and records for ever: a term that goes takes its number with it.

use super::{Field, TermId};
use std::sync::LazyLock;

/// The list, in our own words.
const LIST: &str = include_str!("terms.txt");

static STARTS: LazyLock<Vec<Start>> = LazyLock::new(|| read(LIST));

/// A term of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// Its name.
    pub id: TermId,
    /// The word.
    pub word: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// What it is not. May be empty.
    pub is_not: &'static str,
    /// The name of its picture.
    pub picture: &'static str,
    /// Other names, with commas between. May be empty.
    pub also: &'static str,
}

impl Start {
    /// What it says in a part.
    pub fn text(&self, field: Field) -> &'static str {
        match field {
            Field::Word => self.word,
            Field::Meaning => self.meaning,
            Field::IsNot => self.is_not,
            Field::Picture => self.picture,
            Field::Also => self.also,
        }
    }
}

/// All of them, in the order of the file.
pub fn starts() -> &'static [Start] {
    &STARTS
}

/// Reads the list. A line that is none of ours is left out; a test says that there is none.
fn read(list: &'static str) -> Vec<Start> {
    let mut all: Vec<Start> = Vec::new();
    for line in list.lines() {
        let Some((sign, rest)) = line.split_once(' ') else { continue };
        match (sign, all.last_mut()) {
            ("#", _) => {}
            ("=", Some(last)) => last.meaning = rest,
            ("!", Some(last)) => last.is_not = rest,
            ("+", Some(last)) => last.also = rest,
            _ => {
                if let (Ok(number), Some((picture, word))) = (sign.parse(), rest.split_once(' ')) {
                    let id = TermId(number);
                    all.push(Start { id, word, meaning: "", is_not: "", picture, also: "" });
                }
            }
        }
    }
    all
}
