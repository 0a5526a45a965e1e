//! The answers as files: in words, in codes, and the codebook that says what the codes mean.

use crate::browser::{clock, file};
use crate::model::csv::{self, Cells};
use crate::organiser::state::Desk;
use crate::organiser::title::title;
use crate::organiser::words;
use crate::ui::el::{El, button, el};
use leptos::prelude::*;

/// The id of the sentence that says what the spreadsheet is for.
pub const CSV_HELP: &str = "csv-help";

/// What each file is for, and the two that fewer people need.
pub fn more_downloads(desk: Desk) -> El {
    let line = |name: &'static str, id: &'static str, help: &'static str, save: fn(Desk)| {
        let save = button("button")
            .attr("aria-describedby", id)
            .on("click", move |_| save(desk))
            .text(name);
        el("li").child(save).child(el("p").class("help").id(id).text(help))
    };
    let codes = line(
        "Download CSV with codes",
        "codes-help",
        "The same spreadsheet with numbers for the answers. It is for statistics software. \
         Where there is no answer, it says why: .s is skipped, .n is not asked, .p is “I prefer not to say”.",
        save_codes,
    );
    let codebook = line(
        "Download the codebook",
        "codebook-help",
        "It says what each column holds, what each code means, and which words people read in \
         which version. Keep the files together.",
        save_codebook,
    );
    let help = "“Download CSV” makes a spreadsheet. It has a row for each person, and their answers in words.";
    let zeros = "Excel drops the first 0 of a phone number when you open the file with a double click. \
                 To keep it, use Data, From Text/CSV in Excel. Set those columns to Text.";
    let more = el("details")
        .child(el("summary").text("More downloads"))
        .child(el("p").class("help").text(zeros))
        .child(el("ul").attr("role", "list").children([codes, codebook]));
    el("div").class("downloads").child(el("p").class("help").id(CSV_HELP).text(help)).child(more)
}

/// Saves the answers in words.
pub fn save_csv(desk: Desk) {
    save(desk, "answers", "The answers are", &answers(desk, Cells::Words));
}

fn save_codes(desk: Desk) {
    save(desk, "answers-in-codes", "The answers are", &answers(desk, Cells::Codes));
}

fn save_codebook(desk: Desk) {
    let bytes = desk.versions.with_untracked(|versions| {
        desk.received.with_untracked(|received| {
            csv::write_codebook(versions, received, &desk.words, words::kind)
        })
    });
    save(desk, "codebook", "The codebook is", &bytes);
}

fn answers(desk: Desk, cells: Cells) -> Vec<u8> {
    desk.versions.with_untracked(|versions| {
        desk.received.with_untracked(|received| {
            csv::write(versions, received, cells, &desk.words, clock::moment)
        })
    })
}

fn save(desk: Desk, what: &str, are: &str, bytes: &[u8]) {
    let name = format!("{}.csv", words::file_name(&title(desk), what));
    if file::save(&name, "text/csv;charset=utf-8", bytes).is_ok() {
        desk.tell(&format!("{are} saved as {}. Open it in a spreadsheet.", words::own(&name)));
    } else {
        desk.tell("The file was not saved. Please try again.");
    }
}
