//! "You said, we did, not yet": the page that everybody can read, to print, to listen to, to save as a file, and
//! to ask people whether it is right.

use super::book::Book;
use super::list::class;
use super::page_file::save_page;
use crate::browser::{clock, page, speech};
use crate::model::change::{Act, DIFFERENCE, Op, Row, Sheet, Standing, ask_if_right, heard, sheet};
use crate::model::draft::Place;
use crate::organiser::buttons::button;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::state::{HEADING, new_id};
use crate::organiser::title::title;
use crate::organiser::{library, words};
use crate::ui::el::{El, el, parts};
use crate::ui::picture::small;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

/// The screen.
pub fn told(book: Book) -> El {
    let read = Memo::new(move |_| book.content.with(sheet));
    let is_empty = move || read.with(|sheet| sheet.rows.is_empty());
    let none = move || {
        let text = "There is nothing to show yet. A change shows here once it says what people said, where it \
                    stands, and what you do.";
        let go = button("button", "Go to the changes", move || {
            book.desk.go(Screen::Survey(book.id, Part::Changes));
        });
        parts().child(el("div").class("card empty").child(el("p").text(text)).child(go))
    };
    el("main")
        .class("column said-did")
        .child(
            el("div")
                .class("told-head")
                .child(
                    el("h1")
                        .class("say")
                        .id(HEADING)
                        .attr("tabindex", "-1")
                        .text("You said, we did"),
                )
                .child(
                    el("p").class("say soft").attr("dir", "auto").live_text(move || book.line()),
                ),
        )
        .child(tools(book, read))
        .live(move || read.with(notes))
        .show(is_empty, none)
        .live(move || vec![read.with(|sheet| rows(book, sheet))])
        .live(move || read.with(difference).into_iter().collect())
        .child(back(book, read))
}

fn tools(book: Book, read: Memo<Sheet>) -> El {
    let is_some = move || read.with(|sheet| !sheet.rows.is_empty());
    let listening = RwSignal::new(false);
    let can = RwSignal::new(speech::has_voice("en"));
    speech::on_voices(move || _ = can.try_set(speech::has_voice("en")));
    on_cleanup(speech::stop);
    let listen = crate::ui::el::button("button")
        .hidden(move || !can.get())
        .live_text(move || if listening.get() { "Stop".to_owned() } else { "Listen".to_owned() })
        .on("click", move |_| {
            if listening.get_untracked() {
                speech::stop();
                return listening.set(false);
            }
            speech::read("en", move || _ = listening.try_set(false));
            listening.set(true);
        });
    let row = move || {
        let save = button("button", "Save as a web page", move || {
            save_page(book, read.get_untracked());
        });
        let row = el("div").class("button-row no-print");
        let print = button("button primary", "Print", page::print);
        parts().child(row.child(print).child(save))
    };
    el("div").class("told-tools no-print").child(listen).show(is_some, row)
}

/// What is not shown, and what is too much.
fn notes(sheet: &Sheet) -> Vec<El> {
    let mut notes = Vec::new();
    let unready = sheet.unready.len();
    if unready > 0 {
        let changes = words::count(unready, "change is", "changes are");
        notes.push(format!(
            "{changes} not shown yet. To show, a change needs what people said, where it stands, and what you do."
        ));
    }
    if sheet.pages() > 2 {
        notes.push("This is more than 2 pages. People read 2 pages. Use fewer words, or hide some changes.".into());
    }
    notes.into_iter().map(|note| el("p").class("notice no-print").text(note)).collect()
}

fn rows(book: Book, sheet: &Sheet) -> El {
    let one = |row: &Row| {
        let said =
            el("div")
                .class("told-said")
                .child(el("h2").class("say").text("You said"))
                .child(el("p").class("say").attr("dir", "auto").text(row.said.clone()))
                .children((!row.people.is_empty()).then(|| {
                    el("p").class("say soft").attr("dir", "auto").text(row.people.clone())
                }));
        let did =
            row.did.iter().map(|text| el("p").class("say").attr("dir", "auto").text(text.clone()));
        let did = el("div")
            .class(format!("told-did {}", class(row.standing)))
            .child(el("h3").class("say").text(Standing::name(row.standing)))
            .children(did);
        let picture = small(book.desk.pictures, &row.picture);
        let with = if picture.is_some() { "card told-row pictured" } else { "card told-row" };
        el("li").class(with).children(picture).child(said).child(did)
    };
    el("ul").class("told-rows").attr("role", "list").children(sheet.rows.iter().map(one))
}

