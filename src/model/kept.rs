//! What a phone keeps of one person's work: what is made of what is found in the places where that
//! may be.
//!
//! There are two: a database, and the browser's text storage, where everything was kept before and
//! where it still goes when a browser refuses the other. So both may hold something, and it may differ.
//!
//! Absent: the places themselves, and putting anything there.

use super::wire::{self, Packet, Unreadable};

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept<T> {
    /// Nothing yet.
    Nothing,
    /// Something from an earlier visit.
    Here(T),
    /// Something that can't be read.
    Unreadable,
    /// Something that a newer release wrote. It must stay as it is.
    Newer,
}

/// What to make of all places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// What the person goes on with.
    pub kept: Kept<T>,
    /// The text that it was read from.
    pub text: Option<String>,
    /// What else there is. It has to be put under other names before anything new is kept.
    pub aside: Vec<String>,
}

/// Chooses among what the places hold. Where two hold something that can be read, the one with more
/// counts. Where they hold as much, the later one does: text storage is only written when the database
/// refused, so what is there was said last.
pub fn choose<T: Packet, A: PartialOrd>(
    places: impl IntoIterator<Item = Option<String>>,
    amount: impl Fn(&T) -> A,
) -> Choice<T> {
    let mut choice = Choice { kept: Kept::Nothing, text: None, aside: Vec::new() };
    for text in places.into_iter().flatten() {
        if choice.text.as_ref() == Some(&text) || choice.aside.contains(&text) {
            continue;
        }
        match (wire::from_text(&text), &choice.kept) {
            (Err(Unreadable::Newer), _) => {
                return Choice { kept: Kept::Newer, text: None, aside: Vec::new() };
            }
            (Err(_), Kept::Here(_)) => choice.aside.push(text),
            (Err(_), _) => {
                choice.kept = Kept::Unreadable;
                choice.aside.push(text);
            }
            (Ok(value), Kept::Here(best)) if amount(best) > amount(&value) => {
                choice.aside.push(text);
            }
            (Ok(value), _) => {
                choice.aside.extend(choice.text.replace(text));
                choice.kept = Kept::Here(value);
            }
        }
    }
    choice
}
