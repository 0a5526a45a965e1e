//! Words we agree: what the words mean that all surveys of this browser share. The screen, and what the editor's
//! word list offers of it.
//!
//! Absent: what a press means (see [`glossary`](crate::model::glossary)).

mod agreed;
mod book;
mod fields;
mod form;
mod list;
mod offers;
mod surveys;
mod table;

pub use book::agreed as agreed_words;
pub use offers::{explain_agreed, news, put_meaning, word_offers, word_ways};

use super::state::Desk;
use crate::ui::el::El;
use book::Book;
use leptos::prelude::on_cleanup;

/// The screen.
pub fn screen(desk: Desk) -> El {
    let book = Book::open(desk);
    // Who leaves has begun a word and written nothing.
    on_cleanup(move || book.drop_blank());
    list::list(book)
}
