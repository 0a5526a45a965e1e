//! The picture of a change.

use super::book::Book;
use crate::model::change::{ChangeId, Field, Value};
use crate::organiser::picture_field::picture_field;
use crate::ui::el::El;
use leptos::prelude::*;

/// The part of the form.
pub fn picture(book: Book, of: ChangeId) -> El {
    let text = move |field| {
        let change = book.change(of);
        change.map(|change| change.fields.text(field).to_owned()).unwrap_or_default()
    };
    let words = Memo::new(move |_| text(Field::Said));
    let now = Memo::new(move |_| text(Field::Picture));
    let set = move |code: &str| {
        book.write(Some(of), Field::Picture, Value::Text(code.to_owned()));
        book.stop_typing();
    };
    picture_field(book.desk, format!("picture-search-{}", of.0), words, now, set)
}
