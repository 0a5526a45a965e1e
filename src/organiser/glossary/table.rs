//! The words as a file, and the words of a file: what it brings is shown, and people decide.

use super::book::{Book, New};
use crate::browser::file::{self, Given, Unread};
use crate::browser::page;
use crate::model::csv::{Form, write_words};
use crate::model::glossary::{
    Agreed, BadRow, BadTable, Brings, Content, Field, MOST_WORDS, Remark, Row, Table, TermId,
    cells, read,
};
use crate::model::wire::LARGEST_PACKET;
use crate::organiser::buttons::button;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The heading of what a file brought. The focus goes there.
const CAME: &str = "words-came";
/// Most lines of a kind that are told of a file.
const MOST_LINES: usize = 20;
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
            Err(Unread::TooLarge) => {
                Err("This file is too large. Make a file of up to 500 words, without pictures in it.")
            }
            Err(Unread::Failed) => Err("We could not read this file. Choose another file."),
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
        let others: Vec<(TermId, Row)> = all
            .into_iter()
            .filter_map(|(row, is)| match is {
                Brings::Other(term) => Some((term, row)),
                _ => None,
            })
            .collect();
        let mut lines = vec![match fresh.len() {
            0 => "There are no new words in it.".to_owned(),
            some => format!("{} in it.", words::count(some, "new word is", "new words are")),
        }];
        if same > 0 {
            let words = words::count(same, "word means", "words mean");
            lines.push(format!("{words} the same as here."));
        }
        let text = el("p").attr("role", "status").text(lines.join(" "));
        let fresh = (!fresh.is_empty()).then(|| adding(book, fresh));
        let others = (!others.is_empty()).then(|| {
            let heading = el("h4").text("Words with another meaning");
            let rest = others.len().saturating_sub(MOST_LINES);
            let some = others.into_iter().take(MOST_LINES);
            let some = some.map(|(term, row)| another(book, term, row));
            let list = el("ul").class("word-settles").attr("role", "list").children(some);
            let more = (rest > 0).then(|| {
                let says = words::count(rest, "more word comes", "more words come");
                el("p").class("soft").text(format!("{says} here once these are decided."))
            });
            parts().child(heading).child(list).children(more)
        });
        let all = parts().child(text);
        let all = fresh.into_iter().fold(all, El::and);
        others.into_iter().fold(all, El::and)
    };
    let line = |(number, why): (usize, BadRow)| format!("Row {number} is left out: {}.", says(why));
    let bad = (!bad.is_empty()).then(|| listed(bad.into_iter().map(line).collect()));
    part.live_parts(draw).children(bad).child(close)
}

/// The new words of a file: what the form would say of them, and the press that adds as many as there is room for.
fn adding(book: Book, fresh: Vec<Row>) -> El {
    let room = book.content.with_untracked(Content::room);
    let is_short = fresh.len() > room;
    let says_all = words::count(fresh.len(), "word", "words");
    let fits: Vec<Row> = fresh.into_iter().take(room).collect();
    let told = is_short.then(|| {
        let rest = "Remove words here that you do not need. Then open the file again for the rest.";
        let says = match room {
            0 => format!("There is no room for more words. {rest}"),
            some => {
                let some = words::count(some, "more word", "more words");
                format!("There is room for {some}, and the file brings {says_all}. {rest}")
            }
        };
        el("p").class("notice").text(says)
    });
    let remarked: Vec<(String, Vec<Remark>)> =
        fits.iter().map(|row| (row.word.clone(), row.remarks())).collect();
    let good: Vec<Row> = fits
        .iter()
        .zip(&remarked)
        .filter(|(_, (_, all))| all.is_empty())
        .map(|(row, _)| row.clone())
        .collect();
    let hard: Vec<String> = remarked
        .iter()
        .filter(|(_, all)| !all.is_empty())
        .map(|(word, all)| {
            let all: Vec<String> = all.iter().map(remark).collect();
            format!("{}: {}", words::own(word), all.join(" "))
        })
        .collect();
    let add = |rows: Vec<Row>, class: &'static str, name: String| {
        (!rows.is_empty()).then(|| {
            button(class, name, move || {
                if book.add(rows.iter().map(new).collect()).is_some() {
                    book.desk.tell("The words are added. Press Undo to remove them again.");
                }
                page::focus_soon(CAME);
            })
        })
    };
    let names: Vec<String> = fits.iter().map(|row| words::own(&row.word)).collect();
    let name = |many: usize| words::count(many, "new word", "new words");
    let first = if is_short { "the first " } else { "" };
    let all = add(fits.clone(), "button primary", format!("Add {first}{}", name(fits.len())));
    let is_mixed = !hard.is_empty() && !good.is_empty();
    let only = format!("Add only the {} that are easy to read", words::number(good.len()));
    let only = is_mixed.then(|| add(good, "button", only)).flatten();
    let hard = (!hard.is_empty()).then(|| {
        let many = words::count(hard.len(), "meaning could", "meanings could");
        let says =
            format!("{many} be easier to read. You can add the words, and change them here.");
        el("div").class("notice").child(el("p").text(says)).child(listed(hard))
    });
    parts()
        .children(told)
        .child(el("p").attr("dir", "auto").text(some_of(&names, ", ")))
        .children(hard)
        .child(el("div").class("button-row").children(all).children(only))
}

/// What the form would say.
fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Long(many) => format!("{many} of {MOST_WORDS} words. Make it shorter."),
        Remark::Hard(why) => why.clone(),
    }
}

/// Lines, no more than people read.
fn listed(lines: Vec<String>) -> El {
    let rest = lines.len().saturating_sub(MOST_LINES);
    let more = (rest > 0).then(|| el("li").text(format!("And {} more.", words::number(rest))));
    let some =
        lines.into_iter().take(MOST_LINES).map(|line| el("li").attr("dir", "auto").text(line));
    el("ul").class("word-advice").children(some).children(more)
}

/// Names in a line, no more than people read.
fn some_of(names: &[String], between: &str) -> String {
    match names.len().checked_sub(3 * MOST_LINES) {
        None | Some(0) => names.join(between),
        Some(rest) => {
            let some = names[..3 * MOST_LINES].join(between);
            format!("{some}, and {} more", words::number(rest))
        }
    }
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