/// What was measured. The words are people's own: nothing here says that one thing caused the other.
fn difference(sheet: &Sheet) -> Option<El> {
    if sheet.difference.is_empty() {
        return None;
    }
    let one = |(what, how): &(String, String)| {
        let what = el("p").class("say").attr("dir", "auto").text(what.clone());
        let how = (!how.is_empty())
            .then(|| el("p").class("say soft").attr("dir", "auto").text(how.clone()));
        el("div").child(what).children(how)
    };
    let box_ =
        el("section").class("card told-difference").attr("aria-labelledby", "told-difference");
    let heading = el("h2").class("say").id("told-difference").text(DIFFERENCE);
    Some(box_.child(heading).children(sheet.difference.iter().map(one)))
}

/// Asking people whether it is right, and taking in what they say.
fn back(book: Book, read: Memo<Sheet>) -> El {
    let desk = book.desk;
    let ask = move || {
        let id = new_id();
        let whose = desk.draft.with_untracked(|draft| {
            draft.content().text(Place::Organisation).unwrap_or_default().to_owned()
        });
        let name = untrack(|| title(desk));
        let draft =
            read.with_untracked(|sheet| ask_if_right(id, sheet, (&name, &whose), clock::now()));
        if book.act(Act::Do(vec![Op::Asked(id)])) {
            let told = "This survey shows people what changed and asks if they agree. Publish it, then send the \
                        link.";
            desk.open_new(draft, Some(told.to_owned()));
        }
    };
    let take = move || {
        spawn_local(async move {
            let (mut people, mut objected) = (BTreeSet::new(), BTreeSet::new());
            for id in book.content.with_untracked(|content| content.asked.clone()) {
                if library::load_received(id, |_, _| {}).await.is_err() {
                    return desk.tell(
                        "The browser could not read the answers. Reload this page. Then try again.",
                    );
                }
                let (received, _) = library::received_and_unread(id);
                let ops = heard(&book.record(), &received, clock::day_of);
                for op in &ops {
                    if let Op::Agree(change, said) = op {
                        people.insert(said.from);
                        objected.extend((said.agrees == Some(false)).then_some(*change));
                    }
                }
                for some in ops.chunks(crate::model::change::MOST_OPS) {
                    if !book.act(Act::Do(some.to_vec())) {
                        return;
                    }
                }
            }
            let came = match people.len() {
                0 => return desk.tell("Nothing new came back."),
                1 => "The answers of 1 person are added to the changes.".to_owned(),
                some => format!(
                    "The answers of {} people are added to the changes.",
                    words::number(some)
                ),
            };
            desk.tell(&match objected.len() {
                0 => came,
                some => {
                    let changes = words::count(some, "change", "changes");
                    format!("{came} Somebody does not agree with {changes}: see Changes.")
                }
            });
        });
    };
    let is_some = move || read.with(|sheet| !sheet.rows.is_empty());
    let is_asked = move || book.content.with(|content| !content.asked.is_empty());
    let text = "Make a short survey from this page. People open the link on their phone. They read it or listen to \
                it, say if they agree, and say what to do instead.";
    let card = move || {
        let add = move || {
            let help = "Add their answers in the Inbox of that survey first.";
            let id = "take-agreed-help";
            let press =
                button("button", "Add what people sent back", take).attr("aria-describedby", id);
            parts().child(press).child(el("p").class("help").id(id).text(help))
        };
        let row = el("div")
            .class("button-row")
            .child(button("button", "Ask people if they agree", ask))
            .show(is_asked, add);
        let card = el("section").class("card no-print").attr("aria-labelledby", "told-back");
        let heading = el("h2").id("told-back").text("Send it to people");
        parts().child(card.child(heading).child(el("p").text(text)).child(row))
    };
    el("div").class("no-print").show(is_some, card)
}
