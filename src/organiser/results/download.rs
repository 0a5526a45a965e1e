//! The answers as files: a workbook, spreadsheets in words or in codes, the codebook, and a zip for people who analyse
//! them. All of these hold everything, and say so. Counts that can be shared are a file of their own.

use crate::browser::file::Parts;
use crate::browser::turns::Turns;
use crate::browser::{clock, file};
use crate::model::csv::{self, Cells, Form, Options, Separator};
use crate::model::dataset::{Dataset, Many};
use crate::model::package;
use crate::model::suppress::{Rule, shared, shared_words};
use crate::model::xlsx::{self, TooLarge};
use crate::organiser::buttons::Work;
use crate::organiser::state::Desk;
use crate::organiser::title::title;
use crate::organiser::words;
use crate::ui::el::{El, button, el};
use leptos::prelude::*;

/// The id of the sentence that says what the spreadsheet is for.
pub const CSV_HELP: &str = "csv-help";
/// What the name of a file with all answers ends with.
const EVERYTHING: &str = "everything-do-not-share";

/// What each file is for, and those that fewer people need.
pub fn more_downloads(desk: Desk) -> El {
    let help = "“Download CSV” makes a spreadsheet. It has a row for each person, and their answers in words.";
    let warning = "All of these files hold every answer. Do not share them: they can show who someone is. To share \
                   results, pick “To share” under “What to show”.";
    let more = el("details")
        .child(el("summary").text("More downloads"))
        .child(el("p").class("help").text(warning))
        .child(
            el("ul")
                .attr("role", "list")
                .child(line(
                    "Download Excel file",
                    "excel-help",
                    "A workbook with the answers in words, what each column means, and where it is from. Numbers \
                     and dates can be counted with, and phone numbers keep their first 0.",
                    move || save_workbook(desk),
                ))
                .child(csv_with_settings(desk))
                .child(line(
                    "Download the codebook",
                    "codebook-help",
                    "It says what each column holds, what each code means, and which words people read in \
                     which version. Keep the files together.",
                    move || save_codebook(desk),
                ))
                .child(line(
                    "Download zip for analysts",
                    "zip-help",
                    "The answers in codes with their labels, ready for R, SPSS, Stata, pandas and DuckDB. A text \
                     in it says how to open them.",
                    move || save_package(desk),
                )),
        );
    el("div").class("downloads").child(el("p").class("help").id(CSV_HELP).text(help)).child(more)
}

fn line(
    name: &'static str,
    id: &'static str,
    help: &'static str,
    save: impl Fn() + Send + 'static,
) -> El {
    let save =
        button("button").attr("aria-describedby", id).on("click", move |_| save()).text(name);
    el("li").child(save).child(el("p").class("help").id(id).text(help))
}

/// A spreadsheet as somebody's program wants it.
fn csv_with_settings(desk: Desk) -> El {
    let options = RwSignal::new(Options::default());
    let cells = choices(
        ("csv-cells", "Answers as"),
        &[("Words", Cells::Words), ("Codes", Cells::Codes)],
        move |cells| options.update(|options| options.cells = *cells),
    );
    let many = choices(
        ("csv-many", "Questions with several choices"),
        &[
            ("A column for each choice", Many::Columns),
            ("All choices in one column", Many::Joined),
            ("Both", Many::Both),
        ],
        move |many| options.update(|options| options.many = *many),
    );
    let separator = choices(
        ("csv-separator", "Between cells"),
        &[
            ("Comma", Separator::Comma),
            ("Semicolon", Separator::Semicolon),
            ("Tab", Separator::Tab),
        ],
        move |separator| options.update(|options| options.form.separator = *separator),
    );
    let mark = el("input")
        .attr("type", "checkbox")
        .checked(move || options.with(|options| options.form.mark))
        .on("change", move |event| {
            let is = event_target_checked(&event.into());
            options.update(|options| options.form.mark = is);
        });
    let mark = el("label").class("tick").child(mark).child(el("span").text(
        "Mark the file as UTF-8 (a byte order mark). Excel needs it, some other programs do not want it",
    ));
    let zeros = "Codes are for programs that count. Where there is no answer, they say why: .s is skipped, .n is not \
                 asked, .p is “I prefer not to say”. Excel drops the first 0 of a phone number when you open a CSV \
                 with a double click: use the Excel file instead.";
    let saving = Work::new();
    let save = move || saving.start(save_answers(desk, options.get_untracked()));
    let name = (|| "Download CSV with these settings".into(), "Making the CSV…");
    let save = saving.button("button", name, save).attr("aria-describedby", "csv-settings-help");
    let fields = el("div").class("look-fields").child(cells).child(many).child(separator);
    el("li")
        .class("csv-settings")
        .child(
            el("fieldset")
                .child(el("legend").class("label").text("CSV settings"))
                .child(fields)
                .child(mark),
        )
        .child(save)
        .child(el("p").class("help").id("csv-settings-help").text(zeros))
}

/// A list to pick one of these from. The first is picked.
fn choices<T: Send + Sync + 'static>(
    (id, name): (&'static str, &'static str),
    all: &'static [(&'static str, T)],
    pick: impl Fn(&'static T) + Send + 'static,
) -> El {
    let option = |(place, (name, _)): (usize, &(&'static str, T))| {
        el("option").attr("value", place.to_string()).text(*name)
    };
    let picked = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        if let Some((_, value)) = place.and_then(|place| all.get(place)) {
            pick(value);
        }
    };
    let select = el("select").class("text-field").id(id).on("change", picked);
    let select = select.children(all.iter().enumerate().map(option));
    el("div").class("labelled").child(el("label").attr("for", id).text(name)).child(select)
}

