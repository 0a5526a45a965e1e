//! What changed for people who decide: a page for a board, a business case, a theory of change, and the table, of
//! this survey or of all.

use super::blocks::drawn;
use super::book::Book;
use super::fields::{About, text};
use crate::browser::{clock, file, page};
use crate::model::change::{
    Block, Change, Content, Field, board as for_board, business_case, rows, theory_of_change,
};
use crate::model::csv::{Form, write_changes};
use crate::model::ladder;
use crate::model::report::docx;
use crate::model::review::Step;
use crate::model::xlsx;
use crate::organiser::buttons::button;
use crate::organiser::state::HEADING;
use crate::organiser::title::title;
use crate::organiser::{library, words};
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// Which page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Board,
    Case,
    Chain,
}

const VIEWS: [(View, &str); 3] =
    [(View::Board, "Board page"), (View::Case, "Business case"), (View::Chain, "Theory of change")];

/// The screen.
pub fn board(book: Book) -> El {
    let view = RwSignal::new(View::Board);
    let is_none = move || book.content.with(|content| content.changes.is_empty());
    let one = |(own, name): (View, &'static str)| {
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", "board-view")
            .checked(move || view.get() == own)
            .on("change", move |_| view.set(own));
        el("label").class("segment").child(radio).child(el("span").text(name))
    };
    let pick = el("fieldset")
        .class("no-print board-views")
        .child(el("legend").class("unseen").text("Which page to show"))
        .child(el("div").class("segments").children(VIEWS.map(one)));
    let none = || {
        let text = "Nothing is written down yet. Add changes first. Then come back.";
        parts().child(el("div").class("card empty").child(el("p").text(text)))
    };
    let sheet = move || {
        let (view, content) = (view.get(), book.content.get());
        let name = VIEWS.iter().find(|(own, _)| *own == view).map_or("", |(_, name)| name);
        let took_part = book.desk.draft.with(|draft| draft.content().making.step);
        let blocks = blocks(view, &content, took_part);
        el("section")
            .class("card board-page")
            .child(el("h2").text(name))
            .child(el("p").class("soft").attr("dir", "auto").text(book.line()))
            .children(blocks.iter().map(drawn))
    };
    let case = move || match view.get() == View::Case {
        true => untrack(|| case_fields(book)),
        false => parts(),
    };
    let shown = move || {
        let word = button("button", "Save as Word", move || save_word(book, view.get_untracked()));
        parts()
            .child(el("div").class("button-row no-print").child(print_button()).child(word))
            .live_parts(move || parts().child(sheet()))
            .live_parts(case)
    };
    el("main")
        .class("column board")
        .child(el("h1").class("no-print").id(HEADING).attr("tabindex", "-1").text("For the board"))
        .child(pick)
        .show(is_none, none)
        .show(move || !is_none(), shown)
        .child(files(book))
}

fn print_button() -> El {
    button("button primary", "Print this page", page::print)
}

/// The page that is shown, for Word.
fn save_word(book: Book, view: View) {
    let name = VIEWS.iter().find(|(own, _)| *own == view).map_or("", |(_, name)| name);
    let took_part = book.desk.draft.with_untracked(|draft| draft.content().making.step);
    let blocks = blocks(view, &book.content.get_untracked(), took_part);
    let heading = format!("{name}: {}", untrack(|| title(book.desk)));
    let bytes = docx::write_page((&heading, &untrack(|| book.line())), &blocks);
    let file =
        words::file_name(&untrack(|| title(book.desk)), &name.to_lowercase().replace(' ', "-"));
    let file = format!("{file}.docx");
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let missing = blocks.iter().filter(|block| matches!(block, Block::Missing(_))).count();
    book.desk.tell(&match (file::save(&file, kind, &bytes), missing) {
        (Err(_), _) => "The file was not saved. Please try again.".to_owned(),
        (Ok(()), 0) => format!("The page is saved as {}.", words::own(&file)),
        (Ok(()), some) => format!(
            "The page is saved as {}. {} not written yet, and not in it.",
            words::own(&file),
            words::count(some, "part is", "parts are")
        ),
    });
}

