//! The words as a file, and the words of a file: what it brings is shown, and people decide.

use super::book::{Book, New};
use crate::browser::file::{self, Given};
use crate::browser::page;
use crate::model::csv::{Form, write_words};
use crate::model::glossary::{
    Agreed, BadRow, BadTable, Brings, Field, Row, Table, TermId, cells, read,
};
use crate::model::wire::LARGEST_PACKET;
use crate::organiser::buttons::button;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The heading of what a file brought. The focus goes there.
const CAME: &str = "words-came";
/// The heading of the card.
const FILES: &str = "words-files";

/// The card below the list.
pub fn files(book: Book) -> El {
    let came = RwSignal::new(None::<Result<Table, &'static str>>);
    let open = move |event: crate::ui::el::Event| {
        for given in file::given(&event).into_iter().take(1) {
            read_file(given, came);
        }
    };
    let choose = el("input")
        .attr("type", "file")
        .attr("accept", ".csv,text/csv")
        .attr("aria-describedby", "words-file-help")
        .on("change", open);
    let help = "Open a CSV file with these columns: Word, What it means. You can also have: What it is not, Other \
                names, Picture, Agreed by, Agreed on. We show you what is in it first.";
    el("section")
        .class("card no-print")
        .attr("aria-labelledby", FILES)
        .child(el("h2").id(FILES).attr("tabindex", "-1").text("Share these words as a file"))
        .child(
            el("div")
                .class("button-row")
                .child(button("button", "Download CSV", move || save(book))),
        )
        .child(el("p").class("help").id("words-file-help").text(help))
        .child(el("label").class("button file-button").text("Open a CSV file").child(choose))
        .live(move || came.get().map(|came_in| brought(book, came, came_in)).into_iter().collect())
}

fn save(book: Book) {
    let bytes =
        book.content.with_untracked(|content| write_words(&cells(content), Form::default()));
    book.desk.tell(match file::save("words-we-agree.csv", "text/csv;charset=utf-8", &bytes) {
        Ok(()) => "The words are saved as words-we-agree.csv.",
        Err(_) => "The file was not saved. Please try again.",
    });
}

fn read_file(given: Given, came: RwSignal<Option<Result<Table, &'static str>>>) {
    spawn_local(async move {
        let read = match given.bytes(LARGEST_PACKET).await {
            Ok(bytes) => read(&bytes).map_err(|why| match why {
                BadTable::NotText => {
                    "This file is not a CSV file. In Excel, save it as “CSV UTF-8”. Then open it here."
                }
                BadTable::NoHeads => {
                    "The first row of this file must have the headings “Word” and “What it means”."
                }
            }),
            Err(_) => Err("We could not read this file. Choose another file."),
        };
        // The screen may be gone by now.
        if came.try_set(Some(read)).is_none() {
            page::focus_soon(CAME);
        }
    });
}

/// What is wrong with a row, in words.
fn says(why: BadRow) -> &'static str {
    match why {
        BadRow::NoWord => "it has no word",
        BadRow::NoMeaning => "it does not say what the word means",
        BadRow::TooLong => "something in it is too long",
        BadRow::Twice => "the word is in the file already",
        BadRow::TooMany => "there are too many words in this file",
    }
}

/// A row as a new word.
fn new(row: &Row) -> New {
    let texts = vec![
        (Field::Word, row.word.clone()),
        (Field::Meaning, row.meaning.clone()),
        (Field::IsNot, row.is_not.clone()),
        (Field::Picture, row.picture.clone()),
        (Field::Also, row.also.clone()),
    ];
    let agreed = row.agreed.clone();
    let agreed = agreed.map(|(who, day)| Agreed { who, day, meaning: row.meaning.clone() });
    New { id: None, texts, agreed }
}

/// What a file brought: new words, other meanings, and rows that are left out.
fn brought(
    book: Book,
    came: RwSignal<Option<Result<Table, &'static str>>>,
    came_in: Result<Table, &'static str>,
) -> El {
    let heading = el("h3").id(CAME).attr("tabindex", "-1").text("What is in this file");
    let close = button("button", "Close", move || {
        came.set(None);
        page::focus_soon(FILES);
    });
    let part = el("div").class("words-came").child(heading);
    let table = match came_in {
        Err(why) => return part.child(el("p").class("notice bad").text(why)).child(close),
        Ok(table) => table,
    };
    let Table { rows, bad } = table;
    let sorted = Memo::new(move |_| {
        book.content.with(|content| {
            let of = |row: &Row| (row.clone(), row.brings(content));
            rows.iter().map(of).collect::<Vec<_>>()
        })
    });
    let draw = move || {
        let all = sorted.get();
        let fresh: Vec<Row> =
            all.iter().filter(|(_, is)| *is == Brings::New).map(|(row, _)| row.clone()).collect();
        let same = all.iter().filter(|(_, is)| *is == Brings::Same).count();
        let other = all.into_iter().filter_map(|(row, is)| match is {
            Brings::Other(term) => Some(another(book, term, row)),
            _ => None,
        });
        let other: Vec<El> = other.collect();
        let mut lines = vec![match fresh.len() {
            0 => "There are no new words in it.".to_owned(),
            some => format!("{} in it.", words::count(some, "new word is", "new words are")),
        }];
        if same > 0 {
            let words = words::count(same, "word means", "words mean");
            lines.push(format!("{words} the same as here."));
        }
        let text = el("p").attr("role", "status").text(lines.join(" "));
        let add = (!fresh.is_empty()).then(|| {
            let names: Vec<String> = fresh.iter().map(|row| words::own(&row.word)).collect();
            let name = words::count(fresh.len(), "new word", "new words");
            let add = button("button primary", format!("Add {name}"), move || {
                if book.add(fresh.iter().map(new).collect()).is_some() {
                    book.desk.tell("The words are added. Press Undo to remove them again.");
                }
                page::focus_soon(CAME);
            });
            parts().child(el("p").attr("dir", "auto").text(names.join(", "))).child(add)
        });
        let other = (!other.is_empty()).then(|| {
            let heading = el("h4").text("Words with another meaning");
            let list = el("ul").class("word-settles").attr("role", "list").children(other);
            parts().child(heading).child(list)
        });
        let all = parts().child(text);
        let all = add.into_iter().fold(all, El::and);
        other.into_iter().fold(all, El::and)
    };
    let line = |(number, why): (usize, BadRow)| {
        el("li").text(format!("Row {number} is left out: {}.", says(why)))
    };
    let bad = (!bad.is_empty()).then(|| el("ul").children(bad.into_iter().map(line)));
    part.live_parts(draw).children(bad).child(close)
}

/// Two meanings for one word, side by side.
fn another(book: Book, term: TermId, row: Row) -> El {
    let ours = book.content.with_untracked(|content| {
        content.term(term).map(|term| term.meaning().to_owned()).unwrap_or_default()
    });
    let (word, theirs) = (row.word.clone(), row.meaning.clone());
    let name = format!("{}: use the meaning in the file", words::own(&word));
    let take = button("button", "Use the meaning in the file", move || {
        book.take(term, &row.meaning);
        page::focus_soon(CAME);
    })
    .attr("aria-label", name);
    let text = |what: &str, meaning: &str| {
        el("p").attr("dir", "auto").text(format!("{what}: {}", words::quoted(meaning)))
    };
    el("li")
        .child(el("h5").attr("dir", "auto").text(word))
        .child(text("Here", &ours))
        .child(text("In the file", &theirs))
        .child(take)
}