/// Saves the answers that are kept apart, in words, in an order that tells nothing of whose they are.
pub fn save_apart(desk: Desk) {
    let bytes = desk.versions.with_untracked(|versions| {
        desk.apart.with_untracked(|apart| {
            let data = Dataset::of_apart(versions, apart, &desk.words);
            csv::write(&data, Options::default(), clock::moment)
        })
    });
    save(desk, &format!("kept-apart-{EVERYTHING}"), CSV, ("The answers are", &bytes));
}

/// Saves the answers in words.
pub fn save_csv(desk: Desk) -> El {
    let saving = Work::new();
    let save = move || saving.start(save_answers(desk, Options::default()));
    let name = (|| "Download CSV".into(), "Making the CSV…");
    saving.button("button primary", name, save).attr("aria-describedby", CSV_HELP)
}

/// Saves the answers in turns with the page.
async fn save_answers(desk: Desk, options: Options) {
    let what = match options.cells {
        Cells::Words => "answers",
        Cells::Codes => "answers-in-codes",
    };
    // As they are now: others may come in meanwhile.
    let (versions, received) = (desk.versions.get_untracked(), desk.received.get_untracked());
    let work = untrack(|| desk.work().0);
    let data = untrack(|| desk.laid(&versions, &received));
    // Looking at all that was written takes its time.
    let data = if work.is_empty() { data } else { data.with(&work) };
    let mut sheet = csv::Sheet::begin(&data, options, clock::moment);
    let (mut file, mut turns) = (Parts::new(), Turns::begin());
    while let Some(rows) = sheet.next(SOME) {
        file.add(&rows);
        if turns.is_over() {
            turns.rest().await;
        }
    }
    let name =
        format!("{}.{}", words::file_name(&title(desk), &format!("{what}-{EVERYTHING}")), CSV.0);
    tell_saved(desk, "The answers are", &name, file.save(&name, CSV.1).is_ok());
}

/// So many rows of a spreadsheet are made before the page may have its turn.
const SOME: usize = 100;

fn save_codebook(desk: Desk) {
    let bytes = with_data(desk, |data| csv::write_codebook(data, Form::default(), words::kind));
    save(desk, "codebook", CSV, ("The codebook is", &bytes));
}

fn save_workbook(desk: Desk) {
    let lines = about(desk);
    let made = with_data(desk, |data| xlsx::write(data, &lines, clock::moment, words::kind));
    match made {
        Ok(bytes) => {
            save(desk, &format!("answers-{EVERYTHING}"), XLSX, ("The answers are", &bytes));
        }
        Err(TooLarge::Columns) => {
            desk.tell(
                "There are more columns than an Excel sheet holds. Download the CSV instead.",
            );
        }
        Err(TooLarge::Rows) => {
            desk.tell(
                "There are more answers than an Excel sheet holds. Download the CSV instead.",
            );
        }
    }
}

fn save_package(desk: Desk) {
    let (lines, title) = (about(desk), title(desk));
    let about = package::About { title: &title, lines: &lines };
    let bytes = with_data(desk, |data| package::write(data, &about, clock::moment, words::kind));
    save(desk, &format!("data-{EVERYTHING}"), ZIP, ("The zip is", &bytes));
}

/// Saves counts that can be shared.
pub fn save_counts(desk: Desk, rule: Rule) {
    let work = untrack(|| desk.work().0);
    let bytes = with_data(desk, |data| {
        let shared = shared(data, rule);
        let words = shared_words(data, &work, rule, &shared);
        csv::write_counts(&shared, &words, Form::default())
    });
    save(desk, "counts-to-share", CSV, ("The counts are", &bytes));
}

/// What files say of themselves.
fn about(desk: Desk) -> Vec<(String, String)> {
    let line = |what: &str, text: String| (what.to_owned(), text);
    with_data(desk, |data| {
        let versions: Vec<String> =
            data.versions.iter().map(|v| csv::version_name(data.versions, v)).collect();
        vec![
            line("Everything", "Do not share. Small numbers in it can show who someone is.".into()),
            line("Survey", title(desk)),
            line("Versions", versions.join(", ")),
            line("Responses", data.people.len().to_string()),
            line("Saved", clock::moment(clock::now()).replace('T', " ")),
            line("Made with", "Ask Together".into()),
        ]
    })
}

fn with_data<T>(desk: Desk, make: impl FnOnce(&Dataset) -> T) -> T {
    let work = untrack(|| desk.work().0);
    desk.versions.with_untracked(|versions| {
        desk.received
            .with_untracked(|received| make(&untrack(|| desk.laid(versions, received)).with(&work)))
    })
}

/// How the name of a file ends, and what browsers call what is in it.
type Format = (&'static str, &'static str);

const CSV: Format = ("csv", "text/csv;charset=utf-8");
const XLSX: Format = ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
const ZIP: Format = ("zip", "application/zip");

fn save(desk: Desk, what: &str, (end, kind): Format, (are, bytes): (&str, &[u8])) {
    let name = format!("{}.{end}", words::file_name(&title(desk), what));
    tell_saved(desk, are, &name, file::save(&name, kind, bytes).is_ok());
}

fn tell_saved(desk: Desk, are: &str, name: &str, is_saved: bool) {
    if is_saved {
        desk.tell(&format!("{are} saved as {}.", words::own(name)));
    } else {
        desk.tell("The file was not saved. Please try again.");
    }
}
