//! The answers as files: in words, in codes, and the codebook that says what the codes mean.

use crate::browser::{clock, file};
use crate::model::csv::{self, Cells};
use crate::organiser::app::title;
use crate::organiser::state::Desk;
use crate::organiser::words;
use leptos::prelude::*;

/// The id of the sentence that says what the spreadsheet is for.
pub const CSV_HELP: &str = "csv-help";

/// What each file is for, and the two that fewer people need.
#[component]
pub fn MoreDownloads(desk: Desk) -> impl IntoView {
    view! {
        <div class="downloads">
            <p class="help" id=CSV_HELP>
                "“Download CSV” makes a spreadsheet. It has a row for each person, and their answers in words."
            </p>
            <details>
                <summary>"More downloads"</summary>
                <ul role="list">
                    <li>
                        <button
                            type="button"
                            class="button"
                            aria-describedby="codes-help"
                            on:click=move |_| save_codes(desk)
                        >
                            "Download CSV with codes"
                        </button>
                        <p class="help" id="codes-help">
                            "The same spreadsheet with numbers for the answers. It is for programs that count."
                        </p>
                    </li>
                    <li>
                        <button
                            type="button"
                            class="button"
                            aria-describedby="codebook-help"
                            on:click=move |_| save_codebook(desk)
                        >
                            "Download the codebook"
                        </button>
                        <p class="help" id="codebook-help">
                            "It says what each number in the codes means. Keep the two files together."
                        </p>
                    </li>
                </ul>
            </details>
        </div>
    }
}

/// Saves the answers in words.
pub fn save_csv(desk: Desk) {
    save(desk, "answers", "The answers are", answers(desk, Cells::Words));
}

fn save_codes(desk: Desk) {
    save(desk, "answers-in-codes", "The answers are", answers(desk, Cells::Codes));
}

fn save_codebook(desk: Desk) {
    let bytes = desk.versions.with_untracked(|versions| csv::write_codebook(versions, &desk.words));
    save(desk, "codebook", "The codebook is", bytes.ok());
}

fn answers(desk: Desk, cells: Cells) -> Option<Vec<u8>> {
    desk.versions.with_untracked(|versions| {
        desk.received.with_untracked(|received| {
            csv::write(versions, received, cells, &desk.words, clock::day).ok()
        })
    })
}

fn save(desk: Desk, what: &str, are: &str, bytes: Option<Vec<u8>>) {
    let name = format!("{}.csv", words::file_name(&title(desk), what));
    let saved =
        bytes.is_some_and(|bytes| file::save(&name, "text/csv;charset=utf-8", &bytes).is_ok());
    if saved {
        desk.tell(&format!("{are} saved as {name}. Open it in a spreadsheet."));
    } else {
        desk.tell("The file was not saved. Please try again.");
    }
}