fn blocks(view: View, content: &Content, took_part: Option<Step>) -> Vec<Block> {
    match view {
        View::Board => {
            let mut blocks = for_board(content, clock::today(), words::day);
            // How people took part belongs to what is said in short.
            let end = blocks.iter().skip(1).position(|block| matches!(block, Block::Heading(_)));
            let says = took_part.map(|step| Block::Text(ladder::says(step)));
            let place = end.map_or(blocks.len(), |at| at + 1);
            blocks.splice(place..place, says);
            blocks
        }
        View::Case => business_case(content),
        View::Chain => theory_of_change(content),
    }
}

/// What only a person can write of a business case.
fn case_fields(book: Book) -> El {
    let about = |field, label, help| About { of: None, field, label, help };
    let fields = [
        about(Field::Need, "The need", "What is needed, and for whom?"),
        about(Field::Options, "The options", "What could you do? One option is to do nothing."),
        about(Field::Risk, "The risk", "What could go wrong, and what would you do?"),
        about(Field::Ask, "What you ask for", "What do you want the readers to decide?"),
    ];
    let section =
        el("section").class("card change-form no-print").attr("aria-labelledby", "case-words");
    let heading = el("h2").id("case-words").text("Write your part of the business case");
    parts().child(section.child(heading).children(fields.map(|about| text(book, about, 3))))
}

/// The table as files.
fn files(book: Book) -> El {
    let line = |name: &'static str, press: fn(Book)| button("button", name, move || press(book));
    let text = "A row for each change, with all that is written about it. An amount that nobody knows says “not \
                known”. It is never 0.";
    el("section")
        .class("card no-print")
        .attr("aria-labelledby", "changes-table")
        .child(el("h2").id("changes-table").text("The table"))
        .child(el("p").class("help").text(text))
        .child(
            el("div")
                .class("button-row")
                .child(line("Download CSV", |book| save_csv(book, false)))
                .child(line("Download Excel file", |book| save_excel(book, false))),
        )
        .child(el("p").text("All surveys of this browser in one table:"))
        .child(
            el("div")
                .class("button-row")
                .child(line("Download CSV of all surveys", |book| save_csv(book, true)))
                .child(line("Download Excel file of all surveys", |book| save_excel(book, true))),
        )
}

/// The rows of this survey, or of all.
fn table(book: Book, all: bool) -> Vec<Vec<String>> {
    let step = |step: Step| {
        words::STEPS.iter().find(|(own, ..)| *own == step).map_or("", |(_, name, _)| name)
    };
    let mut surveys: Vec<(String, Content)> = match all {
        false => vec![(untrack(|| title(book.desk)), book.content.get_untracked())],
        true => {
            let named = |id| words::or(&library::title(id), words::NO_TITLE);
            library::all_changes()
                .into_iter()
                .map(|one| (named(one.survey()), one.content()))
                .collect()
        }
    };
    surveys.sort_by_key(|(name, _)| name.to_lowercase());
    let changes = surveys.iter().flat_map(|(name, content)| {
        content.changes.iter().map(move |change: &Change| (&**name, change))
    });
    rows(changes, step)
}

fn save_csv(book: Book, all: bool) {
    let bytes = write_changes(&table(book, all), Form::default());
    save(book, all, "csv", "text/csv;charset=utf-8", &bytes);
}

fn save_excel(book: Book, all: bool) {
    let line = |what: &str, text: String| (what.to_owned(), text);
    let about = [
        line("Saved", clock::moment(clock::now()).replace('T', " ")),
        line(
            "How well we know",
            "From 1, someone told us, to 5, measured before and after and checked by others."
                .into(),
        ),
        line("Made with", "Ask Together".into()),
    ];
    let bytes = xlsx::write_changes(&table(book, all), &about);
    save(
        book,
        all,
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        &bytes,
    );
}

fn save(book: Book, all: bool, end: &str, kind: &str, bytes: &[u8]) {
    let name = match all {
        true => "all-surveys-what-changed".to_owned(),
        false => words::file_name(&untrack(|| title(book.desk)), "what-changed"),
    };
    let name = format!("{name}.{end}");
    book.desk.tell(&match file::save(&name, kind, bytes) {
        Ok(()) => format!("The table is saved as {}.", words::own(&name)),
        Err(_) => "The file was not saved. Please try again.".to_owned(),
    });
}
