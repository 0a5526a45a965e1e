//! Saving "You said, we did" as a page of its own, with its pictures in it.
//!
//! Absent: what stands on it (see [`page`]).

use super::book::Book;
use crate::browser::{fetch, file};
use crate::model::change::{Sheet, page};
use crate::model::photo::is_photo;
use crate::organiser::title::title;
use crate::organiser::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

/// Saves it. A picture that does not come is left out: its words stand alone.
pub fn save_page(book: Book, sheet: Sheet) {
    let desk = book.desk;
    let (line, name) = untrack(|| (book.line(), title(desk)));
    spawn_local(async move {
        let codes: BTreeSet<String> = sheet.rows.iter().map(|row| row.picture.clone()).collect();
        let mut pictures = Vec::new();
        for code in codes.into_iter().filter(|code| !code.is_empty() && !is_photo(code)) {
            if let Some(address) = fetch::drawing(&desk.pictures.address_at_host(&code)).await {
                pictures.push((code, address));
            }
        }
        let text = page(&sheet, &line, &pictures);
        let name = format!("{}.html", words::file_name(&name, "you-said-we-did"));
        let saved = file::save(&name, "text/html;charset=utf-8", text.as_bytes());
        desk.tell(&match saved {
            Ok(()) => format!(
                "The page is saved as {}. Anybody can open it. You can print it or send it.",
                words::own(&name)
            ),
            Err(_) => "The file was not saved. Please try again.".to_owned(),
        });
    });
}
